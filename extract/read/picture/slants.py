"""How the straight lines of a picture slant: ruling lines of a photograph that run aslant, long before they can be told
from letters by running level or upright.

Edges of one direction are gathered into segments by the detector of OpenCV (LSD: a segment is one if chance would
hardly line up as many). A long one is of a ruling line, of a shaded area's or of the sheet's border; letters have none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np

from extract.read.picture.bends import Lean
from extract.read.picture.upright import UprightPicture

#: Segments are looked for at this resolution; those of ruling lines are so long (inches).
_DPI, _SHORTEST = 150.0, 0.3
#: Lines that run level or upright on paper slant by this much (pixels a pixel, 12 degrees) in a photograph.
_STEEPEST = 0.21


@lru_cache(maxsize=1)
def slants_of(picture: UprightPicture) -> tuple[list[Lean], list[Lean]]:
    """How lines across a picture lean, and those down (see `Lean`), in its pixels. A page without ruling lines is asked
    twice for the same picture; a look takes as long as all of its ruling lines."""
    scale = min(1.0, _DPI / picture.dpi)
    grey = cv2.resize(picture.grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD, 1.0).detect(grey)[0]
    if found is None:
        return [], []
    ends = found.reshape(-1, 4).astype(np.float64) / scale
    return _leaning(ends, picture.dpi, 0), _leaning(ends, picture.dpi, 1)


def _leaning(ends: Any, dpi: float, along: int) -> list[Lean]:
    """Of segments, those that run along one axis (0 across, 1 down)."""
    way = ends[:, 2:] - ends[:, :2]
    length, off = np.abs(way[:, along]), way[:, 1 - along]
    kept = (length >= _SHORTEST * dpi) & (np.abs(off) <= _STEEPEST * length)
    middle = (ends[kept, :2] + ends[kept, 2:]) / 2
    slope = off[kept] / way[kept, along]
    return [
        Lean(float(x), float(y), float(s), float(long))
        for (x, y), s, long in zip(middle, slope, length[kept], strict=True)
    ]
