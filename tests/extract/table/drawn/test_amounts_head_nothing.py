"""A band of cells with an amount of money is an entry, and no heading of what stands below it."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.drawn.heading import heading_from
from schemas.layout import Grid

XS = (40, 70, 330, 360, 480, 600)
BELOW = ("10.", "Program Penyediaan Sarana", "Rp.", "315.403.800.000,-", "APBN")


def _grid(first: tuple[str, ...]) -> Grid:
    doc = Cetak()
    doc.page()
    doc.cells(XS, [first, BELOW], top=100)
    return next(item for item in layout_of_pdf(doc.save(), PdfOptions()).flow if isinstance(item, Grid))


@pytest.mark.parametrize("amount", ["18.120.150.000,-", "Rp. 6.589.645.000", "1.250.000,00"])
def test_an_entry_whose_number_was_misread_heads_no_table(amount: str) -> None:
    assert heading_from(_grid(("-9.", "Program Pengembangan", "Rp.", amount, "APBN"))) is None


def test_a_heading_may_name_an_amount() -> None:
    heading = heading_from(_grid(("No", "Program", "Satuan", "Anggaran (Rp 1.000.000)", "Sumber Dana")))
    assert heading is not None and [column.text for column in heading.columns][1] == "Program"
