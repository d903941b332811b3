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

#: Strokes of letters are narrower than the first (inches), an area is so wide and high.
_STROKE, _AREA = 0.1, 0.17
#: Paper is what is brightest within so many inches, more than a heading is high. Areas are looked for at so many pixels
#: an inch.
_PAPER, _COARSE_DPI = 1.4, 75.0
#: Shares of the paper's brightness: a shade is darker than the first, an area that may have light letters darker than
#: the second.
_SHADED, _DARK = 0.9, 0.6
#: An area is dark where more than this share of it is.
_MOST = 0.5
#: Light letters differ from their area by so much (of 255) at least, and by more than what is darker than it.
_LIGHTER = 70
#: The edge of a dark area as a line: its grey and its width (inches).
_EDGE, _WIDTH = 40, 0.005


def unshaded(grey: Any, dpi: float) -> Any:
    """A grey picture with its shaded areas white; the same one where it has none."""
    plain = grey
    small, coarse = _coarse(grey, dpi)
    dark = cv2.blur((small < _DARK * _paper(small, coarse)).astype(np.float32), (_side(_STROKE, coarse),) * 2) > _MOST
    for box, here in _areas(dark, grey.shape, coarse):
        low, tone, high = (float(value) for value in np.percentile(grey[box][here], (1, 50, 99)))
        if high - tone > max(tone - low, _LIGHTER):
            plain = grey.copy() if plain is grey else plain
            plain[box] = _inverted(grey[box], here, (tone, high), dpi)
    small, coarse = (small, coarse) if plain is grey else _coarse(plain, dpi)
    stroke, paper = _square(_STROKE, coarse), _paper(small, coarse)
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
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for part in range(1, count):
        x, y, width, height = (int(value) for value in stats[part][:4])
        if x and y and x + width < mask.shape[1] and y + height < mask.shape[0]:
            here = _enlarged((labels == part).astype(np.float32), shape) > _MOST
            rows, columns = np.flatnonzero(here.any(axis=1)), np.flatnonzero(here.any(axis=0))
            box = slice(max(0, rows[0] - 1), rows[-1] + 2), slice(max(0, columns[0] - 1), columns[-1] + 2)
            yield box, here[box]


def _enlarged(small: Any, shape: tuple[int, int]) -> Any:
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)


def _inverted(grey: Any, here: Any, tones: tuple[float, float], dpi: float) -> Any:
    """A dark area with its letters in ink, and what is darker than it as it is; `tones`: its own, its letters'."""
    tone, light = tones
    letters = 255 - (grey.astype(np.float32) - tone) * 255 / (light - tone)
    plain = np.where(here, np.clip(np.minimum(letters, grey * (255 / max(tone, 1))), 0, 255), grey).astype(np.uint8)
    edges = cv2.findContours(here.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    return cv2.drawContours(np.ascontiguousarray(plain), edges, -1, _EDGE, max(1, round(_WIDTH * dpi)))


def _square(inches: float, dpi: float) -> Any:
    side = _side(inches, dpi)
    return np.ones((side, side), np.uint8)


def _side(inches: float, dpi: float) -> int:
    return max(3, round(inches * dpi) | 1)
