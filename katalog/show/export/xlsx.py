"""XLSX: one sheet a table, header frozen, filters on. Every text is written as a string: nothing runs as a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from katalog.show.export.tables import Cell, Table, Type

#: A workbook holds its time of creation; a fixed one keeps the bytes canonical.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: Excel's limit for a cell.
_LONGEST = 32767


def workbook(tables: Sequence[Table]) -> bytes:
    """The workbook's bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        bold = book.add_format({"bold": True})
        for table in tables:
            _sheet(book.add_worksheet(table.name), table, bold)
    return stream.getvalue()


def _sheet(sheet: Worksheet, table: Table, bold: Format) -> None:
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, bold)
    types = table.types()
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _cell(sheet, number, column, cell, types[column])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _cell(sheet: Worksheet, row: int, column: int, cell: Cell, kind: Type) -> None:
    if cell is None or cell == "":
        return
    if kind == "text":
        sheet.write_string(row, column, str(cell)[:_LONGEST])
    else:
        sheet.write_number(row, column, float(cell))
