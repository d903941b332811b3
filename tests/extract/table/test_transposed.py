"""Tables whose headings stand down their left side, one column for each indicator."""

from __future__ import annotations

import pytest
from cetak import Cetak
from docx import Document
from word_files import saved, table

from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block
from schemas.layout import Layout

ROWS = [
    ["SASARAN", "Meningkatnya produksi ikan", "Meningkatnya mutu benih", "Tertibnya laporan"],
    ["INDIKATOR KINERJA", "Persentase kelompok naik", "Jumlah unit bersertifikat", "Jumlah laporan"],
    ["TARGET", "80 %", "6 unit", "12 laporan"],
    ["SUMBER DATA", "Seksi Perikanan", "Balai Benih", "Seksi Perikanan"],
]
NUMBERED = [["NO", "1", "2", "3"], *ROWS]
ROLES = ["sasaran", "indikator", "target", "sumber_data"]


def in_word(rows: list[list[str]]) -> Layout:
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("Jabatan : Kepala Seksi Perikanan")
    table(document, rows)
    return layout_of_docx(saved(document))


def in_pdf(rows: list[list[str]]) -> Layout:
    doc = Cetak()
    doc.page()
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 58, "Jabatan : Kepala Seksi Perikanan")
    doc.cells([40, 180, 380, 580, 780][: len(rows[0]) + 1], rows, 90)
    return layout_of_pdf(doc.save(), PdfOptions())


def block_of(layout: Layout) -> Block:
    (block,) = decree_of(layout).decree.blocks
    return block


def cells_of(block: Block) -> list[list[str]]:
    return [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]  # type: ignore[index]


@pytest.mark.parametrize("rows", [ROWS, NUMBERED, [[f"{a} :", b, c, d] for a, b, c, d in ROWS]])
@pytest.mark.parametrize("made", [in_word, in_pdf])
def test_each_column_is_a_row(made: object, rows: list[list[str]]) -> None:
    block = block_of(made(rows))  # type: ignore[operator]
    assert cells_of(block) == [list(column) for column in zip(*(row[1:] for row in ROWS), strict=True)]
    assert block.jabatan.as_printed == "Kepala Seksi Perikanan"


def test_a_sasaran_over_two_columns_is_merged() -> None:
    document = Document()
    document.add_paragraph("Jabatan : Kepala Seksi Perikanan")
    made = table(document, [["SASARAN", "Meningkatnya produksi ikan", "", "Tertibnya laporan"], *ROWS[1:]])
    made.cell(0, 1).merge(made.cell(0, 2))
    block = block_of(layout_of_docx(saved(document)))
    assert [row.cells["sasaran"].span for row in block.rows] == ["own", "covered", "own"]
    assert [row.cells["target"].text.as_printed for row in block.rows] == ["80 %", "6 unit", "12 laporan"]


@pytest.mark.parametrize("made", [in_word, in_pdf])
def test_not_one_whose_first_band_is_its_heading(made: object) -> None:
    rows = [["SASARAN", "INDIKATOR", "TARGET", "SUMBER DATA"]]
    rows += [["Indikator tersusun", f"Jumlah indikator {n}", f"{n} dokumen", "Target tahunan"] for n in (1, 2)]
    block = block_of(made(rows))  # type: ignore[operator]
    assert cells_of(block) == [list(row) for row in rows[1:]]


@pytest.mark.parametrize(
    "beside",
    [
        ["Kondisi yang dicapai", "Ukuran keberhasilan", "Angka yang dicapai", "Asal data"],
        ["IKU 1", "IKU 1", "IKU 1", "IKU 1"],
        ["Kondisi", "Persentase per tahun", "Angka yang dicapai", "Asal data"],
    ],
)
@pytest.mark.parametrize("made", [in_word, in_pdf])
@pytest.mark.parametrize("at", [1, 2])
def test_remarks_on_the_labels_are_no_row(made: object, beside: list[str], at: int) -> None:
    rows = [row[:2] for row in ROWS]
    for row, text in zip(rows, beside, strict=True):
        row.insert(at, text)
    (block,) = decree_of(made(rows)).decree.blocks  # type: ignore[operator]
    assert not any(cell.text.as_printed in beside for row in block.rows for cell in row.cells.values())
    assert not any(row.cells["indikator"].text.as_printed in beside for row in block.rows)
