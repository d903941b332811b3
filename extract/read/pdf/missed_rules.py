"""Lines down a scanned table that its picture does not show in some row, though it does in others: the grey borders of
a dark heading, a dashed line beside print.

Without them the cells of such a row are one, and a heading that is one cell makes one column of all below it. Where the
print of a merged cell stands apart just at the lines that other rows show, it is parted there, as the eye does. A cell
that was merged on purpose has its print across those lines, or at one side of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.read.pdf.grid import Stroke, drawn_on, fill, grid_from
from extract.read.pdf.words import cell_lines
from schemas.layout import DrawnCell, Grid, Word

#: White at such a line (type sizes), more than a blank has; a word that reaches over it by less stands beside it. A
#: line is one that so many rows show, and this share.
_WHITE, _OVER, _ROWS, _SHOWN = 0.6, 0.2, 2, 0.3
#: A cell is parted where it is at this share of the lines through it: one with a mark and a text (`A.   BIDANG`) stands
#: apart at one of many.
_MOST = 0.6

#: An edge between two columns beside a band.
_Step = tuple[int, int]


def with_missed_rules(grid: Grid, across: Sequence[Stroke]) -> Grid:
    """The grid, with its words, parted where a line was missed; `across` are the lines drawn across."""
    if not grid.ruled:
        return grid
    shown = _shown(grid)
    missed = {step for cell in grid.cells if cell.c1 > cell.c0 and cell.words for step in _missed(grid, cell, shown)}
    if not missed:
        return grid
    columns, bands = len(grid.xs) - 1, len(grid.ys) - 1
    owner = grid.owner
    upright = [
        [c in (0, columns) or owner[r][c - 1] is not owner[r][c] or (c, r) in missed for r in range(bands)]
        for c in range(columns + 1)
    ]
    # a cell without its sides lies around the lines across that part some of its columns
    level = drawn_on(list(across), list(grid.ys), list(grid.xs))
    parted = grid_from(grid.page, list(grid.xs), list(grid.ys), upright, level)
    fill([parted], [word for cell in grid.cells for word in cell.words])
    return parted


def _shown(grid: Grid) -> set[int]:
    """The edges that enough rows show."""
    bands = len(grid.owner)
    counts = {c: sum(row[c - 1] is not row[c] for row in grid.owner) for c in range(1, len(grid.xs) - 1)}
    return {c for c, count in counts.items() if count >= max(_ROWS, _SHOWN * bands)}


def _missed(grid: Grid, cell: DrawnCell, shown: set[int]) -> Iterator[_Step]:
    """Where a cell of several columns is parted."""
    through = [c for c in range(cell.c0 + 1, cell.c1 + 1) if c in shown]
    steps = {c: [r for r in _bands_at(grid, cell, c) if _stands_apart(grid, cell, (c, r))] for c in through}
    edges = _between_print(grid, cell, [c for c in through if steps[c]])
    if through and len(edges) >= _MOST * len(through):
        yield from ((c, r) for c in edges for r in steps[c])


def _bands_at(grid: Grid, cell: DrawnCell, c: int) -> Iterator[int]:
    """The bands in which a cell lies on both sides of an edge."""
    for r in range(cell.r0, cell.r1 + 1):
        if grid.owner[r][c - 1] is cell and grid.owner[r][c] is cell:
            yield r


def _stands_apart(grid: Grid, cell: DrawnCell, step: _Step) -> bool:
    """Does no line of a cell have print at an edge, in this band?"""
    x, top, bottom = grid.xs[step[0]], grid.ys[step[1]], grid.ys[step[1] + 1]
    lines = [line for line in cell_lines(cell) if top <= line.base - 0.25 * line.size <= bottom]
    return all(_white_at(line.words, x, _OVER * line.size) >= _WHITE * line.size for line in lines)


def _white_at(words: Sequence[Word], x: float, over: float) -> float:
    """How wide the white of a line is at a place; without end where all of its words are at one side of it."""
    if any(word.x0 < x - over and x + over < word.x1 for word in words):
        return 0.0
    left = [word.x1 for word in words if word.x0 + word.x1 <= 2 * x]
    right = [word.x0 for word in words if word.x0 + word.x1 > 2 * x]
    return min(right) - max(left) if left and right else float("inf")


def _between_print(grid: Grid, cell: DrawnCell, edges: Sequence[int]) -> list[int]:
    """The edges that have print of the cell on both sides, as far as the next ones."""
    kept: list[int] = []
    left = grid.xs[cell.c0]
    for c, following in pairwise([*edges, cell.c1 + 1]):
        x, right = grid.xs[c], grid.xs[following]
        middles = [(word.x0 + word.x1) / 2 for word in cell.words]
        if any(left < middle < x for middle in middles) and any(x < middle < right for middle in middles):
            kept.append(c)
            left = x
    return kept
