"""A table that prints its columns twice side by side."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

HEAD = ["NO", "INDIKATOR KINERJA", "TARGET"]
NAMES = ["Jumlah dokumen mutu layanan", "Persentase arsip yang tertata", "Jumlah data pegawai", "Indeks kepuasan"]


def _rows(first: int, second: int) -> list[list[str]]:
    return [[str(first + k), NAMES[k], f"{k + 1}0 %", str(second + k), NAMES[k + 2], f"{k + 3}0 %"] for k in range(2)]


@pytest.mark.parametrize(("second", "count"), [(3, 4), (7, 2)])
def test_rows_go_on_in_the_second_half_where_their_numbers_do(second: int, count: int) -> None:
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "INDIKATOR KINERJA UTAMA")
    doc.text(40, 55, "Perangkat Daerah : Dinas Kesehatan")
    Tabel(doc, [40, 210, 80] * 2, HEAD * 2, left=40, top=80).build(_rows(1, second))
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    read = [(row.cells["no"].text.as_printed, row.cells["indikator"].text.as_printed) for row in block.rows]
    assert len(read) == count
    if count == 4:
        assert read == [(str(k + 1), name) for k, name in enumerate(NAMES)]
        assert [row.cells["target"].text.as_printed for row in block.rows] == ["10 %", "20 %", "30 %", "40 %"]
