"""Two pages side by side on one sheet, printed or scanned so: the left one above the right one, as they are read.

A sheet is two pages if nothing at all crosses its middle (no title, no line of a table), both sides are filled from
their own left margin on, as wide, and a ruled table stands within one of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.read.pdf.grid import strokes_of
from extract.read.pdf.ink import Char, PageInk, Ruling
from schemas.layout import Box, Word

#: A sheet of two pages is so many times as wide as high; white parts them for at least so many points, and their left
#: margins differ by at most so many.
_WIDE, _WHITE, _MARGIN = 1.25, 16.0, 14.0
#: Sheets laid on a scanner by hand lie less evenly.
_LAID = 40.0
#: A line in the middle that is no wider (points) is that of a fold, if no other line comes as near to it.
_FOLD = 6.0
#: A page has at least so many letters.
_LETTERS = 60
#: So many lines make a table: upright ones, or those across that are so long (points) and end alike, within so many.
_UPRIGHT, _LONG, _ALIKE = 4, 144.0, 12.0


def unfolded(ink: PageInk) -> PageInk:
    """The ink with the right page of a sheet of two below the left one; any other ink as it is."""
    if not _is_folded(ink, [char for char in ink.chars if char.text != " "]):
        return ink
    middle, height = ink.width / 2, ink.height

    def placed(char: Char) -> Char:
        return _moved_char(char, middle, height) if char.x0 > middle else char

    def boxes(found: Iterable[Box]) -> list[Box]:
        return [_moved(box, middle, height) if box[0] > middle else box for box in found]

    return replace(
        ink,
        width=middle,
        height=2 * height,
        chars=[placed(char) for char in sorted(ink.chars, key=lambda char: char.x0 > middle)],
        rulings=[Ruling(*box) for box in boxes(ink.rulings)],
        slanted=[(placed(char), turn) for char, turn in ink.slanted],
        unseen=[(placed(char), why) for char, why in ink.unseen],
        pictures=boxes(ink.pictures),
        shapes=boxes(ink.shapes),
        slants=[],
        fold=(middle, ink.width, height),
    )


def unfolded_scan(ink: PageInk, words: Sequence[Word]) -> tuple[PageInk, Sequence[Word]]:
    """The same for a sheet that was scanned: its ruling lines (`ink`) and its words."""
    if not _is_folded(ink, words, _LAID):
        return ink, words
    middle, height = ink.width / 2, ink.height

    def placed(word: Word) -> Word:
        if word.x0 <= middle:
            return word
        x0, top, x1, bottom = _moved((word.x0, word.top, word.x1, word.bottom), middle, height)
        ends = tuple([end - middle for end in word.ends])
        return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, base=word.base + height, ends=ends)

    rulings = [Ruling(*(_moved(r, middle, height) if r.x0 > middle else r)) for r in ink.rulings]
    shapes = [_moved(box, middle, height) if box[0] > middle else box for box in ink.shapes]
    fold = (middle, ink.width, height)
    in_order = sorted(words, key=lambda word: word.x0 > middle)
    return (
        replace(ink, width=middle, height=2 * height, rulings=rulings, shapes=shapes, fold=fold),
        [placed(word)._replace(order=order) for order, word in enumerate(in_order)],
    )


def _is_folded(ink: PageInk, printed: Sequence[Char] | Sequence[Word], margin: float = _MARGIN) -> bool:
    """Is this a sheet of two pages? A line that stands in its middle is the shadow of its fold, but where lines across
    end at it: these are drawn cell by cell, and it parts two columns."""
    middle = ink.width / 2
    near = [r for r in ink.rulings if r.x0 - _FOLD < middle < r.x1 + _FOLD]
    if ink.width < _WIDE * ink.height or any(r.x1 - r.x0 > _FOLD for r in near):
        return False
    return _are_pages(ink, printed, middle, margin)


def _are_pages(ink: PageInk, printed: Sequence[Char] | Sequence[Word], middle: float, margin: float) -> bool:
    left, right = ([p for p in printed if (p.x0 > middle) == over] for over in (False, True))
    if min(sum(len(p.text) for p in side) for side in (left, right)) < _LETTERS:
        return False
    ends, begins = max(c.x1 for c in left), min(c.x0 for c in right)
    if ends > middle or begins - ends < _WHITE:
        return False
    margins = min(c.x0 for c in left), begins - middle
    return abs(margins[0] - margins[1]) <= margin and _holds_table(ink, middle)


def _holds_table(ink: PageInk, middle: float) -> bool:
    """Do upright lines make a table on one side, or lines across that begin and end below each other?"""
    across, down = strokes_of(ink.rulings)
    upright = sorted(stroke.at for stroke in down)
    left = bisect_right(upright, middle)
    if left >= _UPRIGHT or len(upright) - left >= _UPRIGHT:
        return True
    ends = [
        (line.lo, line.hi) for line in across if (line.hi < middle or line.lo > middle) and line.hi - line.lo >= _LONG
    ]
    return any(sum(abs(a - lo) + abs(b - hi) <= _ALIKE for a, b in ends) >= _UPRIGHT for lo, hi in ends)


def _moved_char(char: Char, middle: float, height: float) -> Char:
    x0, top, x1, bottom = _moved((char.x0, char.top, char.x1, char.bottom), middle, height)
    return char._replace(x0=x0, top=top, x1=x1, bottom=bottom, base=char.base + height)


def _moved(box: Box, middle: float, height: float) -> Box:
    return box[0] - middle, box[1] + height, box[2] - middle, box[3] + height
