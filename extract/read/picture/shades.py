"""Shaded areas of a page made as white as its paper: the grey or coloured heading of a table, a dark one with light
letters.

One darkness parts ink from paper on a whole page. Where an area is nearly as dark as that, its ruling lines and letters
are lost in it: so each pixel there becomes a share of the shade around it, and where an area is dark, its light letters
become ink and its edge a line, since a table's border is of one colour with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np

from extract.read.picture.touching import touching_parts

#: Strokes of letters are narrower than the first (inches), an area is so wide and high.
_STROKE, _AREA = 0.1, 0.17
#: Paper is what is brightest within so many inches, more than a heading is high. Areas are looked for at so many pixels
#: an inch.
_PAPER, _COARSE_DPI = 1.4, 75.0
#: Shares of the paper's brightness: a shade is darker than the first, an area that may have light letters darker than
#: the second.
_SHADED, _DARK = 0.9, 0.78
#: An area is dark where more than this share of it is.
_MOST = 0.5
#: Light letters differ from their area by so much (of 255) at least, and by more than what is darker than it.
_LIGHTER = 50
#: The edge of a dark area as a line: its grey and its width (inches). Its sides are lines where others go on from them:
#: so far above or below it (inches), each as dark as this share of what is beside it. The coarse mask of an area is off
#: by so many of its pixels.
_EDGE, _WIDTH = 40, 0.005
_ON, _GOES_ON, _LINE_LIKE, _RIM = 0.12, 0.06, 0.93, 2


def unshaded(grey: Any, dpi: float) -> Any:
    """A grey picture with its shaded areas white; the same one where it has none."""
    plain = grey
    small, coarse = _coarse(grey, dpi)
    paper = _paper(small, coarse)
    dark = cv2.blur((small < _DARK * paper).astype(np.float32), (_side(_STROKE, coarse),) * 2) > _MOST
    for box, here in _areas(dark, grey.shape, coarse):
        low, tone, high = (float(value) for value in np.percentile(grey[box][here], (1, 50, 99)))
        if high - tone > max(tone - low, _LIGHTER):
            plain = grey.copy() if plain is grey else plain
            exact = _exact(grey[box] > (tone + high) / 2, here)
            plain[box] = _inverted(grey[box], exact, (tone, high), dpi, _has_sides(grey, box, dpi))
    if plain is not grey:
        small, coarse = _coarse(plain, dpi)
        paper = _paper(small, coarse)
    stroke = _square(_STROKE, coarse)
    shade = cv2.morphologyEx(cv2.morphologyEx(small, cv2.MORPH_CLOSE, stroke), cv2.MORPH_OPEN, stroke)
    lighter = paper.astype(np.float32) / np.maximum(shade, 1)
    for box, here in _areas(shade < _SHADED * paper, grey.shape, coarse):
        plain = grey.copy() if plain is grey else plain
        share = plain[box] * _enlarged(lighter, grey.shape)[box]
        plain[box] = np.where(here, np.clip(share, 0, 255).astype(np.uint8), plain[box])
    return plain


def _coarse(grey: Any, dpi: float) -> tuple[Any, float]:
    """The picture at a resolution at which noise and the halos of letters are gone, and that resolution."""
    scale = min(1.0, _COARSE_DPI / dpi)
    return cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dpi * scale


def _paper(small: Any, dpi: float) -> Any:
    """How bright the paper is at each pixel."""
    return cv2.morphologyEx(small, cv2.MORPH_CLOSE, _square(_PAPER, dpi))


def _areas(mask: Any, shape: tuple[int, int], dpi: float) -> Iterator[tuple[tuple[slice, slice], Any]]:
    """The areas of a coarse mask, each as a part of the picture of this shape with room around it and a mask of that.
    What reaches the picture's edge is none of the sheet's: a desk, or a shadow."""
    mask = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, _square(_AREA, dpi))
    if not mask.any():
        return
    count, labels, stats, _ = touching_parts(mask)
    for part in range(1, count):
        x, y, width, height = (int(value) for value in stats[part][:4])
        if x and y and x + width < mask.shape[1] and y + height < mask.shape[0]:
            here = _enlarged((labels == part).astype(np.float32), shape) > _MOST
            rows, columns = np.flatnonzero(here.any(axis=1)), np.flatnonzero(here.any(axis=0))
            room = _RIM * -(-shape[0] // mask.shape[0])
            box = (
                slice(max(0, rows[0] - room), rows[-1] + room + 1),
                slice(max(0, columns[0] - room), columns[-1] + room + 1),
            )
            yield box, here[box]


def _enlarged(small: Any, shape: tuple[int, int]) -> Any:
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)


def _exact(bright: Any, here: Any) -> Any:
    """A dark area to the pixel (1 where it is): its letters are those of the `bright` pixels around which it is, paper
    goes on to the edge of the picture. Print above it that it nearly touches is none of it."""
    near = cv2.dilate(here.astype(np.uint8), np.ones((5, 5), np.uint8), iterations=_RIM) > 0
    framed = np.pad((bright | ~near).astype(np.uint8), 1, constant_values=1)
    paper = cv2.connectedComponents(framed, connectivity=4)[1]
    dark = (paper != paper[0, 0])[1:-1, 1:-1].astype(np.uint8)
    _, parts, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    return (parts == 1 + stats[1:, cv2.CC_STAT_AREA].argmax()).astype(np.uint8) if len(stats) > 1 else dark


def _has_sides(grey: Any, box: tuple[slice, slice], dpi: float) -> bool:
    """Do ruling lines go on from both sides of an area, up or down? A heading that is set off by its colour alone has
    no sides, though the paper of a scan is darker beside it."""
    rows, columns = box
    far, reach = round(_ON * dpi), max(3, round(_GOES_ON * dpi))
    beyond = grey[rows.stop : rows.stop + far], grey[max(0, rows.start - far) : rows.start]
    return any(
        all(_has_line(part[:, max(0, x - reach) : x + reach]) for x in (columns.start, columns.stop))
        for part in beyond
        if len(part) == far
    )


def _has_line(strip: Any) -> bool:
    """Is there a line down a narrow strip, darker than what is on both its sides?"""
    mean = strip.mean(axis=0) if strip.size else np.zeros(0)
    side = len(mean) // 4
    return side > 0 and float(mean.min()) < _LINE_LIKE * min(float(mean[:side].mean()), float(mean[-side:].mean()))


def _inverted(grey: Any, here: Any, tones: tuple[float, float], dpi: float, sides: bool) -> Any:
    """A dark area as bright as the paper around it, its letters in ink, and what is darker than it as it is; `tones`:
    its own, its letters'. Its edge is a line above and below, and at its `sides`."""
    tone, light = tones
    around = cv2.dilate(here, np.ones((5, 5), np.uint8))
    bright = grey[(around == 0) & (grey > (tone + light) / 2)]
    paper = float(np.median(bright)) if bright.size else 255.0
    letters = paper - (grey.astype(np.float32) - tone) * paper / (light - tone)
    plain = np.where(here > 0, np.clip(np.minimum(letters, grey * (paper / max(tone, 1))), 0, 255), grey)
    plain = np.ascontiguousarray(plain.astype(np.uint8))
    if not sides:
        rim = around > cv2.erode(here, np.ones((3, 3), np.uint8))
        plain[rim & (grey < light)] = round(paper)
    width = max(1, round(_WIDTH * dpi))
    for edge in cv2.findContours(here, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        points = edge[:, 0].tolist()
        for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
            if sides or abs(x1 - x0) >= abs(y1 - y0):
                cv2.line(plain, (x0, y0), (x1, y1), _EDGE, width)
    return plain


def _square(inches: float, dpi: float) -> Any:
    side = _side(inches, dpi)
    return np.ones((side, side), np.uint8)


def _side(inches: float, dpi: float) -> int:
    return max(3, round(inches * dpi) | 1)
