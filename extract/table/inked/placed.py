"""Words of lines -> the columns that they stand in.

Input: the lines of a table on one page and its gutters. Output: for each line its words by column. Decided for each
line as a whole, at least cost: a word outside its column, a text parted at a single blank and words far apart in one
column cost; a text that begins where others of its column begin costs nothing. How much the next best reading costs
more is how sure a column's words are. Guarantee: each word is in one column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.table.inked.ink import FAR, WIDE, Ink, InkLine
from extract.table.inked.widths import fitted, overfull

#: Costs: a character outside the column, a text parted at one blank (less where a column's texts begin behind it),
#: each blank between words of one column beyond one (up to so many), a beginning where no other text of it begins.
_OUTSIDE, _PARTED, _PARTED_ALIGNED, _APART, _MOST, _ASTRAY = 0.6, 2.5, 0.8, 0.35, 6, 0.4
_NEVER = float("inf")
#: Readings that cost so little more are weighed again by what the columns have room for.
_NEAR = 3.0
_NONE: Mapping[tuple[int, int], tuple[int, float]] = {}
_STAY: Mapping[int, Sequence[int]] = {}
#: What a step from one word to the next costs, from each column to each.
_Step = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line's words by column; `margins` has for each column how much more the best reading costs that gives it other
    words (infinite where there is none)."""

    line: InkLine
    cells: tuple[tuple[Ink, ...], ...]
    margins: tuple[float, ...] = ()

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def at(self) -> int:
        """Its place among the lines of the text (`InkLine.at`)."""
        return self.line.at

    def text(self, column: int) -> str:
        return " ".join(ink.text for ink in self.cells[column])

    @property
    def filled(self) -> list[int]:
        """The columns that have words."""
        return [k for k, cell in enumerate(self.cells) if cell]


def placed_lines(
    lines: Sequence[InkLine],
    gutters: Sequence[int],
    named: Mapping[tuple[int, int], tuple[int, float]] = _NONE,
    widths: Sequence[int] = (),
    drifted: Mapping[int, Sequence[int]] = _STAY,
) -> list[PlacedLine]:
    """Each line with its words in their columns; `named` has columns that are known (`Area.named`), `widths` how wide
    their texts are printed (see `column_widths`), `drifted` the gutters of lines that have their own."""
    own = [drifted.get(line.number, gutters) for line in lines]
    begins = beginnings(lines, own)
    return [_placed(line, at, begins, named, widths) for line, at in zip(lines, own, strict=True)]


def beginnings(lines: Sequence[InkLine], gutters: Sequence[Sequence[int]]) -> list[Counter[int]]:
    """Where the texts of each column begin, and how many do; `gutters` are those of each line."""
    begins: list[Counter[int]] = [Counter() for _ in range(len(gutters[0]) + 1)] if gutters else []
    for line, own in zip(lines, gutters, strict=True):
        for part in line.parts:
            begins[sum(gutter < part[0].left for gutter in own)][part[0].left] += 1
    return begins


def placing_cost(line: InkLine, gutters: Sequence[int], begins: Sequence[Counter[int]]) -> tuple[float, list[int]]:
    """What the best reading of a line costs, and the column of each word in it."""
    costs, steps, first = _weighed(line, gutters, begins)
    ahead = _ahead(first, costs, steps)
    return min(ahead[-1]), _path(ahead, steps)


def _weighed(
    line: InkLine, gutters: Sequence[int], begins: Sequence[Counter[int]]
) -> tuple[list[list[float]], list[_Step], list[float]]:
    """What each word costs in each column, each step to the next one, and the first word as a beginning."""
    count = len(gutters) + 1
    costs = [[_own(one, k, gutters) for k in range(count)] for one in line.ink]
    steps: list[_Step] = [
        [[_step(a, b, j, k, begins) for k in range(count)] for j in range(count)] for a, b in pairwise(line.ink)
    ]
    return costs, steps, [costs[0][k] + _begin(line.ink[0], begins[k]) for k in range(count)]


def _path(ahead: Sequence[Sequence[float]], steps: Sequence[_Step]) -> list[int]:
    """The column of each word in the reading that costs least."""
    path = [min(range(len(ahead[-1])), key=lambda k: ahead[-1][k])]
    for i in range(len(steps) - 1, -1, -1):
        path.append(min(range(path[-1] + 1), key=lambda j: ahead[i][j] + steps[i][j][path[-1]]))
    return path[::-1]


def goes_across(line: InkLine, gutters: Sequence[int]) -> bool:
    """Does a line stand across the columns (`MISI PERTAMA : ...`): one text, over more than one gutter, or over one
    and more than it could reach by accident?"""
    if len(line.parts) > 1 or not gutters:
        return False
    left, right = line.ink[0].left, line.ink[-1].right
    over = [gutter for gutter in gutters if left < gutter - 2 and right > gutter + 3]
    return len(over) > 1 or (len(over) == 1 and over[0] == gutters[0] and right > gutters[0] + 12)


def _placed(
    line: InkLine,
    gutters: Sequence[int],
    begins: Sequence[Counter[int]],
    named: Mapping[tuple[int, int], tuple[int, float]],
    widths: Sequence[int],
) -> PlacedLine:
    """The reading of a line that costs least, and for each column how much more the next best costs."""
    count = len(gutters) + 1
    costs, steps, first = _weighed(line, gutters, begins)
    for at, (one, own) in enumerate(zip(line.ink, costs, strict=True)):
        column, other = named.get((line.number, one.left), (0, 0.0))
        own[:] = [cost + (other if k != column else 0.0) for k, cost in enumerate(own)]
        if at == 0:
            first = [cost + (other if k != column else 0.0) for k, cost in enumerate(first)]
    ahead = _ahead(first, costs, steps)
    after = _after(costs, steps)
    path = _path(ahead, steps)
    through = [[a + b for a, b in zip(*both, strict=True)] for both in zip(ahead, after, strict=True)]
    margins = _margins(through, path)
    # a head is set in wider letters, and above columns that hold but numbers
    of_head = any((line.number, one.left) in named for one in line.ink)
    if widths and not of_head and (min(margins) <= _NEAR or overfull(line.ink, path, widths)):
        path, near = fitted(path, count, lambda way: _cost(way, first, costs, steps) + overfull(line.ink, way, widths))
        margins = tuple(near.get(k, margin) for k, margin in enumerate(margins))
    cells: list[list[Ink]] = [[] for _ in range(count)]
    for one, k in zip(line.ink, path, strict=True):
        cells[k].append(one)
    return PlacedLine(line, tuple(map(tuple, cells)), margins)


def _cost(path: Sequence[int], first: list[float], costs: Sequence[Sequence[float]], steps: Sequence[_Step]) -> float:
    """What a reading costs; `path` has the column of each word."""
    own = sum(costs[i][k] for i, k in enumerate(path) if i)
    return first[path[0]] + own + sum(step[j][k] for step, (j, k) in zip(steps, pairwise(path), strict=True))


def _ahead(first: list[float], costs: Sequence[Sequence[float]], steps: Sequence[_Step]) -> list[list[float]]:
    """For each word and column what the words up to it cost, this one in this column."""
    found = [first]
    for own, step in zip(costs[1:], steps, strict=True):
        ways = (min(found[-1][j] + step[j][k] for j in range(k + 1)) for k in range(len(own)))
        found.append([way + cost for way, cost in zip(ways, own, strict=True)])
    return found


def _after(costs: Sequence[Sequence[float]], steps: Sequence[_Step]) -> list[list[float]]:
    """For each word and column what the words behind it cost, this one in this column."""
    count = len(costs[0])
    found = [[0.0] * count]
    for own, step in zip(reversed(costs[1:]), reversed(steps), strict=True):
        last = found[-1]
        found.append([min(step[j][k] + own[k] + last[k] for k in range(j, count)) for j in range(count)])
    return found[::-1]


def _margins(through: Sequence[Sequence[float]], path: Sequence[int]) -> tuple[float, ...]:
    """For each column how much more the best reading costs that gives it other words."""
    best = min(through[0])
    count = len(through[0])
    found = [_NEVER] * count
    for ways, own in zip(through, path, strict=True):
        for k, cost in enumerate(ways):
            if k != own:
                found[k] = min(found[k], cost - best)
                found[own] = min(found[own], cost - best)
    return tuple(found)


def _own(one: Ink, k: int, gutters: Sequence[int]) -> float:
    """What a word costs in a column: the characters that stand outside."""
    low = gutters[k - 1] + 1 if k else -1
    high = gutters[k] if k < len(gutters) else FAR
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
