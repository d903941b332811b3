"""Print that lies over or beside the page's own text: watermarks, stamps, sideways notes.

It would tear apart the words that it crosses, so it is taken off before words are put together and kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from extract.read.pdf.grid import cell_at
from extract.read.pdf.ink import Char, PageInk
from extract.read.pdf.words import TextLine, lines_of, runs_of
from schemas.layout import Box, Grid, Word, turned

#: A stamp's letters are at least this many times as large as the text of the table that it lies on.
_STAMP = 2.2
MIN_STAMP = 18.0
#: Beside a large title (a letterhead's, with an address) stand at most so many lines.
_BESIDE = 2


def without_stamps(ink: PageInk, grids: Sequence[Grid]) -> tuple[list[Char], list[Char]]:
    """The page's characters without those of stamps and watermarks, and the latter: words in large type that stand in a
    table, over other print, or with print to both sides. A title stands alone in its strip of the page."""
    if max([char[6] for char in ink.chars], default=0.0) < MIN_STAMP:
        return ink.chars, []
    sizes = sorted(char.size for char in ink.chars if char.text != " ") or [0.0]
    limit = max(MIN_STAMP, _STAMP * sizes[len(sizes) // 2])
    small = [char for char in ink.chars if char.size < limit and char.text != " "]
    lines = lines_of(runs_of([char for char in ink.chars if char.size >= limit]))
    boxes = [line.box for line in lines if _on_table(line, grids) or _over_print(line, small)]
    kept: list[Char] = []
    stamps: list[Char] = []
    for char in ink.chars:
        stamped = char.size >= limit and any(_within(char, box) for box in boxes)
        (stamps if stamped else kept).append(char)
    return kept, stamps


def _on_table(line: TextLine, grids: Sequence[Grid]) -> bool:
    """Is a word of the line printed in a table?"""
    return any(
        x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.base - 0.25 * word.size <= bottom
        for x0, top, x1, bottom in (grid.box for grid in grids)
        for word in line.words
    )


def _over_print(line: TextLine, small: Sequence[Char]) -> bool:
    """Is smaller print under a line, or beside it: on both sides, or several lines of it?"""
    strip = [char for char in small if line.base - 0.7 * line.size < char.base - 0.3 * char.size < line.base]
    if any(word.x0 < (char.x0 + char.x1) / 2 < word.x1 for char in strip for word in line.words):
        return True
    if len({round(char.base / char.size) for char in strip}) > _BESIDE:
        return True
    return any(char.x1 <= line.x0 for char in strip) and any(char.x0 >= line.x1 for char in strip)


def _within(char: Char, box: Box) -> bool:
    x0, top, x1, bottom = box
    return x0 - 1 <= char.x0 and char.x1 <= x1 + 1 and top <= char.base <= bottom


def sideways(ink: PageInk, grids: Sequence[Grid]) -> list[Word]:
    """Text that runs up or down the page, on its place: the lines of a cell as one run (a vertical heading, a holder
    beside the rows), other lines each as one (notes at the edge)."""
    runs: list[Word] = []
    for quarter in (1, 2, 3):
        chars = [_turned(char, quarter, ink) for char, turn in ink.slanted if turn == quarter]
        cells: dict[object, list[Word]] = {}
        for at, line in enumerate(lines_of(runs_of(chars))):
            # lines of two cells may stand at one height of the turned page
            placed = [(_cell_of(_back(word, quarter, ink), grids), word) for word in line.words]
            for cell, own in groupby(placed, itemgetter(0)):
                cells.setdefault(cell or (at, len(cells)), []).extend(word for _, word in own)
        for words in cells.values():
            run = one_run(words, [_back(word, quarter, ink) for word in words])
            runs.append(run._replace(order=len(runs)))
    return runs


def one_run(words: Sequence[Word], boxes: Sequence[Box]) -> Word:
    """The lines that words of a turned page make, as one run; `boxes` is where the words stand on the page as it is."""
    x0, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    text, size = " ".join(line.text for line in lines_of(words)), max(word.size for word in words)
    return Word(text, x0, top, x1, bottom, (top + bottom) / 2, size, True, 0, (x1,))


def _cell_of(box: Box, grids: Sequence[Grid]) -> int | None:
    """The identity of the cell in which the middle of a box stands."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    inside = (grid for grid in grids if grid.xs[0] < x < grid.xs[-1] and grid.ys[0] < y < grid.ys[-1])
    return next((id(cell_at(grid, x, y)) for grid in inside), None)


def _back(word: Word, quarter: int, ink: PageInk) -> Box:
    """The box of a word of the turned page on the page as it is."""
    height, width = (ink.width, ink.height) if quarter % 2 else (ink.height, ink.width)
    return turned((word.x0, word.top, word.x1, word.bottom), quarter, width, height)


def _turned(char: Char, quarter: int, ink: PageInk) -> Char:
    x0, top, x1, bottom = turned((char.x0, char.top, char.x1, char.bottom), -quarter, ink.width, ink.height)
    return Char(char.text, x0, top, x1, bottom, bottom, char.size)


def across(ink: PageInk) -> str:
    """Text at a slant, in the order of the content: a watermark."""
    return "".join(char.text for char, turn in ink.slanted if turn == -1)
