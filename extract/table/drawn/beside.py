"""Tables side by side in one drawing, each below its holder (`KEPALA BAGIAN` over `SASARAN | INDIKATOR | TARGET`,
`KEPALA SUBBAGIAN` over the same) -> a grid for each, left to right.

A cascade of performance is drawn so: from left to right the offices, below each its own indicators. It is told by its
form: every cell of the heading's upper level stands over the same columns, an indikator among them, and no cell reaches
from one part into the next. The cell above the columns heads its part as a title in a band over all columns does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR
from extract.table.drawn.heading import HeadingBand
from extract.table.drawn.heading_search import HeadingSearch
from schemas.layout import DrawnCell, Grid

#: A part has so many columns at least.
_FEWEST = 2


def holders_apart(grids: Sequence[Grid], search: HeadingSearch) -> list[Grid]:
    """The grids, those of tables side by side in their parts, left to right."""
    return [part for grid in grids for part in _parts(grid, search)]


def _parts(grid: Grid, search: HeadingSearch) -> list[Grid]:
    heading = search.first(grid) if grid.ruled and len(grid.xs) > 2 * _FEWEST else None
    if heading is None or not _same_below(groups := _by_upper(grid, heading)):
        return [grid]
    cuts = [*(grid.xs.index(group[0].x0) for group in groups), len(grid.xs) - 1]
    if cuts[0] or any(
        cell.c0 < cut <= cell.c1 for cell in grid.cells for cut in cuts[1:-1] if cell.r1 >= heading.first
    ):
        return [grid]
    return [cut_columns(grid, *edges) for edges in pairwise(cuts)]


class _Below(NamedTuple):
    """A column's left edge and what it is called below the upper level."""

    x0: float
    name: tuple[str, ...]


def _by_upper(grid: Grid, heading: HeadingBand) -> list[list[_Below]]:
    """The columns below each cell of the upper level, be that the heading's own or the band above a heading."""
    if heading.last > heading.first:
        uppers = [(column.cells[0] if column.cells else None, column.names[1:]) for column in heading.columns]
    elif heading.first:
        above = grid.owner[heading.first - 1]
        uppers = [(above[grid.xs.index(column.x0)], column.names) for column in heading.columns]
    else:
        return []
    columns = [(upper, _Below(one.x0, name)) for one, (upper, name) in zip(heading.columns, uppers, strict=True)]
    return [[below for _, below in own] for upper, own in groupby(columns, key=itemgetter(0)) if upper and upper.words]


def _same_below(groups: Sequence[Sequence[_Below]]) -> bool:
    """Do several cells stand over columns called alike, one of them that of an indikator?"""
    names = [[column.name for column in group] for group in groups]
    if len(groups) < 2 or len(names[0]) < _FEWEST or any(one != names[0] for one in names) or not all(names[0]):
        return False
    return any(role_of_heading(" ".join(name)) == INDIKATOR for name in names[0])


def cut_columns(grid: Grid, first: int, stop: int) -> Grid:
    """The columns `first`..`stop` - 1 of a grid as a grid of their own."""
    made: dict[DrawnCell, DrawnCell] = {
        cell: replace(cell, c0=cell.c0 - first, c1=cell.c1 - first) for cell in grid.cells if first <= cell.c0 < stop
    }
    owner = [[made[cell] for cell in row[first:stop]] for row in grid.owner]
    return replace(grid, xs=grid.xs[first : stop + 1], owner=owner, cells=list(made.values()))
