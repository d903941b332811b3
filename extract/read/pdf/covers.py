"""What is drawn over other things and hides them: filled boxes of any form, thick lines, pictures without holes.

Input: the objects of a page in the order in which they are painted. Output: the boxes that they fill, in the page's
space; what lies below one and was painted before it is not seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int
from itertools import pairwise, permutations
from math import inf, nextafter
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.objects_pdfium import PageBox, PageObject, applied, lightness, mapped, matrix_in

#: A filled box thinner than this (points) is a line: letters that run over it are seen. So is a stroke, up to more.
_THIN, _THICK = 2.0, 5.0
#: A form fills its box if it has so much of its area; one of many points is a drawing.
_FULL, _POINTS = 0.85, 40
#: A picture of less than this share of the page may lie over a text; so many are looked at.
_SHARE, _MANY = 0.5, 40
#: A picture without print has tones (0 to 255) that differ by this much at most.
_TONES = 24


class FilledBox(NamedTuple):
    """A filled box: its place in the order of painting, its lightness (0 black to 1 white), and whether nothing is seen
    through it."""

    z: int
    box: PageBox
    shade: float
    solid: bool


class Covers(NamedTuple):
    """The filled boxes of a page, and the boxes of pictures that lie over text and print something themselves."""

    fills: list[FilledBox]
    printed: list[PageBox]


def covers_of(document: pdfium.PdfDocument, page: pdfium.PdfPage, objects: Sequence[PageObject]) -> Covers:
    """All of a page."""
    fills = [FilledBox(z, box, shade, solid) for z, thing in enumerate(objects) for box, shade, solid in _filled(thing)]
    printed: list[PageBox] = []
    for z in _over_text(page, objects):
        blank, shade = _tone(document, page, objects[z].item)
        if blank:
            fills.append(FilledBox(z, objects[z].box, shade, True))
        elif blank is not None:
            printed.append(objects[z].box)
    return Covers(sorted(fills), printed)


def _filled(thing: PageObject) -> Iterator[tuple[PageBox, float, bool]]:
    if thing.kind != raw.FPDF_PAGEOBJ_PATH:
        return
    segments = raw.FPDFPath_CountSegments(thing.item)
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(thing.item, byref(fill), byref(stroke))
    solid = not raw.FPDFPageObj_HasTransparency(thing.item)
    if fill.value and 4 <= segments <= _POINTS:
        shade = lightness(thing.item)
        for box in _full_boxes(thing, segments):
            if min(box[2] - box[0], box[3] - box[1]) >= _THIN:
                yield box, shade, solid
    elif stroke.value and segments == 2 and (bar := _bar(thing)) is not None:
        yield bar, lightness(thing.item, raw.FPDFPageObj_GetStrokeColor), solid


def _full_boxes(thing: PageObject, segments: int) -> list[PageBox]:
    """The boxes that the outlines of a path fill: each of them, or all together."""
    outlines = _outlines(thing.item, segments)
    around = [_around(points) for points in outlines]
    if any(shared_box(a, b) == a != b for a, b in permutations(around, 2)):
        # a frame (`20 20 800 560 re 22 22 796 556 re f*`): what stands in its hole is seen
        return []
    full = [box for box, points in zip(around, outlines, strict=True) if _area(points) >= _FULL * _size(box)]
    whole = _around([point for points in outlines for point in points])
    if len(full) < len(outlines) and sum(map(_area, outlines)) >= _FULL * _size(whole):
        full = [whole]
    clip = clip_of(thing)
    boxes = [mapped(box, thing.outer) for box in full]
    return boxes if clip is None else [shared_box(box, clip) for box in boxes]


def _outlines(path: Any, segments: int) -> list[list[tuple[float, float]]]:
    """The sub-paths through their matrix; curves by the points that they are bent to."""
    x, y, matrix = c_float(), c_float(), matrix_in(path)
    outlines: list[list[tuple[float, float]]] = []
    for i in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if not outlines or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            outlines.append([])
        outlines[-1].append(applied(matrix, x.value, y.value))
    return [points for points in outlines if len(points) > 2]


def _area(points: Sequence[tuple[float, float]]) -> float:
    closed = [*points, points[0]]
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(closed))) / 2


def _around(points: Sequence[tuple[float, float]]) -> PageBox:
    xs, ys = [x for x, _ in points] or [0.0], [y for _, y in points] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: PageBox) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _bar(thing: PageObject) -> PageBox | None:
    """The box of a level or upright line as thick as letters are high."""
    width, dashes = c_float(), raw.FPDFPageObj_GetDashCount(thing.item)
    raw.FPDFPageObj_GetStrokeWidth(thing.item, byref(width))
    if dashes > 0 or width.value < _THICK:
        return None
    x, y, points = c_float(), c_float(), []
    for i in range(2):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(thing.item, i), byref(x), byref(y))
        points.append((x.value, y.value))
    x0, y0, x1, y1 = _around(points)
    half = width.value / 2
    if min(x1 - x0, y1 - y0) > half:
        return None
    wide = (x0, y0 - half, x1, y1 + half) if x1 - x0 > y1 - y0 else (x0 - half, y0, x1 + half, y1)
    return mapped(mapped(wide, matrix_in(thing.item)), thing.outer)


def _over_text(page: pdfium.PdfPage, objects: Sequence[PageObject]) -> list[int]:
    """The places of the pictures that are painted over text and leave most of the page free."""
    pictures = [z for z, thing in enumerate(objects) if thing.kind == raw.FPDF_PAGEOBJ_IMAGE]
    if not pictures:
        return []
    area = page.get_width() * page.get_height()
    texts = sorted(
        (*_middle(thing.box), z)
        for z, thing in enumerate(objects[: pictures[-1]])
        if thing.kind == raw.FPDF_PAGEOBJ_TEXT
    )
    found: list[int] = []
    for z in pictures:
        box = objects[z].box
        inside = texts[bisect_left(texts, (box[0],)) : bisect_left(texts, (nextafter(box[2], inf),))]
        if _size(box) < _SHARE * area and any(at < z and box[1] <= y <= box[3] for _, y, at in inside):
            found.append(z)
            if len(found) == _MANY:
                break
    return found


def _tone(document: pdfium.PdfDocument, page: pdfium.PdfPage, item: Any) -> tuple[bool | None, float]:
    """Is a picture of one tone, and of which? None where something is seen through it, or it can't be drawn."""
    import numpy as np

    if raw.FPDFPageObj_HasTransparency(item):
        return None, 1.0
    handle = raw.FPDFImageObj_GetRenderedBitmap(document.raw, page.raw, item)
    if not handle:
        return None, 1.0
    # its pixels are PDFium's, and freed with it
    bitmap = pdfium.PdfBitmap.from_raw(handle)
    pixels = bitmap.to_numpy().astype(float)
    if pixels.ndim == 2:
        pixels = pixels[:, :, None]
    # the rim may be mixed with what lies beside it
    inner = pixels[1:-1, 1:-1] if min(pixels.shape[:2]) > 4 else pixels
    if inner.size == 0 or (inner.shape[2] == 4 and float(inner[:, :, 3].min()) < 255 and "A" in bitmap.mode):
        return None, 1.0
    grey = inner[:, :, :3].mean(axis=2)
    return bool(np.ptp(grey) <= _TONES), float(grey.mean()) / 255


def clip_of(thing: PageObject) -> PageBox | None:
    """The box of the area that an object is clipped to; None where it is clipped to nothing."""
    path = raw.FPDFPageObj_GetClipPath(thing.item)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    boxes = [box for i in range(max(0, count)) if (box := _clip_box(path, i)) is not None]
    if not boxes:
        return None
    area = boxes[0]
    for box in boxes[1:]:
        area = shared_box(area, box)
    return mapped(area, thing.outer)


def _clip_box(path: Any, index: int) -> PageBox | None:
    x, y = c_float(), c_float()
    xs: list[float] = []
    ys: list[float] = []
    for i in range(min(raw.FPDFClipPath_CountPathSegments(path, index), 200)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, index, i), byref(x), byref(y))
        xs.append(x.value)
        ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if len(xs) > 2 else None


def shared_box(a: PageBox, b: PageBox) -> PageBox:
    """What two boxes share."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _middle(box: PageBox) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
