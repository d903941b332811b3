"""Stand-ins of letters (`/ActualText`)."""

from __future__ import annotations

from kasus import LETTER, PLAIN, Lembar, decree, only

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf


def test_each_stand_in_is_its_own_letters() -> None:
    """Those of several signs, each written in two bytes a letter, are no text other than these."""

    def one_each(page: Lembar, x: float, base: float, text: str) -> None:
        for at, sign in enumerate(text):
            if sign in "ti":
                page.raw(f"/Span <</ActualText <FEFF{ord(sign):04X}>>> BDC")
            page.text(x + at * LETTER, base, sign)
            if sign in "ti":
                page.raw("EMC")

    layout = layout_of_pdf(decree(PLAIN, only(0, 1, one_each)), PdfOptions())
    assert not layout.overlays
    assert "teks-tak-tampak" not in {found.code for found in layout.findings}
