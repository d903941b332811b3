"""Pages of one table -> the same columns on each.

Input: the areas of a text, each with the gutters that its own lines show. Output: the same areas. A page with few rows
hides columns, or seems to have some more; its neighbours show them. Each page keeps its own gutters unless those of
another page, as far apart as there, stand about as well on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from extract.table.inked.areas import Area
from extract.table.inked.gutters import LEAST, worth_of
from extract.table.inked.placed import goes_across

#: What a column costs for each character by which it is wider or narrower than on the other page, how far (characters)
#: a gutter is looked for, the worst that one gutter counts, and what a column costs in which nothing begins.
_OTHER_WIDTH, _REACH, _WORST, _EMPTY = 0.25, 24, -4.0, 3.0
#: Columns may stand so far behind a page's text: it shows nothing of the last ones.
_BEYOND = 40
#: A gutter counts so much at most, and of what it is worth beyond that this share.
_MOST, _MORE = 3.0, 0.05
#: A page whose own columns are worth so much more than those of the others has a table of its own.
_OWN = 10.0


def alike(areas: Sequence[Area]) -> list[Area]:
    """The areas with as many columns as fit all of them best; one that they don't fit at all keeps its own."""
    own = [_strength(area) for area in areas]
    models = {len(areas[k].gutters): areas[k] for k in sorted(range(len(areas)), key=lambda k: own[k])}
    best: tuple[float, list[Area]] = (float("-inf"), [])
    for count, model in sorted(models.items()):
        found: list[Area] = []
        total = 0.0
        for area, worth in zip(areas, own, strict=True):
            score, gutters = (worth, area.gutters) if len(area.gutters) == count else _as_on(model, area)
            kept = score < worth - _OWN
            total += worth - _OWN if kept else score
            found.append(area if kept else replace(area, gutters=gutters))
        best = max(best, (total, found), key=lambda way: way[0])
    return best[1]


def _strength(area: Area) -> float:
    worth = _worth(area)
    return sum(_counted(worth[gutter]) for gutter in area.gutters)


def _counted(worth: float) -> float:
    """What a gutter counts when pages are compared: pages count alike, however many lines they have."""
    over = max(0.0, worth - LEAST - _MOST)
    return max(worth - LEAST - over + _MORE * over, _WORST)


def _worth(area: Area) -> list[float]:
    inside = [line for line in area.lines if not goes_across(line, area.gutters)]
    return worth_of(inside or area.lines)


def _left(area: Area) -> int:
    return min(line.ink[0].left for line in area.lines)


def _as_on(model: Area, area: Area) -> tuple[float, tuple[int, ...]]:
    """The gutters of an area that are most like those of another, and what they are worth. A page may show none of the
    first columns."""
    worth = [*_worth(area), *[0.0] * _BEYOND]
    begun = list(accumulate(_begins(area, len(worth))))
    left = _left(area) - 1
    edges = [_left(model) - 1, *model.gutters]
    ways: list[tuple[float, tuple[int, ...]]] = []
    for missing in range(len(edges) - 1):
        widths = [b - a for a, b in pairwise(edges[missing:])]
        score, found = _placed_gutters(left, widths, worth, begun)
        ways.append((score - _EMPTY * missing, (*range(left - missing, left), *found)))
    return max(ways)


def _placed_gutters(
    left: int, widths: Sequence[int], worth: Sequence[float], begun: Sequence[int]
) -> tuple[float, tuple[int, ...]]:
    """Gutters behind a left edge, about so far apart."""
    ways: dict[int, tuple[float, tuple[int, ...]]] = {left: (0.0, ())}
    want = left
    for width in widths:
        want += width
        ways = {
            at: max(
                (score + _worth_at(worth, begun, before, at) - _OTHER_WIDTH * abs(at - before - width), (*path, at))
                for before, (score, path) in ways.items()
                if before < at
            )
            for at in range(max(1, want - _REACH), min(len(worth) - 1, want + _REACH) + 1)
            if min(ways, default=at) < at
        }
    return max(ways.values(), default=(float("-inf"), ()))


def _worth_at(worth: Sequence[float], begun: Sequence[int], before: int, at: int) -> float:
    """What a gutter is worth behind another one: white counts once, and costs where it is taken for a column."""
    return _counted(worth[at]) if begun[at] > begun[max(before, 0)] else -_EMPTY


def _begins(area: Area, size: int) -> list[int]:
    """How many parts of lines begin at each position."""
    begins = [0] * size
    for line in area.lines:
        for part in line.parts:
            begins[part[0].left] += 1
    return begins
