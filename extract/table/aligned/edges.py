"""Columns that overlap, told by their left edges.

Proportional type on a grid of characters lets a cell reach into the column behind it by some characters, so that no
straight gutter is left. What lines up still is where columns begin: the lines that show all columns tell each one's
first and last left edge, and a segment belongs to the column whose edge it begins at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bahasa.roles import NO, TARGET
from extract.read.row_numbers import ROW_NUMBER_BARE
from extract.table.aligned.segments import Segment, cut_at
from extract.table.ranges import target_in_row

#: Targets that stand below each other begin so many characters apart at most, on so many lines at least.
_DRIFT, _COLUMN = 4, 2
#: Columns overlap by so many characters at most.
_OVERLAP = 10
#: Kinds of targets (see bahasa.target_at) that stand out among other words.
_CLEAR = frozenset({"satuan", "satuan?", "persen", "uang"})


def columns_by_edges(segments: Sequence[Segment], roles: Sequence[str]) -> list[list[Segment]] | None:
    """The columns of a page by the left edges that the lines with all columns show; None where they don't tell."""
    lines = _by_line(_targets_apart(segments, roles) if TARGET in roles else segments)
    full = [line for line in lines if len(line) == len(roles)]
    if not full:
        return None
    edges = [[line[k].left for line in full] for k in range(len(roles))]
    lows, highs = [min(edge) for edge in edges], [max(edge) for edge in edges]
    columns: list[list[Segment]] = [[] for _ in roles]
    for line in lines:
        placed = _placed([piece for segment in line for piece in _cut_at_edges(segment, lows[1:])], lows, highs)
        if placed is None:
            return None
        for column, segment in placed:
            columns[column].append(segment)
    numbers = roles[0] != NO or all(ROW_NUMBER_BARE.fullmatch(segment.text) for segment in columns[0])
    apart = all(high < low for high, low in zip(highs, lows[1:], strict=False))
    return columns if numbers and apart else None


def _by_line(segments: Sequence[Segment]) -> list[list[Segment]]:
    lines: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: s.left):
        lines.setdefault(segment.line, []).append(segment)
    return list(lines.values())


def _placed(line: Sequence[Segment], lows: Sequence[int], highs: Sequence[int]) -> list[tuple[int, Segment]] | None:
    """(column, segment) of a line; None where two share a column, one reaches too far into the next column, or the line
    is a group row (`MISI PERTAMA`)."""
    bounds = [(high + low + 1) // 2 for high, low in zip(highs, lows[1:], strict=False)]
    taken = [bisect_right(bounds, segment.left) for segment in line]
    if len(set(taken)) < len(taken) or (len(line) == 1 and line[0].text.isupper()):
        return None
    for column, segment in zip(taken, line, strict=True):
        if segment.right > [*lows, segment.right][column + 1] + _OVERLAP:
            return None
    return list(zip(taken, line, strict=True))


def _cut_at_edges(segment: Segment, lows: Sequence[int]) -> list[Segment]:
    """A segment parted where the next column begins: at a blank right before its edge with no small letter behind it;
    if it reaches far into that column, at the best blank near the edge."""
    for low in lows:
        if segment.left < low - 1 and segment.right > low + 1:
            drift = _DRIFT if segment.right > low + _OVERLAP else 0
            near = range(max(low - 1 - drift, segment.left + 1), min(low + drift, segment.right - 1))
            blanks = (x for x in near if segment.blank_at(x))
            found = [(segment.text[x + 1 - segment.left].islower(), abs(x + 1 - low), x) for x in blanks]
            if found and (drift or not min(found)[0]):
                (left,), (right,) = cut_at([segment], min(found)[2])
                return [left, *_cut_at_edges(right, lows)]
    return [segment]


def _targets_apart(segments: Sequence[Segment], roles: Sequence[str]) -> list[Segment]:
    """The segments, with the targets that stand below each other parted from the words before and behind them."""
    found = [(segment, target) for segment in segments if (target := _target_in(segment, roles)) is not None]
    places = [target.left for _, target in found]
    here = max(places, key=lambda x: (sum(abs(x - other) <= _DRIFT for other in places), -x), default=0)
    if sum(abs(here - other) <= _DRIFT for other in places) < _COLUMN:
        return list(segments)
    apart = {segment: target for segment, target in found if abs(target.left - here) <= _DRIFT}
    parts = (_around(segment, apart[segment]) if segment in apart else [segment] for segment in segments)
    return [part for found in parts for part in found]


def _target_in(segment: Segment, roles: Sequence[str]) -> Segment | None:
    """The first target with a unit in a segment, if it has one."""
    words = segment.text.split(" ")
    at = segment.left
    for i, word in enumerate(words):
        end, kind = target_in_row(words, i, roles)
        if kind in _CLEAR:
            text = " ".join(words[i:end])
            return Segment(at, at + len(text), text, segment.line)
        at += len(word) + 1
    return None


def _around(segment: Segment, target: Segment) -> list[Segment]:
    """A segment as what stands before its target, the target, and what stands behind it."""
    before, _ = cut_at([segment], target.left - 1)
    _, behind = cut_at([segment], target.right)
    return [*before, target, *behind]
