"""What a page break cuts off a table without upright lines: the rest of a row, a row alone, rows without numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak
from flows import flow_of_pdf

from extract.read.pdf.banded import LineBand
from extract.read.pdf.block_head import has_labels
from extract.read.pdf.last_rows import ruled_off
from extract.read.pdf.numbered_columns import numbers_columns
from extract.read.pdf.words import TextLine, lines_of
from extract.table.sheet import DrawnTable
from schemas.layout import Line, Word

LEFT = (40.0, 80.0, 300.0, 520.0, 640.0)
HEAD = ("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "SUMBER DATA")
FIRST = (
    ("1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen", "Bidang Mutasi"),
    ("2", "Terwujudnya tertib arsip", "Persentase arsip tertata dan", "80 %", "Seksi Arsip"),
)
Cells = Sequence[str]


class Sheet:
    """A document of tables ruled across, or not at all."""

    def __init__(self, rules: bool = True) -> None:
        self.doc, self.rules, self.base = Cetak(), rules, 0.0

    def page(self, base: float = 60.0) -> None:
        self.doc.page()
        self.base = base
        self.rule()

    def rule(self, left: float = 36.0) -> None:
        if self.rules:
            self.doc.line(left, self.base - 12, 800, self.base - 12)

    def row(self, *cells: Cells, ruled: float = 36.0) -> None:
        """Lines of cells, one below the other, and the line below them."""
        for line in cells:
            for x, text in zip(LEFT, line, strict=False):
                if text:
                    self.doc.text(x, self.base, text)
            self.base += 11
        self.base += 9
        self.rule(ruled)

    def cut(self, base: float = 430) -> Sheet:
        """A table down to the foot of the first page, and the next page."""
        self.page(base)
        self.doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
        self.doc.text(40, 80, "Jabatan : Kepala Bidang Mutasi")
        for cells in (HEAD, *FIRST):
            self.row(cells)
        self.page()
        return self

    def flow(self) -> tuple[list[list[str]], list[str]]:
        """The cells of the rows, and the lines outside the table."""
        items = flow_of_pdf(self.doc.save()).items
        (table,) = (item for item in items if isinstance(item, DrawnTable))
        cells = [[cell.text.as_printed for cell in row.cells.values()] for row in table.rows]
        return cells, [item.text for item in items if isinstance(item, Line)]


def with_end(text: str) -> list[list[str]]:
    rows = [list(row) for row in FIRST]
    rows[1][2] += f" {text}"
    return rows


@pytest.mark.parametrize("rules", [True, False])
def test_the_rest_of_a_cell_alone_at_the_top_of_a_page(rules: bool) -> None:
    sheet = Sheet(rules).cut()
    sheet.row(("", "", "terpelihara"))
    cells, lines = sheet.flow()
    assert cells == with_end("terpelihara") and not any("terpelihara" in line for line in lines)


def test_the_rest_of_a_cell_below_the_heading_printed_again() -> None:
    sheet = Sheet().cut()
    sheet.row(HEAD)
    sheet.row(("", "", "terpelihara"))
    assert sheet.flow()[0] == with_end("terpelihara")


def test_a_rest_of_three_columns_heads_no_rows() -> None:
    sheet = Sheet().cut()
    sheet.row(("", "perkantoran", "terpelihara", "", "dan Statis"))
    sheet.row(("", "Tersedianya data", "Jumlah data", "", "Bidang Data"))
    sheet.row(("", "Tersedianya peta", "Jumlah peta", "", "Bidang Data"))
    cells, _ = sheet.flow()
    assert cells[1][1:3] == ["Terwujudnya tertib arsip perkantoran", "Persentase arsip tertata dan terpelihara"]
    assert [row[2] for row in cells[2:]] == ["Jumlah data", "Jumlah peta"]


def test_the_last_row_alone_on_its_page() -> None:
    sheet = Sheet().cut()
    sheet.row(("3", "", "Indeks kepuasan", "80"))
    cells, _ = sheet.flow()
    assert cells[2] == ["3", "", "Indeks kepuasan", "80", ""]


@pytest.mark.parametrize("x, text", [(80.0, "PERJANJIAN KINERJA"), (40.0, "lanjutan naskah ini"), (420.0, "dan lain")])
def test_what_stands_in_no_column_or_begins_anew_is_no_rest(x: float, text: str) -> None:
    sheet = Sheet(rules=False).cut()
    sheet.doc.text(x, 60, text)
    cells, lines = sheet.flow()
    assert cells == [list(row) for row in FIRST] and text in [line.strip() for line in lines]


def test_a_table_that_ends_far_above_the_foot_of_its_page_is_not_cut_there() -> None:
    sheet = Sheet(rules=False).cut(200)
    sheet.row(("", "", "terpelihara"))
    sheet.doc.text(40, 500, "Ditetapkan di Sukamaju")
    assert sheet.flow()[0] == [list(row) for row in FIRST]


def test_a_last_row_of_one_cell_between_two_lines() -> None:
    sheet = Sheet()
    sheet.page()
    for cells in (HEAD, *FIRST):
        sheet.row(cells)
    sheet.row(("", "", "Pelaporan hasil"))
    assert sheet.flow()[0][2] == ["", "", "Pelaporan hasil", "", ""]


def test_a_row_without_a_number_below_one_with_it_is_no_signature() -> None:
    sheet = Sheet()
    sheet.page()
    sheet.row(HEAD)
    sheet.row(FIRST[0], ruled=290.0)
    sheet.row(("", "", "Persentase hasil pemeriksaan ditutup", "100 %"))
    assert [row[2:4] for row in sheet.flow()[0]][1] == ["Persentase hasil pemeriksaan ditutup", "100 %"]


def test_a_line_beside_a_merged_cell_parts_rows_where_that_cells_text_goes_on_alone() -> None:
    sheet = Sheet()
    sheet.page()
    sheet.row(HEAD)
    sheet.row(("1", "Meningkatnya", "Jumlah dokumen", "1 dokumen", "Bidang"), ruled=290.0)
    sheet.doc.text(LEFT[1], sheet.base - 8, "mutu layanan")
    sheet.row(("", "", "Jumlah laporan", "2 laporan", "Bidang"))
    cells, _ = sheet.flow()
    assert [row[1:4] for row in cells] == [
        ["Meningkatnya mutu layanan", "Jumlah dokumen", "1 dokumen"],
        ["", "Jumlah laporan", "2 laporan"],
    ]


def test_a_number_within_a_cell_begins_no_row() -> None:
    sheet = Sheet()
    sheet.page()
    sheet.row(HEAD)
    sheet.row(
        ("7", "Tersedianya", "Jumlah barang", "5 barang", "Bidang"),
        ("", "barang dalam", "yang tersedia", "", "Umum"),
        ("", "1 (satu) tahun", "bagi kantor"),
    )
    assert [row[1] for row in sheet.flow()[0]] == ["Tersedianya barang dalam 1 (satu) tahun"]


def test_the_end_of_a_list_above_row_one_is_none_of_its_rows() -> None:
    sheet = Sheet(rules=False)
    sheet.page()
    for cells in (HEAD, *FIRST):
        sheet.row(cells)
    sheet.page()
    sheet.doc.text(40, 30, "Jabatan : Analis Kepegawaian")
    sheet.doc.text(40, 48, "Fungsi  : a. Penyiapan laporan pelaksanaan kegiatan pegawai sesuai prosedur dan ketentuan")
    sheet.doc.text(80, 61, "yang berlaku;")
    sheet.base = 84
    for cells in FIRST:
        sheet.row(cells)
    items = flow_of_pdf(sheet.doc.save()).items
    assert "yang berlaku;" in [item.text.strip() for item in items if isinstance(item, Line)]


def test_headings_that_count_are_no_numbers_of_columns() -> None:
    def line(*parts: tuple[float, str]) -> TextLine:
        words = [Word(t, x, 0, x + 5 * len(t), 9, 8, 9, True, 0, (x + 5.0 * len(t),)) for x, t in parts]
        return lines_of(words)[0]

    above = [line((40, "No"), (80, "Indikator"), (300, "Target"))]
    assert not numbers_columns(above, line((400, "I"), (450, "II"), (500, "III"), (550, "IV")))
    assert numbers_columns(above, line((42, "(1)"), (100, "(2)"), (310, "(3)"), (400, "(4)")))


def test_a_band_without_a_gutter_has_no_rows_below_it() -> None:
    # `Indikator    Kinerja   merupakan ...`: justified lines may look like columns that no white parts
    lines = lines_of(
        Word(t, 40, b - 8, 100, b, b, 9, True, 0, (100.0,)) for t, b in (("Indikator", 50), ("Kinerja", 80))
    )
    bands = [LineBand([line], line.top, line.bottom) for line in lines]
    assert ruled_off(bands, 0, 1, [], []) == 1


@pytest.mark.parametrize(("first", "labels"), [("1.", True), ("a)", True), ("Bidang", False)])
def test_a_numbered_label_is_one(first: str, labels: bool) -> None:
    parts = ((40, first), (80, "JABATAN:"), (200, "Kepala"), (260, "Bidang"))
    words = [Word(t, x, 42, x + 5 * len(t), 52, 50, 9, True, 0, (x + 5.0 * len(t),)) for x, t in parts]
    (line,) = lines_of(words)
    assert has_labels(LineBand([line], line.top, line.bottom)) is labels


def test_the_title_above_a_head_drawn_as_a_table_is_no_rest() -> None:
    """It begins where cells of a column do, and the top of the head's table is drawn right below it."""
    sheet = Sheet(rules=False).cut()
    sheet.doc.text(80, 60, "IKI TAHUN 2022")
    sheet.doc.cells([36, 300, 320, 800], [["A. Jabatan", ":", "Pengelola Data"], ["B. Tugas", ":", "Menata data"]], 70)
    rows, lines = [], []
    for item in flow_of_pdf(sheet.doc.save()).items:
        rows += [[cell.text.as_printed for cell in row.cells.values()] for row in getattr(item, "rows", ())]
        lines += [item.text] if isinstance(item, Line) else []
    assert rows == [list(row) for row in FIRST] and "IKI TAHUN 2022" in [line.strip() for line in lines]
