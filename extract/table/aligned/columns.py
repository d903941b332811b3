"""Column-aligned text -> the stream of each column.

Input: lines whose cells stand apart by runs of spaces (`pdftotext -layout`). The positions of the columns hold for
one page only: each page is parted by the character positions that no cell touches, where they don't suffice by targets
and numbers one blank apart, then by left edges. Where a page shows fewer columns than the table has, streams.py says
which ones they are. Guarantee: every word is in exactly one column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bahasa.roles import NO, TARGET
from bahasa.target_at import target_at
from schemas.layout import Line

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_APART = re.compile(r"\S {3,}\S")
#: A line without a number or a sasaran is indented at least so much.
_INDENT = 4
_TAB = 8
#: Targets that stand below each other begin so many characters apart at most, on so many lines at least.
_DRIFT, _COLUMN = 4, 2
#: Columns overlap by so many characters at most.
_OVERLAP = 10
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
    touches. Where they are fewer, the column of targets or numbers may stand only one blank apart; or columns may
    overlap (proportional type on a grid of characters), and only their left edges tell them apart."""
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
            if (parted := _parted(span, TARGET in roles, k == 0 and roles[0] == NO))
        ]
        if not found:
            break
        k, parted = found[0]
        spans[k : k + 1] = parted
    if 0 < len(spans) < len(roles):
        spans = _by_left_edges(_targets_apart(segments) if TARGET in roles else segments, roles) or spans
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


def _targets_apart(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with the targets that stand below each other parted from the words before and behind them."""
    found = [(s, *spot) for s in segments for spot in _targets_in(s)]
    places = [left for _, left, _ in found]
    here = max(places, key=lambda x: (sum(abs(x - other) <= _DRIFT for other in places), -x), default=0)
    out = list(segments)
    if sum(abs(here - other) <= _DRIFT for other in places) < _COLUMN:
        return out
    for segment, left, right in found:
        if abs(left - here) <= _DRIFT and (left, right) != (segment.left, segment.right):
            cuts = [(segment.left, left), (left, right), (right, segment.right)]
            parts = [(a, segment.text[a - segment.left : b - segment.left]) for a, b in cuts if a < b]
            out.remove(segment)
            for a, text in parts:
                start = a + len(text) - len(text.lstrip())
                out.append(Segment(start, start + len(text.strip()), text.strip(), segment.line))
    return out


def _targets_in(segment: Segment) -> list[tuple[int, int]]:
    """Positions of the first target with a unit in a segment, if it has one."""
    words = segment.text.split(" ")
    at = segment.left
    for i, word in enumerate(words):
        end, kind = target_at(words, i)
        if kind in ("satuan", "satuan?", "persen", "uang"):
            return [(at, at + len(" ".join(words[i:end])))]
        at += len(word) + 1
    return []


def _by_left_edges(segments: Sequence[Segment], roles: Sequence[str]) -> list[list[Segment]] | None:
    """The columns by the left edges that the lines with all columns show; None where they don't tell."""
    count = len(roles)
    by_line: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: s.left):
        by_line.setdefault(segment.line, []).append(segment)
    full = [line for line in by_line.values() if len(line) == count]
    if not full:
        return None
    lows = [min(line[k].left for line in full) for k in range(count)]
    highs = [max(line[k].left for line in full) for k in range(count)]
    bounds = [(high + low + 1) // 2 for high, low in zip(highs, lows[1:], strict=False)]
    columns: list[list[Segment]] = [[] for _ in range(count)]
    for printed in by_line.values():
        line = [piece for segment in printed for piece in _cut_at(segment, lows[1:])]
        taken = [bisect_right(bounds, segment.left) for segment in line]
        if len(set(taken)) < len(taken) or (len(line) == 1 and line[0].text.isupper()):
            return None  # not even the left edges tell, or a group row (`MISI PERTAMA`)
        for column, segment in zip(taken, line, strict=True):
            if segment.right > [*lows, segment.right][column + 1] + _OVERLAP:
                return None
            columns[column].append(segment)
    if roles[0] == NO and not all(_NUMBER.fullmatch(segment.text) for segment in columns[0]):
        return None
    return columns if all(high < low for high, low in zip(highs, lows[1:], strict=False)) else None


def _cut_at(segment: Segment, lows: Sequence[int]) -> list[Segment]:
    """A segment parted where the next column begins: at a blank right before its edge with no small letter behind it;
    if it reaches far into that column, at the best blank near the edge."""
    for low in lows:
        if segment.left < low - 1 and segment.right > low + 1:
            drift = _DRIFT if segment.right > low + _OVERLAP else 0
            near = range(max(low - 1 - drift, segment.left + 1), min(low + drift, segment.right - 1))
            found = [
                (segment.text[x + 1 - segment.left].islower(), abs(x + 1 - low), x) for x in near if _blank(segment, x)
            ]
            if found and (drift or not min(found)[0]):
                left, right = _cut([segment], min(found)[2])
                return [*left, *_cut_at(right[0], lows)]
    return [segment]


def _blank(segment: Segment, x: int) -> bool:
    return segment.text[x - segment.left] == " "


def _is_number(words: Sequence[str]) -> bool:
    return len(words) == 1 and _NUMBER.fullmatch(words[0]) is not None


def _is_target(words: Sequence[str]) -> bool:
    """Whether these words are one target, or its number with the unit on the next line."""
    return bool(words) and target_at(words, 0)[0] == len(words) and words[0][-1] not in ".)"
