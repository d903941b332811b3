"""A ruled area with the form of a table, of which nothing tells what its columns hold: kept as it stands.

Input: a ruled area that is no part of a table. Output: a sheet with its first bands as heading (without one where they
are a row), or None where it is drawn otherwise: a holder beside its labels, a box around a title, persons who sign.
Read as lines, its words would be those of what stands above (`Tugas : ...` over a table whose heading nobody knows).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bahasa.labels import starts_with_label
from bahasa.parts import head_labels
from bahasa.roles import OTHERS
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.drawn.heading import MAX_LEVELS, CellText, DrawnColumn, heading_on
from extract.table.drawn.heading_levels import cells_printed, starting
from extract.table.drawn.sheet import Rest, Sheet, TablePart
from schemas.layout import Grid

#: It has so many cells with text in its first band and in most bands, and so many bands: labels beside their values
#: have three at most (`1.` / `Jabatan` / `Camat`).
_CELLS, _BANDS = 4, 3


def unheaded_sheet(part: Rest, text: CellText) -> Sheet | None:
    """The table that a ruled area is by its form."""
    grid, first, stop = part
    if not grid.ruled or stop - first < _BANDS or _has_labels(grid, first, stop, text):
        return None
    full = sum(_shown(grid, band) >= _CELLS for band in range(first, stop))
    if cells_printed(grid, first) < _CELLS or 2 * full <= stop - first:
        return None
    levels = range(first, min(first + MAX_LEVELS, stop - 1))
    heading = next((one for last in levels if (one := heading_on(grid, first, last, text)) is not None), None)
    if heading is None and not _is_counted(grid, first, text):
        return None
    columns = heading.columns if heading is not None else [*_unnamed(grid)]
    return Sheet(columns, [TablePart(grid, first, stop, heading)])


def _is_counted(grid: Grid, band: int, text: CellText) -> bool:
    """Does a band begin with the number of a row?"""
    printed = next((cell for cell in starting(grid, band) if cell.words), None)
    return printed is not None and ROW_NUMBER_ALONE.match(text(printed)) is not None


def _shown(grid: Grid, band: int) -> int:
    """How many cells with text a band shows, those that go on from above it too."""
    return sum(bool(cell.words) for cell in dict.fromkeys(grid.owner[band]))


def _unnamed(grid: Grid) -> Iterator[DrawnColumn]:
    """The columns of a table that begins with a row: a page took its heading, or it was read as a row."""
    for x0, x1 in pairwise(grid.xs):
        yield DrawnColumn("", OTHERS, x0, x1)


def _has_labels(grid: Grid, first: int, stop: int, text: CellText) -> bool:
    texts = [text(cell) for band in range(first, stop) for cell in starting(grid, band) if cell.words]
    return any(one.startswith(":") or starts_with_label(one, *head_labels()) for one in texts)
