"""What lies over print."""

from __future__ import annotations

import pytest
from kasus import PLAIN, Lembar, decree

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

PICTURE = "q 20 0 0 11 {x} {y} cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x20\xa0\xa0\x20 EI Q"


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """PDFium's wrapper warns of pictures that are closed by hand."""

    def draw(page: Lembar) -> None:
        for n in range(20):
            page.text(42.0 + 30 * n, 300.0, "77")
            page.raw(PICTURE.format(x=41 + 30 * n, y=page.up(302.0)))

    layout_of_pdf(decree(PLAIN, then=draw), PdfOptions())
    assert not caplog.records
