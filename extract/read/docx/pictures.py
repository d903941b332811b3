"""Pictures, charts and objects of other programs in a Word file, which nobody reads, and letters drawn as shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from lxml import etree

from extract.read.docx.names import Element, W

_VML = "{urn:schemas-microsoft-com:vml}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
#: Objects that hold text of their own; others are formulas, coats of arms, scans.
_DOCUMENTS = ("Excel.", "Word.Document", "Word.Template", "PowerPoint.", "AcroExch.", "Acrobat.")
#: What holds a picture, each measured its own way: a drawing in EMU, a shape of older programs by its style.
DRAWINGS = frozenset(W + name for name in ("drawing", "pict", "object"))
#: A point has so many EMU (ECMA-376, part 1, 20.1.2.1).
_EMU = 12_700
_PICTURED = ("/picture", "/chart", "/diagram")
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([\d.]+)(pt|in|cm|mm)", re.I)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}


def widths_of(drawing: Element) -> Iterator[float]:
    """The widths (points; 0 where the file tells none) of the pictures in a drawing: those of text boxes and lines are
    none. A sheet or a document of another program counts as wide as any table."""
    if any(one.get("ProgID", "").startswith(_DOCUMENTS) for one in drawing.iter(f"{_OFFICE}OLEObject")):
        yield math.inf
    for data in drawing.iter(f"{_DRAWN}graphicData"):
        if data.get("uri", "").endswith(_PICTURED):
            yield _extent(drawing)
    for image in drawing.iter(f"{_VML}imagedata"):
        shape = image.getparent()
        found = _WIDTH.search("" if shape is None else shape.get("style", ""))
        yield float(found[1]) * _POINTS[found[2].lower()] if found else 0.0


def picture_of_width(width: float) -> Element:
    """A run with a picture of this width (points), of which no more is known."""
    run = etree.Element(W + "r")
    inline = etree.SubElement(etree.SubElement(run, W + "drawing"), f"{_PLACED}inline")
    etree.SubElement(inline, f"{_PLACED}extent").set("cx", str(round(width * _EMU)))
    uri = f"{_DRAWN[1:-5]}{_PICTURED[0]}"
    etree.SubElement(etree.SubElement(inline, f"{_DRAWN}graphic"), f"{_DRAWN}graphicData").set("uri", uri)
    return run


def shaped_text(drawing: Element) -> str:
    """The letters that a drawing has the shape of (WordArt), as a watermark `DRAF` is drawn."""
    return " ".join(path.get("string", "").strip() for path in drawing.iter(f"{_VML}textpath")).strip()


def _extent(drawing: Element) -> float:
    found = next(drawing.iter(f"{_PLACED}extent"), None)
    width = "" if found is None else found.get("cx", "")
    return int(width) / _EMU if width.isdecimal() else 0.0
