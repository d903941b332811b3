"""The lines of text of a page, each as a picture of its own.

Input: a picture that stands upright, its ruling lines, and where a recogniser found lines. A line that runs through a
column's rule is two; a cell that has ink and where no line was found is a line as a whole (a lone number is easily
overlooked among so much else), and so are letters that stand alone elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import cv2
import numpy as np

from extract.read.picture.lone import colon_boxes, lone_boxes
from extract.read.picture.recogniser import TextBox
from extract.read.picture.strokes import ParedPicture, PixelBox
from extract.read.picture.touching import touching_parts
from schemas.layout import Grid

#: A part of a line narrower than this (inches) holds no letter; ink in fewer pixels (of 200 an inch) is a speck.
_NARROW, _SPECK = 0.02, 12
#: What is read with a line, above and below its ink and to its sides (shares of its height).
_MARGIN, _SIDE = 0.2, 0.45
#: What is lower than this share of the usual line (a dash) has white added, up to a line's height: enlarged to it, it
#: is a bar, and read as `1`. A colon is higher, and is read better as it was.
_LOW = 0.3
#: Ink that the edge of a line's box cuts is another line's where its middle is so far (shares of the box's height) off.
_CORE = 0.25
#: So thin (shares of the box's height) is a line that is as long as the box is high.
_FLATNESS = 0.15
#: A line's box may leave a dot at its end out, so far off and so high at most (shares of its height).
_END, _DOT = 0.4, 0.45
#: A line that shows nothing but a colon, with the white around it, is narrower than this (shares of the usual ink).
_NARROW_LINE = 2.0
#: Two colons below each other differ by so much at each side, and in height (shares of the usual ink).
_ALIKE = 0.2
#: A cell's edge (inches) may hold rests of its border.
_INSET = 0.03


@dataclass(frozen=True, slots=True)
class LineStrip:
    """A line's picture: the box that it was cut from, in pixels, and its ink as a mask. `lone`: ink that nobody took
    for a line. `sign`: what it is, where its form tells."""

    box: tuple[int, int, int, int]
    grey: Any
    ink: Any
    lone: bool = False
    sign: str = ""


class _Ends(NamedTuple):
    """What a line's box was widened by, in pixels, and whether another line has begun, or goes on, there."""

    left: int = 0
    right: int = 0
    shared: tuple[bool, bool] = (False, False)


_NO_ENDS = _Ends()


def lines_in(picture: ParedPicture, found: Sequence[TextBox], grids: Sequence[Grid], dpi: float) -> list[LineStrip]:
    """The lines of text of a page where a recogniser found some; `grids` are its ruled areas, in points."""
    boxes = _cut_at_rules([line.box for line in found], grids, dpi)
    boxes += _overlooked(picture, grids, dpi, boxes)
    cut = [_strip(picture, box, dpi, ends) for box, ends in _with_ends(boxes, grids, dpi)]
    strips = [strip for strip in cut if strip is not None]
    if not strips:
        return strips
    usual = median([strip.ink.shape[0] / (1 + 2 * _MARGIN) for strip in strips])
    lone = [_strip(picture, box, dpi, whole=True) for box in lone_boxes(picture, boxes, usual, dpi)]
    strips += [replace(strip, lone=True) for strip in lone if strip is not None]
    colons = [_strip(picture, box, dpi, whole=True) for box in _outside(colon_boxes(picture, boxes, usual), grids, dpi)]
    told = [replace(strip, lone=True, sign=":") for strip in colons if strip is not None]
    strips = [strip for strip in strips if not any(_is_within(one.box, strip.box, usual) for one in told)]
    strips = [replace(one, sign=":") if _is_like(one, told, usual) else one for one in strips] + told
    return [_in_proportion(strip, usual) for strip in strips]


def _is_within(colon: tuple[int, int, int, int], line: tuple[int, int, int, int], usual: float) -> bool:
    """Is a colon all that a narrow line shows?"""
    x, y = (colon[0] + colon[2]) / 2, (colon[1] + colon[3]) / 2
    return line[0] < x < line[2] and line[1] < y < line[3] and line[2] - line[0] < _NARROW_LINE * usual


def _is_like(strip: LineStrip, colons: Sequence[LineStrip], usual: float) -> bool:
    """Is a line one of the colons below or above it, by its ink? One alone in its line is read as `2` or `1`."""
    x0, top, x1, bottom = inked(strip)
    return any(
        max(abs(x0 - left), abs(x1 - right), abs(bottom - top - lower + upper)) <= _ALIKE * usual
        for left, upper, right, lower in map(inked, colons)
    )


def _outside(boxes: Sequence[PixelBox], grids: Sequence[Grid], dpi: float) -> list[PixelBox]:
    """Boxes in no ruled area: what stands alone in a cell is read as its line."""
    areas = [(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]) for grid in grids]
    scale = 72 / dpi
    return [
        box for box in boxes
        if not any(x0 < box[0] * scale < x1 and top < box[1] * scale < bottom for x0, top, x1, bottom in areas)
    ]  # fmt: skip


def _in_proportion(strip: LineStrip, usual: float) -> LineStrip:
    """A line of low signs alone as high as others are; `usual` is the height of their ink."""
    height = strip.ink.shape[0]
    if height >= _LOW * usual * (1 + 2 * _MARGIN):
        return strip
    more = round(usual * (1 + 2 * _MARGIN)) - height
    pads = (more // 2, more - more // 2), (0, 0)
    x0, top, x1, bottom = strip.box
    grey, ink = np.pad(strip.grey, pads, constant_values=255), np.pad(strip.ink, pads)
    return replace(strip, box=(x0, top - pads[0][0], x1, bottom + pads[0][1]), grey=grey, ink=ink)


def inked(strip: LineStrip) -> PixelBox:
    """The box around a line's ink, in pixels of the page."""
    columns, rows = np.flatnonzero(strip.ink.any(axis=0)), np.flatnonzero(strip.ink.any(axis=1))
    if not len(columns):
        return 0.0, 0.0, 0.0, 0.0
    x, y = strip.box[:2]
    return float(x + columns[0]), float(y + rows[0]), float(x + columns[-1] + 1), float(y + rows[-1] + 1)


def _cut_at_rules(boxes: Sequence[PixelBox], grids: Sequence[Grid], dpi: float) -> list[PixelBox]:
    """Lines parted where a column's rule runs through them."""
    parts: list[PixelBox] = []
    for x0, top, x1, bottom in boxes:
        edges = [x0, *(x for x in _rules_at((top + bottom) / 2, grids, dpi) if x0 + 4 < x < x1 - 4), x1]
        parts += [(left, top, right, bottom) for left, right in pairwise(edges) if right - left > _NARROW * dpi]
    return parts


def _with_ends(boxes: Sequence[PixelBox], grids: Sequence[Grid], dpi: float) -> list[tuple[PixelBox, _Ends]]:
    """Lines with room for the dot that their box leaves out (`6.`), as far as the next line or rule. Boxes grow, and
    may overlap a little: there is room for what is not this line's, to be seen whole."""
    wider: list[tuple[PixelBox, _Ends]] = []
    for x0, top, x1, bottom in boxes:
        middle, reach = (top + bottom) / 2, _END * (bottom - top)
        beside = [box for box in boxes if box[1] < bottom and top < box[3]]
        rules = _rules_at(middle, grids, dpi)
        left = max(
            [x0 - reach, *((box[2] + x0) / 2 for box in beside if box[2] <= x0), *(x + 3 for x in rules if x <= x0 + 4)]
        )
        right = min(
            [x1 + reach, *((box[0] + x1) / 2 for box in beside if box[0] >= x1), *(x - 3 for x in rules if x >= x1 - 4)]
        )
        left, right = min(left, x0), max(right, x1)
        shared = any(box[0] < x0 < box[2] < x1 for box in beside), any(x0 < box[0] < x1 < box[2] for box in beside)
        wider.append(((left, top, right, bottom), _Ends(round(x0 - left), round(right - x1), shared)))
    return wider


def _rules_at(y: float, grids: Sequence[Grid], dpi: float) -> list[float]:
    """The upright rules that are drawn at a height of the page, in pixels."""
    at = y * 72 / dpi
    for grid in grids:
        if grid.ys[0] <= at <= grid.ys[-1]:
            band = next((r for r, (top, bottom) in enumerate(pairwise(grid.ys)) if top <= at <= bottom), 0)
            owners = grid.owner[band]
            inner = [grid.xs[c] for c in range(1, len(owners)) if owners[c - 1] is not owners[c]]
            return [x * dpi / 72 for x in (grid.xs[0], *inner, grid.xs[-1])]
    return []


def _overlooked(picture: ParedPicture, grids: Sequence[Grid], dpi: float, lines: Sequence[PixelBox]) -> list[PixelBox]:
    """The ink of cells in which no line was found."""
    middles = [((x0 + x1) / 2, (top + bottom) / 2) for x0, top, x1, bottom in lines]
    inset, scale = _INSET * dpi, dpi / 72
    found = []
    for cell in (cell for grid in grids for cell in grid.cells):
        x0, top, x1, bottom = (value * scale for value in cell.box)
        if any(x0 < x < x1 and top < y < bottom for x, y in middles):
            continue
        box = (x0 + inset, top + inset, x1 - inset, bottom - inset)
        if (strip := _strip(picture, box, dpi, whole=True)) is not None and strip.ink.shape[0] < dpi * 0.4:
            found.append(tuple(map(float, strip.box)))
    return [(box[0], box[1], box[2], box[3]) for box in found]


def _strip(
    picture: ParedPicture, box: PixelBox, dpi: float, ends: _Ends = _NO_ENDS, whole: bool = False
) -> LineStrip | None:
    """A line's picture, close around its ink; None where there is none. What of the lines above and below reaches into
    the box is left out, unless it is the `whole` that is wanted. At its `ends` only a dot is its own, and
    nothing where another line has begun."""
    height, width = picture.grey.shape
    x0, top = max(0, int(box[0])), max(0, int(box[1]))
    x1, bottom = min(width, int(box[2]) + 1), min(height, int(box[3]) + 1)
    if x1 - x0 < 2 or bottom - top < 2:
        return None
    grey = picture.grey[top:bottom, x0:x1]
    ink, other = _own_ink(grey < picture.dark, dpi, ends, whole)
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(columns):
        return None
    grey = np.where(cv2.dilate(other.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, np.uint8(255), grey)
    tall = int(rows[-1]) - int(rows[0]) + 1
    margin, side = max(2, round(_MARGIN * tall)), max(2, round(_SIDE * tall))
    # to its sides as it is printed: a dot may be too faint for ink
    first, last = max(0, int(columns[0]) - side), min(x1 - x0, int(columns[-1]) + 1 + side)
    pads = (margin, margin), (side - int(columns[0]) + first, side - last + int(columns[-1]) + 1)
    part = slice(rows[0], rows[-1] + 1), slice(first, last)
    left, upper = int(x0 + columns[0] - side), int(top + rows[0] - margin)
    ink = np.pad(ink[part], pads)
    around = (left, upper, left + int(ink.shape[1]), upper + int(ink.shape[0]))
    return LineStrip(around, np.pad(grey[part], pads, constant_values=255), ink)


def _own_ink(ink: Any, dpi: float, ends: _Ends, whole: bool) -> tuple[Any, Any]:
    """The ink of a line in its box, and that of other lines; specks are neither."""
    _, labels, stats, middles = touching_parts(ink.astype(np.uint8))
    kept = stats[:, cv2.CC_STAT_AREA] >= _SPECK * (dpi / 200) ** 2 / 2
    kept[0] = False
    if whole:
        return kept[labels], np.zeros_like(ink)
    height, width = ink.shape
    upper, lower = stats[:, cv2.CC_STAT_TOP], stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT]
    # a piece of a faint rule, or an underline, that nobody took off
    flat = (stats[:, cv2.CC_STAT_HEIGHT] <= _FLATNESS * height) & (stats[:, cv2.CC_STAT_WIDTH] >= height)
    cut = ((upper == 0) | (lower == height) | flat) & (np.abs(middles[:, 1] - height / 2) > _CORE * height)
    no_dot = stats[:, cv2.CC_STAT_HEIGHT] > _DOT * height
    cut |= (middles[:, 0] < ends.left) & (no_dot | ends.shared[0])
    cut |= (middles[:, 0] > width - ends.right) & (no_dot | ends.shared[1])
    cut[0] = False
    return (kept & ~cut)[labels], (cut | ~kept)[labels] & ink
