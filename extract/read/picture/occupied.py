"""The part of a page's masks where anything is: a page is half white, its margins and below its last line, and white
takes as long to look through as print.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import cv2

#: Rows and columns of a picture.
Part = tuple[slice, slice]
#: Left, top, right, bottom, in pixels.
_Box = tuple[float, float, float, float]


def occupied(masks: Iterable[Any], around: int) -> Part:
    """The rows and columns in which any of these masks, all of one size, has anything, with so many pixels of white
    around; from even ones on, since parts are numbered by squares of two pixels (`touching_parts`). Nothing in all of
    them is a part without pixels."""
    boxes = [box for mask in masks if (box := (cv2.boundingRect(mask), mask.shape))[0][2]]
    if not boxes:
        return slice(0, 0), slice(0, 0)
    height, width = boxes[0][1]
    left, top = (max(0, min(box[at] for box, _ in boxes) - around) & ~1 for at in (0, 1))
    right, bottom = (max(box[at] + box[at + 2] for box, _ in boxes) + around for at in (0, 1))
    return slice(top, min(height, bottom)), slice(left, min(width, right))


def put_back(boxes: Sequence[_Box], part: Part) -> list[_Box]:
    """Boxes in a part of a picture, in the whole of it.

    >>> put_back([(1.0, 2.0, 3.0, 4.0)], (slice(10, 90), slice(100, 200)))
    [(101.0, 12.0, 103.0, 14.0)]
    """
    y, x = part[0].start, part[1].start
    return [(x0 + x, top + y, x1 + x, bottom + y) for x0, top, x1, bottom in boxes]
