"""Page headers of two parts: what all pages print, beside the agency that each table is for."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.layout import Layout

XS = (40.0, 80.0, 330.0, 600.0, 760.0)
ROWS = [
    ("NO", "SASARAN", "INDIKATOR", "TARGET"),
    ("1", "Meningkatnya layanan", "Jumlah laporan", "12 laporan"),
    ("2", "Meningkatnya mutu", "Persentase arsip", "80 %"),
]
AGENCIES = ["DINAS TENAGA KERJA", "DINAS SOSIAL", "DINAS PERIKANAN"]


def pages(*heads: tuple[str, str]) -> Layout:
    doc = Cetak()
    for left, right in heads:
        doc.page()
        doc.text(40, 30, left)
        doc.text(600, 30, right)
        doc.text(40, 60, "INDIKATOR KINERJA UTAMA TAHUN 2021-2026")
        doc.cells(XS, ROWS, 80)
    return layout_of_pdf(doc.save(), PdfOptions())


@pytest.mark.parametrize("right", ["Rencana Strategis 2021-2026", "Halaman {}"])
def test_the_agency_alone_holds_its_table(right: str) -> None:
    layout = pages(*((agency, right.format(number)) for number, agency in enumerate(AGENCIES, 1)))
    blocks = decree_of(layout).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == AGENCIES
    assert [len(block.rows) for block in blocks] == [2, 2, 2]


@pytest.mark.parametrize(
    "heads",
    [
        [(agency, f"Bagian {agency[-3:]}") for agency in AGENCIES],  # no part is printed again
        [(agency, "Rencana Strategis") for agency in AGENCIES[:2]],  # on two pages
        [(f"Unit : {agency}", "Rencana Strategis") for agency in AGENCIES],  # labels
    ],
)
def test_a_line_of_which_nothing_runs_through_the_pages_stays_one(heads: list[tuple[str, str]]) -> None:
    first = [line.text for line in pages(*heads).lines][::2]
    assert [line.split("  ")[0] for line in first] == [left for left, _ in heads]
    assert all(line.endswith(right) for line, (_, right) in zip(first, heads, strict=True))
