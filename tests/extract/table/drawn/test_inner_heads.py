"""The next holder in a band of a table's own lines."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

WIDTHS = [40.0, 220.0, 220.0, 120.0]
HEAD = ["NO", "SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET"]
ROWS = [
    ["1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"],
    ["2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"],
]
WIDE = sum(WIDTHS)


def titled(doc: Cetak, top: float, *lines: str) -> float:
    """A table with its title in a band of its own above the heading; gives its lower edge."""
    below = top + 12 * len(lines) + 6
    for x in (40.0, 40.0 + WIDE):
        doc.line(x, top, x, below)
    doc.line(40, top, 40 + WIDE, top)
    for i, line in enumerate(lines):
        doc.text(200, top + 12 * (i + 1), line)
    table = Tabel(doc, WIDTHS, HEAD, left=40, top=below)
    table.build(ROWS)
    return below + 120


@pytest.mark.parametrize("title", [("INDIKATOR KINERJA INDIVIDU",), ()])
def test_a_title_above_the_heading_begins_the_table_of_another_holder(title: tuple[str, ...]) -> None:
    doc = Cetak()
    doc.page()
    below = titled(doc, 50, "INDIKATOR KINERJA INDIVIDU", "KEPALA SEKSI MUTASI")
    titled(doc, below + 40, *title, "KEPALA SEKSI ARSIP")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [len(block.rows) for block in blocks] == [2, 2]
    assert blocks[0].jabatan.as_printed == "KEPALA SEKSI MUTASI"
    if title:
        assert blocks[1].jabatan.as_printed == "KEPALA SEKSI ARSIP"
