"""Reading a Text: its normalized value, its folded form, its page."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from schemas.decree import Text


def value_of(text: Text | None) -> str:
    """The normalized text, or the printed one where nothing was normalized; empty for None."""
    if text is None:
        return ""
    return text.as_printed if text.value is None else text.value


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Words in lower case with single spaces and without punctuation or accents: what two spellings share."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", bare))


def page_of(text: Text | None) -> int | None:
    """The first page that the text stands on, None where the source marks no pages."""
    if text is None:
        return None
    return next((place.page for place in text.places if place.page is not None), None)
