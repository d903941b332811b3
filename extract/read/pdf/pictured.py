"""Print that is no text: letters drawn as curves, pictures where rows or cells should be. Nobody has read it; it is
said, with its place, unless the page is read by OCR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bahasa.temuan import About, finding
from extract.read.pdf.ink import PageInk
from schemas.base import Finding
from schemas.layout import Box, Grid, Page, Word

#: A page with fewer characters than this and more drawn shapes than that is printed in curves.
_FEW, _SHAPES = 20, 10
#: A picture this share of the page wide may be one of rows; smaller ones count in a table. At least so high (points).
_WIDE, _HIGH = 0.4, 6.0


def in_curves(ink: PageInk) -> bool:
    """Are the letters of a page drawn, so that it has no text?"""
    return len(ink.shapes) > _SHAPES and sum(char.text != " " for char in ink.chars) < _FEW


def pictured(ink: PageInk, grids: Sequence[Grid], words: Sequence[Word]) -> list[Box]:
    """The boxes of what is drawn in a table, or as wide as one, and has no text over it, or has some below it: what a
    picture without holes shows is not what stands there."""
    drawn = [box for box in ink.shapes if _in_table(box, grids)]
    drawn += [box for box in ink.pictures if _in_table(box, grids) or box[2] - box[0] >= _WIDE * ink.width]
    high = [box for box in drawn if box[3] - box[1] >= _HIGH or box in ink.shapes]
    return [box for box in high if box in ink.over or not any(_over(word, box) for word in words)]


def pictured_findings(page: Page, boxes: Sequence[Box]) -> Iterator[Finding]:
    """One finding for what stands on a page, with the places of all of it."""
    if boxes:
        yield finding("cetakan-bergambar", About(places=tuple([page.place_of(box) for box in boxes[:20]])))


def _in_table(box: Box, grids: Sequence[Grid]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(g.ruled and g.xs[0] < x < g.xs[-1] and g.ys[0] < y < g.ys[-1] for g in grids)


def _over(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
