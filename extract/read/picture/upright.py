"""The picture of a page, as it came, to one that stands upright: paper evenly white, lines of text level.

Scans lie turned by quarters or lean a little; a telephone's pictures have a shadow besides. Input: a grey picture and
its resolution. Output: an `UprightPicture`, with the way back from its pixels to those of the picture as it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from extract.read.picture.light import darkened
from extract.read.picture.punched import without_holes
from extract.read.picture.shades import unshaded
from extract.read.picture.specks import without_specks
from extract.read.picture.touching import touching_parts

#: The paper is looked at in a picture this many times smaller, with specks of print up to this wide (inches) closed.
_COARSE, _PRINT = 8, 0.35
#: Paper is even where its darkest twentieth is at least this bright (of 255): nothing is changed then.
_EVEN = 235
#: A page that leans less than this (degrees) is left as it is: its words stay in their lines.
_LEVEL = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class UprightPicture:
    """`grey`: rows of pixels from 0 (ink) to 255 (paper). `dpi`: its pixels an inch of paper. `back`: the 3 by 3 matrix
    that takes its pixels to those of the picture as it came."""

    grey: Any
    dpi: float
    back: Any


def as_it_came(grey: Any, dpi: float) -> UprightPicture:
    """The picture with its paper evened out, specks, shaded areas and punched holes as white as paper, and light print
    dark."""
    clean = even(unshaded(without_holes(without_specks(grey, dpi), dpi), dpi), dpi)
    strong = darkened(clean)
    # a shade of a page with hardly any ink is nearly white, and ink when that is made dark
    return UprightPicture(strong if strong is clean else unshaded(strong, dpi), dpi, np.eye(3))


def even(grey: Any, dpi: float) -> Any:
    """The picture with its paper white, whatever shadow lies on it: each pixel as a share of the paper around it."""
    small = cv2.resize(grey, None, fx=1 / _COARSE, fy=1 / _COARSE, interpolation=cv2.INTER_AREA)
    side = max(3, round(_PRINT * dpi / _COARSE) | 1)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), side / 2)
    if np.percentile(paper, 5) >= _EVEN:
        return grey
    full = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, np.maximum(full, 40), scale=255)


def quarter_turned(picture: UprightPicture, quarter: int) -> UprightPicture:
    """The picture turned clockwise by so many quarter turns."""
    height, width = picture.grey.shape
    turned, back = picture.grey, picture.back
    match quarter % 4:
        case 1:
            turned = cv2.rotate(picture.grey, cv2.ROTATE_90_CLOCKWISE)
            back = back @ np.array([[0, 1, 0], [-1, 0, height - 1], [0, 0, 1]], float)
        case 2:
            turned = cv2.rotate(picture.grey, cv2.ROTATE_180)
            back = back @ np.array([[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], float)
        case 3:
            turned = cv2.rotate(picture.grey, cv2.ROTATE_90_COUNTERCLOCKWISE)
            back = back @ np.array([[0, -1, width - 1], [1, 0, 0], [0, 0, 1]], float)
    return UprightPicture(turned, picture.dpi, back)


def made_level(picture: UprightPicture) -> UprightPicture:
    """The picture turned so that its lines run level."""
    angle = leaning(picture.grey)
    if abs(angle) < _LEVEL:
        return picture
    height, width = picture.grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    grey = cv2.warpAffine(picture.grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    back = picture.back @ np.vstack([cv2.invertAffineTransform(turn), [0.0, 0.0, 1.0]])
    return UprightPicture(grey, picture.dpi, back)


def leaning(grey: Any) -> float:
    """Degrees (clockwise positive) that a page leans. The lines of a table tell it best; a page without any is turned
    until its lines of text stand out most from the gaps between them."""
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    length = grey.shape[1] // 40
    mask = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, labels, stats, _ = touching_parts(mask)
    angles = []
    for part in np.argsort(-stats[1:count, cv2.CC_STAT_WIDTH])[:12] + 1:
        x, y, width, height = stats[part][:4]
        if width < grey.shape[1] // 8 or height > width * 0.2:
            continue
        rows, columns = np.nonzero(labels[y : y + height, x : x + width] == part)
        angles.append(float(np.degrees(np.arctan(np.polyfit(columns, rows, 1)[0]))))
    return float(np.median(angles)) if angles else _by_text(ink)


def _by_text(ink: Any) -> float:
    small = cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    height, width = small.shape
    best = (0.0, 0.0)
    for angle in np.arange(-3.0, 3.01, 0.1):
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(angle), 1.0)
        rows = cv2.warpAffine(small, turn, (width, height)).sum(axis=1, dtype=np.float64)
        best = max(best, (float(np.var(np.diff(rows))), round(float(angle), 2)))
    return best[1]
