"""A table as drawn that is none of indicators -> its headings and cells, as they stand.

Nothing in it is understood, joined or parted: each cell has its text, its place, and the rows and columns that it
spans. Guarantee: every character of the table's parts is in a heading or a cell; a heading that a later page prints
again counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.read.pdf.words import cell_lines
from extract.table.context import DocumentWords
from extract.table.drawn.cell import CellDraft, CellLine, Show, cell_text
from extract.table.drawn.rows import column_of
from extract.table.drawn.sheet import Sheet, TablePart
from extract.table.sheet import OtherSheet
from schemas.decree import KeptCell, KeptTable, Text
from schemas.layout import DrawnCell


def other_sheet(sheet: Sheet, known: DocumentWords, show: Show) -> OtherSheet:
    """The table of a sheet. `known` are the document's unbroken words."""
    places = tuple(show(p.page, (p.grid.xs[0], p.top, p.grid.xs[-1], p.bottom)) for p in sheet.pieces)
    first = sheet.pieces[0]
    cells: list[KeptCell] = []
    above = 0
    for piece in sheet.pieces:
        start = piece.heading.last + 1 if piece.heading is not None else piece.first
        cells += _cells(sheet, piece, start, above - start + 1, known, show)
        above += piece.stop - start
    headings = tuple(_text(first.page, column.cells, known, show) for column in sheet.columns)
    return OtherSheet(
        KeptTable(page=places[0].page, places=places, headings=headings, cells=tuple(cells)), sheet.pieces
    )


def _cells(
    sheet: Sheet, piece: TablePart, start: int, shift: int, known: DocumentWords, show: Show
) -> Iterator[KeptCell]:
    """The cells of a part from band `start` on, band by band; a band is row `band + shift`."""
    columns = sheet.placed(piece)
    where = [column_of((a + b) / 2, columns) for a, b in pairwise(piece.grid.xs)]
    for band in range(start, piece.stop):
        for cell in dict.fromkeys(piece.grid.owner[band]):
            # one that begins in the heading is the heading's, one cut off above belongs to its first band here
            if cell.r0 == band or (band == start and piece.heading is None):
                yield KeptCell(
                    row=band + shift,
                    column=where[cell.c0] + 1,
                    rows=min(cell.r1, piece.stop - 1) - band + 1,
                    columns=where[cell.c1] - where[cell.c0] + 1,
                    text=_text(piece.page, (cell,), known, show),
                )


def _text(page: int, cells: Sequence[DrawnCell], known: DocumentWords, show: Show) -> Text:
    lines = [CellLine(page, line, cell.x1 - cell.x0, 0.0) for cell in cells for line in cell_lines(cell)]
    return cell_text(CellDraft(lines), known, show)
