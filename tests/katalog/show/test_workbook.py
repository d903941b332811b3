"""Workbooks and CSV files, whatever they hold."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from katalog.show.csv_file import csv_bytes
from katalog.show.workbook import as_list, workbook_bytes, write_value


def test_values_are_what_they_are_and_never_formulas() -> None:
    values = ("=1+1", "http://contoh.invalid", "12", 12, 1.5, None, "", "x" * 40000)

    def fill(book: object) -> None:
        sheet = book.add_worksheet("A")  # type: ignore[attr-defined]
        for column, value in enumerate(values):
            write_value(sheet, 1, column, value)
        as_list(sheet, 1, len(values))

    data = workbook_bytes(fill, title="Judul")
    assert data == workbook_bytes(fill, title="Judul")
    book = load_workbook(io.BytesIO(data))
    cells = list(book.worksheets[0][2])
    assert [cell.value for cell in cells[:7]] == ["=1+1", "http://contoh.invalid", "12", 12, 1.5, None, None]
    assert {cell.data_type for cell in cells} == {"s", "n"} and not any(cell.hyperlink for cell in cells)
    assert len(cells[7].value) == 32767
    assert book.properties.title == "Judul" and book.properties.created.year == 2000
    assert book.worksheets[0].freeze_panes == "A2" and book.worksheets[0].auto_filter.ref == "A1:H2"


def test_csv_keeps_what_is_printed() -> None:
    data = csv_bytes(("a", "b"), [("=1", 'kata "kutip"'), ("dua\nbaris", None), ("\ud800", 1)])
    assert data == b'a,b\r\n=1,"kata ""kutip"""\r\n"dua\nbaris",\r\n?,1\r\n'
