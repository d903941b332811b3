"""The first lines of a table on one page -> its heading, if it has one there.

Input: lines placed in columns, and the rows that they make from each line on. Output: how many lines the heading takes
(a row of column numbers below it aside), and the parts that stand over several columns. A heading is told by what the
model of headings says of it (extract/table/meaning/head.py) and by how well the lines below it make rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.read.column_numbers import numbered
from extract.table.inked.areas import is_group, tops_of_lines
from extract.table.inked.cuts import Body, Cuts
from extract.table.inked.ink import Ink
from extract.table.inked.placed import PlacedLine
from extract.table.meaning.evidence import LOOKED_AT, SeenColumn
from extract.table.meaning.head import heading_odds

#: A heading takes at most so many lines, each column's part at most so many words; so many
#: columns have one at least.
_LINES, _WORDS, _FEWEST = 14, 12, 3
#: A row of column numbers below it says this for a heading.
_NUMBERED = 50.0
#: So many lines may stand above a heading that is printed again.
_ABOVE = 3
#: What the cost of the rows counts beside the odds of a heading.
_ROWS = 0.5
#: How far (in characters) the middle of a heading may stand from the middle of the columns below it.
_OFF = 3.0
#: What each line says against a heading that is in one and not printed again, or the other way round.
_AGAIN = 1.5
#: Of middles that are as near as this the one over the most columns is meant.
_AS_NEAR = 0.5
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


def heading_heights(bodies: Sequence[Body], cuts: Sequence[Cuts]) -> list[int]:
    """How many lines the heading at the top of each table takes; 0 where none stands there. Pages that print one
    heading decide together: of two ways to end it, all that may end it in both say which is better."""
    texts = [body.lines for body in bodies]
    again = _lines_again(texts)
    worths = [
        _worths(body, own, count, (texts[at + 1], cuts[at + 1]) if at + 1 < len(texts) else None)
        for at, (body, own, count) in enumerate(zip(bodies, cuts, again, strict=True))
    ]
    ways = [
        {k: (words_of_heading(lines[:k]), worth) for k, worth in own.items()}
        for lines, own in zip(texts, worths, strict=True)
    ]
    said = [dict(own.values()) for own in ways]
    found: list[int] = []
    for own in ways:
        best = 0
        for k, (words, _) in own.items():
            if not best or _says(said, words, own[best][0]) >= 0:
                best = k
        found.append(best)
    return found


def _says(said: Sequence[Mapping[frozenset[str], float]], words: frozenset[str], other: frozenset[str]) -> float:
    """How much more all tables say for a heading of these words than for one of others, where it may be both."""
    return sum(own[words] - own[other] for own in said if words in own and other in own)


def _worths(body: Body, cuts: Cuts, again: int, behind: tuple[Sequence[PlacedLine], Cuts] | None) -> dict[int, float]:
    """What speaks for a heading of so many lines at the top, for each that may be one. So many lines are printed
    `again` at the top of another table. A heading that a page has alone has its rows in the table `behind`."""
    lines = body.lines
    counted = next((k for k in range(1, min(_LINES, len(lines))) if is_numbers(lines[k])), None)
    if counted is not None:
        return {counted: _NUMBERED}
    found: dict[int, float] = {}
    for k in range(1, min(_LINES, len(lines)) + 1):
        names = _names(lines[:k])
        if _stands_below(body, k - 1) or max(len(name.split()) for name in names) > _WORDS:
            break
        if sum(map(bool, names)) >= _FEWEST:
            odds = heading_odds(_seen(names, lines, cuts, k, behind))
            worth = odds - _ROWS * (cuts.cost[k] - cuts.cost[0]) - _AGAIN * abs(again - k) * bool(again)
            if odds > 0 and worth > 0:
                found[k] = worth
    return found


def _stands_below(body: Body, i: int) -> bool:
    """Is a line the group row below a heading: by its form, or one text across the columns from the first one on?"""
    line = body.lines[i]
    return is_group(line.line) or (i in body.across and i > 0 and bool(line.cells[0]))


def _lines_again(texts: Sequence[Sequence[PlacedLine]]) -> list[int]:
    """How many lines at the top of each table have words that another one has at its top as well."""
    tops = [tops_of_lines([line.line for line in lines]) for lines in texts]
    count = Counter(words for own in tops for words in own)
    return [sum(count[words] > 1 for words in own) for own in tops]


def words_of_heading(lines: Sequence[PlacedLine]) -> frozenset[str]:
    """The words of a heading, by which it is known again on another page."""
    return frozenset(ink.text for line in lines for ink in line.line.ink)


def printed_again(lines: Sequence[PlacedLine], known: Collection[frozenset[str]]) -> tuple[int, int] | None:
    """Where a heading that other pages print stands at the top of these lines: its first line, and the one behind it.
    What stands above it is no part of the table."""
    for start in range(min(_ABOVE, len(lines))):
        for stop in range(start + 1, min(start + _LINES, len(lines)) + 1):
            if words_of_heading(lines[start:stop]) in known:
                return start, stop
    return None


def is_numbers(line: PlacedLine) -> bool:
    """Is a line the row of column numbers, from the first column to the last?"""
    filled, count = line.filled, len(line.cells)
    return filled[0] <= 1 and filled[-1] >= count - 2 and numbered([line.text(k) for k in filled])


def _names(lines: Sequence[PlacedLine]) -> list[str]:
    return [" ".join(filter(None, (line.text(k) for line in lines))) for k in range(len(lines[0].cells))]


def _seen(
    names: Sequence[str],
    lines: Sequence[PlacedLine],
    cuts: Cuts,
    start: int,
    behind: tuple[Sequence[PlacedLine], Cuts] | None,
) -> list[SeenColumn]:
    if start == len(lines) and behind is not None and len(behind[0][0].cells) == len(names):
        (lines, cuts), start = behind, 0
    cells = [_names(lines[first:stop]) for first, stop in cuts.rows(start)[:LOOKED_AT]]
    return [SeenColumn((name,) if name else (), tuple(row[k] for row in cells)) for k, name in enumerate(names)]


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
    ways: list[tuple[float, int, int]] = []
    for first in range(low + 1):
        for last in range(high, len(gutters) + 1):
            if first == last or _stands_over(part, lines, i, first, last, found):
                off = abs((edges[first] + edges[last + 1] - left - right) / 2)
                ways.append((off + (first < last and low == high), first, last))
    nearest, *_ = min(ways, default=(_OFF, 0, 0))
    # `Triwulan` over `I II III IV` stands in the middle of `II III` as well
    off, first, last = max((way for way in ways if way[0] <= nearest + _AS_NEAR), key=_width, default=(_OFF, 0, 0))
    return (first, last) if first < last and off < _OFF + (low < high) * _OFF else None


def _alike_below(below: Sequence[PlacedLine], low: int, high: int) -> tuple[int, int] | None:
    """The columns whose headings are alike (`2021 2022 2023`, `TRIW I TRIW II`), if a text stands over some of them and
    none but these; None where there are none."""
    shapes = [_shape(name) for name in _names(below)] if below else []
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


def _width(way: tuple[float, int, int]) -> tuple[int, float]:
    return way[2] - way[1], -way[0]


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
