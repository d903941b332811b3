"""A shape of columns, and one page -> the gutters of the page that are most like it.

Input: how wide columns are and which words of the head stand in which, and the lines of an area. Output: gutters, and
what they are worth: white between the words of many lines, columns about as wide as elsewhere, words of the head in
the columns in which they stand elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.table.inked.areas import Area
from extract.table.inked.gutters import LEAST, column_parts, full_lines, holds_between, tops_of, worth_of
from extract.table.inked.named import PrintedHead, WordKey
from extract.table.inked.placed import goes_across

#: What a column costs for each character by which it is wider or narrower than the shape says, the worst that one
#: gutter counts, and what a column costs in which nothing begins.
_OTHER_WIDTH, _WORST, _EMPTY = 0.25, -4.0, 3.0
#: So many characters may a column be wider or narrower for nothing.
_ABOUT = 2
#: Columns may stand so far behind a page's text: it shows nothing of the last ones.
_BEYOND = 40
#: A gutter counts so much at most, and of what it is worth beyond that this share.
_MOST, _MORE = 3.0, 0.05
#: A word of the head that stands in another column than elsewhere, a column without a word of the head, and two column
#: numbers in one column.
_ASTRAY, _UNNAMED, _TWO = 1.0, 6.0, 6.0


class _Filled:
    """Whether parts of enough lines stand between two gutters: white counts once, and costs where it is taken for a
    column."""

    def __init__(self, parts: Sequence[tuple[int, int, int]]) -> None:
        self._parts = parts
        self._full = full_lines(parts)
        self._known: dict[tuple[int, int], bool] = {}

    def holds(self, low: int, high: int) -> bool:
        found = self._known.get((low, high))
        if found is None:
            found = self._known[low, high] = holds_between(self._parts, low, high, self._full)
        return found


@dataclass(frozen=True, slots=True)
class AreaPage:
    """What an area tells: what each position is worth as a gutter and counts as one, what stands between two, the
    positions that may be gutters, the left edge, and the head."""

    area: Area
    worth: list[float]
    counted: list[float]
    filled: _Filled
    spots: tuple[int, ...]
    left: int
    head: PrintedHead
    own: float

    @classmethod
    def of(cls, area: Area, head: PrintedHead) -> AreaPage:
        inside = [line for line in area.lines if not goes_across(line, area.gutters)] or list(area.lines)
        worth = worth_of(inside)
        own = sum(_counted(worth[gutter]) for gutter in area.gutters)
        spots = {at for at in tops_of(worth) if worth[at] > LEAST + _WORST} | set(area.gutters)
        wide = [*worth, *[0.0] * _BEYOND]
        left = min(line.ink[0].left for line in area.lines) - 1
        return cls(
            area,
            wide,
            [_counted(one) for one in wide],
            _Filled(column_parts(inside)),
            tuple(sorted(spots)),
            left,
            head,
            own,
        )

    def named(self, gutters: Sequence[int]) -> list[int]:
        """The column of each word of the head."""
        return [sum(gutter < word.middle for gutter in gutters) for word in self.head.words]


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """How wide the columns are, the last one aside, and which words of the head stand in which."""

    widths: tuple[int, ...]
    columns: Mapping[WordKey, int]


def unnamed_cost(page: AreaPage, gutters: Sequence[int]) -> float:
    """What it costs that columns have no word of the head, or more than one number."""
    if not page.head.words:
        return 0.0
    count = Counter(page.named(gutters))
    cost = _UNNAMED * (len(gutters) + 1 - len(count))
    return cost + (_TWO * (len(page.head.words) - len(count)) + cost if page.head.counted else 0.0)


def _counted(worth: float) -> float:
    """What a gutter counts when pages are compared: pages count alike, however many lines they have."""
    over = max(0.0, worth - LEAST - _MOST)
    return max(worth - LEAST - over + _MORE * over, _WORST)


def gutters_like(shape: ColumnShape, page: AreaPage) -> tuple[float, tuple[int, ...]]:
    """The gutters of a page that are most like those of a shape, and what they are worth. A page may show none of the
    first columns: their gutters stand before its left edge."""
    astray = _Astray.of(shape, page)
    ways: dict[int, tuple[float, tuple[int, ...]]] = {page.left: (0.0, ())}
    missing: tuple[int, ...] = ()
    want = page.left
    end = len(page.worth) - 1
    for number, width in enumerate(shape.widths):
        want = min(want + width, end)
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for at in sorted({*page.spots, want}):
            own = page.counted[at] - astray.cost(number, at)
            best = max(
                (
                    (
                        score + (own if page.filled.holds(before, at) else -_EMPTY),
                        -max(0, abs(at - before - width) - _ABOUT),
                        path,
                    )
                    for before, (score, path) in ways.items()
                    if before < at
                ),
                key=lambda way: way[0] + _OTHER_WIDTH * way[1],
                default=None,
            )
            if best is not None:
                found[at] = best[0] + _OTHER_WIDTH * best[1], (*best[2], at)
        missing = (*[at - 1 for at in missing], page.left - 1)
        ways = found | ({page.left: (-_EMPTY * len(missing), missing)} if number < len(shape.widths) - 1 else {})
    return max(ways.values(), default=(float("-inf"), ()))


@dataclass(frozen=True, slots=True)
class _Astray:
    """For each gutter of a shape the middles of the head's words that stand left and right of it."""

    sides: tuple[tuple[list[float], list[float]], ...]

    @classmethod
    def of(cls, shape: ColumnShape, page: AreaPage) -> _Astray:
        known = [
            (column, word.middle)
            for word, key in zip(page.head.words, page.head.keys, strict=True)
            if (column := shape.columns.get(key)) is not None
        ]
        return cls(
            tuple(
                (sorted(m for column, m in known if column <= n), sorted(m for column, m in known if column > n))
                for n in range(len(shape.widths))
            )
        )

    def cost(self, number: int, at: int) -> float:
        """What it costs that words of the head stand on the other side of a gutter than elsewhere."""
        left, right = self.sides[number]
        return _ASTRAY * (len(left) - bisect_right(left, at) + bisect_right(right, at))
