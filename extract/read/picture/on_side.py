"""Cells whose text stands on its side on a page that is upright: a holder beside its rows, a narrow heading, written
up or down the page.

Input: a page's lines of text, of which those in such cells are higher than wide; each of these cells is turned by a
quarter and read as a small page of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from extract.read.pdf.overlay import one_run
from extract.read.picture.first_look import lines_read
from extract.read.picture.lettering import words_of
from extract.read.picture.likely import mean_sure
from extract.read.picture.line_strips import LineStrip, inked, lines_in
from extract.read.picture.recogniser import LetterReader
from extract.read.picture.second_look import looked_at_again
from extract.read.picture.strokes import ParedPicture, PixelBox
from schemas.layout import Grid, Word, turned

#: A line stands on its side if it is so many times as high as wide; in a cell, the longest of them is so many times as
#: long as lines of the page are high (a `1` alone is higher than wide).
_ON_SIDE, _LONG = 1.5, 2.5
#: The edge of a cell (inches) may hold rests of its border.
_INSET = 0.03
#: Letters that are as sure as this in the mean are read the right way up; less sure than the other, they are none.
_UPRIGHT, _NONE = 0.9, 0.75


class CellOnSide(NamedTuple):
    """A cell (its box in pixels) whose lines stand on their side, and the numbers of these lines."""

    box: tuple[int, int, int, int]
    lines: tuple[int, ...]


def is_on_side(boxes: Sequence[PixelBox]) -> bool:
    """Do most of the lines, by their length, stand on their side? `boxes` are those around their ink."""
    tall = wide = 0.0
    for x0, top, x1, bottom in boxes:
        height, width = bottom - top, x1 - x0
        tall, wide = tall + height * (height > _ON_SIDE * width), wide + width * (width > _ON_SIDE * height)
    return tall > wide


def cells_on_side(strips: Sequence[LineStrip], grids: Sequence[Grid], dpi: float) -> list[CellOnSide]:
    """The cells of a page's ruled areas (`grids`, in points) whose lines stand on their side."""
    boxes = [inked(strip) for strip in strips]
    usual = median([min(x1 - x0, bottom - top) for x0, top, x1, bottom in boxes]) if boxes else 0.0
    tall = {i for i, (_, top, _, bottom) in enumerate(boxes) if bottom - top >= _LONG * usual}
    if not tall:
        return []
    found = []
    for cell in (cell for grid in grids for cell in grid.cells):
        x0, top, x1, bottom = (value * dpi / 72 for value in cell.box)
        middles = ((i, (a + c) / 2, (b + d) / 2) for i, (a, b, c, d) in enumerate(boxes))
        lines = tuple(i for i, x, y in middles if x0 < x < x1 and top < y < bottom)
        if not tall.isdisjoint(lines) and is_on_side([boxes[i] for i in lines]):
            found.append(CellOnSide((round(x0), round(top), round(x1), round(bottom)), lines))
    return found


def read_upright(cell: CellOnSide, picture: ParedPicture, reader: LetterReader, dpi: float) -> Word | None:
    """What such a cell reads, as one run on its place (in points); None where it is not letters either way."""
    inset = round(_INSET * dpi)
    x0, top, x1, bottom = cell.box[0] + inset, cell.box[1] + inset, cell.box[2] - inset, cell.box[3] - inset
    part = picture.grey[max(0, top) : bottom, max(0, x0) : x1]
    if not part.size:
        return None
    best: tuple[float, list[Word], int] = (_NONE, [], 0)
    # written up the page oftener than down
    for quarter in (1, 3):
        sure, words = _lines(np.rot90(part, -quarter).copy(), picture.dark, reader, dpi)
        if words and sure > best[0]:
            best = sure, words, quarter
        if best[0] >= _UPRIGHT:
            break
    _, words, quarter = best
    if not words:
        return None
    height, width = (side * 72 / dpi for side in part.shape)
    left, upper = max(0, x0) * 72 / dpi, max(0, top) * 72 / dpi
    boxes = [turned((word.x0, word.top, word.x1, word.bottom), -quarter, height, width) for word in words]
    boxes = [(x0 + left, top + upper, x1 + left, bottom + upper) for x0, top, x1, bottom in boxes]
    return one_run(words, boxes)._replace(sure=prod(word.sure for word in words))


def _lines(grey: Any, dark: float, reader: LetterReader, dpi: float) -> tuple[float, list[Word]]:
    """The words of a small picture, and how sure its letters are in the mean."""
    picture = ParedPicture(grey, [], [], [], dark)
    strips, readings = lines_read(lines_in(picture, reader.boxes(grey, dpi), [], dpi), reader)
    words = words_of(strips, looked_at_again(strips, readings, reader), dpi)
    return mean_sure(readings), words
