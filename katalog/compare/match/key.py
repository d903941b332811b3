"""What two spellings of one text share.

Case, punctuation, accents and blanks are left out; figures stay apart from each other, and what changes the meaning of
a formula stays: `%`, `<`, `>`, `=`, `+` (`100 %` is not `100`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PART = re.compile(r"\d+(?:,\d+)?|[^\W\d_]+|[%<>=≥≤+×÷±]")
# `1.250.000`, and `2.5`, which others print as `2,5`
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d|\.\d))")
_MEANT = str.maketrans({"≥": ">=", "≤": "<=", "×": "x", "–": "-", "—": "-", "&": " dan "})


@lru_cache(maxsize=1 << 16)
def parts(text: str) -> tuple[str, ...]:
    """Words, numbers and meaningful signs, in lower case."""
    return tuple(_PART.findall(levelled(text).casefold()))


def levelled(text: str) -> str:
    """The text without accents, its numbers in one style: what is taken apart."""
    plain = unicodedata.normalize("NFKD", text.translate(_MEANT))
    without = "".join(c for c in plain if not unicodedata.combining(c))
    return _POINT.sub(",", _THOUSANDS.sub(lambda match: match[0].replace(".", ""), without))


def forms(text: str) -> list[re.Match[str]]:
    """The parts as printed, with where they stand in the bare text; as many as `parts` has."""
    return list(_PART.finditer(levelled(text)))


@lru_cache(maxsize=1 << 16)
def key_of(text: str) -> str:
    """The parts run together, with a blank only between two numbers; empty for a text without any part."""
    joined = " ".join(parts(text))
    return re.sub(r"(?<!\d) | (?!\d)", "", joined)
