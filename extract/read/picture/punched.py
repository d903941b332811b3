"""Punched holes of a sheet, dark or light on a scan, that are neither print nor a shade: each becomes paper."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from extract.read.picture.touching import part_stats

#: Holes are so wide (inches: 5 to 8 mm, and the shadow at their edge).
_WIDE = (0.16, 0.36)
#: They are about as wide as high, and fill as much of their box as a disc does; so much of it is dark.
_ROUND, _DISC = 1.3, (0.64, 0.92)
#: The picture is looked at so many times smaller; a hole is darker than this share of its paper.
_COARSE, _DARK = 4, 0.6
#: So far around it (inches) is its edge, and white around that: this share, at least.
_EDGE, _AROUND, _WHITE = 0.04, 0.05, 0.99


def without_holes(grey: Any, dpi: float) -> Any:
    """The picture (rows of pixels from 0 to 255) with paper in place of its punched holes. One that
    touches print stays: what it took is lost, and whoever looks for unread ink finds it."""
    small = cv2.resize(grey, None, fx=1 / _COARSE, fy=1 / _COARSE, interpolation=cv2.INTER_AREA)
    dark = (small < _DARK * np.median(small)).astype(np.uint8)
    # print is thinner than a hole
    stroke = max(3, round(_WIDE[0] / 2 * dpi / _COARSE))
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (stroke, stroke)))
    stats = part_stats(solid)
    holes = [part * _COARSE for part in stats if _is_hole(part, dpi)]
    clean = grey.copy() if holes else grey
    for x, y, width, height, _ in holes:
        middle, radius = (int(x + width // 2), int(y + height // 2)), int(max(width, height) // 2 + _EDGE * dpi)
        ring = np.zeros_like(grey)
        cv2.circle(ring, middle, radius + round(_AROUND * dpi), 255, -1)
        cv2.circle(ring, middle, radius, 0, -1)
        around = grey[ring > 0]
        paper = int(np.median(around))
        if (around >= _DARK * paper).mean() >= _WHITE:
            cv2.circle(clean, middle, radius, paper, -1)
    return clean


def _is_hole(part: Any, dpi: float) -> bool:
    _, _, width, height, area = (int(value) for value in part)
    wide = max(width, height) * _COARSE / dpi
    is_round = max(width, height) <= _ROUND * min(width, height)
    return _WIDE[0] <= wide <= _WIDE[1] and is_round and _DISC[0] <= area / (width * height) <= _DISC[1]
