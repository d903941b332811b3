"""What runs over a line that is drawn as a thin filled box is seen."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf


@pytest.mark.parametrize(("width", "seen"), [(0.6, True), (20.0, False)])
def test_a_letter_on_a_line_between_cells_is_seen(width: float, seen: bool) -> None:
    """The last letter of `sambungan`, an object of its own, black on the black line at the right of its cell."""
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA")
    doc.box(100, 50, 100 + width, 80, grey=0.0)
    doc.text(49, 70, "sambunga")
    doc.text(97.6, 70, "n")
    layout = layout_of_pdf(doc.save(), PdfOptions())
    assert ("n" in layout.lines[-1].text.replace("sambunga", "")) == seen
