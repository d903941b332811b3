"""The objects of a page as PDFium has them, in the order in which they are painted, those inside forms included.

Boxes are left, bottom, right, top in the page's own space (y upwards).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_uint
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

#: Forms nested deeper than this are not followed.
MAX_NESTING = 6
#: Objects looked at on one page; a map or a drawing has more, a table never has.
MAX_OBJECTS = 60_000

PageBox = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]


class PageObject(NamedTuple):
    """One object: its kind (`raw.FPDF_PAGEOBJ_...`), PDFium's handle, and the matrix of the forms around it."""

    kind: int
    item: Any
    outer: _Matrix | None

    @property
    def box(self) -> PageBox:
        """The box around it, in the page's space."""
        return mapped(bounds_of(self.item), self.outer)


def page_objects(page: pdfium.PdfPage) -> Iterator[PageObject]:
    """The objects of a page but for the forms, whose own objects stand in their place."""
    stack: list[tuple[Any, _Matrix | None, int]] = [
        (raw.FPDFPage_GetObject(page.raw, i), None, 0) for i in range(raw.FPDFPage_CountObjects(page.raw))
    ]
    stack.reverse()
    left = MAX_OBJECTS
    while stack and left:
        left -= 1
        item, outer, depth = stack.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield PageObject(kind, item, outer)
        elif depth < MAX_NESTING:
            inner = _times(matrix_in(item), outer)
            count = min(raw.FPDFFormObj_CountObjects(item), MAX_OBJECTS)
            stack += [(raw.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in reversed(range(count))]


def bounds_of(item: Any) -> PageBox:
    """The box around an object, in the space that it is drawn in."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value


def matrix_in(item: Any) -> _Matrix:
    """The matrix of an object."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def colour_of(item: Any) -> int:
    """The colour of an object's filling, transparency left out, as one number: white is 0xFFFFFF."""
    r, g, b, a = c_uint(), c_uint(), c_uint(), c_uint()
    raw.FPDFPageObj_GetFillColor(item, byref(r), byref(g), byref(b), byref(a))
    return r.value << 16 | g.value << 8 | b.value


def lightness(item: Any, ask: Callable[..., int] = raw.FPDFPageObj_GetFillColor) -> float:
    """Of an object's filling, or its outline (`raw.FPDFPageObj_GetStrokeColor`): 0 is black, or none; 1 is white, or
    all transparent."""
    r, g, b, a = c_uint(), c_uint(), c_uint(), c_uint(255)
    if not ask(item, byref(r), byref(g), byref(b), byref(a)):
        return 0.0
    shade = (0.3 * r.value + 0.59 * g.value + 0.11 * b.value) / 255
    return 1 - (1 - shade) * a.value / 255


def _times(inner: _Matrix, outer: _Matrix | None) -> _Matrix:
    """First `inner`, then `outer`."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def applied(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def mapped(box: PageBox, matrix: _Matrix | None) -> PageBox:
    """A box through a matrix."""
    if matrix is None:
        return box
    (ax, ay), (bx, by) = applied(matrix, box[0], box[1]), applied(matrix, box[2], box[3])
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
