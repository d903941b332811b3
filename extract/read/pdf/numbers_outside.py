"""Numbers of rows that are printed left of a ruled frame, one beside each row -> a column of its grid.

`NO` above `1`, `2`, `3` stand beside the frame that begins with the sasaran: no line is drawn around them, but each
stands beside one band, and they count. The numbers of a draft's lines stand beside the heading too, and go on above or
below the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bahasa.headings import is_known_heading, role_of_heading
from bahasa.roles import NO
from extract.read.pdf.grid import SLIVER, fill, text_in
from extract.read.pdf.words import lines_of
from extract.read.row_numbers import row_number
from schemas.layout import DrawnCell, Grid, Word

#: They stand so near to the frame (points), and are so many at least.
_NEAR, _FEWEST = 60.0, 2


def with_numbers_outside(grids: Sequence[Grid], outside: list[Word]) -> tuple[list[Grid], list[Word]]:
    """The grids, those with such numbers with a column more, and the words that are left outside."""
    made: list[Grid] = []
    for grid in grids:
        beside = [word for word in outside if _is_beside(word, grid)]
        apart = [word for word in outside if not any(_is_beside(word, one) for one in grids)]
        if _count_rows(beside, grid) and not _go_on(beside, apart, grid):
            grid = _widened(grid, min(word.x0 for word in beside))
            outside = [*(word for word in outside if word not in beside), *fill([grid], beside)]
        made.append(grid)
    return made, outside


def _is_beside(word: Word, grid: Grid) -> bool:
    middle = (word.top + word.bottom) / 2
    return grid.xs[0] - _NEAR < word.x0 and word.x1 <= grid.xs[0] + 1 and grid.ys[0] < middle < grid.ys[-1]


def _count_rows(words: Sequence[Word], grid: Grid) -> bool:
    """Are these, below a heading or none, numbers that count, each beside a band of its own, none the heading's?"""
    lines = lines_of(list(words))
    if lines and role_of_heading(lines[0].text) == NO:
        lines = lines[1:]
    elif lines and lines[0].top < grid.ys[1] and _is_heading(grid.owner[0]):
        return False
    counts = [row_number(line.text) for line in lines]
    bands = [sum(y < (line.top + line.bottom) / 2 for y in grid.ys) for line in lines]
    counted = all(a is not None and b == a + 1 for a, b in pairwise(counts))
    return len(lines) >= _FEWEST and counted and len({*bands}) == len(bands) and not _is_numbered(grid)


def _is_heading(band: Sequence[DrawnCell]) -> bool:
    """Is most of what stands in a band known to head columns?"""
    texts = [text_in(cell) for cell in {*band} if cell.words]
    return 2 * sum(map(is_known_heading, texts)) > len(texts)


def _go_on(words: Sequence[Word], others: Sequence[Word], grid: Grid) -> bool:
    """Do these numbers count on from one above the frame in their column, or to the next below it?"""
    counts = [number for word in words if (number := row_number(word.text)) is not None]
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    column = sorted((word for word in others if word.x0 < x1 and word.x1 > x0), key=lambda word: word.top)
    above = [row_number(word.text) or counts[0] for word in column if word.bottom <= grid.ys[0]]
    below = [number for word in column if word.top >= grid.ys[-1] and (number := row_number(word.text)) is not None]
    return min([*above, counts[0]]) < counts[0] or below[:1] > counts[-1:]


def _is_numbered(grid: Grid) -> bool:
    """Has a grid numbers of its own in its first column? What stands beside them are the numbers of a draft's lines."""
    firsts = {band[0] for band in grid.owner if band[0].words}
    return sum(row_number(text_in(cell)) is not None for cell in firsts) >= _FEWEST


def _widened(grid: Grid, left: float) -> Grid:
    """The grid with a column more at its left, a cell for each band."""
    x0 = min(left - 1, grid.xs[0] - SLIVER - 1)
    moved = {cell: replace(cell, c0=cell.c0 + 1, c1=cell.c1 + 1) for cell in grid.cells}
    first = [DrawnCell(0, 0, r, r, x0, top, grid.xs[0], bottom) for r, (top, bottom) in enumerate(pairwise(grid.ys))]
    owner = [[cell, *(moved[one] for one in band)] for cell, band in zip(first, grid.owner, strict=True)]
    return replace(grid, xs=(x0, *grid.xs), owner=owner, cells=[*first, *moved.values()])
