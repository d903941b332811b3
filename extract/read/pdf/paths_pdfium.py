"""The drawn parts of a page, as PDFium has them: thin strokes and pictures, also inside forms.

Boxes are left, bottom, right, top in the page's own space (y upwards).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_float, c_int
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.covers import FilledBox, shared_box
from extract.read.pdf.objects_pdfium import (
    PageBox,
    PageObject,
    applied,
    bounds_of,
    colour_of,
    lightness,
    mapped,
    matrix_in,
)

#: A drawn box counts as a ruling line up to this thickness (points).
THIN = 3.2
#: A box and its outline are told apart if their lightness (0 to 1) differs by this much; what is so light is shading.
_CONTRAST, _LIGHT = 0.2, 0.6

#: Pictures that make one together end so near to each other (points).
_SEAM = 1.5
#: A line at a slant that is less wide (points) crosses no two letters.
_SLANT = 8.0
#: Lines of this lightness (0 black to 1 white) are not seen on paper.
_WHITE = 0.97
#: The colour of paper.
_PAPER = 0xFFFFFF
#: A path with at least so many points, at most so high (points), is a letter or some of them.
_POINTS, _TALL = 20, 40.0


def shapes(objects: Iterable[PageObject]) -> Iterator[PageBox]:
    """Boxes (page space) of what is drawn as letters are: many curves in little room."""
    for thing in objects:
        if thing.kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPath_CountSegments(thing.item) >= _POINTS:
            box = thing.box
            if THIN < box[3] - box[1] <= _TALL and box[2] - box[0] > THIN:
                yield box


def slants(objects: Iterable[PageObject]) -> Iterator[tuple[PageBox, bool]]:
    """Boxes (page space) of the straight lines at a slant, and whether they rise to the right."""
    for thing in objects:
        if thing.kind != raw.FPDF_PAGEOBJ_PATH or (segments := raw.FPDFPath_CountSegments(thing.item)) not in (2, 3):
            continue
        box = thing.box
        if box[2] - box[0] < _SLANT or box[3] - box[1] <= THIN:
            continue
        for points in _outlines(thing.item, segments):
            if len(points) == 2:
                (ax, ay), (bx, by) = (applied(matrix_in(thing.item), x, y) for x, y in points)
                yield box, (bx - ax) * (by - ay) > 0


def drawn(objects: Sequence[PageObject], filled: Sequence[FilledBox]) -> Iterator[tuple[int, PageBox]]:
    """Kind and box (page space) of every thin stroke that is seen, and of every picture. `filled` are the boxes that
    the page fills: white lines are seen on those that are not white."""
    pictures = [thing.box for thing in objects if thing.kind == raw.FPDF_PAGEOBJ_IMAGE]
    for box in tiled(pictures):
        yield raw.FPDF_PAGEOBJ_IMAGE, box
    grounds = [(box.z, box.box) for box in filled if box.shade < _WHITE]
    grounds += [(z, thing.box) for z, thing in enumerate(objects) if thing.kind == raw.FPDF_PAGEOBJ_IMAGE]
    for z, thing in enumerate(objects):
        if thing.kind == raw.FPDF_PAGEOBJ_PATH:
            boxes = [mapped(box, thing.outer) for box in _strokes(thing.item)]
            below = [box for at, box in grounds if at < z] if boxes and _is_white(thing.item) else None
            for box in boxes:
                if below is None or any(_meet(box, ground) for ground in below):
                    yield thing.kind, box


def _is_white(path: Any) -> bool:
    """Is a path drawn in white alone?"""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    filled = not fill.value or lightness(path) >= _WHITE
    stroked = not stroke.value or lightness(path, raw.FPDFPageObj_GetStrokeColor) >= _WHITE
    return bool(fill.value or stroke.value) and filled and stroked


def _meet(a: PageBox, b: PageBox) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def tiled(boxes: Iterable[PageBox]) -> list[PageBox]:
    """The boxes of pictures, those that make one together as one: a scanner writes a page in strips, or in tiles."""
    for low in (1, 0):
        joined: list[PageBox] = []
        for box in sorted(boxes, key=lambda box: (round(box[1 - low]), box[low])):
            last = joined[-1] if joined else None
            side = (
                last is not None and max(abs(last[1 - low] - box[1 - low]), abs(last[3 - low] - box[3 - low])) <= _SEAM
            )
            if last is not None and side and abs(last[2 + low] - box[low]) <= _SEAM:
                joined[-1] = (*last[:2], max(last[2], box[2]), max(last[3], box[3]))
            else:
                joined.append(box)
        boxes = joined
    return list(boxes)


def fills(objects: Iterable[PageObject]) -> Iterator[tuple[PageBox, int]]:
    """Boxes (page space) that are filled, and their colour; white ones, and those as thin as a line, left out."""
    filled, stroked = c_int(), c_int()
    for thing in objects:
        if thing.kind != raw.FPDF_PAGEOBJ_PATH or raw.FPDFPath_CountSegments(thing.item) not in (4, 5):
            continue
        raw.FPDFPath_GetDrawMode(thing.item, byref(filled), byref(stroked))
        x0, y0, x1, y1 = thing.box
        if filled.value and min(x1 - x0, y1 - y0) > THIN and (colour := colour_of(thing.item)) != _PAPER:
            yield (x0, y0, x1, y1), colour


def buried(objects: Sequence[PageObject], area: float) -> float:
    """The share of the pieces of text that a picture of at least this area is drawn over: those of an earlier OCR."""
    texts = below = 0
    boxes = tiled(thing.box for thing in objects if thing.kind == raw.FPDF_PAGEOBJ_IMAGE)
    large = [box for box in boxes if (box[2] - box[0]) * (box[3] - box[1]) >= area]
    for thing in objects:
        texts += thing.kind == raw.FPDF_PAGEOBJ_TEXT
        if thing.kind == raw.FPDF_PAGEOBJ_IMAGE and any(shared_box(box, thing.box) == thing.box for box in large):
            below = texts
    return below / texts if texts else 0.0


def _strokes(path: Any) -> Iterator[PageBox]:
    """Thin pieces of a path: the path itself, its thin parts, and the sides of a stroked box. A wide filled box is
    shading and rules nothing."""
    box = bounds_of(path)
    segments = raw.FPDFPath_CountSegments(path)
    thin = min(box[2] - box[0], box[3] - box[1]) <= THIN
    if thin and segments <= 5:
        yield box
        return
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if segments > 4000 or (not thin and segments <= 5 and (not stroke.value or (fill.value and _is_faint(path)))):
        return
    matrix = matrix_in(path)
    for points in _outlines(path, segments):
        mapped = [applied(matrix, x, y) for x, y in points]
        xs, ys = [p[0] for p in mapped], [p[1] for p in mapped]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
            yield min(xs), min(ys), max(xs), max(ys)
        elif stroke.value:
            for (ax, ay), (bx, by) in pairwise(mapped):
                if min(abs(ax - bx), abs(ay - by)) <= 0.5:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _is_faint(path: Any) -> bool:
    """Has a light box an outline that is hardly told from its filling? It is shading behind words, and no rule."""
    filling = lightness(path)
    return filling > _LIGHT and abs(filling - lightness(path, raw.FPDFPageObj_GetStrokeColor)) < _CONTRAST


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
