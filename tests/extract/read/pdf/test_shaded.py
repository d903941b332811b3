"""A heading whose cells are told by their shade alone, over rows that have borders."""

from __future__ import annotations

from itertools import pairwise

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

XS = (40.0, 70.0, 300.0, 520.0, 640.0, 760.0)
HEAD = ("No", "Sasaran", "Indikator", "Target", "Sumber")
ROWS = [
    ["1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen", "Bidang Mutu"],
    ["2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %", "Bidang Arsip"],
]


def page(edges: list[float], gap: float = 0.0) -> Cetak:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Kepala Bidang Mutu")
    for x0, x1 in pairwise(edges):
        doc.box(x0, 80, x1, 100, 0.6)
    for x0, x1, text in zip(XS, XS[1:], HEAD, strict=False):
        # in the middle of its cell, as browsers set it: not where the texts below begin
        doc.text((x0 + x1 - 5.4 * len(text)) / 2, 93, text)
    doc.cells(XS, ROWS, 100 + gap)
    return doc


def test_shaded_cells_over_drawn_columns_are_the_heading_of_their_rows() -> None:
    (block,) = decree_of(layout_of_pdf(page(list(XS)).save(), PdfOptions())).decree.blocks
    assert [heading.text.as_printed for heading in block.headings] == list(HEAD)
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == [row[2] for row in ROWS]


@pytest.mark.parametrize(
    ("edges", "gap"),
    [
        ([40.0, 760.0], 0.0),  # one box over all: shading
        ([40.0, 200.0, 420.0, 760.0], 0.0),  # its inner edges are no columns
        (list(XS), 12.0),  # no line goes on from it
    ],
)
def test_shading_that_no_line_goes_on_from_rules_nothing(edges: list[float], gap: float) -> None:
    grids = layout_of_pdf(page(edges, gap).save(), PdfOptions()).grids
    assert [grid.ys[0] for grid in grids if grid.ruled] == pytest.approx([100 + gap], abs=1)


def test_cells_that_are_drawn_and_shaded_besides_are_as_drawn() -> None:
    """A word processor shades the parts of a cell that goes over columns one by one."""
    doc = page(list(XS))
    for x in (XS[0], *XS[2:]):
        doc.line(x, 80, x, 100)
    doc.line(XS[0], 80, XS[-1], 80)
    (grid,) = layout_of_pdf(doc.save(), PdfOptions()).grids
    assert len(set(map(id, grid.owner[0]))) == len(HEAD) - 1
