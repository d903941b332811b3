"""Tables side by side in one drawing, each below its holder (`KEPALA BAGIAN` over `SASARAN | INDIKATOR | TARGET`,
`KEPALA SUBBAGIAN` over the same) -> a grid for each, left to right.

A cascade of performance is drawn so: from left to right the offices, below each its own indicators. It is told by its
form: every cell of the heading's upper level stands over columns with one indikator, and these are called alike, or the
cells name offices; no cell reaches from one part into the next. The cell above the columns heads its part as a title in
a band over all columns does. A number of the rows, left of all, is that of the first part; any other column there is of
all, so that nothing is parted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, pairwise
from typing import NamedTuple

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR, NO
from extract.read.pdf.grid import text_in
from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.meaning.fields import names_office
from schemas.layout import DrawnCell, Grid

#: A part has so many columns at least.
_FEWEST = 2


class _Part(NamedTuple):
    """The cell of the upper level and the columns below it, with what these are called below it."""

    upper: DrawnCell
    columns: Sequence[DrawnColumn]
    names: Sequence[str]


def holders_apart(grids: Sequence[Grid], search: HeadingSearch) -> list[Grid]:
    """The grids, those of tables side by side in their parts, left to right."""
    return [part for grid in grids for part in _cut(grid, search)]


def _cut(grid: Grid, search: HeadingSearch) -> list[Grid]:
    heading = search.first(grid) if grid.ruled and len(grid.xs) > 2 * _FEWEST else None
    level = heading.first - (heading.last == heading.first) if heading is not None else -1
    parts = _parts(grid, heading, level) if heading is not None and level >= 0 else []
    if not _stand_apart(parts):
        return [grid]
    cuts = [0, *(part.upper.c0 for part in parts[1:]), len(grid.xs) - 1]
    if any(cell.c0 < cut <= cell.c1 for cell in grid.cells for cut in cuts[1:-1]):
        return [grid]
    apart = [cut_columns(grid, *edges) for edges in pairwise(cuts)]
    return [_over_all(apart[0], level, parts[0].upper.c0), *apart[1:]]


def _parts(grid: Grid, heading: HeadingBand, level: int) -> list[_Part]:
    """The parts of a grid by the upper level of its heading, which may be the band above it; none where it has not one
    over all columns but those of the rows' number."""
    edges = {x: at for at, x in enumerate(grid.xs)}
    cells = [(grid.owner[level][edges[column.x0]], column) for column in heading.columns]
    below = list(dropwhile(lambda pair: pair[0].r1 > level, cells))
    # a column of anything else belongs to all parts: none can be cut out
    if [role_of_heading(" ".join(column.names)) for _, column in cells[: len(cells) - len(below)]] not in ([], [NO]):
        return []
    if any(cell.r0 != level or cell.r1 != level or not cell.words for cell, _ in below):
        return []
    own = int(heading.last > heading.first)
    parts = []
    for cell, group in groupby(below, key=lambda pair: pair[0]):
        columns = [column for _, column in group]
        parts.append(_Part(cell, columns, [" ".join(column.names[own:]) for column in columns]))
    return parts


def _stand_apart(parts: Sequence[_Part]) -> bool:
    """Are they several, each with one indikator, called alike or below the names of offices?"""
    each = all(
        len(part.columns) >= _FEWEST and [role_of_heading(name) for name in part.names].count(INDIKATOR) == 1
        for part in parts
    )
    alike = all(part.names == parts[0].names for part in parts)
    return len(parts) > 1 and each and (alike or all(names_office(text_in(part.upper)) for part in parts))


def _over_all(grid: Grid, level: int, first: int) -> Grid:
    """The first part with its upper cell over all its columns: those left of it, of the rows' number, begin below."""
    if not first:
        return grid
    upper = grid.owner[level][first]
    made = {cell: replace(cell, r0=level + 1) for cell in grid.cells if cell.r0 <= level < cell.r1 and cell.c1 < first}
    made[upper] = replace(upper, c0=0)
    owner = [[made.get(cell, cell) for cell in row] for row in grid.owner]
    owner[level] = [made[upper]] * len(owner[level])
    return replace(grid, owner=owner, cells=[made.get(cell, cell) for cell in grid.cells])


def cut_columns(grid: Grid, first: int, stop: int) -> Grid:
    """The columns `first`..`stop` - 1 of a grid as a grid of their own."""
    made: dict[DrawnCell, DrawnCell] = {
        cell: replace(cell, c0=cell.c0 - first, c1=cell.c1 - first) for cell in grid.cells if first <= cell.c0 < stop
    }
    owner = [[made[cell] for cell in row[first:stop]] for row in grid.owner]
    return replace(grid, xs=grid.xs[first : stop + 1], owner=owner, cells=list(made.values()))
