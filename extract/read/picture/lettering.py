"""The words of a picture of a page: where they stand, what they read, and how sure that is.

Input: a picture that stands upright, its ruling lines, and a recogniser. Output: words as a text layer gives them, in
points of the upright page. A line of text that runs through a column's rule is two; a cell that has ink and where no
line was found is read as a whole (a lone number is easily overlooked among so much else).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import cv2
import numpy as np

from extract.read.picture.likely import is_torn, likely
from extract.read.picture.recogniser import Letter, Reading, TextBox
from extract.read.picture.strokes import ParedPicture, PixelBox
from schemas.layout import Grid, Word

#: A part of a line narrower than this (inches) holds no letter; ink in fewer pixels (of 200 an inch) is a speck.
_NARROW, _SPECK = 0.02, 12
#: White around a line's ink (shares of its height) that is read with it.
_MARGIN = 0.2
#: Ink that the edge of a line's box cuts is another line's where its middle is so far (shares of the box's height) off.
_CORE = 0.25
#: A cell's edge (inches) may hold rests of its border.
_INSET = 0.03
#: Height of capitals and of small letters over the base line, and how far a line's type reaches up and down, in type
#: sizes.
_CAPITAL, _SMALL, _ASCENT, _DESCENT = 0.71, 0.52, 0.75, 0.22
_LOW = frozenset("acegmnopqrsuvwxyz")
#: Signs that tell no size.
_FLAT = frozenset("-–—−.,:;'\"`•·_~=+*…‘’“”^° ")
#: White (in type sizes) that parts two words where the recogniser read no blank.
_APART = 1.0
#: White inside a word as read that parts two all the same: so much, and so many times what is between its letters.
_BLANK, _WIDER = 0.26, 2.5
#: A blank as read over less white than this (type sizes) may tear a word.
_NARROW = 0.18
#: Two letters beside white stand this much further apart than the white is wide, by half of each.
_PITCH = 0.3


@dataclass(frozen=True, slots=True)
class LineStrip:
    """A line's picture: the box that it was cut from, in pixels, and its ink as a mask."""

    box: tuple[int, int, int, int]
    grey: Any
    ink: Any


def lines_in(picture: ParedPicture, found: Sequence[TextBox], grids: Sequence[Grid], dpi: float) -> list[LineStrip]:
    """The lines of text of a page where a recogniser found some; `grids` are its ruled areas, in points."""
    boxes = _cut_at_rules([line.box for line in found], grids, dpi)
    boxes += _overlooked(picture, grids, dpi, boxes)
    return [strip for box in boxes if (strip := _strip(picture, box, dpi)) is not None]


def words_of(strips: Sequence[LineStrip], readings: Sequence[Reading], dpi: float) -> list[Word]:
    """The words of these lines, in points."""
    read = [(strip, reading) for strip, reading in zip(strips, readings, strict=True) if _printed(reading)]
    sizes = [_size(strip, reading) for strip, reading in read]
    told = [size for size in sizes if size]
    usual = median(told) if told else 10 * dpi / 72
    words: list[Word] = []
    for (strip, reading), size in zip(read, sizes, strict=True):
        words += _words(strip, reading, size or usual, 72 / dpi, len(words))
    return words


def _printed(reading: Reading) -> bool:
    return any(letter.sign.strip() for letter in reading)


def _cut_at_rules(boxes: Sequence[PixelBox], grids: Sequence[Grid], dpi: float) -> list[PixelBox]:
    """Lines parted where a column's rule runs through them."""
    parts: list[PixelBox] = []
    for x0, top, x1, bottom in boxes:
        edges = [x0, *(x for x in _rules_at((top + bottom) / 2, grids, dpi) if x0 + 4 < x < x1 - 4), x1]
        parts += [(left, top, right, bottom) for left, right in pairwise(edges) if right - left > _NARROW * dpi]
    return parts


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


def _strip(picture: ParedPicture, box: PixelBox, dpi: float, whole: bool = False) -> LineStrip | None:
    """A line's picture, close around its ink; None where there is none. What of the lines above and below reaches into
    the box is left out, unless it is the `whole` that is wanted."""
    height, width = picture.grey.shape
    x0, top = max(0, int(box[0])), max(0, int(box[1]))
    x1, bottom = min(width, int(box[2]) + 1), min(height, int(box[3]) + 1)
    if x1 - x0 < 2 or bottom - top < 2:
        return None
    grey = picture.grey[top:bottom, x0:x1]
    ink, other = _own_ink(grey < picture.dark, dpi, whole)
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(columns):
        return None
    grey = np.where(cv2.dilate(other.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, np.uint8(255), grey)
    margin = max(2, round(_MARGIN * (rows[-1] - rows[0] + 1)))
    part = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    around = (int(x0 + columns[0] - margin), int(top + rows[0] - margin))
    ink = np.pad(ink[part], margin)
    return LineStrip(
        (*around, around[0] + ink.shape[1], around[1] + ink.shape[0]),
        np.pad(grey[part], margin, constant_values=255),
        ink,
    )


def _own_ink(ink: Any, dpi: float, whole: bool) -> tuple[Any, Any]:
    """The ink of a line in its box, and that of other lines; specks are neither."""
    _, labels, stats, middles = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= _SPECK * (dpi / 200) ** 2 / 2
    kept[0] = False
    if whole:
        return kept[labels], np.zeros_like(ink)
    height = ink.shape[0]
    upper, lower = stats[:, cv2.CC_STAT_TOP], stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT]
    cut = ((upper == 0) | (lower == height)) & (np.abs(middles[:, 1] - height / 2) > _CORE * height)
    cut[0] = False
    return (kept & ~cut)[labels], (cut | ~kept)[labels] & ink


def _size(strip: LineStrip, reading: Reading) -> float:
    """The type size of a line in pixels, by the height of its letters over the base line; 0 where none tells."""
    signs = {letter.sign for letter in reading} - _FLAT
    if not signs:
        return 0.0
    rows = np.flatnonzero(strip.ink.any(axis=1))
    return float(_base(strip) - rows[0]) / (_SMALL if signs <= _LOW else _CAPITAL)


def _base(strip: LineStrip) -> int:
    """The row of the base line in a line's picture: below it there is least ink, all at once."""
    counts = strip.ink.sum(axis=1).astype(int)
    rows = np.flatnonzero(counts)
    middle = (rows[0] + rows[-1]) // 2
    drops = counts[middle : rows[-1] + 1] - np.append(counts, 0)[middle + 1 : rows[-1] + 2]
    return int(middle + np.argmax(drops)) + 1


def _words(strip: LineStrip, reading: Reading, size: float, scale: float, order: int) -> Iterator[Word]:
    """The words of a line, in points (`scale` is points a pixel)."""
    x, y, width = strip.box[0], strip.box[1], strip.box[2] - strip.box[0]
    base, points = (y + _base(strip)) * scale, size * scale
    gaps = _gaps(strip.ink)
    parts = _parted(reading, gaps, width, size)
    for n, letters in enumerate(parts):
        left = _edge(gaps, parts[n - 1][-1].at * width if n else 0.0, letters[0].at * width)[1]
        after = parts[n + 1][0].at * width if n + 1 < len(parts) else float(width)
        right = _edge(gaps, letters[-1].at * width, after)[0]
        x0, x1 = (x + left) * scale, (x + max(right, left + 1)) * scale
        ends = [(x + (a.at + b.at) / 2 * width) * scale for a, b in pairwise(letters)]
        text = "".join(letter.sign for letter in letters)
        sure = likely(text, min(letter.sure for letter in letters))
        yield Word(
            text, x0, base - _ASCENT * points, x1, base + _DESCENT * points, base, points, True, order + n,
            (*ends, x1), sure,
        )  # fmt: skip


def _gaps(ink: Any) -> list[tuple[float, float]]:
    """The white between the letters of a line and around them, left to right, in pixels."""
    inked = np.pad(ink.any(axis=0), 1, constant_values=True)
    steps = np.flatnonzero(np.diff(inked.astype(np.int8)))
    return [(float(a), float(b)) for a, b in zip(steps[::2], steps[1::2], strict=True)]


def _edge(gaps: Sequence[tuple[float, float]], low: float, high: float) -> tuple[float, float]:
    """The widest white between two places; their middle where there is none."""
    between = [(min(b, high) - max(a, low), a, b) for a, b in gaps if a < high and b > low]
    if not between:
        return (low + high) / 2, (low + high) / 2
    _, a, b = max(between)
    return a, b


def _parted(reading: Reading, gaps: Sequence[tuple[float, float]], width: int, size: float) -> list[list[Letter]]:
    """The letters of each word: parted by blanks as read, and by white that no word has inside."""
    reading = _without_torn(reading, gaps, width, size)
    pairs = list(pairwise(reading))
    white = [b - a for left, right in pairs for a, b in [_edge(gaps, left.at * width, right.at * width)]]
    inside = [wide for wide, (left, right) in zip(white, pairs, strict=True) if left.sign != " " != right.sign]
    usual = median(inside) if inside else 0.0
    parts: list[list[Letter]] = [[*reading[:1]]]
    for (left, right), wide in zip(pairs, white, strict=True):
        # where a letter was read is not exact: both must stand well off the white
        apart = (right.at - left.at) * width > wide + _PITCH * size
        if apart and (wide > _APART * size or (wide > _BLANK * size and wide > _WIDER * usual)):
            parts.append([])
        parts[-1].append(right)
    words = [word for part in parts for word in _without_blanks(part)]
    return [word for word in words if word]


def _without_torn(reading: Reading, gaps: Sequence[tuple[float, float]], width: int, size: float) -> Reading:
    """The reading without blanks over hardly any white that tear a word of the dictionary (`A rsip`)."""
    kept: list[Letter] = []
    text = "".join(one.sign for one in reading)
    for k, letter in enumerate(reading):
        if letter.sign == " " and 0 < k < len(reading) - 1:
            low, high = _edge(gaps, reading[k - 1].at * width, reading[k + 1].at * width)
            if high - low < _NARROW * size and is_torn(text[:k].rpartition(" ")[2], text[k + 1 :].partition(" ")[0]):
                continue
        kept.append(letter)
    return tuple(kept)


def _without_blanks(letters: Sequence[Letter]) -> list[list[Letter]]:
    words: list[list[Letter]] = [[]]
    for letter in letters:
        if letter.sign.strip():
            words[-1].append(letter)
        else:
            words.append([])
    return words
