"""A grid seen by white alone -> the same text in columns that are known from elsewhere.

Where the words of a column end differs from page to page, and so does the white that shows: a column that is blank on a
page, or two that hardly part there, are not seen. The columns of the same table on another page tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.banded import LineBand, banded_grid, spanned
from extract.read.pdf.grid import Stroke, fill
from extract.read.pdf.strips import Strip
from extract.read.pdf.words import lines_of
from schemas.layout import Grid, Word

#: One in so many words may stand across an edge.
_ASTRAY = 20
#: A blank between words takes at most so many type sizes.
_BLANK = 0.4
#: The gutters of fewer rows say less than the columns known from elsewhere.
_FEW = 3


def fitted_grid(grid: Grid, edges: Sequence[float], headed: bool = False, flat: bool = False) -> Grid | None:
    """A loose grid with the columns that `edges` (points, left to right) bound. Words are parted where the page shows
    white near an edge. None where its words don't stand in these columns. `headed`: its first bands are the heading;
    `flat`: which has one level, however near its words stand to each other."""
    runs = [run for cell in grid.cells for run in cell.words]
    bands = _bands(grid, runs, headed)
    # the upper level of a heading stands across edges
    below = bands[1:] if headed and len(bands) > 1 else bands
    rows = [run for band in below if spanned(band, edges) is None for line in band.lines for run in line.words]
    white = white_between(rows)
    few = len(bands) - headed < _FEW
    inner = [
        middle if few and _is_white(middle, white) else _white_near(grid.xs[1:-1], white, left, middle, right)
        for left, middle, right in zip(edges, edges[1:], edges[2:], strict=False)
    ]
    alone = headed and len(bands) < 2
    astray = 0 if alone else sum(any(run.x0 + 1 < edge < run.x1 - 1 for edge in inner) for run in rows)
    # where the last column ends, its longest line tells
    beyond = edges[-1] + (edges[-1] - edges[-2]) / 2
    outside = sum(run.x1 < edges[0] or run.x1 > beyond for run in rows)
    if astray * _ASTRAY > len(rows) or outside or not bands or any(a >= b for a, b in pairwise(inner)):
        return None
    made = banded_grid(grid.page, bands, [Strip(x, x) for x in inner], _drawn(grid), headed and not flat)
    fill([made], runs)
    return replace(made, xs=tuple(edges))


def _bands(grid: Grid, runs: Sequence[Word], headed: bool) -> list[LineBand]:
    """The lines of a grid band by band; those of a heading's levels are one."""
    first = max((cell.r1 for cell in grid.owner[0] if cell.words), default=0) if headed else 0
    bands: list[LineBand] = []
    for top, bottom in pairwise((grid.ys[0], *grid.ys[first + 1 :])):
        lines = lines_of(run for run in runs if top <= run.base - 0.25 * run.size < bottom)
        if lines:
            bands.append(LineBand(lines, min(line.top for line in lines), max(line.bottom for line in lines)))
    return bands


def _drawn(grid: Grid) -> list[Stroke]:
    """The lines across that part the cells of a grid."""
    return [
        Stroke(y, grid.xs[c], grid.xs[c + 1])
        for y, (above, below) in zip(grid.ys[1:], pairwise(grid.owner), strict=False)
        for c, (a, b) in enumerate(zip(above, below, strict=True))
        if a is not b
    ]


def white_between(runs: Sequence[Word]) -> list[tuple[float, float]]:
    """What no word covers, left to right, the margins among it; blanks between words aside."""
    gaps: list[tuple[float, float]] = []
    right = float("-inf")
    for run in sorted(runs, key=lambda run: run.x0):
        if run.x0 > right + _BLANK * run.size:
            gaps.append((right, run.x0))
        right = max(right, run.x1)
    return [*gaps, (right, float("inf"))]


def _is_white(x: float, white: Sequence[tuple[float, float]]) -> bool:
    return any(lo < x < hi for lo, hi in white)


def _white_near(
    gutters: Sequence[float], white: Sequence[tuple[float, float]], left: float, edge: float, right: float
) -> float:
    """The place that stands for an edge: the nearest gutter, else the nearest white, if it is nearer to it than to the
    edges beside it."""
    within = [edge] if _is_white(edge, white) else [(lo + hi) / 2 for lo, hi in white[1:-1]]
    for places in (gutters, within):
        nearest = min(places, key=lambda x: abs(x - edge), default=edge)
        if left + edge < 2 * nearest < edge + right:
            return nearest
    return edge
