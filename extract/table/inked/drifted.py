"""The lines of a table on one page -> those whose columns stand elsewhere than on the rest of the page.

An extractor sets the words of a page on one grid of characters, stretch by stretch: a row with a long text moves what
is right of it, and the rows below that, so that a target stands right of the gutter in one row (`31  PPIU yang diawasi
7`) and left of it in others (`27  Persentase   100`), all of them plain to see. A line that has a text in each column
shows where they begin. All lines are asked together, at least cost, which of these columns they stand in: what placing
their words costs, and what it costs that columns move between two lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.table.inked.areas import Area
from extract.table.inked.ink import FAR, InkLine
from extract.table.inked.placed import beginnings, goes_across, placing_cost

#: Columns that make a table.
_COLUMNS = 3
#: What it costs that columns move between two lines, less where a line between them is blank.
_MOVE, _AT_BLANK = 3.0, 1.5
#: What a column without text costs in a line that has a text for each.
_EMPTY = 1.5
#: Gutters so near to those of others are the same, none moves farther than that (characters; words of justified type
#: stand apart as columns do); so many arrangements are tried, that of the page aside.
_SAME, _FARTHEST, _WAYS = 2, 12, 5
#: Lines that cost no more than that together stand well where they are.
_WELL = 2.0

_Gutters = tuple[int, ...]


def drifted(area: Area) -> Area:
    """The area, and the gutters of those of its lines that have their own."""
    head = max((number for number, _ in area.named), default=0)
    lines = [line for line in area.lines if line.number > head and not _is_across(line, area)]
    if len(area.gutters) + 1 < _COLUMNS or not lines:
        return area
    stay = _costs(lines, area.gutters)
    if sum(stay) <= _WELL:
        return area
    ways = _ways(lines, area.gutters)
    path = _cheapest(lines, [stay, *(_costs(lines, way) for way in ways)])
    return replace(area, drifted={line.number: ways[k - 1] for line, k in zip(lines, path, strict=True) if k})


def _is_across(line: InkLine, area: Area) -> bool:
    return line.number in area.groups or goes_across(line, area.gutters)


def _costs(lines: Sequence[InkLine], gutters: _Gutters) -> list[float]:
    """What placing each line costs in columns between these gutters."""
    begins = beginnings(lines, [gutters] * len(lines))
    costs: list[float] = []
    for line in lines:
        cost, path = placing_cost(line, gutters, begins)
        empty = len(gutters) + 1 - len(set(path)) if len(line.parts) == len(gutters) + 1 else 0
        costs.append(cost + _EMPTY * empty)
    return costs


def _ways(lines: Sequence[InkLine], gutters: _Gutters) -> list[_Gutters]:
    """The gutters that lines with a text in each column show, those of most lines first."""
    shown: dict[_Gutters, int] = {}
    for line in lines:
        if len(line.parts) == len(gutters) + 1:
            own = tuple(part[0].left - 1 for part in line.parts[1:])
            near = next((way for way in shown if _is_near(way, own)), own)
            shown[near] = shown.get(near, 0) + 1
    others = [way for way in shown if not _is_near(way, gutters) and _may_be(way, gutters)]
    return sorted(others, key=lambda way: -shown[way])[:_WAYS]


def _may_be(way: _Gutters, gutters: _Gutters) -> bool:
    """Does each gutter stay between its neighbours, not far from where the page has it?"""
    rooms = zip((-1, *gutters[:-1]), way, gutters, (*gutters[1:], FAR), strict=True)
    return all(low < own < high and abs(own - at) <= _FARTHEST for low, own, at, high in rooms)


def _is_near(one: _Gutters, other: _Gutters) -> bool:
    return all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))


def _cheapest(lines: Sequence[InkLine], costs: Sequence[Sequence[float]]) -> list[int]:
    """The arrangement of each line, all together at least cost; `costs[k][i]` is what line `i` costs in one."""
    count = len(costs)
    total = [own[0] for own in costs]
    back: list[list[int]] = []
    for i in range(1, len(lines)):
        move = _AT_BLANK if lines[i].at - lines[i - 1].at > 1 else _MOVE
        best = min(range(count), key=lambda k: total[k])
        back.append([k if total[k] <= total[best] + move else best for k in range(count)])
        total = [min(total[k], total[best] + move) + costs[k][i] for k in range(count)]
    path = [min(range(count), key=lambda k: total[k])]
    for own in reversed(back):
        path.append(own[path[-1]])
    return path[::-1]
