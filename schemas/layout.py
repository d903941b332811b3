"""Layout: a source as lines and tables in reading order, each with where it stands; between media and meaning.

Readers (extract/read) end here, whatever the medium, and a decree begins here. Nothing is understood yet: a grid is
what is drawn on a page, be it a table of indicators or a box around a title.

Light classes rather than pydantic models: a long decree has some hundred thousand words, and validating each of them
costs more than reading them. All coordinates are points (1/72 inch) with the origin at the top left, y growing
downwards, on the page turned upright; `Page.shown` maps a box back to the page as displayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any, NamedTuple

from schemas.base import Finding, Place

#: x0, top, x1, bottom.
Box = tuple[float, float, float, float]


class Word(NamedTuple):
    """Characters that touch, or a fraction (`formula`): its numerator, a blank, its denominator. `base` is its base
    line, `size` the height of its type; `blank` tells that the text layer has a blank after it, `order` is its place in
    the page's content. `ends` are the right ends of its characters, from the left; once the word is in a cell or line,
    of the first one only."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    blank: bool
    order: int
    ends: tuple[float, ...]
    #: from 0 to 1; below 1 where the word was read by OCR
    sure: float = 1.0
    formula: bool = False


class Shifted(NamedTuple):
    """From the height `top` on, what is printed stands so much further to the left and below its place on the page."""

    top: float
    left: float
    down: float


class Folded(NamedTuple):
    """A page whose parts side by side (two pages of a sheet, two columns, a bar beside a table) stand one below the
    other: its width and height as printed, and from which height (y) on what was moved, top to bottom."""

    width: float
    height: float
    shifts: tuple[Shifted, ...]

    def column(self, y: float) -> int:
        """Which part of the page stands at this height: 0 where nothing was moved yet."""
        return sum(y >= shift.top for shift in self.shifts)

    def shown(self, box: Box) -> Box:
        """A box as it stands on the page as printed."""
        column = self.column(box[1])
        if column == 0:
            return box
        _, x, y = self.shifts[column - 1]
        return box[0] + x, box[1] - y, box[2] + x, box[3] - y


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its 1-based number, its size upright (0 where the medium has none), and by how many quarter turns it was
    turned clockwise to be upright. `recognised`: its words come from OCR. `pitch`: 0 for a real page; a nominal one, of
    a medium without pages, is one for the whole document: its geometry is made up for whoever compares positions, it
    has lines of this height that are counted from 1, and its places are their numbers. `marked`: the medium marks the
    page all the same (form feeds in a text), and the places name it. `back`: what takes a point of the upright page to
    the page as displayed, where quarter turns don't do (a scan that leans, a photograph): a matrix of 3 rows of 3.
    `fold`: two pages printed on one sheet, two columns, or a bar and what stands beside it, are one below the other, in
    the order in which they are read."""

    number: int
    width: float = 0.0
    height: float = 0.0
    turn: int = 0
    recognised: bool = False
    pitch: float = 0.0
    marked: bool = False
    back: tuple[float, ...] = ()
    fold: Folded | None = None

    def part(self, y: float) -> int:
        """Which part of a folded page stands at this height; 0 where it is not folded."""
        return self.fold.column(y) if self.fold is not None else 0

    def shown(self, box: Box) -> Box:
        """A box of the upright page as it stands on the page as displayed: the box around its corners there."""
        width, height = self.width, self.height
        if self.fold is not None:
            width, height = self.fold.width, self.fold.height
            box = self.fold.shown(box)
        if self.back:
            corners = [_moved(self.back, x, y) for x in box[::2] for y in box[1::2]]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            return min(xs), min(ys), max(xs), max(ys)
        return turned(box, -self.turn, width, height) if self.turn else box

    def place(self, words: Sequence[Word]) -> Place:
        """Where words (at least one) stand: the box around them, as displayed."""
        x0, top = min([w.x0 for w in words]), min([w.top for w in words])
        x1, bottom = max([w.x1 for w in words]), max([w.bottom for w in words])
        return self.place_of((x0, top, x1, bottom))

    def place_of(self, box: Box) -> Place:
        """A box of the upright page as a place: the box as displayed, or on a nominal page the lines that it takes."""
        if self.pitch:
            first = int(box[1] // self.pitch) + 1
            page = self.number if self.marked else None
            return Place(page=page, lines=(first, max(first, ceil(round(box[3] / self.pitch, 6)))))
        x0, top, x1, bottom = self.shown(box)
        return Place(page=self.number, bbox=(round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)))


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line.

    `text` is verbatim, without its line end. `number` is its 1-based line number in a text source, elsewhere its
    1-based position in the flow. `page` is 1-based, or None where the source marks no pages. `words` are those that the
    text is put together from, in its order, with nothing but blanks between them, and `sheet` the page that they stand
    on; a text source has neither.
    """

    text: str
    number: int
    page: int | None = None
    words: tuple[Word, ...] = ()
    sheet: Page | None = None

    @property
    def base(self) -> float:
        """Base line of its first word."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """The largest type on it."""
        return max([word.size for word in self.words])

    @property
    def top(self) -> float:
        return min([word.top for word in self.words])

    def words_in(self, start: int, stop: int) -> list[Word]:
        """The words that stand in a part of the text, also those that it cuts."""
        found: list[Word] = []
        at = 0
        for word in self.words:
            at = self.text.index(word.text, at)
            if at >= stop:
                break
            at += len(word.text)
            if start < at:
                found.append(word)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class DrawnCell:
    """A cell as drawn: columns `c0`..`c1` and bands `r0`..`r1` of its grid (both inclusive). `top_drawn` and
    `bottom_drawn` tell whether a line bounds it there; to its sides one always does, the edge of the grid aside.
    `sure` (0 to 1) is how often a cell like this has the right words, and `why` what speaks against it, in Indonesian.
    `made` is what `cell_lines` of extract/read/pdf/words.py keeps: the words and the lines made of them, by whether
    wide gaps are kept; a cell made from this one starts without.
    """

    c0: int
    c1: int
    r0: int
    r1: int
    x0: float
    top: float
    x1: float
    bottom: float
    top_drawn: bool = True
    bottom_drawn: bool = True
    words: list[Word] = field(default_factory=list)
    sure: float = 1.0
    why: str = ""
    made: dict[bool, tuple[list[Word], Any]] = field(default_factory=dict, init=False, repr=False)

    @property
    def box(self) -> Box:
        return self.x0, self.top, self.x1, self.bottom


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table as drawn on one page: the edges of its columns and bands, and its cells. `owner[r][c]` is the cell that
    covers band `r` of column `c`. `ruled` is False where the columns are seen by the white between them. `upright`:
    what its columns are called where it is a card, on the page a band for each column, label beside value; `rest`: what
    a page break cut off the card before it. `column`: the column of its page in which it stands, or the page of a sheet
    of two (see `Page.fold`)."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: list[list[DrawnCell]]
    cells: list[DrawnCell]
    ruled: bool = True
    upright: tuple[str, ...] = ()
    rest: bool = False
    column: int = 0

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


class Overlay(NamedTuple):
    """What is kept aside of a page's text: print that lies over it (a watermark, a stamp, a note up its side), and with
    `why` what is struck out or what nobody sees."""

    text: str
    page: Page
    box: Box
    why: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """`flow` has all lines (blank ones of a text source included) and grids in reading order; `pages` is empty where
    the source marks none, one nominal page where it can have none; `findings` are those of whoever read the medium;
    `edges` are lines at the foot of pages that stand nowhere in the flow."""

    flow: tuple[Line | Grid, ...]
    pages: tuple[Page, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    findings: tuple[Finding, ...] = ()
    edges: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines outside grids."""
        return tuple([item for item in self.flow if isinstance(item, Line)])

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables as drawn."""
        return tuple([item for item in self.flow if isinstance(item, Grid)])

    @property
    def page_count(self) -> int | None:
        """How many pages, None where none are marked."""
        return sum(not page.pitch for page in self.pages) or None


def _moved(matrix: Sequence[float], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f, g, h, i = matrix
    w = g * x + h * y + i
    return (a * x + b * y + c) / w, (d * x + e * y + f) / w


def turned(box: Box, quarter: int, width: float, height: float) -> Box:
    """`box` after turning its page clockwise by `quarter` quarter turns; `width` and `height` before the turn."""
    x0, top, x1, bottom = box
    match quarter % 4:
        case 1:
            return height - bottom, x0, height - top, x1
        case 2:
            return width - x1, height - bottom, width - x0, height - top
        case 3:
            return top, width - x1, bottom, width - x0
    return box
