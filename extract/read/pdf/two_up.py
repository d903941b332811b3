"""Two pages side by side on one sheet, or two columns of one page: the left one above the right one, as they are read.

A sheet is two pages if nothing at all crosses its middle (no title, no line of a table), both sides are filled from
their own left margin on, as wide, and a ruled table stands within one of them. What stands in columns may have titles
above and lines below that cross both (two_columns.py); so may a bar and the table beside it (side_bars.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.side_bars import bars_of
from extract.read.pdf.two_columns import FOLD, LETTERS, WHITE, Columns, holds_table, two_columns_of
from schemas.layout import Box, Folded, Shifted, Word

#: A sheet of two pages is so many times as wide as high; their left margins differ by at most so many points.
_WIDE, _MARGIN = 1.25, 14.0
#: Sheets laid on a scanner by hand lie less evenly.
_LAID = 40.0


class _Parted(NamedTuple):
    """A page and where it is parted, top to bottom."""

    stretches: Sequence[Columns]

    def part(self, box: Box) -> int:
        """In which order a thing is read."""
        return sum(stretch.part(box) for stretch in self.stretches)

    def moved(self, box: Box) -> Box:
        """Where a thing stands once all parts are one below the other."""
        for stretch in reversed(self.stretches):
            box = stretch.moved(box)
        return box

    def folded(self, ink: PageInk) -> Folded:
        shifts: list[Shifted] = []
        above = 0.0
        for stretch in self.stretches:
            shifts += stretch.shifts(above)
            above += stretch.height
        return Folded(ink.width, ink.height, tuple(shifts))


def unfolded(ink: PageInk) -> PageInk:
    """The ink with the parts of a sheet of two pages, of columns, or of a page with bars one below the other; any other
    as it is."""
    found = _parted(ink, [char for char in ink.chars if char.text != " "])
    if found is None:
        return ink

    def placed(char: Char) -> Char:
        x0, top, x1, bottom = found.moved(box := (char.x0, char.top, char.x1, char.bottom))
        return char._replace(x0=x0, top=top, x1=x1, bottom=bottom, base=char.base + top - box[1])

    def boxes(moved: Iterable[Box]) -> list[Box]:
        return [found.moved(box) for box in moved]

    return replace(
        _sheet(ink, found),
        chars=[placed(char) for char in sorted(ink.chars, key=lambda char: found.part(_box(char)))],
        slanted=[(placed(char), turn) for char, turn in ink.slanted],
        unseen=[(placed(char), why) for char, why in ink.unseen],
        pictures=boxes(ink.pictures),
        slants=[],
        fills=[(found.moved(box), colour) for box, colour in ink.fills],
    )


def unfolded_scan(ink: PageInk, words: Sequence[Word]) -> tuple[PageInk, Sequence[Word]]:
    """The same for a sheet that was scanned: its ruling lines (`ink`) and its words."""
    found = _parted(ink, words, _LAID)
    if found is None:
        return ink, words

    def placed(word: Word) -> Word:
        x0, top, x1, bottom = found.moved(_box(word))
        ends = tuple([end + x0 - word.x0 for end in word.ends])
        return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, base=word.base + top - word.top, ends=ends)

    in_order = sorted(words, key=lambda word: found.part(_box(word)))
    return _sheet(ink, found), [placed(word)._replace(order=order) for order, word in enumerate(in_order)]


def _box(printed: Char | Word) -> Box:
    return printed.x0, printed.top, printed.x1, printed.bottom


def _sheet(ink: PageInk, found: _Parted) -> PageInk:
    """The page with its lines and shapes moved; the rule that parts the columns is no line of either."""
    added = sum(stretch.height for stretch in found.stretches)
    first = found.stretches[0]
    whole = first.height >= ink.height and first.shift >= first.cut
    rules = [stretch.rule for stretch in found.stretches]
    return replace(
        ink,
        width=first.cut if whole else ink.width,
        height=ink.height + added,
        rulings=[Ruling(*found.moved((r.x0, r.top, r.x1, r.bottom))) for r in ink.rulings if r not in rules],
        shapes=[found.moved(box) for box in ink.shapes],
        fold=found.folded(ink),
    )


def _parted(ink: PageInk, printed: Sequence[Char | Word], margin: float = _MARGIN) -> _Parted | None:
    middle = ink.width / 2
    if _is_folded(ink, printed, margin):
        return _Parted([Columns(middle, middle, 0.0, ink.height)])
    columns = two_columns_of(ink, printed)
    stretches = [columns] if columns is not None else bars_of(ink, printed)
    return _Parted(stretches) if stretches else None


def _is_folded(ink: PageInk, printed: Sequence[Char | Word], margin: float) -> bool:
    """Is this a sheet of two pages? A line that stands in its middle is the shadow of its fold, but where lines across
    end at it: these are drawn cell by cell, and it parts two columns."""
    middle = ink.width / 2
    near = [r for r in ink.rulings if r.x0 - FOLD < middle < r.x1 + FOLD]
    if ink.width < _WIDE * ink.height or any(r.x1 - r.x0 > FOLD for r in near):
        return False
    return _are_pages(ink, printed, middle, margin)


def _are_pages(ink: PageInk, printed: Sequence[Char | Word], middle: float, margin: float) -> bool:
    left, right = ([p for p in printed if (p.x0 > middle) == over] for over in (False, True))
    if min(sum(len(p.text) for p in side) for side in (left, right)) < LETTERS:
        return False
    ends, begins = max(c.x1 for c in left), min(c.x0 for c in right)
    if ends > middle or begins - ends < WHITE:
        return False
    margins = min(c.x0 for c in left), begins - middle
    return abs(margins[0] - margins[1]) <= margin and any(holds_table(ink.rulings, middle))
