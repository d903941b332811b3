"""Tables of one line a row without numbers: each row has a sasaran of its own, or the first one's goes on."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

_HEAD = ["SASARAN", "INDIKATOR KINERJA", "SATUAN", "TARGET"]
_XS = [40, 220, 460, 600]
_ROWS = [
    ["Meningkatnya mutu", "Jumlah kerja sama", "Rasio", "15"],
    ["Bertambahnya riset", "Persentase mata kuliah", "%", "60"],
    ["Terwujudnya tata kelola", "Nilai evaluasi kinerja", "Nilai", "82"],
    ["Terpenuhinya layanan", "Indeks kepuasan", "Indeks", "83"],
    ["Tertibnya arsip", "Jumlah arsip", "arsip", "12"],
]


def _sasaran(rows: list[list[str]], head: float, pitch: float) -> list[str]:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Dekan Fakultas Teknik")
    for n, row in enumerate([_HEAD, *rows]):
        for x, text in zip(_XS, row, strict=True):
            doc.text(x, 92 + (n > 0) * (head + pitch * (n - 1)), text)
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return [row.cells["sasaran"].text.as_printed for block in blocks for row in block.rows]


@pytest.mark.parametrize(("head", "pitch"), [(14, 14), (20, 20), (20, 24), (14, 24), (30, 24)])
def test_each_row_has_its_own_wherever_the_heading_stands(head: float, pitch: float) -> None:
    """All five had stood in the first row: none of these lines has room for the next word below it."""
    assert _sasaran(_ROWS, head, pitch) == [row[0] for row in _ROWS]


def test_one_that_goes_on_beside_the_next_row_is_whole() -> None:
    rows = [["Meningkatnya mutu", *_ROWS[0][1:]], ["layanan kampus", *_ROWS[1][1:]], *_ROWS[2:]]
    assert _sasaran(rows, 14, 14)[:3] == ["Meningkatnya mutu layanan kampus", "", "Terwujudnya tata kelola"]
