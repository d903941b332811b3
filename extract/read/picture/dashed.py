"""Ruling lines that are printed in pieces: dashed, dotted, or both by turns.

Pieces are as thin as a line is, in one row, and near each other; letters are not thin, and neither are the dots and
marks of a line of text in such a row. Where some pieces show a line, it is followed both ways, over what crosses it.
What is found may still be a row of dots to be filled in: it is a line if it runs from one line across its way to
another, and as far as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from extract.read.picture.touching import sized_parts, touching_parts

#: A piece is at most so thick (inches), so many pixels more for its blur, and leans by so much of its length; it fills
#: so much of its box.
_THICK, _BLUR, _LEAN, _FILLED = 0.03, 1.0, 0.004, 0.6
#: Pieces of a line are no further apart than this (inches), over a crossing, where one of them is lost, than twice as
#: much, and it is shown by so many inches of them.
_GAP, _SHORTEST = 0.07, 0.25
#: They are so many at least, most of them as thick as the middle one but for so many pixels, and fill at least this
#: share of its length.
_PIECES, _MOST, _LIKE, _INKED = 3, 0.8, 1.5, 0.25
#: Ink so near a line (pixels to each side, and its own) is the line's.
_RIM = np.ones((5, 5), np.uint8)
#: So often lines across are told without those down, and those down without them.
_TIMES = 2
#: A line is followed by so many inches at a time, and ends where less than this share of them has its ink.
_STEP, _LEAST = 0.16, 0.1
#: It is one if it meets two others, within so many inches, that are so far apart.
_MEETS, _APART = 0.06, 0.25
#: Between two of those it has pieces on more than this share, or less ink of letters than this share: a column's line
#: does not run on through the merged cell of a group row (`A. BIDANG`), over the stem of its D.
_OWN, _LETTERS = 0.1, 0.15
#: Where pieces show a line: left, middle height, width, and thickness.
_Shown = tuple[int, int, int, int]
#: What is pale goes on beyond them by at most this (inches).
_BEYOND = 0.12


def dashed(ink: Any, lines: Sequence[Any], dpi: float, pale: bool = False) -> tuple[Any, Any]:
    """The pixels of lines in pieces across and down, their gaps closed, of a mask of ink (255 where there is some);
    `lines` are the masks of those across and down that are found already. Pieces that cross other lines are told when
    those are taken away. Where the ink is `pale`, what runs on beyond the lines that it meets is a fold."""
    level, upright = (cv2.dilate(mask, _RIM) for mask in lines)
    free = cv2.subtract(ink, level)
    # what no line has is the same for both ways: its parts are looked for once, and most pages show no such line
    shown, shown_down = (list(_shown(pieces, dpi)) for pieces in _thin_pieces(cv2.subtract(free, upright), dpi))
    if not shown and not shown_down:
        return np.zeros_like(ink), np.zeros_like(ink)
    turned, turned_free = cv2.transpose(ink), cv2.transpose(cv2.subtract(ink, upright))
    across = _dashed_across(ink, shown, upright, dpi)
    down = _dashed_across(turned, shown_down, cv2.transpose(level), dpi).T
    if not across.any() and not down.any():
        return across, down.copy()
    for _ in range(_TIMES):
        across |= _dashed_across(ink, _shown_in(free, upright | down, dpi), upright | down, dpi)
        crossing = (level | across).T
        down = down | _dashed_across(turned, _shown_in(turned_free, crossing, dpi), crossing, dpi).T
    lined, lined_down = level | across, upright | down
    beyond = _BEYOND if pale else float("inf")
    return (
        _between(across, lined_down, _parted(free, cv2.dilate(lined_down, _RIM), dpi), dpi, beyond),
        _between(down.T.copy(), lined.T, _parted(turned_free, cv2.dilate(lined, _RIM).T, dpi), dpi, beyond).T,
    )


def _parted(free: Any, crossing: Any, dpi: float) -> tuple[Any, Any]:
    """The ink that no line across and none that crosses has: pieces of lines across, and letters."""
    rest = cv2.subtract(free, crossing)
    pieces = _thin(rest, dpi)
    return pieces, cv2.subtract(rest, pieces)


def _between(mask: Any, others: Any, inks: tuple[Any, Any], dpi: float, beyond: float) -> Any:
    """What lines across have between the first and the last of the `others`, lines down, that they meet; nothing where
    only letters stand between two of them, or where they go on further than so many inches. `inks`: the pieces of
    lines, and the rest."""
    count, labels, stats, _ = touching_parts(mask)
    found = np.zeros_like(mask)
    reach = round(_MEETS * dpi)
    for part in range(1, count):
        x, y, width, height = (int(value) for value in stats[part][:4])
        left = max(0, x - reach)
        met = left + np.flatnonzero(
            others[max(0, y - reach) : y + height + reach, left : x + width + reach].any(axis=0)
        )
        if not len(met) or met[-1] - met[0] < _APART * dpi:
            continue
        if max(met[0] - x, x + width - met[-1]) > beyond * dpi:
            continue
        columns = slice(max(x, int(met[0])), min(x + width, int(met[-1]) + 1))
        box = (slice(y, y + height), columns)
        mine = labels[box] == part
        for first, last in _stretches(met - columns.start, dpi):
            pieces, letters = ((mine & (one[box] > 0))[:, first:last].any(axis=0).mean() for one in inks)
            mine[:, first:last] &= pieces > _OWN or letters < _LETTERS
        found[box][mine] = 255
    return found


def _stretches(met: Any, dpi: float) -> Iterator[tuple[int, int]]:
    """What lies between the lines that one meets, of more than a crossing."""
    for first, last in pairwise(met.tolist()):
        if last - first > _MEETS * dpi:
            yield max(0, first + 1), last


def _shown_in(free: Any, crossing: Any, dpi: float) -> Iterator[_Shown]:
    """The lines across whose pieces are seen in the ink that is `free` of lines across; `crossing`: lines down."""
    return _shown(_thin(cv2.subtract(free, crossing), dpi), dpi)


def _dashed_across(ink: Any, shown: Iterable[_Shown], crossing: Any, dpi: float) -> Any:
    """Lines across that are `shown`, followed in the ink; `crossing`: lines down."""
    found = np.zeros_like(ink)
    for x, y, width, thick in shown:
        middle = x + width // 2
        if found[y, middle]:
            continue
        both = [_followed(ink, (middle, y), thick, way * round(_STEP * dpi)) for way in (-1, 1)]
        places = np.unique(np.concatenate(both), axis=0)
        for (first, height), (last, _) in pairwise(places):
            if last - first <= _GAP * dpi or _crossed(crossing[height, first : last + 1], dpi):
                found[height - thick // 2 : height - thick // 2 + thick, first : last + 1] = 255
    return found


def _crossed(gap: Any, dpi: float) -> bool:
    """Is a gap between two pieces, as a row of a mask of crossing lines, one over a crossing?"""
    return len(gap) <= 2 * _GAP * dpi and bool(gap[len(gap) // 4 : -(len(gap) // 4) or None].any())


def _thin(ink: Any, dpi: float) -> Any:
    """The parts of a mask that are as thin as a line across."""
    return _thin_pieces(ink, dpi, both=False)[0]


def _thin_pieces(ink: Any, dpi: float, both: bool = True) -> tuple[Any, Any]:
    """The parts of a mask that are as thin as a line across, and, if `both` are asked for, those as thin as a line
    down, in a mask that is turned."""
    found = np.zeros_like(ink), np.zeros(ink.shape[::-1], np.uint8)

    def thin(high: Any, wide: Any) -> Any:
        return high <= _THICK * dpi + _BLUR + _LEAN * wide

    for (x, y, width, height), own in sized_parts(
        ink, lambda wide, high: thin(high, wide) | thin(wide, high) if both else thin(high, wide)
    ):
        if np.count_nonzero(own) >= _FILLED * height * width:
            if thin(height, width):
                found[0][y : y + height, x : x + width][own] = 255
            if both and thin(width, height):
                found[1][x : x + width, y : y + height][own.T] = 255
    return found


def _shown(pieces: Any, dpi: float) -> Iterator[_Shown]:
    """Where pieces show lines, longest first."""
    rows = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((1, round(_GAP * dpi) | 1), np.uint8))
    # a piece may stand a pixel higher than its neighbour
    rows = cv2.morphologyEx(rows, cv2.MORPH_CLOSE, np.ones((3, 1), np.uint8))
    long = sized_parts(
        rows, lambda wide, high: (high <= _THICK * dpi + 3 * _BLUR + _LEAN * wide) & (wide >= _SHORTEST * dpi)
    )
    for (x, y, width, height), own in sorted(long, key=lambda part: -part[0][2]):
        mine = np.where(own, pieces[y : y + height, x : x + width], np.uint8(0))
        if thick := _thickness(mine):
            rows_inked = np.flatnonzero(mine[:, width // 3 : width - width // 3].any(axis=1))
            middle = int(rows_inked.mean()) if len(rows_inked) else height // 2
            yield x, y + middle, width, thick


def _thickness(pieces: Any) -> int:
    """How thick (pixels) a line of these pieces is; 0 where they are none: few, unlike each other, or far apart."""
    count, _, stats, _ = touching_parts(pieces)
    high = stats[1:, cv2.CC_STAT_HEIGHT]
    if count - 1 < _PIECES or pieces.any(axis=0).mean() < _INKED:
        return 0
    usual = float(np.median(high))
    return round(usual) if (abs(high - usual) <= _LIKE).mean() >= _MOST else 0


def _followed(ink: Any, start: tuple[int, int], thick: int, step: int) -> Any:
    """Where a line has ink that nothing crosses (columns and heights), from a place in it on, by so many pixels at a
    time."""
    x, y = start
    places = [np.array([start])]
    while 0 <= x < ink.shape[1]:
        columns = slice(x, x + step) if step > 0 else slice(max(0, x + step + 1), x + 1)
        top = max(0, y - thick)
        band = ink[top : y + thick + 1, columns] > 0
        around = ink[max(0, y - thick - 2) : y + thick + 3, columns] > 0
        own = np.flatnonzero(band.any(axis=0) & (around.sum(axis=0) <= thick + 2))
        if len(own) < _LEAST * abs(step):
            break
        y = top + round(float(np.nonzero(band[:, own])[0].mean()))
        places.append(np.stack([columns.start + own, np.full(len(own), y)], axis=1))
        x += step
    return np.concatenate(places)
