"""What stands beside and between tables of indicators: schedules, bands with holders, rows that white alone parts."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel
from flows import flow_of_pdf

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.sheet import DrawnTable
from schemas.decree import Block

WIDTHS = [50.0, 180.0, 200.0, 110.0]
HEAD = ["KODE", "SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET"]
ROWS = [
    ["SK1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"],
    ["SK2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"],
]


def blocks_of(doc: Cetak) -> list[Block]:
    return list(decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks)


@pytest.mark.parametrize(
    "dates", [("4 April 2025", "7 April 2025", "9 April 2025"), ("April", "Mei", "Juni"), ("1 Mei", "2 Mei", "3 Mei")]
)
def test_a_schedule_is_no_table_of_indicators(dates: tuple[str, str, str]) -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 40, "PERJANJIAN KINERJA")
    doc.text(60, 56, "KEPALA BAGIAN UMUM")
    below = Tabel(doc, WIDTHS, HEAD, top=70).build(ROWS) or 200.0
    Tabel(doc, WIDTHS, ["TRIWULAN", "BATAS UNGGAH", "VERIFIKASI", "DIALOG KINERJA"], top=below + 60).build(
        [["I", *dates], ["II", *dates]]
    )
    (block,) = blocks_of(doc)
    assert len(block.rows) == 2


def band(doc: Cetak, top: float, label: str, office: str) -> float:
    """A label beside its value, in lines of their own right above a table."""
    for x in (40.0, 140.0, 40.0 + sum(WIDTHS)):
        doc.line(x, top, x, top + 18)
    doc.line(40, top, 40 + sum(WIDTHS), top)
    doc.text(46, top + 12, label)
    doc.text(146, top + 12, office)
    return top + 18


@pytest.mark.parametrize("label", ["Pejabat", "Pemilik Kinerja", "Penerima Amanah"])
def test_an_office_beside_its_label_above_a_heading_begins_a_table(label: str) -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 40, "PENJABARAN PERJANJIAN KINERJA")
    top = 60.0
    for office in ("Kepala Balai Besar", "Kepala Bagian Umum"):
        below = band(doc, top, label, office)
        Tabel(doc, WIDTHS, HEAD, left=40, top=below).build(ROWS)
        top = below + 130
    assert [len(block.rows) for block in blocks_of(doc)] == [2, 2]


@pytest.mark.parametrize(("pitch", "rows"), [(14.0, 5), (11.0, 3)])
def test_white_as_between_numbered_rows_parts_rows(pitch: float, rows: int) -> None:
    """Where it is no more than between the lines of a cell, it parts none."""
    doc = Cetak()
    doc.page()
    cells = [
        ("1.", ["Terlayaninya warga", "kelurahan"], [["Persentase surat", "yang selesai"], ["Jumlah pengaduan"]]),
        ("2.", ["Tertagihnya pajak"], [["Persentase pajak"]]),
        ("3.", ["Bergeraknya warga"], [["Jumlah gotong royong"], ["Jumlah bank sampah", "yang beroperasi"]]),
    ]
    lefts = (40.0, 80.0, 260.0, 480.0)
    for x, text in zip(lefts, ("NO", "SASARAN", "INDIKATOR", "TARGET"), strict=True):
        doc.text(x, 60, text)
    base = 74.0
    for number, sasaran, several in cells:
        doc.text(40, base, number)
        for i, text in enumerate(sasaran):
            doc.text(80, base + 11 * i, text)
        for k, indikator in enumerate(several):
            doc.text(480, base, "seluruhnya" if k else "24 kali")
            for i, text in enumerate(indikator):
                doc.text(260, base + 11 * i, text)
            base += 11 * (len(indikator) - 1) + (pitch if k + 1 < len(several) else 14)
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    assert len(table.rows) == rows


def test_money_and_those_who_sign_below_a_ruled_table_are_no_rows_of_it() -> None:
    """`Kegiatan` / `Anggaran` between blanks below the drawn table of a kantor wilayah, and two parties."""
    doc = Cetak()
    doc.page()
    doc.text(60, 40, "PERJANJIAN KINERJA")
    doc.text(60, 56, "KEPALA BAGIAN UMUM")
    below = Tabel(doc, WIDTHS, ["NO.", *HEAD[1:]], left=40, top=70).build([["1.", *ROWS[0][1:]], ["2.", *ROWS[1][1:]]])
    base = (below or 200.0) + 30
    money = [("", "Kegiatan", "Anggaran"), ("1.", "Administrasi Umum", "Rp. 1.312.540.000")]
    money += [("2.", "Pelayanan Hukum", "Rp. 4.775.000.000"), ("3.", "Fasilitasi Regulasi", "Rp. 689.112.000")]
    parties = [("", "", "Mekar, 6 Januari 2020"), ("", "PIHAK KEDUA,", "PIHAK PERTAMA,")]
    for step, texts in zip(
        (0, 18, 16, 16, 16, 28, 14), [*money, ("", "Jumlah", "Rp. 6.776.652.000"), *parties], strict=True
    ):
        base += step
        for x, text in zip((41.0, 92.0, 330.0), texts, strict=True):
            doc.text(x + 40 * (text == "PIHAK KEDUA,"), base, text)
    (block,) = blocks_of(doc)
    assert len(block.rows) == 2


def test_the_bracket_of_a_column_number_that_a_narrow_column_broke_is_of_no_row() -> None:
    """`(1` / `)` below `#`, as a narrow column sets the number, in a table that lines across part."""
    doc = Cetak()
    doc.page()
    doc.text(60, 40, "PERJANJIAN KINERJA")
    doc.text(60, 56, "KEPALA BAGIAN UMUM")
    lefts = (40.0, 62.0, 260.0, 480.0)
    bands = [["#", *HEAD[1:]], ["(1", "(2)", "(3)", "(4)"], [")", "", "", ""], ["1", *ROWS[0][1:]], ["2", *ROWS[1][1:]]]
    base = 84.0
    for k, band in enumerate(bands):
        for x, text in zip(lefts, band, strict=True):
            doc.text(x, base, text)
        if k != 1:
            doc.line(38, base + 6, 600, base + 6)
        base += 11 if k == 1 else 24
    doc.line(38, 70, 600, 70)
    (block,) = blocks_of(doc)
    assert [row.cells["no"].text.as_printed for row in block.rows] == ["1", "2"]
