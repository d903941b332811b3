"""Ruling lines too faint to be ink: grey hairlines of a poor scan that stand out of its noise along their length only.

The picture without its ink is averaged along each direction; what is darker than its sides there, thin and long, may be
a line. It is one if it runs from one line across its way to another, as the lines of a table do: a fold of the sheet
runs on, and what shines through from the back meets none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from extract.read.picture.touching import mask_of, touching_parts

#: Averaged over so many inches, the ends of a line over fewer; a line is at least so long and at most so thick.
_ALONG, _ENDS, _SHORTEST, _THICKEST = 0.3, 0.08, 0.25, 0.05
#: A line is so much darker than the paper beside it (of 255), at its ends by this share.
_DARKER, _AT_ENDS = 9, 0.6
#: Pale ink is so much darker than paper, as a share of what ink is: dots of a line run into each other.
_PALE = 0.4
#: A line meets another within so many inches, two of them at least so far apart, and goes on beyond them by so much.
_MEETS, _APART, _BEYOND = 0.05, 0.25, 0.12
#: Another line runs beside this share of it.
_BESIDE = 0.5
#: Lines across of one table are so long (inches), so many at least, and end at the same places: within so many inches,
#: and this share of what is between them, for a page may lean.
_WHOLE, _SEVERAL, _SAME, _LEANS = 2.0, 3, 0.08, 0.05


def pale_from(grey: Any, dark: float) -> float:
    """The grey from which on a pixel is at least pale ink, where it is ink from `dark` on."""
    paper = _paper(grey)
    return paper - _PALE * max(0.0, paper - dark)


def _paper(grey: Any) -> int:
    counts = cv2.calcHist([grey], [0], None, [256], [0, 256]).cumsum()
    return int(np.searchsorted(counts, grey.size / 2))


def without_ink(grey: Any, ink: Any) -> Any:
    """The picture with paper where it has ink (a mask), and nothing brighter than paper."""
    paper = np.uint8(_paper(grey))
    covered = np.minimum(cv2.dilate(ink, np.ones((5, 5), np.uint8)), paper)
    return np.maximum(np.minimum(grey, paper), covered)


def faint_traces(clear: Any, dpi: float, across: bool) -> Any:
    """A mask (255) of what may be lines in one direction, in a picture `without_ink`."""
    thick = max(3, round(_THICKEST * dpi) | 1)
    beside = np.ones((thick, 1) if across else (1, thick), np.uint8)
    found = np.full_like(clear, 255)
    for inches, darker in ((_ALONG, _DARKER), (_ENDS, _DARKER * _AT_ENDS)):
        length = round(inches * dpi) | 1
        mean = cv2.blur(clear, (length, 1) if across else (1, length))
        stands_out = cv2.morphologyEx(mean, cv2.MORPH_BLACKHAT, beside)
        found = cv2.bitwise_and(found, cv2.threshold(stands_out, darker, 255, cv2.THRESH_BINARY)[1])
        if not cv2.countNonZero(found):
            break
    return found


def meeting(mask: Any, others: Any, dpi: float) -> Any:
    """The long parts of a mask of lines across that run from one of the `others`, lines down, to another."""
    if not mask.any():
        return mask
    count, labels, stats, _ = touching_parts(mask)
    kept = np.zeros(count, bool)
    reach, beyond = round(_MEETS * dpi), _BEYOND * dpi
    for part in range(1, count):
        x, y, width, height = (int(value) for value in stats[part][:4])
        if width < _SHORTEST * dpi:
            continue
        left = max(0, x - reach)
        near = others[max(0, y - reach) : y + height + reach, left : x + width + reach]
        met = left + np.flatnonzero(near.any(axis=0))
        kept[part] = len(met) > 0 and _ends_at(x, x + width, met, _APART * dpi, beyond)
    return mask_of(kept, labels, stats)


def accompanied(mask: Any, clear: Any, dpi: float) -> Any:
    """The parts of a mask of faint lines across beside which another one, faint or `clear`, runs above or below: the
    edge of a shaded heading is no side of a table that has no other."""
    if not mask.any():
        return mask
    whole = mask | clear
    count, labels, stats, _ = touching_parts(mask)
    kept = np.zeros(count, bool)
    reach = round(_APART * dpi)
    for part in range(1, count):
        x, y, width, height = (int(value) for value in stats[part][:4])
        above, below = whole[: max(0, y - reach), x : x + width], whole[y + height + reach :, x : x + width]
        kept[part] = (above.any(axis=0) | below.any(axis=0)).mean() >= _BESIDE
    return mask_of(kept, labels, stats)


def stacked(mask: Any, dpi: float) -> Any:
    """The parts of a mask of faint lines across that are those of a table without lines down: several long ones that
    begin and end below each other; and between them shorter ones that begin or end there, beside merged cells."""
    _, labels, stats, _ = touching_parts(mask)
    boxes = stats[:, :4] / dpi
    left, right, y = boxes[:, 0], boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3] / 2
    room = _SAME + _LEANS * np.abs(y[:, None] - y[None, :])
    begin, end = (np.abs(x[:, None] - x[None, :]) <= room for x in (left, right))
    whole = boxes[:, 2] >= _WHOLE
    whole[0] = False
    whole &= (begin & end)[:, whole].sum(axis=1) >= _SEVERAL
    kept = whole.copy()
    for part in np.flatnonzero(~whole & (boxes[:, 2] >= _SHORTEST)):
        beside = whole & (begin[part] | end[part])
        kept[part] = (y[beside] < y[part]).any() and (y[beside] > y[part]).any()
    kept[0] = False
    return mask_of(kept, labels, stats)


def _ends_at(start: int, stop: int, met: Sequence[int] | Any, apart: float, beyond: float) -> bool:
    first, last = int(met[0]), int(met[-1])
    return last - first >= apart and start >= first - beyond and stop <= last + beyond
