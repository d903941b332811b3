"""Coloured strokes over the print of a page, a stamp's or a signature's, made as light as they let paper through.

Print under a stamp is darker than the stamp in each colour, while the stamp hardly darkens its own: blue ink is bright
in blue. What is taken for a stamp is coloured, and has a stroke that is longer than letters are high and is no ruling
line; coloured print stays as it is.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from extract.read.picture.strokes import ruled
from extract.read.picture.touching import touching_parts

#: Colours differ by so much (of 255) in a pixel of coloured ink.
_COLOURED = 45
#: A stroke of a stamp is so high and so wide (inches), and fills at most this share of its box.
_STROKE, _FILLED = 0.3, 0.45
#: Strokes this near (inches) are one stamp's.
_NEAR = 0.1
#: The paper's colour is told by every so many pixels.
_COARSE = 8
#: The darkest grey that coloured ink is made lighter by.
_DARKEST = 60


def uncoloured(colours: Any) -> Any | None:
    """The one grey of each pixel, where red, green and blue (rows of pixels with three values) are one everywhere; None
    where they are not: what a grey picture is drawn as, without drawing it once more."""
    some = colours[::_COARSE, ::_COARSE]
    if (some != some[..., :1]).any():
        return None
    red, green, blue = (cv2.extractChannel(colours, channel) for channel in range(3))
    return red if np.array_equal(red, green) and np.array_equal(red, blue) else None


def without_strokes(grey: Any, colours: Any, dpi: float) -> Any:
    """A grey picture without the stamps and signatures that it has in colours: red, green and blue of each pixel."""
    red, green, blue = _on_white(colours)
    most = cv2.max(red, cv2.max(green, blue))
    apart = cv2.subtract(most, cv2.min(red, cv2.min(green, blue)))
    coloured = cv2.threshold(apart, _COLOURED, 255, cv2.THRESH_BINARY)[1]
    stamped = _stamped(coloured, dpi) if cv2.countNonZero(coloured) else None
    if stamped is None:
        return grey
    there = cv2.dilate(stamped, np.ones((3, 3), np.uint8)) > 0
    through = max(float(np.median(most[stamped > 0])), _DARKEST)
    light = np.clip(most.astype(np.float32) * (255 / through), 0, 255).astype(np.uint8)
    return np.where(there, np.maximum(light, grey), grey)


def _on_white(colours: Any) -> list[Any]:
    """Red, green and blue as they are on white paper: the paper's own colour is the commonest."""
    paper = np.median(colours[::_COARSE, ::_COARSE].reshape(-1, 3), axis=0)
    channels = cv2.split(np.ascontiguousarray(colours))
    return [
        cv2.convertScaleAbs(channel, alpha=255 / max(float(own), 1.0))
        for channel, own in zip(channels, paper, strict=True)
    ]


def _stamped(ink: Any, dpi: float) -> Any | None:
    """Of a mask of coloured ink (255) what stamps and signatures have, with what stands within them; None where none
    is."""
    rules = ruled(ink, dpi, True) | ruled(ink, dpi, False)
    strokes = cv2.bitwise_and(ink, cv2.bitwise_not(cv2.dilate(rules, np.ones((3, 3), np.uint8))))
    labels, stats = touching_parts(strokes)[1:3]
    wide, high, area = (stats[:, at] for at in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
    long = (np.minimum(wide, high) >= _STROKE * dpi) & (area <= _FILLED * wide * high)
    if not long[1:].any():
        return None
    found = np.zeros_like(ink)
    for part in np.flatnonzero(long[1:]) + 1:
        points = cv2.findNonZero((labels == part).astype(np.uint8))
        cv2.fillConvexPoly(found, cv2.convexHull(points), 255)
    near = round(_NEAR * dpi) | 1
    return cv2.bitwise_and(ink, cv2.dilate(found, np.ones((near, near), np.uint8)))
