"""Print that lies over or beside the page's own text: watermarks, stamps, sideways notes.

It would tear apart the words that it crosses, so it is taken off before words are put together and kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.pdf.ink import Char, PageInk
from extract.read.pdf.words import lines_of, runs_of
from schemas.layout import Grid, Word, turned

#: A stamp's letters are at least this many times as large as the text of the table that it lies on.
_STAMP = 2.2
_MIN_STAMP = 18.0


def without_stamps(ink: PageInk, grids: Sequence[Grid]) -> tuple[list[Char], list[Char]]:
    """The page's characters without those of stamps on tables, and the latter."""
    if not grids or max([char[6] for char in ink.chars], default=0.0) < _MIN_STAMP:
        return ink.chars, []
    sizes = sorted(char.size for char in ink.chars if char.text != " ") or [0.0]
    limit = max(_MIN_STAMP, _STAMP * sizes[len(sizes) // 2])
    kept: list[Char] = []
    stamps: list[Char] = []
    for char in ink.chars:
        on_table = char.size >= limit and any(_inside(char, grid) for grid in grids)
        (stamps if on_table else kept).append(char)
    return kept, stamps


def _inside(char: Char, grid: Grid) -> bool:
    x0, top, x1, bottom = grid.box
    return x0 <= (char.x0 + char.x1) / 2 <= x1 and top <= char.base - 0.25 * char.size <= bottom


def sideways(ink: PageInk) -> list[Word]:
    """Text that runs up or down the page, each line as one run on its place (vertical headings, notes at the edge)."""
    runs: list[Word] = []
    for quarter in (1, 2, 3):
        chars = [_turned(char, quarter, ink) for char, turn in ink.slanted if turn == quarter]
        for line in lines_of(runs_of(chars)):
            height, width = (ink.width, ink.height) if quarter % 2 else (ink.height, ink.width)
            x0, top, x1, bottom = turned(line.box, quarter, width, height)
            runs.append(Word(line.text, x0, top, x1, bottom, (top + bottom) / 2, line.size, True, len(runs), (x1,)))
    return runs


def _turned(char: Char, quarter: int, ink: PageInk) -> Char:
    x0, top, x1, bottom = turned((char.x0, char.top, char.x1, char.bottom), -quarter, ink.width, ink.height)
    return Char(char.text, x0, top, x1, bottom, bottom, char.size)


def across(ink: PageInk) -> str:
    """Text at a slant, in the order of the content: a watermark."""
    return "".join(char.text for char, turn in ink.slanted if turn == -1)
