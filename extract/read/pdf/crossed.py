"""Rows that a line runs through from cell to cell, level or at a slant: perhaps they are cancelled.

They are read all the same, and said. A line of the table runs between letters, and one that strikes out words ends with
them (struck.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bahasa.temuan import About, finding
from extract.read.pdf.ink import PageInk
from schemas.base import Finding
from schemas.layout import Box, Grid, Page, Word

#: A level line runs between these shares of the type size above the base line of the words, and is at most so thick.
_LOW, _HIGH, _THICK = 0.1, 0.5, 3.2
#: It is at least so long (points), and runs through so many words in so many columns.
_LONG, _WORDS, _COLUMNS = 40.0, 3, 2


def crossed(ink: PageInk, grids: Sequence[Grid], words: Sequence[Word]) -> list[Box]:
    """The boxes of what lines run through, table by table."""
    if not grids or not words:
        return []
    return [
        box for through in (*_level(ink, words), *_slanting(ink, words)) for grid in grids
        if (box := _in_cells([word for word in through if _within(word, grid)], grid))
    ]  # fmt: skip


def crossed_findings(page: Page, boxes: Sequence[Box]) -> Iterator[Finding]:
    """A finding for each."""
    for box in boxes[:20]:
        yield finding("baris-dicoret", About(places=(page.place_of(box),)))


def _level(ink: PageInk, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words that each level line runs through, where these are many enough."""
    lines = [r for r in ink.rulings if r.bottom - r.top <= _THICK and r.x1 - r.x0 >= _LONG]
    ordered = sorted(words, key=lambda word: word.base)
    bases = [word.base for word in ordered]
    reach = _HIGH * max(word.size for word in words)
    for line in lines:
        y = (line.top + line.bottom) / 2
        near = ordered[bisect_left(bases, y) : bisect_right(bases, y + reach)]
        if len(near) >= _WORDS:
            yield [
                word for word in near
                if line.x0 <= (word.x0 + word.x1) / 2 <= line.x1
                and _LOW * word.size <= word.base - y <= _HIGH * word.size
            ]  # fmt: skip


def _slanting(ink: PageInk, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words that each slanting line runs through."""
    for (x0, top, x1, bottom), rising in ink.slants:
        tilt = (bottom - top) / (x1 - x0)
        near = [
            word for word in words if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.base <= bottom + word.size
        ]
        found = []
        for word in near:
            along = (word.x0 + word.x1) / 2 - x0
            y = bottom - tilt * along if rising else top + tilt * along
            if word.base - word.size <= y <= word.base:
                found.append(word)
        yield found


def _in_cells(words: Sequence[Word], grid: Grid) -> Box | None:
    """The box of words that a line runs through, where they are enough in enough columns; none otherwise."""
    columns = {bisect_right(grid.xs, (word.x0 + word.x1) / 2) for word in words}
    if len(words) < _WORDS or len(columns) < _COLUMNS:
        return None
    return (
        min(word.x0 for word in words), min(word.top for word in words),
        max(word.x1 for word in words), max(word.bottom for word in words),
    )  # fmt: skip


def _within(word: Word, grid: Grid) -> bool:
    return grid.ruled and grid.xs[0] < word.x0 and word.x1 < grid.xs[-1] and grid.ys[0] < word.base < grid.ys[-1]
