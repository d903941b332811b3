"""A heading that a page break cuts: `KINERJA` at the foot of a page, `UTAMA / SASARAN` on the next one.

Input: the grids of a document. Where what one page ends with and what the next one begins with are, word for word, a
heading that another page prints whole, they are that heading: it stands where it begins, and the rows below its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.read.pdf.fitted import fitted_grid
from extract.table.drawn.heading import MAX_LEVELS, HeadingBand
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.like_columns import Headed, Words
from schemas.layout import DrawnCell, Grid


@dataclass(slots=True)
class CutHeadings:
    """The grids of a document, seen by white alone or not, in the columns of the headings that are cut: `heads` are
    those headings by the place of the grid that they begin in, `bodies` the bands that the rows begin at in the grids
    behind the page breaks."""

    grids: list[Grid]
    heads: dict[int, HeadingBand] = field(default_factory=dict)
    bodies: dict[int, int] = field(default_factory=dict)


def cut_headings(grids: Sequence[Grid], search: HeadingSearch) -> CutHeadings:
    """The headings of a document that page breaks cut."""
    found = CutHeadings(list(grids))
    breaks = [at for at, (a, b) in enumerate(pairwise(grids)) if b.page == a.page + 1 and _few(a)]
    if not breaks:
        return found
    headed = [Headed(at, grid, head) for at, grid in enumerate(grids) if (head := search.first(grid)) is not None]
    whole: dict[Words, list[Headed]] = {}
    for one in headed:
        whole.setdefault(one.words, []).append(one)
    for at in breaks:
        _look(found, at, whole)
    return found


def _few(grid: Grid) -> bool:
    """May the last bands of a grid be the beginning of a heading: short texts, several of them?"""
    printed = [cell for cell in dict.fromkeys(grid.owner[-1]) if cell.words]
    return len(printed) > 2 and all(len(cell.words) <= 2 * MAX_LEVELS for cell in printed)


def _look(found: CutHeadings, at: int, headed: Mapping[Words, Sequence[Headed]]) -> None:
    """Whether the heading is cut that may stand on grids `at` and the next one; `headed` are those of the document by
    their words."""
    above, below = found.grids[at : at + 2]
    for first, upper in _ends(above):
        for body, lower in _begins(below):
            alike = headed.get(tuple(sorted(upper + lower)), ())
            like = next((one for one in alike if one.at not in (at, at + 1)), None)
            if like is not None and (fitted := _fitted(above, below, like)):
                found.grids[at : at + 2] = fitted
                found.heads[at] = _heading(fitted[0], first, like)
                found.bodies[at + 1] = body
                return


def _ends(grid: Grid) -> Iterator[tuple[int, list[str]]]:
    """The last bands of a grid: the first of them, and their words."""
    for first in range(len(grid.owner) - 1, max(-1, len(grid.owner) - 1 - MAX_LEVELS), -1):
        cells = dict.fromkeys(cell for band in grid.owner[first:] for cell in band)
        if all(cell.r0 >= first for cell in cells):
            yield first, _words(cells)


def _begins(grid: Grid) -> Iterator[tuple[int, list[str]]]:
    """The first bands of a grid: the band below them, and their words."""
    for body in range(1, min(MAX_LEVELS, len(grid.owner) - 1) + 1):
        cells = dict.fromkeys(cell for band in grid.owner[:body] for cell in band)
        if all(cell.r1 < body for cell in cells):
            yield body, _words(cells)


def _words(cells: dict[DrawnCell, None]) -> list[str]:
    return [word.text for cell in cells for word in cell.words]


def _fitted(above: Grid, below: Grid, like: Headed) -> list[Grid] | None:
    """Both grids in the columns of a heading like theirs."""
    fitted = [grid if grid.ruled else fitted_grid(grid, like.edges, grid is above) for grid in (above, below)]
    whole = [grid for grid in fitted if grid is not None]
    return whole if len(whole) == 2 else None


def _heading(grid: Grid, first: int, like: Headed) -> HeadingBand:
    """The heading that begins at a band, with the columns of one that is printed whole."""
    shift = grid.xs[0] - like.edges[0]
    columns = []
    for column in like.heading.columns:
        x0, x1 = column.x0 + shift, column.x1 + shift
        own = [cell for band in grid.owner[first:] for cell in band if cell.x0 < (x0 + x1) / 2 < cell.x1]
        columns.append(replace(column, x0=x0, x1=x1, cells=tuple(dict.fromkeys(own))))
    last = len(grid.owner) - 1
    return HeadingBand(first, last, last + 1, columns, like.heading.odds)
