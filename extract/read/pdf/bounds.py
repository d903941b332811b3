"""An underlined `>` is what people type for `≥`: the line below it is a part of the sign."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.symbols import UNDERLINED

#: The line is at most so far below the base line, and ends with the sign to so much (shares of the type size).
_LOW, _ENDS = 0.3, 0.35
#: and is at most so thick (points).
_THICK = 1.5
_TEXT = itemgetter(Char._fields.index("text"))


def with_bounds(ink: PageInk) -> PageInk:
    """The page with its underlined signs as what they look like; their lines are no rulings any more."""
    if UNDERLINED.keys().isdisjoint(map(_TEXT, ink.chars)):
        return ink
    lines = [ruling for ruling in ink.rulings if ruling.bottom - ruling.top <= _THICK]
    gone: set[Ruling] = set()
    chars: list[Char] = []
    for char in ink.chars:
        below = [line for line in lines if char.text in UNDERLINED and _underlines(line, char)]
        chars.append(char._replace(text=UNDERLINED[char.text]) if below else char)
        gone.update(below)
    return replace(ink, chars=chars, rulings=[r for r in ink.rulings if r not in gone]) if gone else ink


def _underlines(line: Ruling, char: Char) -> bool:
    """Does a line run below this sign alone?"""
    down = (line.top + line.bottom) / 2 - char.base
    ends = max(abs(line.x0 - char.x0), abs(line.x1 - char.x1))
    return 0 <= down <= _LOW * char.size and ends <= _ENDS * char.size
