"""A heading without a line below it: it and the table's first row are drawn, or seen, as one band of cells.

Input: the grids of a document. Output: the same, with the line that is missing where it shows: where the number 1
stands below the heading in the first column (`NO` / `1`), every cell of the band has text above that line and no line
of text across it; or where the band begins with what another grid prints as its heading, word for word at the same
places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.read.pdf.fitted import fitted_grid
from extract.read.pdf.words import cell_lines
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.like_columns import Headed, Words, sorted_words
from schemas.layout import DrawnCell, Grid, Word

_FIRST = re.compile(r"\(?1[.)]?$")
#: A heading has so many cells at least.
_FEWEST = 3
#: Words stand at the same place that differ by at most so many type sizes; a line is cut so far below its base line.
_NEAR, _BELOW = 0.25, 0.25


def with_lines_below_headings(grids: Sequence[Grid], search: HeadingSearch) -> list[Grid]:
    """The grids, those whose first row is one with their heading parted below it."""
    numbered = [_below_number(grid) for grid in grids]
    known: dict[Words, Headed] = {}
    for at, grid in enumerate(numbered):
        heading = search.first(grid)
        if heading is not None and heading.first == 0:
            one = Headed(at, grid, heading)
            known.setdefault(one.words, one)
    printed = [_KnownHeading(one) for one in sorted(known.values(), key=lambda one: -len(one.words))]
    return [_below_printed(grid, printed, search) for grid in numbered]


class _KnownHeading:
    """A heading with its words, and how far its last base line is below its first one (points)."""

    def __init__(self, headed: Headed) -> None:
        self.headed = headed
        self.words = headed.printed
        self.height = max(word.base for word in self.words) - min(word.base for word in self.words)


def _below_printed(grid: Grid, printed: Sequence[_KnownHeading], search: HeadingSearch) -> Grid:
    """The grid parted below the longest of these headings that it repeats, or the grid itself."""
    words = sorted((word for cell in grid.cells for word in cell.words), key=lambda word: word.base)
    for known in printed if words else ():
        at = words[0].base + known.height + _BELOW * known.words[0].size
        above = words[: bisect_right(words, at, key=lambda word: word.base)]
        if _at_same_places(above, known) and (parted := _parted_at(grid, at, known, search)):
            return parted
    return grid


def _parted_at(grid: Grid, at: float, known: _KnownHeading, search: HeadingSearch) -> Grid | None:
    """The grid parted at the height at which a heading ends that it repeats. None where most of its cells are parted
    there, and where all that its first band prints is more likely a heading (`INDIKATOR` / `KINERJA`)."""
    above = [cell for cell in grid.cells if any(word.base <= at for word in cell.words)]
    across = [cell for cell in above if any(word.base > at for word in cell.words)]
    if 2 * len(across) <= len(above):
        return None
    parted = _cut(grid, at)
    if not grid.ruled:
        # with the row below it a heading shows other white, and its upper level stands over other columns
        parted = fitted_grid(parted, known.headed.edges, headed=True) or parted
    was, now = search.first(grid), search.first(parted)
    return parted if now is not None and (was is None or was.odds < now.odds) else None


def _at_same_places(words: Sequence[Word], known: _KnownHeading) -> bool:
    """Are these the words of a heading, each as far from the first ones at the left and at the top?"""
    if len(words) != len(known.words) or sorted_words(words) != known.headed.words:
        return False
    near = _NEAR * words[0].size
    left, top = (min(a) - min(b) for a, b in zip(_places(words), _places(known.words), strict=True))
    return all(
        any(a.text == b.text and abs(a.x0 - b.x0 - left) <= near >= abs(a.base - b.base - top) for a in words)
        for b in known.words
    )


def _places(words: Sequence[Word]) -> tuple[list[float], list[float]]:
    return [word.x0 for word in words], [word.base for word in words]


def _below_number(grid: Grid) -> Grid:
    """The grid with its first band parted above the number 1, or the grid itself."""
    cells = [cell for cell in dict.fromkeys(grid.owner[0]) if cell.words]
    if len(cells) < _FEWEST or any(cell.r1 > 0 for cell in cells):
        return grid
    at = _first_row(cells[0])
    if at is None or not all(_parted(cell, at) for cell in cells):
        return grid
    return _cut(grid, at)


def _first_row(cell: DrawnCell) -> float | None:
    """The height (points) right above the number 1, where a cell prints it below something else."""
    lines = cell_lines(cell)
    if len(lines) < 2 or not _FIRST.match(lines[-1].text) or lines[0].text[0].isdecimal():
        return None
    return lines[-1].base - lines[-1].size


def _parted(cell: DrawnCell, at: float) -> bool:
    """Has a cell text above this height, and below it a line that begins as high as the number?"""
    above = [word for word in cell.words if word.base <= at]
    below = [word for word in cell.words if word.base > at]
    return bool(above) and bool(below) and min(word.base - at - word.size for word in below) < 0.4 * below[0].size


def _cut(grid: Grid, at: float) -> Grid:
    """The grid with the band at a height cut in two."""
    cut = bisect_right(grid.ys, at) - 1
    made: dict[int, tuple[DrawnCell, DrawnCell]] = {}
    for cell in grid.cells:
        if cell.r0 <= cut <= cell.r1:
            upper, lower = [w for w in cell.words if w.base <= at], [w for w in cell.words if w.base > at]
            head = replace(cell, r1=cut, bottom=at, bottom_drawn=True, words=upper)
            below = replace(cell, r0=cut + 1, r1=cell.r1 + 1, top=at, top_drawn=True, words=lower)
            made[id(cell)] = head, below
        else:
            moved = replace(cell, r0=cell.r0 + 1, r1=cell.r1 + 1) if cell.r0 > cut else cell
            made[id(cell)] = moved, moved
    owner = [[made[id(cell)][band > cut] for cell in cells] for band, cells in enumerate(grid.owner)]
    owner.insert(cut, [made[id(cell)][0] for cell in grid.owner[cut]])
    owner[cut + 1] = [made[id(cell)][1] for cell in grid.owner[cut]]
    cells = list(dict.fromkeys(cell for pair in made.values() for cell in pair))
    return replace(grid, ys=(*grid.ys[: cut + 1], at, *grid.ys[cut + 1 :]), owner=owner, cells=cells)
