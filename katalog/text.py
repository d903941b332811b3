"""Reading a Text: its normalized value, its print, its page."""

from __future__ import annotations

from schemas.decree import Text


def value_of(text: Text | None) -> str:
    """The normalized text, or the printed one where nothing was normalized; empty for None."""
    if text is None:
        return ""
    return text.as_printed if text.value is None else text.value


def print_beside(text: Text) -> str:
    """The text as printed, where what is meant differs; else empty."""
    return text.as_printed if text.as_printed != value_of(text) else ""


def page_of(text: Text | None) -> int | None:
    """The first page that the text stands on, None where the source marks no pages."""
    if text is None:
        return None
    return next((place.page for place in text.places if place.page is not None), None)
