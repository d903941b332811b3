"""Column-aligned text -> the stream of each column.

Input: lines whose cells stand apart by runs of spaces (`pdftotext -layout`). The positions of the columns hold for
one page only: each page is parted by the character positions that no cell touches, and where a page shows fewer columns
than the table has, the model says which ones they are. Guarantee: every word is in exactly one column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.pages import Line

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_TAB = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words without a wide gap: character positions from `left` to `right` (exclusive), index of its line."""

    left: int
    right: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class PageColumns:
    """A page's segments by column, from left to right."""

    columns: tuple[tuple[Segment, ...], ...]


def is_aligned(lines: Sequence[Line]) -> bool:
    """Whether the cells of a table stand side by side: many lines have segments that stand well apart, without tabs."""
    texts = [line.text for line in lines if line.text.strip()]
    if not texts or any("\t" in text.strip() for text in texts):
        return False
    apart = sum(len(re.findall(r"\S {3,}\S", text)) > 0 or len(text) - len(text.lstrip()) > 8 for text in texts)
    return 2 * apart > len(texts) and sum(bool(re.search(r"\S {3,}\S", text)) for text in texts) * 4 > len(texts)


def segments_of(lines: Sequence[Line]) -> list[Segment]:
    """All segments, line by line."""
    return [
        Segment(match.start(), match.end(), match[0], index)
        for index, line in enumerate(lines)
        for match in _SEGMENT.finditer(line.text.expandtabs(_TAB))
    ]


def pages_of(lines: Sequence[Line], seams: frozenset[int]) -> list[list[int]]:
    """Indices of the lines of each page: parted at form feeds and where something of the page was taken out."""
    pages: list[list[int]] = []
    last: int | None = None
    for index, line in enumerate(lines):
        if not pages or line.page != last or line.number in seams:
            pages.append([])
        pages[-1].append(index)
        last = line.page
    return pages


def part(segments: Sequence[Segment], most: int) -> PageColumns:
    """The columns of one page, at most `most`: parted by the widest gutters that no segment touches."""
    spans: list[list[Segment]] = []
    right = -1
    gutters: list[int] = []
    for segment in sorted(segments, key=lambda s: (s.left, s.line)):
        if not spans or segment.left > right:
            if spans:
                gutters.append(segment.left - right)
            spans.append([])
        spans[-1].append(segment)
        right = max(right, segment.right)
    while len(spans) > most:
        narrowest = min(range(len(gutters)), key=lambda k: (gutters[k], k))
        spans[narrowest : narrowest + 2] = [spans[narrowest] + spans[narrowest + 1]]
        del gutters[narrowest]
    return PageColumns(tuple(tuple(sorted(span, key=lambda s: (s.line, s.left))) for span in spans))
