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
_NUMBER = re.compile(r"(\d{1,3}[.)]?)(?: |$)")


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


def part(segments: Sequence[Segment], most: int, numbered: bool = False) -> PageColumns:
    """The columns of one page, at most `most`: parted by the widest gutters that no segment touches. Where they are
    fewer, a first column of numbers (`numbered`) may stand only one blank before the next."""
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
    if numbered and 0 < len(spans) < most:
        spans[:1] = _numbers_apart(spans[0])
    return PageColumns(tuple(tuple(sorted(span, key=lambda s: (s.line, s.left))) for span in spans))


def _numbers_apart(span: Sequence[Segment]) -> list[list[Segment]]:
    """A page's first column, parted after the numbers that begin its lines at its left edge; whole if it has none."""
    left = min(segment.left for segment in span)
    opened = {segment: _NUMBER.match(segment.text) for segment in span if segment.left == left}
    wide = max((match.end(1) for match in opened.values() if match), default=0)
    if not wide or not all(opened.values()) or any(left < s.left <= left + wide for s in span):
        return [list(span)]
    numbers = [Segment(s.left, s.left + match.end(1), match[1], s.line) for s, match in opened.items() if match]
    rests = [
        Segment(s.left + match.end(), s.right, s.text[match.end() :], s.line)
        for s, match in opened.items()
        if match and s.text[match.end() :]
    ]
    beside = [*rests, *(s for s in span if s not in opened)]
    return [numbers, beside] if beside else [numbers]
