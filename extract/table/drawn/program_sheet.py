"""A table of programs drawn over one page or several -> its rows.

Input: a table whose headings were told from its rows. Output: its rows, page by page, each a draft a column; a row that
the page break cut is one row.
"""

from __future__ import annotations

from itertools import pairwise

from bahasa.program import is_program, program_columns
from extract.read.pdf.words import cell_lines
from extract.table.drawn.cell import CellDraft, CellLine
from extract.table.drawn.program import Program
from extract.table.drawn.rows import column_of
from extract.table.drawn.sheet import Sheet, TablePart


def program_of(sheet: Sheet) -> Program | None:
    """The table of programs that a sheet is; None where it is another one."""
    headings = [column.text for column in sheet.columns]
    if not is_program(headings):
        return None
    first = sheet.pieces[0]
    program = Program(first.page, first.top, headings)
    for piece in sheet.pieces:
        rows = _rows(sheet, piece)
        if program.rows and rows and piece.heading is None and _is_rest(rows[0], headings):
            for above, below in zip(program.rows[-1], rows.pop(0), strict=True):
                above.lines += below.lines
        program.rows += rows
    return program


def _is_rest(row: list[CellDraft], headings: list[str]) -> bool:
    """Is the first row of a page the rest of the one above: no number and no amount of its own?"""
    columns = program_columns(headings)
    keys = [columns[role] for role in ("no", "anggaran") if role in columns]
    return all(row[key].blank for key in keys)


def _rows(sheet: Sheet, piece: TablePart) -> list[list[CellDraft]]:
    columns = sheet.placed(piece)
    where = [column_of((a + b) / 2, columns) for a, b in pairwise(piece.grid.xs)]
    rows: list[list[CellDraft]] = []
    for band in range(piece.body, piece.stop):
        row = [CellDraft() for _ in sheet.columns]
        for cell in dict.fromkeys(piece.grid.owner[band]):
            if cell.words and (cell.r0 == band or (band == piece.body and piece.heading is None)):
                lines = cell_lines(cell)
                row[where[cell.c0]].lines += [CellLine(piece.page, line, cell.x1 - cell.x0, 0.0) for line in lines]
        if any(not cell.blank for cell in row):
            rows.append(row)
    return rows
