"""Does what is drawn on a page go on with the table above it?

Asked of a grid and the table before it, by its form: where its columns stand, how its rows count on, and what they look
like.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.pdf.grid import text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.sheet import Sheet, TablePart
from extract.table.meaning.evidence import is_whole_target
from extract.table.meaning.head import print_kind
from schemas.layout import Grid

#: How far a column's edge may be from its place on the page before (points), after lining up the left edges.
EDGE = 6.0


def stands_below(piece: TablePart, grid: Grid) -> bool:
    """Does a grid stand below a part of a table: on a later page, or on the same one (a table cut in two)?"""
    return (piece.page, piece.bottom) < (grid.page, grid.ys[0] + 1)


def same_edges(grid: Grid, columns: Sequence[DrawnColumn]) -> bool:
    """Has the grid the columns' edges (lined up at its left edge)? Edges may be missing where a merged cell hides
    them, but each that is drawn must be known, and two of three are: half of them has what else is drawn below a
    table (two parties who sign)."""
    shift = grid.xs[0] - columns[0].x0
    edges = [c.x0 for c in columns] + [columns[-1].x1]
    if abs((grid.xs[-1] - grid.xs[0]) - (edges[-1] - edges[0])) > 2 * EDGE:
        return False
    known = sum(any(abs(x - shift - edge) <= EDGE for edge in edges) for x in grid.xs)
    found = sum(any(abs(x - shift - edge) <= EDGE for x in grid.xs) for edge in edges)
    return known >= 0.8 * len(grid.xs) and found * 3 >= 2 * len(edges) and len(grid.xs) > 2


def in_other_widths(grid: Grid, sheet: Sheet, search: HeadingSearch) -> bool:
    """Does a ruled grid without a heading go on with the table of the page before in columns of other widths (a page
    of another size, a table set anew)? It has as many columns, and its rows count on, or look as the last one does."""
    last = sheet.pieces[-1]
    if not grid.ruled or grid.page != last.page + 1 or len(grid.xs) != len(sheet.columns) + 1:
        return False
    if search.first(grid) is not None:
        return False
    above = _number(last.grid, last.stop - 1)
    if above is None:
        ends, begins = ([text_in(cell) for cell in row] for row in (last.grid.owner[last.stop - 1], grid.owner[0]))
        return list(map(print_kind, ends)) == list(map(print_kind, begins)) and any(map(is_whole_target, ends))
    # the first row may be the rest of the last one
    return above + 1 in [_number(grid, band) for band in range(min(2, len(grid.owner)))]


def may_go_on(grid: Grid, sheet: Sheet, search: HeadingSearch) -> bool:
    """Are the columns of a grid, seen by white alone, those of the table above it? A row alone, or what stands below a
    table that is ruled on the same page (`Kegiatan` / `Anggaran` and persons who sign), only with the number 1 or the
    next one."""
    last = sheet.pieces[-1]
    row = last.page < grid.page or (len(grid.owner) > 1 and not last.grid.ruled)
    if not row and (number := _number(grid, 0)) is not None:
        row = number == 1 or number - 1 == _last_number(sheet)
    return not grid.ruled and row and search.first(grid) is None


def _last_number(sheet: Sheet) -> int | None:
    """The last number of a table: the rows below it may share it (`2` beside a sasaran of two indicators)."""
    bands = ((piece, band) for piece in reversed(sheet.pieces) for band in range(piece.stop - 1, piece.body - 1, -1))
    numbers = (_number(piece.grid, band) for piece, band in bands)
    return next((number for number in numbers if number is not None), None)


def _number(grid: Grid, band: int) -> int | None:
    """The number that a band begins with."""
    match = ROW_NUMBER_ALONE.match(text_in(grid.owner[band][0]))
    return int(match[1]) if match else None
