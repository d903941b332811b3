"""Letters that stand alone: the number of a row, the letter of a column. Who looks for lines easily overlooks them.

What ink no line has is looked at: where a few marks stand together, as high as letters are on the page, with white all
around and off the ruling lines, they are a line of their own if the recogniser is sure of them (a stamp's rests, a
signature's, or dirt are not).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import cv2
import numpy as np

from extract.read.picture.faint import pale_from
from extract.read.picture.recogniser import Reading
from extract.read.picture.strokes import ParedPicture, PixelBox
from extract.read.picture.touching import part_stats

#: How high lone letters are, as shares of the usual line's ink (small letters at least, brackets at most), how wide.
_HEIGHT, _WIDE = (0.42, 1.3), 2.5
#: Marks this near (shares of the line's ink; to the side, and above each other as the dot of an i) stand together; so
#: far around them no other ink may stand.
_TOGETHER, _AROUND = (0.35, 0.15), (0.6, 0.15)
#: The dots of a colon are so wide and high, at most so far apart, and as far off or unlike each other (shares of the
#: line's ink).
_DOT, _APART, _OFF = (0.08, 0.42), 0.5, 0.12
#: Dots that run into each other are a mark so wide at most, and so high (shares of the line's ink).
_SMEAR = (0.45, 0.3, 0.9)
#: The box of a line is at most so wide and high (shares of the usual line's ink) if there is nothing but a colon in it.
_GROWN = 1.0
#: Dashes of an upright line are this thin, and so far apart (shares of the line's ink).
_THIN, _NEXT = 0.27, 0.7
#: Rests of a ruling line stand on it, or where it would go on, within so many inches.
_ON_RULE, _BEYOND = 0.015, 0.2
#: A lone sign is believed from here on; the mark of an item (`i.`, `2)`) speaks for itself.
_SURE, _SURE_MARK = 0.9, 0.7
_MARK = re.compile(r"\(?[a-z0-9]{1,2}[.)]")


def lone_boxes(picture: ParedPicture, lines: Sequence[PixelBox], usual: float, dpi: float) -> list[PixelBox]:
    """Boxes around what may be lone letters, in pixels; `usual` is the height of a line's ink."""
    ink = _without((picture.grey < picture.dark).astype(np.uint8), lines)
    # half of it on each side of a mark
    across, down = (max(3, round(share * usual) | 1) for share in _TOGETHER)
    spread = cv2.dilate(ink, np.ones((down, across), np.uint8))
    dx, dy = across // 2, down // 2
    stats = part_stats(spread)
    x, y, width, height = (stats[:, at] for at in range(4))
    boxes = np.stack([x + dx, y + dy, x + width - dx, y + height - dy], axis=1).astype(float)
    wide, high = (boxes[:, 2] - boxes[:, 0]) / usual, (boxes[:, 3] - boxes[:, 1]) / usual
    good = (high >= _HEIGHT[0]) & (high <= _HEIGHT[1]) & (wide <= _WIDE) & ~_dashes(boxes / usual)
    found = [(float(a), float(b), float(c), float(d)) for a, b, c, d in boxes[good]]
    return [box for box in found if not _on_rule(box, picture.rules, dpi) and _is_alone(box, ink, usual)]


def colon_boxes(picture: ParedPicture, lines: Sequence[PixelBox], usual: float) -> list[PixelBox]:
    """Boxes around colons that stand between a label and its text (`Jabatan    :    Kepala`), told by their form: a
    recogniser hardly knows them. Two dots alike, one above the other, beside a line at their left; or dots that have
    become one mark, where others stand above or below it. What was taken for a line may be one."""
    labels = [box for box in lines if not _is_thin(box, usual)]
    found: list[PixelBox] = []
    smeared: list[PixelBox] = []
    # dots as small as these are pale in a coarse picture; where it is noisy, pale ink is all around them
    for dark in (picture.dark, pale_from(picture.grey, picture.dark)):
        ink = _without((picture.grey < dark).astype(np.uint8), labels)
        found += [box for box in _told(_dots(ink, usual), ink, labels, usual) if not _overlaps(box, found)]
        # a `1` that was taken for a line is a smear, too
        ink = _without(ink, lines)
        smeared += [box for box in _told(_smears(ink, usual), ink, labels, usual) if not _overlaps(box, smeared)]
    smeared = [box for box in smeared if not _overlaps(box, found)]
    return [*found, *(box for box in smeared if any(map(partial(_in_a_row, box, usual), [*found, *smeared])))]


def _told(boxes: Iterable[PixelBox], ink: Any, labels: Sequence[PixelBox], usual: float) -> list[PixelBox]:
    """Those of these boxes that stand beside a label, with white around."""
    return [box for box in boxes if _has_label(box, labels) and _is_alone(box, ink, usual)]


def _without(ink: Any, lines: Sequence[PixelBox]) -> Any:
    """Ink outside the boxes of these lines."""
    rest = ink.copy()
    for x0, top, x1, bottom in lines:
        rest[max(0, int(top)) : int(bottom) + 1, max(0, int(x0)) : int(x1) + 1] = 0
    return rest


def _is_thin(box: PixelBox, usual: float) -> bool:
    """Is a box no wider than a colon's may be, as a recogniser grows it, and no higher than a line?"""
    return box[2] - box[0] <= _GROWN * usual and box[3] - box[1] <= _GROWN * usual


def _dots(ink: Any, usual: float) -> Iterator[PixelBox]:
    """Boxes around two dots alike, one above the other."""
    stats = part_stats(ink)
    sizes = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1] / usual
    dots = stats[((sizes >= _DOT[0]) & (sizes <= _DOT[1])).all(axis=1)][:, :4].astype(float)
    for x, y, width, height in dots:
        off = np.abs(dots[:, 0] - x + (dots[:, 2] - width) / 2) / usual
        below = dots[(off <= _OFF) & (dots[:, 1] > y)]
        near = below[below[:, 1] - y <= (_DOT[1] + _APART) * usual]
        alike = near[np.abs(near[:, 2:] - (width, height)).max(axis=1) <= max(1.0, _OFF * usual)]
        if len(near) == len(alike) == 1:
            right, bottom = near[0, 0] + near[0, 2], near[0, 1] + near[0, 3]
            yield min(float(x), float(near[0, 0])), float(y), max(float(x + width), float(right)), float(bottom)


def _smears(ink: Any, usual: float) -> Iterator[PixelBox]:
    """Boxes around thin marks, as high as a colon is, that two dots may have become."""
    high = max(3, round(_APART * usual) | 1)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((high, 1), np.uint8))
    for x, y, width, height in part_stats(closed)[:, :4].astype(float):
        if width <= _SMEAR[0] * usual and _SMEAR[1] <= height / usual <= _SMEAR[2]:
            yield float(x), float(y), float(x + width), float(y + height)


def _overlaps(box: PixelBox, others: Sequence[PixelBox]) -> bool:
    return any(box[0] < x1 and x0 < box[2] and box[1] < bottom and top < box[3] for x0, top, x1, bottom in others)


def _in_a_row(box: PixelBox, usual: float, other: PixelBox) -> bool:
    """Do two colons stand below each other?"""
    return box != other and abs(box[0] + box[2] - other[0] - other[2]) / 2 <= _SMEAR[0] / 2 * usual


def _has_label(box: PixelBox, lines: Sequence[PixelBox]) -> bool:
    """Does a line at the left of a box stand at its height?"""
    return any(line[2] <= box[0] and line[1] <= box[1] and box[3] <= line[3] for line in lines)


def _dashes(boxes: Any) -> Any:
    """Which of these boxes are the dashes of an upright line: thin, with another one close above or below."""
    thin = np.flatnonzero(boxes[:, 2] - boxes[:, 0] <= _THIN)
    middle, upper, lower = (boxes[thin, 0] + boxes[thin, 2]) / 2, boxes[thin, 1], boxes[thin, 3]
    level = np.abs(middle[:, None] - middle[None, :]) <= _THIN
    gap = np.maximum(upper[:, None] - lower[None, :], upper[None, :] - lower[:, None])
    chained = level & (gap > 0) & (gap <= _NEXT)
    found = np.zeros(len(boxes), bool)
    found[thin] = chained.any(axis=1)
    return found


def is_letters(reading: Reading) -> bool:
    """Is the recogniser sure of all that it read in a lone box?

    >>> from extract.read.picture.recogniser import Letter
    >>> is_letters((Letter("i", 0.84, 0.4), Letter(".", 0.95, 0.8))), is_letters((Letter("s", 0.84, 0.5),))
    (True, False)
    """
    signs = [letter for letter in reading if letter.sign.strip()]
    text = "".join(letter.sign for letter in signs)
    least = _SURE_MARK if _MARK.fullmatch(text) else _SURE
    return any(map(str.isalnum, text)) and all(min(letter.sure, 1 - letter.other) >= least for letter in signs)


def _on_rule(box: PixelBox, rules: Sequence[PixelBox], dpi: float) -> bool:
    """Does a box stand where a ruling line goes, or would go on?"""
    off, beyond = _ON_RULE * dpi, _BEYOND * dpi
    x0, top, x1, bottom = box
    for left, upper, right, lower in rules:
        upright = lower - upper > right - left
        dx, dy = (off, beyond) if upright else (beyond, off)
        if left - dx < x1 and x0 < right + dx and upper - dy < bottom and top < lower + dy:
            return True
    return False


def _is_alone(box: PixelBox, ink: Any, usual: float) -> bool:
    dx, dy = (share * usual for share in _AROUND)
    x0, top, x1, bottom = box
    near = ink[max(0, int(top - dy)) : int(bottom + dy) + 1, max(0, int(x0 - dx)) : int(x1 + dx) + 1]
    own = ink[int(top) : int(bottom) + 1, int(x0) : int(x1) + 1]
    return int(near.sum()) == int(own.sum()) > 0
