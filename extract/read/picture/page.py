"""The picture of a page to its ruling lines and words, whichever way it lies.

Words tell how a page lies: lines that are higher than wide stand on their side, and letters that nobody knows are
upside down. So a page that lies well is read once, and only the others are turned and read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from extract.read.pdf.grid import grids_of
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.picture.bends import BENT, Lean, is_straight, straightened
from extract.read.picture.first_look import lines_read
from extract.read.picture.lettering import is_read, words_of
from extract.read.picture.line_strips import LineStrip, inked, lines_in
from extract.read.picture.margins import margins_of
from extract.read.picture.on_side import cells_on_side, is_on_side, read_upright
from extract.read.picture.recogniser import LetterReader, Reading, TextBox
from extract.read.picture.second_look import looked_at_again
from extract.read.picture.slants import slants_of
from extract.read.picture.strokes import ParedPicture, PixelBox, pared
from extract.read.picture.unread import unread_ink
from extract.read.picture.upright import UprightPicture, as_it_came, made_level, quarter_turned
from schemas.layout import Box, Grid, Word

#: Letters that are as sure as this in the mean stand upright; so many lines tell.
_UPRIGHT, _SAMPLE = 0.9, 8
#: A page is a photograph if its straight lines are off by so much (inches) from end to end: scans lean by less.
_SLANTING = 0.12
#: Fewer ruling lines down the page don't tell how it leans sideways.
_STEEP = 3
#: A bent page is straightened at most so often: only what is nearly straight shows where its lines run.
_TIMES = 2


@dataclass(frozen=True, slots=True)
class PictureRead:
    """What is on a picture of a page, in points of the upright page: its size, its ruling lines and words. `back` takes
    a point to the picture as it came (3 by 3, row by row, in points). `unread` are boxes around the ink of no line."""

    width: float
    height: float
    rulings: tuple[Ruling, ...]
    words: tuple[Word, ...]
    back: tuple[float, ...]
    unread: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class _Look:
    """A page turned one way: its picture, ink, lines of text and what they read."""

    picture: UprightPicture
    bare: ParedPicture
    ink: PageInk
    grids: list[Grid]
    strips: list[LineStrip]
    readings: list[Reading]

    @property
    def sure(self) -> float:
        """How sure the letters are in the mean."""
        sure = [letter.sure for reading in self.readings for letter in reading]
        return float(np.mean(sure)) if sure else 0.0


def picture_read(grey: Any, dpi: float, recogniser: LetterReader) -> PictureRead:
    """What is on a grey picture of a page (rows of pixels from 0 to 255) with so many pixels an inch."""
    look = _upright(as_it_came(grey, dpi), recogniser)
    cells = cells_on_side(look.strips, look.grids, dpi)
    upright = {cell.lines: run for cell in cells if (run := read_upright(cell, look.bare, recogniser, dpi))}
    aside = {i for lines in upright for i in lines}
    level = [i for i in range(len(look.strips)) if i not in aside]
    strips = [look.strips[i] for i in level]
    readings = looked_at_again(strips, [look.readings[i] for i in level], recogniser)
    words = words_of(strips, readings, dpi)
    words += [run._replace(order=len(words) + n) for n, run in enumerate(upright.values())]
    points = np.diag([dpi / 72, dpi / 72, 1.0])
    back = np.linalg.inv(points) @ look.picture.back @ points
    rounded = tuple(round(float(value), 6) for value in back.ravel())
    said = [strip for strip, reading in zip(strips, readings, strict=True) if is_read(reading)]
    said += [look.strips[i] for i in sorted(aside)]
    unread = [_in_points(box, dpi) for box in unread_ink(look.bare, said, dpi)]
    ink = look.ink
    return PictureRead(ink.width, ink.height, tuple(ink.rulings), tuple(words), rounded, tuple(unread))


def _in_points(box: PixelBox, dpi: float) -> Box:
    x0, top, x1, bottom = (round(value * 72 / dpi, 2) for value in box)
    return x0, top, x1, bottom


def _upright(came: UprightPicture, recogniser: LetterReader) -> _Look:
    look = _look(came, recogniser)
    if is_on_side(list(map(inked, look.strips))):
        look = _look(quarter_turned(came, 1), recogniser)
    look = _read(look, recogniser)
    if not look.strips or look.sure >= _UPRIGHT:
        return look
    sample = sorted(range(len(look.strips)), key=lambda i: (-look.strips[i].grey.shape[1], i))[:_SAMPLE]
    turned = recogniser.readings([np.rot90(look.strips[i].grey, 2).copy() for i in sample])
    here = replace(look, strips=[], readings=[look.readings[i] for i in sample])
    there = replace(look, strips=[], readings=turned)
    return look if here.sure >= there.sure else _read(_look(quarter_turned(look.picture, 2), recogniser), recogniser)


def _look(came: UprightPicture, recogniser: LetterReader) -> _Look:
    """The page turned level, its lines not yet read."""
    picture, bare = _by_slants(made_level(came))
    found = recogniser.boxes(bare.grey, picture.dpi)
    for _ in range(_TIMES):
        leans = [*bare.level, *(lean for line in found for lean in line.leans)]
        if (flat := straightened(picture, leans, bare.steep)) is None:
            break
        picture, bare = flat, pared(flat)
        found = recogniser.boxes(bare.grey, picture.dpi)
    for steep, off in (_by_segments, BENT), (_by_margins, _SLANTING):
        if len(bare.steep) >= _STEEP or (flat := straightened(picture, [], steep(picture, bare, found), off)) is None:
            continue
        picture, bare = flat, pared(flat)
        found = recogniser.boxes(bare.grey, picture.dpi)
    scale = 72 / picture.dpi
    height, width = picture.grey.shape
    ink = PageInk(0, width * scale, height * scale)
    ink.rulings = [Ruling(*(round(value * scale, 2) for value in box)) for box in bare.rules]
    grids = [grid for grid in grids_of(ink) if len(grid.xs) > 2]
    return _Look(picture, bare, ink, grids, lines_in(bare, found, grids, picture.dpi), [])


def _by_segments(picture: UprightPicture, _: ParedPicture, __: Sequence[TextBox]) -> list[Lean]:
    """How ruling lines down a page lean that were not found, since they do."""
    return slants_of(picture)[1]


def _by_margins(picture: UprightPicture, bare: ParedPicture, found: Sequence[TextBox]) -> list[Lean]:
    """How columns lean that no ruling line parts."""
    return [*bare.steep, *margins_of([line.box for line in found], bare.rules, picture.dpi)]


def _by_slants(picture: UprightPicture) -> tuple[UprightPicture, ParedPicture]:
    """A photograph straightened by its straight lines, before it is known which of them are ruling lines; what leans
    no more than scans do, as it is. With what is on it."""
    bare = pared(picture)
    if is_straight(picture, bare.level, bare.steep):
        return picture, bare
    straight, off = picture, _SLANTING
    for _ in range(_TIMES + 1):
        if (flat := straightened(straight, *slants_of(straight), off)) is None:
            break
        straight, off = flat, BENT
    return straight, bare if straight is picture else pared(straight)


def _read(look: _Look, recogniser: LetterReader) -> _Look:
    strips, readings = lines_read(look.strips, recogniser)
    return replace(look, strips=strips, readings=readings)
