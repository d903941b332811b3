"""A head drawn as the first bands of its table, its fungsi cut by a page."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

XS = [40.0, 80.0, 300.0, 600.0, 700.0]


@pytest.mark.parametrize("rest", [["pelaporan kinerja"], ["pelaporan kinerja", "penyusunan arsip"]])
@pytest.mark.parametrize("printed", ["1 2 3 4", "i ii iii iv"])
def test_the_rest_of_the_fungsi_on_the_next_page_is_no_group_of_rows(printed: str, rest: list[str]) -> None:
    numbers = printed.split()
    doc = Cetak()
    heads = ["No", "Sasaran", "Indikator", "Target"]
    doc.page(height=300)
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    first = [
        ["Jabatan", "Kepala Bidang Mutasi"],
        ["Tugas", "Mengurus mutasi"],
        ["Fungsi", f"{numbers[0]}. penyusunan rencana"],
    ]
    doc.cells([40, 300, 700], first, 40)
    doc.cells(XS, [heads, ["1", "Tertib mutasi", "Jumlah SK", "12 SK"]], 100)
    head = [["Jabatan", "Kepala Subbagian Program"], ["Tugas", "Menyiapkan rencana program"]]
    doc.cells([40, 300, 700], [*head, ["Fungsi", f"{numbers[0]}. penyusunan renstra"]], 200)
    doc.line(40, 260, 40, 282)
    doc.line(300, 260, 300, 282)
    doc.line(700, 260, 700, 282)
    doc.text(304, 274, f"{numbers[1]}. pengelolaan data")
    doc.page(height=300)
    bottom = 60 + 14 * len(rest)
    for x in (40, 300, 700):
        doc.line(x, 40, x, bottom)
    doc.line(40, 40, 700, 40)
    for n, text in enumerate(rest):
        doc.text(304, 54 + 14 * n, f"{numbers[2 + n]}. {text}")
    doc.cells(XS, [heads, ["1", "Tertib dokumen", "Jumlah dokumen", "5 dokumen"]], bottom)
    _, block = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [item.text.as_printed for item in block.fungsi][-len(rest) - 1 :] == [
        "pengelolaan data", *rest
    ]  # fmt: skip
    assert [(row.group, row.cells["indikator"].text.as_printed) for row in block.rows] == [(None, "Jumlah dokumen")]
