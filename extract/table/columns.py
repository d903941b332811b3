"""Column-aligned text -> the stream of each column.

Input: lines whose cells stand apart by runs of spaces (`pdftotext -layout`). The positions of the columns hold for
one page only: each page is parted by the character positions that no cell touches, and where a page shows fewer columns
than the table has, the model says which ones they are. Guarantee: every word is in exactly one column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.table.evidence import target_at
from schemas.pages import Line

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_APART = re.compile(r"\S {3,}\S")
#: A line without a number or a sasaran is indented at least so much.
_INDENT = 4
_TAB = 8
_NUMBER = re.compile(r"\d{1,3}[.)]?")


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
    """Whether the cells of a table stand side by side: many lines have segments that stand well apart, most others are
    indented, and there are no tabs."""
    texts = [line.text for line in lines if line.text.strip()]
    if not texts or any("\t" in text.strip() for text in texts):
        return False
    apart = [bool(_APART.search(text)) for text in texts]
    indented = sum(wide or len(text) - len(text.lstrip()) >= _INDENT for wide, text in zip(apart, texts, strict=True))
    return 2 * indented > len(texts) and 4 * sum(apart) > len(texts)


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


def part(segments: Sequence[Segment], roles: Sequence[str]) -> PageColumns:
    """The columns of one page, at most as many as there are roles: parted by the widest gutters that no segment
    touches. Where they are fewer, the column of targets or numbers may stand only one blank apart."""
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
    while len(spans) > len(roles):
        narrowest = min(range(len(gutters)), key=lambda k: (gutters[k], k))
        spans[narrowest : narrowest + 2] = [spans[narrowest] + spans[narrowest + 1]]
        del gutters[narrowest]
    while 0 < len(spans) < len(roles):
        found = [
            (k, parted)
            for k, span in enumerate(spans)
            if (parted := _parted(span, "target" in roles, k == 0 and roles[0] == "no"))
        ]
        if not found:
            break
        k, parted = found[0]
        spans[k : k + 1] = parted
    return PageColumns(tuple(tuple(sorted(span, key=lambda s: (s.line, s.left))) for span in spans))


def _parted(span: Sequence[Segment], targets: bool, numbers: bool) -> list[list[Segment]] | None:
    """A span of two columns that stand one blank apart, parted; None if it is one. One of them must be narrow: in each
    line that both share it has a target (`1 dokumen Data dan bahan`; if the table has `targets`) or a number (if it may
    be the column of `numbers`)."""
    after: int | None = None
    for x in range(min(s.left for s in span) + 1, max(s.right for s in span) - 1):
        shared = [s for s in span if s.left < x < s.right - 1]
        if not shared or any(s.text[x - s.left] != " " for s in shared):
            continue
        sides = [(s.text[: x - s.left].split(), s.text[x - s.left + 1 :].split()) for s in shared]
        if all(_is_target((*left, *right)) for left, right in sides):
            return None
        if targets and all(_is_target(right) for _, right in sides):
            return _cut(span, x)
        if all((targets and _is_target(left)) or (numbers and _is_number(left)) for left, _ in sides):
            after = x  # the longest target: `1 dokumen`, not `1`
    return None if after is None else _cut(span, after)


def _cut(span: Sequence[Segment], x: int) -> list[list[Segment]]:
    """The segments of a span before and behind a position."""
    left = [Segment(s.left, min(s.right, x), s.text[: x - s.left], s.line) for s in span if s.left < x]
    right = [
        Segment(max(s.left, x + 1), s.right, s.text[max(0, x + 1 - s.left) :], s.line) for s in span if s.right > x + 1
    ]
    return [left, right]


def _is_number(words: Sequence[str]) -> bool:
    return len(words) == 1 and _NUMBER.fullmatch(words[0]) is not None


def _is_target(words: Sequence[str]) -> bool:
    """Whether these words are one target, or its number with the unit on the next line."""
    return bool(words) and target_at(words, 0)[0] == len(words) and words[0][-1] not in ".)"
