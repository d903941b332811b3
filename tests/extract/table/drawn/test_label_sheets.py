"""Sheets of one indicator each, label beside value."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.base import Finding
from schemas.decree import Block

LABELS = ["Sasaran Strategis", "Indikator Kinerja", "Definisi Operasional", "Formula Perhitungan", "Satuan"]
LABELS += ["Target Tahun 2023", "Sumber Data", "Penanggung Jawab"]
SHEETS = [
    ["Meningkatnya derajat kesehatan", "Angka Kematian Ibu", "Kematian ibu selama hamil dan nifas",
     "Jumlah kematian ibu dibagi kelahiran hidup", "Kasus", "78", "Profil Kesehatan", "Bidang Kesehatan Masyarakat"],
    ["Meningkatnya derajat kesehatan", "Prevalensi stunting balita", "Balita pendek menurut umur",
     "Balita stunting dibagi balita yang diukur", "Persen", "14", "e-PPGBM", "Bidang Kesehatan Masyarakat"],
    ["Meningkatnya mutu pelayanan", "Persentase puskesmas paripurna", "Puskesmas dengan akreditasi paripurna",
     "Puskesmas paripurna dibagi puskesmas", "Persen", "65", "Laporan bidang", "Bidang Pelayanan Kesehatan"],
]  # fmt: skip
#: What stands below a head that is no sheet.
TABLE = [["NO", "SASARAN", "INDIKATOR", "TARGET"], ["1", "Tertib mutasi", "Jumlah SK", "12 SK"]]
ROLES = ["sasaran", "indikator", "rumus", "satuan", "target", "sumber_data", "penanggung_jawab"]


def sheet(doc: Cetak, rows: Sequence[Sequence[str]], xs: Sequence[float]) -> None:
    doc.page()
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    doc.cells(xs, rows, 80)


def read(doc: Cetak) -> tuple[list[Block], tuple[Finding, ...]]:
    found = decree_of(layout_of_pdf(doc.save(), PdfOptions()))
    return list(found.decree.blocks), found.findings


@pytest.mark.parametrize("numbered", [True, False])
def test_sheets_of_one_list_are_its_rows(numbered: bool) -> None:
    doc = Cetak()
    for values in SHEETS:
        rows = [[label, ":", value] for label, value in zip(LABELS, values, strict=True)]
        if numbered:
            sheet(doc, [[str(n), *row] for n, row in enumerate(rows, 1)], [40, 70, 220, 240, 700])
        else:
            sheet(doc, rows, [40, 220, 240, 700])
    (block,), findings = read(doc)
    assert (block.kind, block.jabatan.as_printed) == ("IKU", "DINAS KESEHATAN KABUPATEN PASER")
    assert (
        [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]
        == [  # type: ignore[index]
            [values[0], values[1], *values[3:]] for values in SHEETS
        ]
    )
    assert [[cell.text.as_printed for cell in row.others.values()] for row in block.rows] == [[v[2]] for v in SHEETS]
    assert [row.page for row in block.rows] == [1, 2, 3]
    assert "karakter-hilang" not in {found.code for found in findings}


def test_sheets_below_their_numbers_alone_go_on_with_the_list() -> None:
    doc = Cetak()
    doc.page(height=1000)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    for at, values in enumerate(SHEETS):
        doc.text(40, 90 + 200 * at, f"IKU {at + 1}")
        doc.cells([40, 220, 700], list(zip(LABELS, values, strict=True)), 100 + 200 * at)
    (block,), _ = read(doc)
    assert block.jabatan.as_printed == "DINAS KESEHATAN KABUPATEN PASER"
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == [values[1] for values in SHEETS]


def test_a_sheet_below_no_number_of_its_own_goes_on_with_nothing() -> None:
    """Whose it is nobody says: no rows of the holder above."""
    doc = Cetak()
    doc.page(height=1000)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    for at, values in enumerate(SHEETS[:2]):
        doc.text(40, 90 + 200 * at, "IKU")
        doc.cells([40, 220, 700], list(zip(LABELS, values, strict=True)), 100 + 200 * at)
    (first, second), findings = read(doc)
    assert [len(first.rows), len(second.rows), second.jabatan.as_printed] == [1, 1, ""]
    assert "kepala-tanpa-pemangku" in {found.code for found in findings}


def test_the_place_of_a_value_is_where_it_is_printed() -> None:
    doc = Cetak()
    sheet(doc, [[label, ":", value] for label, value in zip(LABELS, SHEETS[0], strict=True)], [40, 220, 240, 700])
    (block,), _ = read(doc)
    (place,) = block.rows[0].cells["target"].text.places
    assert place.bbox is not None
    assert place.bbox[0] == pytest.approx(244, abs=2)
    assert 80 + 20 * 5 < place.bbox[1] < place.bbox[3] < 80 + 20 * 6


def test_a_head_drawn_as_a_table_is_no_sheet() -> None:
    doc = Cetak()
    head = [["Nama Jabatan", ":", "Kepala Bidang Mutasi"], ["Unit Kerja", ":", "Bidang Mutasi"]]
    head += [["Ikhtisar Jabatan", ":", "Melaksanakan urusan mutasi pegawai"], ["Fungsi", ":", "Penyusunan rencana"]]
    sheet(doc, head, [40, 220, 240, 700])
    doc.cells([40, 80, 300, 600, 700], TABLE, 200)
    (block,), _ = read(doc)
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi"
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == ["Jumlah SK"]


def test_a_head_with_the_caption_of_its_table_is_no_sheet() -> None:
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "INDIKATOR KINERJA INDIVIDU")
    labels = [("Jabatan", "Kepala Bidang Mutasi"), ("Unit Kerja", "Bidang Mutasi"), ("Sasaran", "Tertib mutasi")]
    labels += [("Sumber Data", "Bidang Mutasi"), ("Formula", "Jumlah SK"), ("Indikator Kinerja Individu", "")]
    for n, (label, value) in enumerate(labels):
        doc.text(60, 80 + 14 * n, label)
        doc.text(220, 80 + 14 * n, f": {value}")
    doc.cells([40, 80, 300, 600, 700], TABLE, 200)
    (block,), _ = read(doc)
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == ["Jumlah SK"]


def test_sheets_without_lines_are_read_as_drawn_ones_are() -> None:
    doc = Cetak()
    for values in SHEETS:
        doc.page()
        doc.text(200, 40, "KAMUS INDIKATOR KINERJA UTAMA")
        doc.text(220, 54, "UPTD BALAI PENGUJIAN")
        y = 90.0
        for n, (label, value) in enumerate(zip(LABELS, values, strict=True), 1):
            first, _, rest = value.partition(" ") if n == 4 else (value, "", "")
            doc.text(60, y, f"{n}. {label}")
            doc.text(220, y, f": {first}")
            if rest:
                y += 14
                doc.text(227, y, rest)
            y += 16
    (block,), findings = read(doc)
    assert (block.kind, block.jabatan.as_printed) == ("IKU", "UPTD BALAI PENGUJIAN")
    assert (
        [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]
        == [  # type: ignore[index]
            [values[0], values[1], *values[3:]] for values in SHEETS
        ]
    )
    assert "karakter-hilang" not in {found.code for found in findings}
