"""The heading of a table on one page -> its parts that stand over several columns (`TARGET` over the years).

Input: the lines of a heading placed in columns, and the gutters between these. Output: for each part over several
columns which ones, and its words. Told by where it stands (in the middle of its columns, or over headings that are
alike) and on which lines the headings below and beside it stand. Pages that print one heading decide together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extract.table.inked.headed import names_of_columns, words_of_heading
from extract.table.inked.ink import Ink
from extract.table.inked.placed import PlacedLine

#: How far (in characters) the middle of a heading may stand from the middle of the columns below it.
_OFF = 3.0
#: Of middles that are as near as this the one over the most columns is meant.
_AS_NEAR = 0.5
#: What each line costs by which headings below a part stand on unlike lines; half a line is none.
_UNEVEN, _HALF = 4.0, 0.5
#: So much nearer must a middle be that speaks against headings that are alike.
_WORSE = 2.0
#: What counts headings that are alike.
_COUNT = re.compile(r"\d+|\b[IVX]+\b")
#: Parts over several columns: for each the first and the last of these, and its words.
_Spans = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Over:
    """A heading over several columns (`TARGET` over the years): columns `first`..`last`, and its words."""

    first: int
    last: int
    ink: tuple[Ink, ...]


def overs_alike(texts: Sequence[Sequence[PlacedLine]], gutters: Sequence[Sequence[int]]) -> list[list[Over]]:
    """For the heading of each table its parts that stand over several columns. Pages that print one heading decide
    together, since it stands a little differently on the grid of each."""
    own = [headings_over(*one) if one[0] else [] for one in zip(texts, gutters, strict=True)]
    keys = [(words_of_heading(lines), len(between)) for lines, between in zip(texts, gutters, strict=True)]
    votes: dict[tuple[frozenset[str], int], Counter[_Spans]] = {}
    for key, overs in zip(keys, own, strict=True):
        spans = tuple(sorted((one.first, one.last, " ".join(ink.text for ink in one.ink)) for one in overs))
        votes.setdefault(key, Counter())[spans] += 1
    return [_as_most(votes[key], lines, overs) for key, lines, overs in zip(keys, texts, own, strict=True)]


def _as_most(votes: Counter[_Spans], lines: Sequence[PlacedLine], own: list[Over]) -> list[Over]:
    """The parts over several columns as most pages have them that have some; none where few pages have some."""
    if votes[()] * 3 > votes.total() * 2:
        return []
    spans = max((one for one in votes if one), key=lambda one: votes[one], default=())
    found = [_of_words(lines, *one) for one in spans]
    return [one for one in found if one] if all(found) else own


def _of_words(lines: Sequence[PlacedLine], first: int, last: int, text: str) -> Over | None:
    """The heading over these columns with these words, if they stand over them."""
    there = [ink for line in lines for k in range(first, last + 1) for ink in line.cells[k]]
    found: list[Ink] = []
    for word in text.split(" "):
        ink = next((one for one in there if one.text == word and one not in found), None)
        if ink is None:
            return None
        found.append(ink)
    return Over(first, last, tuple(found))


def headings_over(lines: Sequence[PlacedLine], gutters: Sequence[int]) -> list[Over]:
    """The parts of a heading that stand over several columns, each of which has a heading of its own below."""
    found: list[Over] = []
    for i, line in enumerate(lines[:-1]):
        for part in line.line.parts:
            span = _span(part, lines, i, gutters, found)
            if span is not None:
                same = next((over for over in found if (over.first, over.last) == span), None)
                if same is not None:
                    found[found.index(same)] = Over(*span, (*same.ink, *part))
                else:
                    found.append(Over(*span, part))
    return found


def _span(
    part: Sequence[Ink], lines: Sequence[PlacedLine], i: int, gutters: Sequence[int], found: Sequence[Over]
) -> tuple[int, int] | None:
    """The columns that a part of a heading stands over, None where it is the heading of one."""
    left, right = part[0].left, part[-1].right
    low = sum(gutter < left for gutter in gutters)
    high = sum(gutter < right - 1 for gutter in gutters)
    outer = min(line.line.ink[0].left for line in lines), max(line.line.ink[-1].right for line in lines)
    edges = [outer[0], *gutters, outer[1]]
    if low == high and _goes_on_below(part, lines[i + 1 :], low):
        return None
    run = _alike_below(lines[i + 1 :], low, high)
    if run is not None:
        near = [run, (max(0, run[0] - 1), run[1]), (run[0], min(len(gutters), run[1] + 1))]
        # the heading of the last one may look like no other (`T.W` / `. IV`)
        run = min(
            near, key=lambda one: abs(edges[one[0]] + edges[one[1] + 1] - left - right) / 2 + (one != run) * _WORSE
        )
        if _stands_over(part, lines, i, *run, found):
            return run
    ways = [
        _Way.of(part, lines, i, (first, last), edges, found)
        for first in range(low + 1)
        for last in range(high, len(gutters) + 1)
        if first == last or _stands_over(part, lines, i, first, last, found)
    ]
    # what stands over one column alone may be its own first line
    costs = {way: way.cost + (way.first < way.last and low == high) for way in ways}
    nearest = min(costs.values(), default=_OFF)
    # `Triwulan` over `I II III IV` stands in the middle of `II III` as well
    likely = [way for way in ways if costs[way] <= nearest + _AS_NEAR]
    best = max(likely, key=lambda way: (way.last - way.first, -costs[way]), default=None)
    if best is None or best.first == best.last or best.off >= _OFF + (low < high) * _OFF:
        return None
    return best.first, best.last


@dataclass(frozen=True, slots=True)
class _Way:
    """The columns that a part of a heading may stand over: how far it stands off their middle, and what that costs with
    what the lines say on which the headings below and beside it stand."""

    off: float
    cost: float
    first: int
    last: int

    @classmethod
    def of(
        cls,
        part: Sequence[Ink],
        lines: Sequence[PlacedLine],
        i: int,
        span: tuple[int, int],
        edges: Sequence[int],
        found: Sequence[Over],
    ) -> _Way:
        """A part of line `i` over the columns of `span`; `edges` has those of all columns, `found` the other parts."""
        first, last = span
        several = range(first, last + 1) if first < last else range(0)
        ends = part[0].left, part[-1].right
        off = abs(edges[first] + edges[last + 1] - sum(ends)) / 2
        below = [ink for line in lines[i + 1 :] for k in several for ink in line.cells[k]]
        if below:
            # a gutter may be anywhere in its white: the headings below tell the middle as well
            off = min(off, abs(min(ink.left for ink in below) + max(ink.right for ink in below) - sum(ends)) / 2)
        taken = {k for over in found for k in range(over.first, over.last + 1)}
        beside = [k for k in range(len(edges) - 1) if k not in several and k not in taken]
        uneven = _unevenness(lines[i + 1 :], several) + _unevenness(lines, beside)
        return cls(off, off + _UNEVEN * uneven, first, last)


def _unevenness(lines: Sequence[PlacedLine], columns: Collection[int]) -> float:
    """By how many lines the headings of some columns stand on unlike lines, be they set at the top of a row, in its
    middle or at its foot: `Satuan` and `Jumlah` below `Target` are cells of one row, those beside it stand half a line
    higher."""
    own = [[line.at for line in lines if line.cells[k]] for k in columns]
    places = [(at[0], at[-1], (at[0] + at[-1]) / 2) for at in own if at]
    return max(0.0, min(max(one) - min(one) for one in zip(*places, strict=True)) - _HALF) if places else 0.0


def _alike_below(below: Sequence[PlacedLine], low: int, high: int) -> tuple[int, int] | None:
    """The columns whose headings are alike (`2021 2022 2023`, `TRIW I TRIW II`), if a text stands over some of them and
    none but these; None where there are none."""
    shapes = [_shape(name) for name in names_of_columns(below)] if below else []
    if not shapes or not shapes[low] or len(set(shapes[low : high + 1])) > 1:
        return None
    first, last = low, high
    while first > 0 and shapes[first - 1] == shapes[low]:
        first -= 1
    while last + 1 < len(shapes) and shapes[last + 1] == shapes[low]:
        last += 1
    return (first, last) if first < last else None


def _shape(name: str) -> str:
    """The first word of a heading, digits and Roman numbers alike; empty where it has no letter."""
    first = name.split(" ")[0].upper()
    return _COUNT.sub("0", first) if any(map(str.isalnum, first)) else ""


def _goes_on_below(part: Sequence[Ink], below: Sequence[PlacedLine], column: int) -> bool:
    """Does the next text of a column stand with its middle below the middle of a part (`Alat` / `Ukur`)?"""
    rest = next((line.cells[column] for line in below if line.cells[column]), ())
    return bool(rest) and abs(rest[0].left + rest[-1].right - part[0].left - part[-1].right) <= 3


def _stands_over(
    part: Sequence[Ink], lines: Sequence[PlacedLine], i: int, first: int, last: int, found: Sequence[Over]
) -> bool:
    """Has each of these columns a heading below, and none beside or above this part?"""
    own = {id(ink) for ink in part} | {id(ink) for over in found for ink in over.ink}
    for k in range(first, last + 1):
        if not any(line.cells[k] for line in lines[i + 1 :]):
            return False
        if any(id(ink) not in own for line in lines[: i + 1] for ink in line.cells[k]):
            return False
    return True
