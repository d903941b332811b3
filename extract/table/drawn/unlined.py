"""A heading without a line below it: it and the table's first row are drawn as one band of cells.

Input: a grid. Output: the grid with the line that is missing, where the numbers of the rows show it: in the first
column the number 1 stands below the heading (`NO` / `1`), and every cell of the band has text above that line and no
line of text across it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.read.pdf.words import lines_of
from schemas.layout import DrawnCell, Grid

_FIRST = re.compile(r"\(?1[.)]?$")
#: A heading has so many cells at least.
_FEWEST = 3


def with_line_below_heading(grid: Grid) -> Grid:
    """The grid with its first band parted below the heading, or the grid itself."""
    cells = [cell for cell in dict.fromkeys(grid.owner[0]) if cell.words]
    if len(cells) < _FEWEST or any(cell.r1 > 0 for cell in cells):
        return grid
    at = _first_row(cells[0])
    if at is None or not all(_parted(cell, at) for cell in cells):
        return grid
    return _cut(grid, at)


def _first_row(cell: DrawnCell) -> float | None:
    """The height (points) right above the number 1, where a cell prints it below something else."""
    lines = lines_of(cell.words)
    if len(lines) < 2 or not _FIRST.match(lines[-1].text) or lines[0].text[0].isdecimal():
        return None
    return lines[-1].base - lines[-1].size


def _parted(cell: DrawnCell, at: float) -> bool:
    """Has a cell text above this height, and below it a line that begins as high as the number?"""
    above = [word for word in cell.words if word.base <= at]
    below = [word for word in cell.words if word.base > at]
    return bool(above) and bool(below) and min(word.base - at - word.size for word in below) < 0.4 * below[0].size


def _cut(grid: Grid, at: float) -> Grid:
    """The grid with band 0 cut in two at a height."""
    made: dict[int, tuple[DrawnCell, DrawnCell]] = {}
    for cell in grid.cells:
        if cell.r0 == 0:
            upper, lower = [w for w in cell.words if w.base <= at], [w for w in cell.words if w.base > at]
            head = replace(cell, r1=0, bottom=at, bottom_drawn=True, words=upper)
            made[id(cell)] = head, replace(cell, r0=1, r1=cell.r1 + 1, top=at, top_drawn=True, words=lower)
        else:
            moved = replace(cell, r0=cell.r0 + 1, r1=cell.r1 + 1)
            made[id(cell)] = moved, moved
    owner = [[made[id(cell)][1] for cell in band] for band in grid.owner]
    owner.insert(0, [made[id(cell)][0] for cell in grid.owner[0]])
    cells = list(dict.fromkeys(cell for pair in made.values() for cell in pair))
    return replace(grid, ys=(grid.ys[0], at, *grid.ys[1:]), owner=owner, cells=cells)
