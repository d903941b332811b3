"""Numbers of rows that stand left of the ruled frame."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block

HEAD = ["SASARAN", "INDIKATOR", "TARGET"]
ROWS = [[f"Mutu data {n}", f"Jumlah data yang rapi {n}", f"{n} data"] for n in range(1, 4)]


def block_of(numbers: list[str], rows: list[list[str]], xs: list[float]) -> Block:
    doc = Cetak()
    doc.page()
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    doc.text(60, 58, "Jabatan : Pengelola Data")
    doc.cells(xs, rows, 90)
    for at, text in enumerate(numbers):
        doc.text(72, 104 + 20 * at, text)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return block


@pytest.mark.parametrize("numbers", [["NO", "1", "2", "3"], ["", "1.", "2.", "3."]])
def test_they_are_the_numbers_of_its_rows(numbers: list[str]) -> None:
    block = block_of(numbers, [HEAD, *ROWS], [100, 300, 560, 700])
    cells = [[cell.text.as_printed for cell in row.cells.values()] for row in block.rows]
    assert cells == [[number, *row] for number, row in zip(numbers[1:], ROWS, strict=True)]


def test_not_beside_a_table_that_has_its_own() -> None:
    rows = [[str(n), *row] for n, row in enumerate(ROWS, 1)]
    block = block_of(["", "11", "12", "13"], [["NO", *HEAD], *rows], [100, 140, 320, 560, 700])
    assert [row.cells["no"].text.as_printed for row in block.rows] == ["1", "2", "3"]


def texts_of(numbers: dict[int, str], heading: list[str]) -> list[list[str]]:
    """The cells of the rows, with the numbers at these heights left of the frame."""
    doc = Cetak()
    doc.page()
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    doc.text(100, 58, "Jabatan : Pengelola Data")
    doc.cells([100, 300, 560, 700], [heading, *ROWS], 90)
    doc.text(100, 190, "Sumber data diisi oleh bidang.")
    for y, text in numbers.items():
        doc.text(72, y, text)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return [[cell.text.as_printed for cell in row.cells.values()] for row in block.rows]


@pytest.mark.parametrize(
    "numbers",
    [
        {104: "3", 124: "4", 144: "5", 164: "6"},
        {58: "2", 124: "4", 144: "5", 164: "6"},
        {58: "2", 104: "3", 124: "4", 144: "5", 164: "6"},
        {124: "1", 144: "2", 164: "3", 190: "4"},
    ],
)
def test_not_the_numbers_of_a_drafts_lines(numbers: dict[int, str]) -> None:
    assert texts_of(numbers, HEAD) == ROWS


def test_numbers_of_a_list_above_are_others() -> None:
    numbers = {58: "1.", 70: "2.", 124: "1", 144: "2", 164: "3", 190: "1."}
    assert [row[0] for row in texts_of(numbers, HEAD)] == ["1", "2", "3"]
