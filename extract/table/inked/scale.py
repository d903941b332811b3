"""Pages of one table on one scale: an extractor sets each page on a grid of characters of its own.

Input: the grids of a text, in order. Output: the same; one that goes on with a table without printing its heading
stands on the scale of the page where the heading is: column on column where it shows as many, else from the first
column's left edge to the last one's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.table.drawn.heading import heading_from
from schemas.layout import DrawnCell, Grid, Word


def on_one_scale(grids: Iterable[Grid]) -> list[Grid]:
    """The grids, those without a heading on the scale of the last one with a heading."""
    found: list[Grid] = []
    headed: Grid | None = None
    for grid in grids:
        if heading_from(grid) is not None:
            headed = grid
        elif headed is not None:
            grid = _scaled(grid, headed.xs)
        found.append(grid)
    return found


def _scaled(grid: Grid, edges: Sequence[float]) -> Grid:
    """A grid whose columns, or whose first and last left edge, stand where these edges are."""
    alike = len(grid.xs) == len(edges)
    old, new = (grid.xs, edges) if alike else ((grid.xs[0], grid.xs[-2]), (edges[0], edges[-2]))

    def at(x: float) -> float:
        k = min(max(bisect_right(old, x) - 1, 0), len(old) - 2)
        return new[k] + (x - old[k]) * (new[k + 1] - new[k]) / (old[k + 1] - old[k])

    def moved(word: Word) -> Word:
        return word._replace(x0=at(word.x0), x1=at(word.x1), ends=tuple(map(at, word.ends)))

    cells = {
        id(cell): replace(cell, x0=at(cell.x0), x1=at(cell.x1), words=list(map(moved, cell.words)))
        for cell in grid.cells
    }
    owner: list[list[DrawnCell]] = [[cells[id(cell)] for cell in band] for band in grid.owner]
    return replace(grid, xs=tuple(map(at, grid.xs)), owner=owner, cells=list(cells.values()))
