"""Ink of a page that is in no line that was read: a stamp or a signature over print, an overlooked line, a hole; and
what may be a ruling line and was not taken for one: pieces in a row (a dashed or dotted one), a faint trace.

What is as high as letters are, and neither a ruling line nor a rest of one, may be, or hide, print. Nothing is read
here; who puts cells together makes those unsure in which it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

import cv2
import numpy as np

from extract.read.picture.line_strips import LineStrip, inked
from extract.read.picture.occupied import occupied, put_back
from extract.read.picture.strokes import ParedPicture, PixelBox
from extract.read.picture.touching import part_stats

#: Ink counts that is so high and so wide as shares of the usual line's ink, and so thick (inches): thinner is the rest
#: of a ruling line, or a speck.
_HEIGHT, _WIDTH, _THICK = 0.5, 0.25, 0.012
#: Marks this near (inches) are one.
_TOGETHER = 0.03
#: Pieces no further apart than this (inches) are in a row; a row is so long, and so thin.
_GAP, _ROW, _THIN = 0.06, 0.4, 0.06


def unread_ink(picture: ParedPicture, strips: Sequence[LineStrip], dpi: float) -> list[PixelBox]:
    """The boxes around the ink that no line has, in pixels."""
    ink = (picture.grey < picture.dark).astype(np.uint8)
    for x0, top, x1, bottom in (strip.box for strip in strips):
        ink[max(0, top) : bottom + 1, max(0, x0) : x1 + 1] = 0
    here = occupied([ink], round(_GAP * dpi))
    if not ink[here].size:
        return list(picture.traces)
    heights = [bottom - top for _, top, _, bottom in map(inked, strips)]
    found = _unread(np.ascontiguousarray(ink[here]), median(heights) if heights else dpi / 10, dpi)
    return picture.traces + put_back(found, here)


def _unread(ink: Any, usual: float, dpi: float) -> list[PixelBox]:
    """The boxes around what counts of a mask of ink; `usual` is the height of a line's ink."""
    thick, near = max(2, round(_THICK * dpi)), round(_TOGETHER * dpi) | 1
    marks = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    boxes = _boxes(cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((near, near), np.uint8)))
    found = [box for box in boxes if box[3] - box[1] >= _HEIGHT * usual and box[2] - box[0] >= _WIDTH * usual]
    return found + _rows(ink, dpi) + [(x0, top, x1, bottom) for top, x0, bottom, x1 in _rows(cv2.transpose(ink), dpi)]


def _rows(ink: Any, dpi: float) -> list[PixelBox]:
    """The boxes around thin pieces in a row across a mask."""
    for kind, inches in ((cv2.MORPH_CLOSE, _GAP), (cv2.MORPH_OPEN, _ROW)):
        ink = cv2.morphologyEx(ink, kind, np.ones((1, round(inches * dpi) | 1), np.uint8))
    return [box for box in _boxes(ink) if box[3] - box[1] <= _THIN * dpi]


def _boxes(mask: Any) -> list[PixelBox]:
    return [(float(x), float(y), float(x + width), float(y + height)) for x, y, width, height, _ in part_stats(mask)]
