"""A table that prints its columns twice side by side (`NO | INDIKATOR | TARGET | NO | INDIKATOR | TARGET`) -> one below
the other.

A short table is set so to spare paper: its rows go on at the top of the second half. It is told by its form: the
headings come again in the same words, and the numbers of its rows count on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.read.pdf.grid import text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.drawn.beside import cut_columns
from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.heading_search import HeadingSearch
from schemas.layout import Grid

#: A half has so many columns at least; columns come again so many times at most.
_FEWEST, _MOST = 2, 3


def columns_below_each_other(grids: Sequence[Grid], search: HeadingSearch) -> list[Grid]:
    """The grids, those of a table whose columns come again in their parts, left to right."""
    return [part for grid in grids for part in _parts(grid, search)]


def _parts(grid: Grid, search: HeadingSearch) -> list[Grid]:
    heading = search.first(grid) if len(grid.xs) > 2 * _FEWEST else None
    count = _times(heading.columns) if heading is not None else 1
    if heading is None or count == 1:
        return [grid]
    width = len(heading.columns) // count
    lefts = [heading.columns[k * width].x0 for k in range(count)]
    cuts = [*(grid.xs.index(left) for left in lefts), len(grid.xs) - 1]
    crossed = any(cell.c0 < cut <= cell.c1 for cell in grid.cells for cut in cuts[1:-1])
    parts = [] if crossed else [cut_columns(grid, *edges) for edges in pairwise(cuts)]
    return parts if parts and _count_on(parts, heading) else [grid]


def _times(columns: Sequence[DrawnColumn]) -> int:
    """How many times the columns of a heading come, one after the other; 1 where they don't come again."""
    names = [column.names for column in columns]
    for count in range(_MOST, 1, -1):
        width = len(names) // count
        if width >= _FEWEST and names == names[:width] * count and all(names):
            return count
    return 1


def _count_on(parts: Sequence[Grid], heading: HeadingBand) -> bool:
    """Does each part begin with the number behind the last one of the part before it?"""
    numbers = [_numbers(part, heading.body) for part in parts]
    return all(numbers) and all(b[0] == a[-1] + 1 for a, b in pairwise(numbers))


def _numbers(grid: Grid, body: int) -> list[int]:
    printed = (ROW_NUMBER_ALONE.match(text_in(cell)) for cell in dict.fromkeys(row[0] for row in grid.owner[body:]))
    return [int(number[1]) for number in printed if number is not None]
