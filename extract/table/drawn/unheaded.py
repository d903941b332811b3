"""A ruled area with the form of a table, of which nothing tells what its columns hold: kept as it stands.

Input: a ruled area that is no part of a table. Output: a sheet with its first bands as heading, or None where it is
drawn otherwise: a holder beside its labels, a box around a title, persons who sign. Read as lines, its words would be
those of what stands above (`Tugas : ...` over a table whose heading nobody knows).
"""

from __future__ import annotations

from bahasa.labels import starts_with_label
from bahasa.parts import head_labels
from extract.table.drawn.heading import MAX_LEVELS, CellText, heading_on
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
    full = sum(cells_printed(grid, band) >= _CELLS for band in range(first, stop))
    if cells_printed(grid, first) < _CELLS or 2 * full <= stop - first:
        return None
    levels = range(first, min(first + MAX_LEVELS, stop - 1))
    heading = next((one for last in levels if (one := heading_on(grid, first, last, text)) is not None), None)
    return Sheet(heading.columns, [TablePart(grid, first, stop, heading)]) if heading is not None else None


def _has_labels(grid: Grid, first: int, stop: int, text: CellText) -> bool:
    texts = [text(cell) for band in range(first, stop) for cell in starting(grid, band) if cell.words]
    return any(one.startswith(":") or starts_with_label(one, *head_labels()) for one in texts)
