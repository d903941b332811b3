"""A scanner that writes a page in strips or tiles: they are one picture."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from kasus import Lembar, head

from extract.read.pdf.ink_pdfium import page_ink
from extract.read.pdf.layer import unusable


def _page(across: int, down: int, text: bool) -> bytes:
    page = Lembar()
    if text:
        head(page)
    wide, high = 842 / across, 595 / down
    for k in range(across * down):
        x, y = k % across * wide, k // across * high
        page.raw(f"q {wide} 0 0 {high} {x} {y} cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x20\x90\x90\x20 EI Q")
    return page.save()


@pytest.mark.parametrize(("across", "down"), [(1, 11), (1, 2), (3, 4), (5, 1), (1, 300)])
@pytest.mark.parametrize("text", [False, True])
def test_pieces_are_one_picture(across: int, down: int, text: bool) -> None:
    ink = page_ink(pdfium.PdfDocument(_page(across, down, text)), 0)
    assert ink.covered == pytest.approx(1.0, abs=0.01)
    assert not ink.rulings
    assert (ink.buried == 1.0) if text else unusable(ink)


def test_pictures_apart_are_several() -> None:
    page = Lembar()
    for y in (20, 220, 420):
        page.raw(f"q 842 0 0 150 0 {y} cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x20\x90\x90\x20 EI Q")
    assert page_ink(pdfium.PdfDocument(page.save()), 0).covered == pytest.approx(150 / 595, abs=0.01)
