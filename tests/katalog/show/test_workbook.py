"""Workbooks and CSV files, whatever they hold."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from katalog.show.csv_file import csv_bytes
from katalog.show.page_links import Linked, PageLinks, links_from
from katalog.show.printed_sheet import PrintedSheet, SheetColumn, printed_lines, sheet_styles
from katalog.show.workbook import as_list, cut, workbook_bytes, write_value


def test_values_are_what_they_are_and_never_formulas(caplog: pytest.LogCaptureFixture) -> None:
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
    assert cells[7].value.endswith("x… [terpotong: teks ini 40000 huruf, sel memuat paling banyak 32767]")
    assert "A!H2: teks 40000 huruf" in caplog.text
    assert book.properties.title == "Judul" and book.properties.created.year == 2000
    assert book.worksheets[0].freeze_panes == "A2" and book.worksheets[0].auto_filter.ref == "A1:H2"


def test_csv_keeps_what_is_printed() -> None:
    data = csv_bytes(("a", "b"), [("=1", 'kata "kutip"'), ("dua\nbaris", None), ("\ud800", 1)])
    assert data == b'a,b\r\n=1,"kata ""kutip"""\r\n"dua\nbaris",\r\n?,1\r\n'


def test_a_character_beyond_sixteen_bits_counts_for_two() -> None:
    assert cut("\U0001f600" * 16383) == "\U0001f600" * 16383
    assert len(cut("a" * 9 + "\U0001f600" * 20000).encode("utf-16-le")) // 2 in (32766, 32767)


def test_a_pdf_is_linked_where_it_is_at_hand_with_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "katalog").mkdir()
    pdf = tmp_path / "katalog" / "sk 1.pdf"
    pdf.write_bytes(b"%PDF")
    sha256 = hashlib.sha256(b"%PDF").hexdigest()
    named = (tmp_path / "katalog" / "sk-1.json", "sk 1.pdf", sha256)
    links = links_from(str(tmp_path / "hasil.xlsx"), [named])
    assert links.to(sha256, 3) == Linked(3, "external:katalog/sk 1.pdf#page=3", "katalog/sk 1.pdf, hlm. 3")
    assert links.to(sha256, None) == Linked(None) and links.to("00", 3) == Linked(3)
    assert links_from(str(tmp_path / "h.xlsx"), [(pdf, "sk 1.pdf", "00" * 32)]) == PageLinks()
    assert links_from("-", [named]) == PageLinks()


def test_a_row_that_is_too_tall_goes_on_in_the_next() -> None:
    long = "\n".join(f"Baris ke-{number} dari isi yang panjang" for number in range(80))

    def fill(book: xlsxwriter.Workbook) -> None:
        columns = [SheetColumn("No.", 5), SheetColumn("Isi", 40), SheetColumn("Jenis", 10)]
        sheet = PrintedSheet(book, sheet_styles(book), "A", columns)
        sheet.head()
        sheet.row((1, long, "Diubah"))
        sheet.row((2, "pendek", "Diubah"))

    sheet = load_workbook(io.BytesIO(workbook_bytes(fill))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[0], row[2]) for row in rows] == [(1, "Diubah")] * 3 + [(2, "Diubah")]
    assert "\n".join(row[1] for row in rows[:3]) == long and rows[3][1] == "pendek"
    assert max(dimension.height or 0 for dimension in sheet.row_dimensions.values()) <= 409


def test_capitals_take_more_lines_and_a_footer_may_begin_with_a_digit() -> None:
    said = "Kepala Balai Pengembangan Perbibitan Ternak Domba"
    assert len(printed_lines(said.upper(), 46)) > len(printed_lines(said, 46)) == 1

    def fill(book: xlsxwriter.Workbook) -> None:
        PrintedSheet(book, sheet_styles(book), "A", [SheetColumn("No.", 5)]).footer("541 & 542")

    sheet = load_workbook(io.BytesIO(workbook_bytes(fill))).worksheets[0]
    assert sheet.oddFooter.left.text == "541 && 542" and sheet.oddFooter.left.size == 8
