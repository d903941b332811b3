"""Words of lines -> the columns that they stand in.

Input: the lines of a table on one page and its gutters. Output: for each line its words by column. Decided for each
line as a whole, at least cost: a word outside its column, a text parted at a single blank and words far apart in one
column cost; a text that begins where others of its column begin costs nothing. How much the next best reading costs
more is how sure a line is. Guarantee: each word is in one column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.table.inked.ink import WIDE, Ink, InkLine

#: Costs: a character outside the column, a text parted at one blank (less where a column's texts begin behind it),
#: each blank between words of one column beyond one (up to so many), a beginning where no other text of it begins.
_OUTSIDE, _PARTED, _PARTED_ALIGNED, _APART, _MOST, _ASTRAY = 0.6, 2.5, 0.8, 0.35, 6, 0.4
#: The reading of a line is sure where the next best one costs so much more.
_CLEAR = 1.0
_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line's words by column; `sure` is False where another reading is as likely."""

    line: InkLine
    cells: tuple[tuple[Ink, ...], ...]
    sure: bool = True

    @property
    def number(self) -> int:
        return self.line.number

    def text(self, column: int) -> str:
        return " ".join(ink.text for ink in self.cells[column])

    @property
    def filled(self) -> list[int]:
        """The columns that have words."""
        return [k for k, cell in enumerate(self.cells) if cell]


def placed_lines(lines: Sequence[InkLine], gutters: Sequence[int]) -> list[PlacedLine]:
    """Each line with its words in their columns."""
    begins: list[Counter[int]] = [Counter() for _ in range(len(gutters) + 1)]
    for line in lines:
        for part in line.parts:
            begins[sum(gutter < part[0].left for gutter in gutters)][part[0].left] += 1
    return [_placed(line, gutters, begins) for line in lines]


def goes_across(line: InkLine, gutters: Sequence[int]) -> bool:
    """Does a line stand across the columns (`MISI PERTAMA : ...`): one text, over more than one gutter, or over one
    and more than it could reach by accident?"""
    if len(line.parts) > 1 or not gutters:
        return False
    left, right = line.ink[0].left, line.ink[-1].right
    over = [gutter for gutter in gutters if left < gutter - 2 and right > gutter + 3]
    return len(over) > 1 or (len(over) == 1 and over[0] == gutters[0] and right > gutters[0] + 12)


def _placed(line: InkLine, gutters: Sequence[int], begins: Sequence[Counter[int]]) -> PlacedLine:
    """The reading of a line that costs least. Its parts are read one by one where no part reaches over a gutter."""
    count = len(gutters) + 1
    costs = [[_own(one, k, gutters) for k in range(count)] for one in line.ink]
    ahead = [[costs[0][k] + _begin(line.ink[0], begins[k]) for k in range(count)]]
    back: list[list[int]] = [[0] * count]
    for i in range(1, len(line.ink)):
        row, came = [], []
        for k in range(count):
            ways = [(ahead[-1][j] + _step(line.ink[i - 1], line.ink[i], j, k, begins), j) for j in range(k + 1)]
            cost, j = min(ways)
            row.append(cost + costs[i][k])
            came.append(j)
        ahead.append(row)
        back.append(came)
    k = min(range(count), key=lambda k: ahead[-1][k])
    best, path = ahead[-1][k], [k]
    for came in reversed(back[1:]):
        path.append(came[path[-1]])
    path.reverse()
    cells: list[list[Ink]] = [[] for _ in range(count)]
    for one, k in zip(line.ink, path, strict=True):
        cells[k].append(one)
    return PlacedLine(line, tuple(map(tuple, cells)), _is_sure(line, path, costs, begins, best))


def _own(one: Ink, k: int, gutters: Sequence[int]) -> float:
    """What a word costs in a column: the characters that stand outside."""
    low = gutters[k - 1] + 1 if k else -1
    high = gutters[k] if k < len(gutters) else 1 << 20
    outside = min(one.right - one.left, max(0, low - one.left) + max(0, one.right - high))
    away = max(0, low - one.right, one.left - high)
    return _OUTSIDE * (outside + 2 * away)


def _step(left: Ink, right: Ink, j: int, k: int, begins: Sequence[Counter[int]]) -> float:
    """What it costs that two neighbours stand in these columns."""
    gap = right.left - left.right
    if j == k:
        return _APART * min(gap - 1, _MOST)
    cost = _begin(right, begins[k])
    if gap < WIDE:
        cost += _PARTED_ALIGNED if begins[k][right.left] > 1 else _PARTED
    return cost


def _begin(one: Ink, begins: Counter[int]) -> float:
    return 0.0 if begins[one.left] > 1 else _ASTRAY


def _is_sure(
    line: InkLine, path: Sequence[int], costs: Sequence[Sequence[float]], begins: Sequence[Counter[int]], best: float
) -> bool:
    """Does each text that touches two columns stand clearly in its own? Moving its border by a word is the next best
    reading."""
    for i, (j, k) in enumerate(pairwise(path)):
        if j == k:
            continue
        for at, column in ((i, k), (i + 1, j)):
            moved = [*path[:at], column, *path[at + 1 :]]
            if any(b < a for a, b in pairwise(moved)):
                continue
            if _cost(line, moved, costs, begins) - best < _CLEAR:
                return False
    return True


def _cost(
    line: InkLine, path: Sequence[int], costs: Sequence[Sequence[float]], begins: Sequence[Counter[int]]
) -> float:
    total = _begin(line.ink[0], begins[path[0]]) + sum(costs[i][k] for i, k in enumerate(path))
    for i, (j, k) in enumerate(pairwise(path)):
        total += _step(line.ink[i], line.ink[i + 1], j, k, begins)
    return total
