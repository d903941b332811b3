"""XLSX: one sheet a table, header frozen, filters on."""

from __future__ import annotations

from collections.abc import Sequence

import xlsxwriter

from katalog.show.export.tidy import TidyTable
from katalog.show.workbook import as_list, workbook_bytes, write_value


def tables_workbook(tables: Sequence[TidyTable]) -> bytes:
    """The workbook's bytes."""

    def fill(book: xlsxwriter.Workbook) -> None:
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            for column, name in enumerate(table.columns):
                sheet.write_string(0, column, name, bold)
            for number, row in enumerate(table.typed_rows(), start=1):
                for column, value in enumerate(row):
                    write_value(sheet, number, column, value)
            as_list(sheet, len(table.rows), len(table.columns))

    return workbook_bytes(fill)
