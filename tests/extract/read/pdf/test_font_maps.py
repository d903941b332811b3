"""Fonts that do not name all of their signs: told from the pictures of the page, or kept as unknown."""

from __future__ import annotations

import io
import re

import numpy as np
import pikepdf
import pytest
from project import ROOT

from extract.read.pdf.font_maps import with_whole_maps
from extract.read.pdf.glyphs import has_hollow_box
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.layout import Grid

PRINT = ROOT / "tests" / "fixtures" / "pdf" / "paser-b.pdf"
PAGE = 2


def _without(signs: str, stand_in: str = "") -> bytes:
    """A page of print, its fonts without names for these signs, or with a code for private use in their place."""
    with pikepdf.open(PRINT) as pdf:
        for at in reversed(range(len(pdf.pages))):
            if at != PAGE:
                del pdf.pages[at]
        for font in pdf.pages[0].Resources.Font.values():
            code = font.ToUnicode.read_bytes().decode("latin-1")
            for sign in signs:
                pattern = rf"(<[0-9A-F]{{2}}>) <{ord(sign):04X}>\n"
                code = re.sub(pattern, rf"\1 <{ord(stand_in):04X}>\n" if stand_in else "", code)
            # the range of codes is written like an entry
            count = len(re.findall(r"<[0-9A-F]{2}> <[0-9A-F]+>\n", code)) - 1
            font.ToUnicode = pdf.make_stream(re.sub(r"\d+ beginbfchar", f"{count} beginbfchar", code).encode("latin-1"))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _text(data: bytes, ocr: str = "auto") -> str:
    layout = layout_of_pdf(data, PdfOptions(ocr=ocr))  # type: ignore[arg-type]
    grids = [word.text for item in layout.flow if isinstance(item, Grid) for cell in item.cells for word in cell.words]
    return " ".join([*grids, *(line.text for line in layout.lines)])


@pytest.fixture(scope="module")
def whole() -> str:
    return _text(_without(""))


@pytest.mark.parametrize("signs", ["%", "5", "/", "-"])
def test_a_sign_without_a_name_is_read_from_the_page(whole: str, signs: str) -> None:
    """PDFium says the number that the sign has in the font: `2*` for `25`, `n;1` for `n-1`."""
    assert _text(_without(signs)) == whole


@pytest.mark.parametrize("signs", ["%", "5"])
def test_nor_where_the_font_stands_in_a_stream_of_objects(whole: str, signs: str) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_without(signs))) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/FirstChar" not in out.getvalue()
    assert _text(out.getvalue()) == whole


def test_a_code_for_private_use_is_no_name(whole: str) -> None:
    assert _text(_without("5", "\ue035")) == whole


def test_without_ocr_it_stays_unknown(whole: str) -> None:
    told = _text(_without("5"), "never")
    assert told.replace("\ufffd", "5") == whole
    assert "\ufffd" in told


def test_whole_maps_stay_as_they_are() -> None:
    data = PRINT.read_bytes()
    assert with_whole_maps(data) is data


def test_boxes_in_outline_are_no_letters() -> None:
    """What is drawn for a letter that the font lacks looks like `0` and is none; the letters of a page are no boxes."""
    grey = np.full((40, 60), 255, np.uint8)
    grey[8:32, 10:28] = 0
    grey[11:29, 13:25] = 255
    assert has_hollow_box(grey)
    ring = np.full((40, 60), 255, np.uint8)
    for at in np.linspace(0, 2 * np.pi, 200):
        y, x = int(20 + 12 * np.sin(at)), int(20 + 9 * np.cos(at))
        ring[y : y + 3, x : x + 3] = 0
    assert not has_hollow_box(ring)
