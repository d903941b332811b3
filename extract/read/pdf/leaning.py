"""A page whose whole content leans by a little (printed from a crooked scan's recognised text, or set so): it is set
upright before it is read, since rulings that lean draw no table.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.objects_pdfium import PageObject, matrix_in

#: Content leans by so many degrees; less does no harm, and more is a slanting text of its own.
_LEAST, _MOST = 0.15, 5.0
#: So large a share of the texts lean alike (to a tenth of a degree), of so many at least.
_SHARE, _TEXTS = 0.8, 8


def leaning_of(objects: Sequence[PageObject]) -> float:
    """By how many degrees (anticlockwise) the content of a page leans; 0 where it stands upright."""
    leans: list[float] = []
    for thing in objects:
        if thing.kind == raw.FPDF_PAGEOBJ_TEXT and thing.outer is None:
            a, b, *_ = matrix_in(thing.item)
            angle = math.degrees(math.atan2(b, a))
            leans.append(angle - 90 * round(angle / 90))
    if len(leans) < _TEXTS:
        return 0.0
    most, count = Counter(round(lean, 1) for lean in leans).most_common(1)[0]
    if not _LEAST <= abs(most) <= _MOST or count < _SHARE * len(leans):
        return 0.0
    alike = [lean for lean in leans if round(lean, 1) == most]
    return sum(alike) / len(alike)


def set_upright(page: pdfium.PdfPage, lean: float) -> None:
    """Turns the content of a page about its middle, and closes it: it has to be loaded anew."""
    left, bottom, right, top = page.get_bbox()
    x, y, angle = (left + right) / 2, (bottom + top) / 2, math.radians(-lean)
    cos, sin = math.cos(angle), math.sin(angle)
    turn = raw.FS_MATRIX(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
    raw.FPDFPage_TransFormWithClip(page.raw, turn, raw.FS_RECTF(left - x, top + y, right + x, bottom - y))
    page.close()


def back_to(lean: float, width: float, height: float) -> tuple[float, ...]:
    """What takes a point of the page that was set upright (origin at its top left) to the page as displayed: a matrix
    of 3 rows of 3."""
    x, y, angle = width / 2, height / 2, math.radians(-lean)
    cos, sin = math.cos(angle), math.sin(angle)
    return cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0.0, 0.0, 1.0
