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
