"""The salt and pepper of a fax or of a dirty copier: black specks all over a sheet are wiped off.

They make colons where none are, break lines of text, and are followed as if they were ruling lines. They are told from
dots that are printed (of a dotted border, of leaders) by standing everywhere, on the margins too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from extract.read.picture.touching import touching_parts

#: A speck has so many pixels at most (of 150 an inch), and stands off all print by so many inches: the dot of an i may
#: be as small. A sheet is cut into so many parts each way; so many specks are in this share of the parts, where they
#: are everywhere.
_PIXELS, _OFF, _PARTS, _MANY, _EVERYWHERE = 2.5, 0.05, 8, 12, 0.9
#: A speck whose middle is in a part may stand so far beyond its edge (pixels), and is smaller than this.
_RIM, _SQUARE = 5, np.ones((3, 3), np.uint8)


def without_specks(grey: Any, dpi: float) -> Any:
    """The picture without its specks, where they are everywhere."""
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    # a speck, of five pixels at 220 dots an inch, has no square of three
    if not _everywhere(ink) or not _everywhere(cv2.subtract(ink, cv2.morphologyEx(ink, cv2.MORPH_OPEN, _SQUARE))):
        return grey
    _, labels, stats, middles = touching_parts(ink)
    small = stats[:, cv2.CC_STAT_AREA] <= _PIXELS * max(1.0, (dpi / 150) ** 2)
    small[0] = False
    places = middles[small] / (grey.shape[1], grey.shape[0])
    counts = np.histogram2d(places[:, 0], places[:, 1], bins=_PARTS, range=((0, 1), (0, 1)))[0]
    if (counts >= _MANY).mean() < _EVERYWHERE:
        return grey
    around = np.ones((2 * round(_OFF * dpi) + 1,) * 2, np.uint8)
    printed = cv2.dilate(np.where(small[labels], 0, ink).astype(np.uint8), around) > 0
    specks = cv2.dilate((small[labels] & ~printed).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return np.where(specks, np.uint8(np.median(grey)), grey)


def _everywhere(ink: Any) -> bool:
    """Have as many parts of a sheet as specks stand in the ink for so many of them? Margins of most sheets have none,
    and to count ink takes a tenth of the time that its marks take."""
    down, across = (np.linspace(0, side, _PARTS + 1).astype(int).tolist() for side in ink.shape)
    inked = [
        cv2.countNonZero(ink[max(0, top - _RIM) : bottom + _RIM, max(0, x0 - _RIM) : x1 + _RIM])
        for top, bottom in pairwise(down)
        for x0, x1 in pairwise(across)
    ]
    return bool((np.array(inked) >= _MANY).mean() >= _EVERYWHERE)
