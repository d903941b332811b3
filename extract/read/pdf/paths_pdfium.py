"""The drawn parts of a page, as PDFium has them: thin strokes and pictures, also inside forms.

Boxes are left, bottom, right, top in the page's own space (y upwards).
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

#: A drawn box counts as a ruling line up to this thickness (points).
THIN = 3.2
#: Forms nested deeper than this are not followed for ruling lines.
MAX_NESTING = 6
#: Paths looked at on one page; a map or a drawing has more, a table never has.
MAX_OBJECTS = 60_000

_Matrix = tuple[float, float, float, float, float, float]


def drawn(page: pdfium.PdfPage) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    """Kind and box (page space) of every thin stroke, and of every picture."""
    stack: list[tuple[Any, _Matrix | None, int]] = [
        (raw.FPDFPage_GetObject(page.raw, i), None, 0) for i in range(raw.FPDFPage_CountObjects(page.raw))
    ]
    stack.reverse()
    left = MAX_OBJECTS
    while stack and left:
        left -= 1
        item, outer, depth = stack.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_NESTING:
            inner = _times(_matrix(item), outer)
            count = min(raw.FPDFFormObj_CountObjects(item), MAX_OBJECTS)
            stack += [(raw.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in reversed(range(count))]
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield kind, _mapped(_bounds(item), outer)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            for box in _strokes(item):
                yield kind, _mapped(box, outer)


def _bounds(item: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value


def _strokes(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """Thin pieces of a path: the path itself, its thin parts, and the sides of a stroked box. A wide filled box is
    shading and rules nothing."""
    box = _bounds(path)
    segments = raw.FPDFPath_CountSegments(path)
    thin = min(box[2] - box[0], box[3] - box[1]) <= THIN
    if thin and segments <= 5:
        yield box
        return
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if segments > 4000 or (not thin and not stroke.value and segments <= 5):
        return
    matrix = _matrix(path)
    for points in _outlines(path, segments):
        mapped = [_apply(matrix, x, y) for x, y in points]
        xs, ys = [p[0] for p in mapped], [p[1] for p in mapped]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
            yield min(xs), min(ys), max(xs), max(ys)
        elif stroke.value:
            for (ax, ay), (bx, by) in pairwise(mapped):
                if min(abs(ax - bx), abs(ay - by)) <= 0.5:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _outlines(path: Any, segments: int) -> Iterator[list[tuple[float, float]]]:
    """The sub-paths as lists of points, closed ones with their first point again at the end; curves are left out."""
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for i in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _matrix(item: Any) -> _Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix | None) -> _Matrix:
    """First `inner`, then `outer`."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _mapped(box: tuple[float, float, float, float], matrix: _Matrix | None) -> tuple[float, float, float, float]:
    if matrix is None:
        return box
    (ax, ay), (bx, by) = _apply(matrix, box[0], box[1]), _apply(matrix, box[2], box[3])
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
