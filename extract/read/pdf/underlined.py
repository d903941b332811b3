"""Lines below words that are as wide as their cells: the border of a paragraph, a cell's text underlined to its end.

    | Persentase ruas jalan   | 64,5 % |
    |-------------------------|        |
    | berperlengkapan lengkap |        |

A line of the table stands clear of the words above it, and other columns have it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from extract.read.pdf.grid import SNAP, Stroke, strokes_of
from extract.read.pdf.ink import Char, PageInk, Ruling
from schemas.layout import Grid

#: It runs so far below the base line (shares of the type size), and is at most so thick (points).
_NEAR, _FAR, _THICK = 0.04, 0.32, 1.6
_SET = itemgetter(*map(Char._fields.index, ("base", "size")))
#: The next line of the same text is at most so many type sizes below.
_LEADING = 1.6


def without_underlines(ink: PageInk, grids: Sequence[Grid]) -> PageInk:
    """The page without the rulings in its tables that only underline; the page itself where there are none."""
    level = [r for r in ink.rulings if r.bottom - r.top <= _THICK and r.x1 - r.x0 > r.bottom - r.top]
    bases = set(map(_SET, ink.chars))
    near = [r for r in level if any(_is_below((r.top + r.bottom) / 2, base, size) for base, size in bases)]
    if not near:
        return ink
    gone = {ruling for grid in grids for ruling in _in_grid(grid, level, near, ink.chars)}
    return replace(ink, rulings=[r for r in ink.rulings if r not in gone]) if gone else ink


def _is_below(at: float, base: float, size: float) -> bool:
    return _NEAR * size <= at - base <= _FAR * size


def _in_grid(grid: Grid, level: Sequence[Ruling], near: Sequence[Ruling], chars: Sequence[Char]) -> list[Ruling]:
    """Those of the rulings `near` words that underline these, in one table."""
    within = [r for r in level if _is_within(r, grid)]
    inner = [r for r in near if _is_within(r, grid)]
    if not inner:
        return []
    strokes = strokes_of(within)[0]
    text = [c for c in chars if c.text != " " and grid.ys[0] < c.base < grid.ys[-1]]
    found = [
        stroke
        for stroke in strokes_of(inner)[0]
        if _underlines(stroke, grid, [s for s in strokes if s.at > stroke.at + SNAP], text)
    ]
    return [
        r for r in inner for s in found
        if abs((r.top + r.bottom) / 2 - s.at) <= SNAP and s.lo - 1 <= r.x0 and r.x1 <= s.hi + 1
    ]  # fmt: skip


def _is_within(ruling: Ruling, grid: Grid) -> bool:
    inside = grid.xs[0] - SNAP <= ruling.x0 and ruling.x1 <= grid.xs[-1] + SNAP
    return inside and grid.ys[0] + SNAP < ruling.top and ruling.bottom < grid.ys[-1] - SNAP


def _underlines(stroke: Stroke, grid: Grid, below: Sequence[Stroke], text: Sequence[Char]) -> bool:
    """Has each column that a line runs through words right above it, and few of these columns, or none that stands
    apart, words between it and the next line?"""
    columns = [(a, b) for a, b in pairwise(grid.xs) if min(b, stroke.hi) - max(a, stroke.lo) > (b - a) / 2]
    if not columns or len(columns) == len(grid.xs) - 1:
        return False
    until = min((s.at for s in below if s.lo < columns[-1][1] and s.hi > columns[0][0]), default=grid.ys[-1])
    going_on = 0
    for left, right in columns:
        own = [char for char in text if left <= (char.x0 + char.x1) / 2 <= right]
        above = [char for char in own if _is_below(stroke.at, char.base, char.size)]
        rest = [char for char in own if stroke.at < char.base < until]
        if not above or (rest and min(c.base for c in rest) - above[0].base > _LEADING * above[0].size):
            return False
        going_on += bool(rest)
    return len(columns) == 1 or 2 * going_on <= len(columns)
