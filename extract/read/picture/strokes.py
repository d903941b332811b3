"""The ruling lines in a picture of a page, and the picture without them.

A line is long, thin, and inked all along; the feet of letters in a line of text touch, but leave gaps.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import cv2
import numpy as np

from extract.read.picture.bends import Lean
from extract.read.picture.dashed import dashed
from extract.read.picture.faint import accompanied, faint_traces, meeting, pale_from, stacked, without_ink
from extract.read.picture.occupied import occupied, put_back
from extract.read.picture.passing import without_passing
from extract.read.picture.touching import mask_of, part_stats, sized_mask, touching_parts
from extract.read.picture.upright import UprightPicture

#: Shorter straight strokes (inches) may belong to letters: capitals of 18 points are 0.18 inches high.
_SHORTEST = 0.2
#: A line may be this thick (inches), and one that is longer than words of small print (inches) so many pixels more for
#: its blur (a page of 100 dpi, enlarged); it leans by at most this share of its length.
_THICKEST, _LONG, _BLURRED = 0.03, 1.5, 2.0
#: A double line, whose two run into one in a poor scan, is so thick; no word is as long as this one is then (inches).
_DOUBLE, _BEYOND_WORDS = 0.06, 2.0
_LEAN = 0.004
#: Gaps up to this (inches) are a scan's noise; a line is inked on at least this share.
_GAP = 0.008
_INKED = 0.93
#: A line steps up or down by at most this (inches) from one column to the next, and its dots are so far apart.
_STEP, _DOTS = 0.01, 0.03
#: Letters of a word are so near (inches); it is so wide, and so high at least and at most.
_BLANK, _WORD = 0.03, (0.1, 0.05, 0.4)
#: A shorter line than this (inches) is none if ink stands so near (inches) beside more than this share of it.
_BEYOND, _BESIDE, _CROWDED = 2.0, 0.015, 0.3
#: How a line leans is told by one that is at least so long (inches).
_TELLING = 0.4

#: So much white (inches) stays around what has anything: no line is followed further over white.
_AROUND = 0.1
#: A line's edge is paler than its ink, so far around; pale ink that has more than this share of itself there is one.
_HALO, _OF_IT = np.ones((7, 7), np.uint8), 0.2

#: Statistics of parts for a mask that is turned: left and top, width and height change places.
_TURNED = [1, 0, 3, 2, 4]

#: Left, top, right, bottom, in pixels.
PixelBox = tuple[float, float, float, float]


class _Seen(NamedTuple):
    """Masks (255) of the part of a picture that has anything: its ink, what is at least pale ink, and what may be
    faint lines across and down."""

    ink: Any
    pale: Any
    level: Any
    upright: Any


@dataclass(frozen=True, slots=True)
class ParedPicture:
    """A picture without its ruling lines: `grey` as in UprightPicture; `rules` are the boxes around the lines, `level`
    and `steep` how those across and those down lean; `dark` is the grey from which on a pixel is ink; `traces` are the
    boxes of what may be faint lines, and was not taken for any."""

    grey: Any
    rules: list[PixelBox]
    level: list[Lean]
    steep: list[Lean]
    dark: float
    traces: list[PixelBox] = field(default_factory=list)


def pared(picture: UprightPicture) -> ParedPicture:
    """The picture parted into its ruling lines and the rest."""
    grey, dpi = picture.grey, picture.dpi
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    dark, ink = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    pale = cv2.threshold(smooth, pale_from(grey, dark), 255, cv2.THRESH_BINARY_INV)[1]
    clear = without_ink(grey, ink)
    seen = [ink, pale, *(faint_traces(clear, dpi, across) for across in (True, False))]
    here = occupied(seen, round(_AROUND * dpi))
    rest = grey.copy()
    if not rest[here].size:
        return ParedPicture(rest, [], [], [], float(dark))
    masks, traces = _ruling(_Seen(*(np.ascontiguousarray(mask[here]) for mask in seen)), dpi)
    rest[here] = cv2.bitwise_or(rest[here], cv2.dilate(cv2.bitwise_or(*masks), np.ones((3, 3), np.uint8)))
    across, down = (touching_parts(mask)[1:3] for mask in masks)
    level = _leans_of(across[0], across[1], dpi)
    steep = [lean._replace(x=lean.y, y=lean.x) for lean in _leans_of(down[0].T, down[1][:, _TURNED], dpi)]
    x, y = here[1].start, here[0].start
    return ParedPicture(
        rest,
        without_passing(put_back(_boxes_of(across[1][1:]) + _boxes_of(down[1][1:]), here), grey.shape, dpi),
        [lean._replace(x=lean.x + x, y=lean.y + y) for lean in level],
        [lean._replace(x=lean.x + x, y=lean.y + y) for lean in steep],
        float(dark),
        put_back(traces, here),
    )


def _ruling(seen: _Seen, dpi: float) -> tuple[list[Any], list[PixelBox]]:
    """The lines across and down, with those of tables that are in pieces, or too faint for ink; and the boxes of what
    is too faint and none."""
    ink, pale = seen.ink, seen.pale
    loose = cv2.subtract(ink, _words(ink, dpi))
    masks = [ruled(ink, dpi, across, loose) for across in (True, False)]
    pieces = dashed(ink, masks, dpi), dashed(pale, masks, dpi, pale=True)
    masks = [cv2.bitwise_or(mask, dark | light) for mask, dark, light in zip(masks, *pieces, strict=True)]
    traces = [
        ruled(faint, dpi, across) | _apart(ruled(pale, dpi, across), mask)
        for across, faint, mask in zip((True, False), seen[2:], masks, strict=True)
    ]
    level, upright = (mask | trace for mask, trace in zip(masks, traces, strict=True))
    weak = meeting(traces[0], upright, dpi), meeting(cv2.transpose(traces[1]), level.T, dpi)
    found = [
        masks[0] | accompanied(weak[0], masks[0], dpi) | stacked(traces[0], dpi),
        masks[1] | accompanied(weak[1], masks[1].T, dpi).T,
    ]
    left = [cv2.subtract(trace, mask) for trace, mask in zip(traces, found, strict=True)]
    return found, [
        box for mask in left for box in _boxes_of(part_stats(mask))
        if max(box[2] - box[0], box[3] - box[1]) >= _TELLING * dpi
    ]  # fmt: skip


def _apart(pale: Any, mask: Any) -> Any:
    """The parts of a mask of pale lines that are no edges of those in another mask."""
    count, labels, stats, _ = touching_parts(pale)
    near = np.bincount(labels[cv2.dilate(mask, _HALO) > 0], minlength=count)
    apart = near <= _OF_IT * stats[:, cv2.CC_STAT_AREA]
    apart[0] = False
    return mask_of(apart, labels, stats)


def _leans_of(labels: Any, stats: Any, dpi: float) -> list[Lean]:
    """How the longer lines across a labelled mask lean."""
    leans = []
    for part in range(1, len(stats)):
        x, y, width, height = (int(value) for value in stats[part][:4])
        if width >= _TELLING * dpi:
            rows, columns = np.nonzero(labels[y : y + height, x : x + width] == part)
            slope, at = np.polyfit(columns, rows, 1)
            leans.append(Lean(x + width / 2, y + at + slope * width / 2, float(slope), float(width)))
    return leans


def _words(ink: Any, dpi: float) -> Any:
    """The ink of a mask that stands as words do: marks side by side, and none of them a line's."""
    beside = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, round(_BLANK * dpi) | 1), np.uint8))
    return sized_mask(
        beside,
        lambda wide, high: (wide / dpi >= _WORD[0]) & (high / dpi >= _WORD[1]) & (high / dpi <= _WORD[2]),
    )


def ruled(ink: Any, dpi: float, across: bool, loose: Any = None) -> Any:
    """The pixels of straight lines in one direction, of a mask of ink (255 where there is some). They are followed on
    through what is `loose` of it (all of it): a column's rule is not the stem of a letter of the row below."""
    if not cv2.countNonZero(ink):
        # nothing is faint on most pages
        return np.zeros_like(ink)
    loose = ink if loose is None else loose
    length, gap = max(9, round(_SHORTEST * dpi)), max(3, round(_GAP * dpi) | 1)
    bridge = np.ones((1, gap) if across else (gap, 1), np.uint8)
    keep = np.ones((1, length) if across else (length, 1), np.uint8)
    mask = cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, bridge), cv2.MORPH_OPEN, keep)
    count, labels, stats, _ = touching_parts(mask)
    # few pixels are of lines: only those are looked at
    lined = np.flatnonzero(mask > 0)
    parts = labels.ravel()[lined]
    inked = np.bincount(parts[ink.ravel()[lined] > 0], minlength=count)
    thick = stats[:, cv2.CC_STAT_HEIGHT if across else cv2.CC_STAT_WIDTH]
    long = stats[:, cv2.CC_STAT_WIDTH if across else cv2.CC_STAT_HEIGHT]
    area = stats[:, cv2.CC_STAT_AREA]
    thickest = _thickest(long, dpi)
    straight = (thick <= _LEAN * long + thickest) & (area <= thickest * long) & (long >= 4 * thick)
    good = straight & (inked >= _INKED * area)
    good[0] = False
    good &= (long >= _BEYOND * dpi) | ~_among_letters(ink, labels, stats, good, dpi, across)
    found = np.zeros_like(mask)
    found.ravel()[lined[good[parts]]] = 255
    for part in np.flatnonzero(good):
        if across:
            _extend(found, loose, labels, stats[part], int(part), dpi)
        else:
            _extend(found.T, loose.T, labels.T, stats[part][_TURNED], int(part), dpi)
    return found


def _thickest(long: Any, dpi: float) -> Any:
    """How thick lines may be that are so long (pixels, all of them)."""
    single = _THICKEST * dpi + np.where(long >= _LONG * dpi, _BLURRED, 0.0)
    return np.where(long >= _BEYOND_WORDS * dpi, np.maximum(single, _DOUBLE * dpi), single)


def _extend(mask: Any, ink: Any, labels: Any, stats: Any, part: int, dpi: float) -> None:
    """Follows a line across a mask, a part of the labelled one, on where it is faint, steps up or down, or is
    dotted."""
    x, y, width, height = (int(value) for value in stats[:4])
    for column, step in ((x, -1), (x + width - 1, 1)):
        rows = np.flatnonzero(labels[y : y + height, column] == part)
        _follow(mask, ink, column, y + int(rows.mean()), step, len(rows), dpi)


def _follow(mask: Any, ink: Any, x: int, y: int, step: int, thick: int, dpi: float) -> None:
    """Marks the ink that goes on from the end of a line, column by column, until it is gone or no line any more."""
    reach, gap, most = max(2, round(_STEP * dpi)), round(_DOTS * dpi), 2 * thick + 2
    pending: list[tuple[int, int, int]] = []
    blank = 0
    while 0 < (x := x + step) < ink.shape[1] - 1 and blank <= gap:
        low = max(0, y - reach)
        rows = np.flatnonzero(ink[low : y + reach + 1, x]) + low
        if not len(rows):
            blank += 1
            continue
        if len(rows) > most:
            return
        y, blank = round(float(rows.mean())), 0
        pending.append((x, int(rows[0]), int(rows[-1]) + 1))
        if len(pending) >= gap:
            for column, first, last in pending:
                mask[first:last, column] = 255
            pending.clear()


def _among_letters(ink: Any, labels: Any, stats: Any, good: Any, dpi: float, across: bool) -> Any:
    """For each part of a mask: does much ink stand right beside it, as it does beside what bold letters in a row have
    in common?"""
    found = np.zeros(len(good), bool)
    reach = max(2, round(_BESIDE * dpi))
    for part in np.flatnonzero(good):
        x, y, width, height = (int(value) for value in stats[part][:4])
        box = (slice(max(0, y - reach), y + height + reach), slice(max(0, x - reach), x + width + reach))
        here, inked = labels[box] == part, ink[box] > 0
        if not across:
            here, inked = here.T, inked.T
        columns = np.flatnonzero(here.any(axis=0))
        upper, lower = here.argmax(axis=0)[columns], here.shape[0] - here[::-1].argmax(axis=0)[columns]
        above = inked[np.maximum(upper - reach, 0), columns].mean()
        below = inked[np.minimum(lower + reach - 1, here.shape[0] - 1), columns].mean()
        found[part] = max(above, below) > _CROWDED
    return found


def _boxes_of(stats: Any) -> list[PixelBox]:
    """The boxes around parts, in pixels, of their statistics."""
    return [(float(x), float(y), float(x + width), float(y + height)) for x, y, width, height, _ in stats]
