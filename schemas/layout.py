"""Layout: a source as lines of text, with where they stand.

Plain dataclasses with slots rather than pydantic models: a long decree has some hundred thousand words, and validating
each of them costs more than reading them.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word. Coordinates in points, origin at the top left of the page as displayed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line.

    `text` is verbatim, without its line end. `number` is its 1-based line number in a text source, or the 1-based
    running number over all pages of a PDF. `page` is 1-based, or None where the source marks no pages.
    `words` is empty for a text source.
    """

    text: str
    number: int
    page: int | None = None
    words: tuple[Word, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Pages:
    """All lines of a source in reading order, blank ones included; `page_count` is None where no pages are marked."""

    lines: tuple[Line, ...]
    page_count: int | None = None
