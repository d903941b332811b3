"""Cells that are written up or down the page."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

XS = [40.0, 100.0, 130.0, 330.0, 560.0, 700.0]
HOLDERS = [["Sekretaris"], ["Kepala Bidang", "Pencegahan"], ["Kepala Bidang", "Kedaruratan"]]


@pytest.mark.parametrize("down", [False, True])
def test_holders_beside_their_rows_each_in_a_cell_of_its_own(down: bool) -> None:
    """Their lines stand at one height of the turned page; those of a cell are read one after the other."""
    doc = Cetak()
    doc.page()
    doc.text(300, 30, "MATRIKS INDIKATOR KINERJA INDIVIDU")
    heads = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
    rows = [[str(1 + k % 2), f"Tertib arsip {k}", f"Jumlah arsip {k}", f"{k + 3} arsip"] for k in range(6)]
    top, height = 60.0, 50.0
    bottom = top + 20 + height * len(rows)
    for x, text in zip(XS, ["JABATAN", *heads], strict=False):
        doc.text(x + 4, top + 14, text)
    for k, row in enumerate(rows):
        for x, text in zip(XS[1:], row, strict=False):
            doc.text(x + 4, top + 20 + height * k + 20, text)
    for x in XS:
        doc.line(x, top, x, bottom)
    for y in (top, top + 20, *(top + 20 + 2 * height * k for k in range(1, 4))):
        doc.line(XS[0], y, XS[-1], y)
    for k in range(6):
        doc.line(XS[1], top + 20 + height * k, XS[-1], top + 20 + height * k)
    for k, lines in enumerate(HOLDERS):
        for n, text in enumerate(lines):
            middle, half = top + 20 + 2 * height * k + height, 2.4 * len(text)
            x = 62 + 14 * n if not down else 82 - 14 * n
            base = middle + half if not down else middle - half
            turn = "0 1 -1 0" if not down else "0 -1 1 0"
            doc.text(0, 0, text, matrix=f"{turn} {x:.1f} {595 - base:.1f}")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [(block.jabatan.as_printed, len(block.rows)) for block in blocks if block.jabatan] == [
        (" ".join(lines), 2) for lines in HOLDERS
    ]
