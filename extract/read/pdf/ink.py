"""What is printed on a page: characters and ruling lines, as any reader of PDFs gives them.

All coordinates are points (1/72 inch) with the origin at the top left of the page as displayed, y growing downwards.
A page whose text runs sideways (landscape content on a portrait sheet) is turned upright first; `PageInk.turn` says by
how much, and `PageInk.shown` maps a box back to the page as displayed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from schemas.layout import Box, Folded, turned


class Char(NamedTuple):
    """One printed character. `x0`..`x1` is its advance, `top`..`bottom` the height of its line of type, `base` its base
    line, `size` its height in points. A blank of the text layer is kept (`text == " "`); blanks that a reader made up
    are not."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float


class Ruling(NamedTuple):
    """A straight stroke or thin filled box, along one axis. `x0 <= x1`, `top <= bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float


#: A filled box, and its colour as one number.
Fill = tuple[Box, int]


@dataclass(slots=True)
class PageInk:
    """One page as read. `slanted` holds characters that do not run along the page's main direction (watermarks,
    vertical headings), with the direction in quarter turns, or -1 where it is none. `unseen` holds those that nobody
    sees on the page, each with the reason (unseen.py). `unmapped` counts the characters (one a run) for which the font
    tells no Unicode, `hidden` those drawn invisibly (a scan's text layer). `covered` is the share of the page that its
    largest picture covers, `buried` the share of the text that such a picture is drawn over, `pictures` the boxes of
    those that leave most of it free, `over` those of them that lie over text, `shapes` those of letters that are drawn
    as curves, and `slants` those of straight lines at a slant, with whether they rise to the right; `fills` are the
    filled boxes but for white ones. `fold` and `back` as in `Page`."""

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    slanted: list[tuple[Char, int]] = field(default_factory=list)
    unseen: list[tuple[Char, str]] = field(default_factory=list)
    unmapped: int = 0
    covered: float = 0.0
    hidden: int = 0
    buried: float = 0.0
    turn: int = 0
    pictures: list[Box] = field(default_factory=list)
    over: list[Box] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    slants: list[tuple[Box, bool]] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    fold: Folded | None = None
    back: tuple[float, ...] = ()

    def shown(self, box: Box) -> Box:
        """A box of the upright page as it stands on the page as displayed."""
        return turned(box, -self.turn, self.width, self.height)
