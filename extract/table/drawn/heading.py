"""Where a grid's heading stands, and which columns it gives.

A heading is a band of cells of which the vocabulary knows enough; it may have two levels (`TARGET` over the years) and
a row of column numbers below it. What stands above it in the grid (a holder drawn as a table, a caption) is no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bahasa.headings import is_known_heading, role_of_heading, roles_of_headings
from bahasa.roles import INDIKATOR, OTHERS, about_role
from extract.read.pdf.grid import text_in
from schemas.base import Role
from schemas.layout import DrawnCell, Grid

_NUMBER = re.compile(r"[(\[]?(\d{1,2}|[a-z])[)\].]?(?:\s*=.*)?$", re.I)
_SUBHEADING = 40
MAX_LEVELS = 4
#: A heading has at most so many words.
_WORDS = 12
#: A column narrower than this (points) and without a heading comes of lines that do not quite meet.
SLIVER = 8.0


@dataclass(slots=True)
class DrawnColumn:
    """A column of the table: its heading as printed, its role, its extent, and the cells that the heading stands in."""

    text: str
    role: Role
    x0: float
    x1: float
    cells: tuple[DrawnCell, ...] = ()


@dataclass(slots=True)
class HeadingBand:
    """A heading on bands `first`..`last` of its grid; the table's rows start at band `body`."""

    first: int
    last: int
    body: int
    columns: list[DrawnColumn]

    @property
    def key(self) -> tuple[str, ...]:
        """What two prints of one heading share."""
        return tuple("".join(filter(str.isalnum, c.text)).upper() for c in self.columns)


def heading_from(grid: Grid, start: int = 0) -> HeadingBand | None:
    """The first heading of an indicator table at or below band `start`."""
    for band in range(start, len(grid.owner)):
        cells = _starting(grid, band)
        if _tells(cells):
            return _heading(grid, band, cells)
    return None


def _starting(grid: Grid, band: int) -> list[DrawnCell]:
    """Cells that start in a band, left to right."""
    cells: list[DrawnCell] = []
    for region in grid.owner[band]:
        if region.r0 == band and region not in cells:
            cells.append(region)
    return cells


def _tells(cells: Sequence[DrawnCell]) -> bool:
    """Do these cells head an indicator table? At least a column of indicators and one more telling one, and most of
    what is printed is known."""
    printed = [cell for cell in cells if cell.words]
    if len(printed) < 2 or sum(len(cell.words) > _WORDS for cell in printed) * 2 > len(printed):
        return False
    texts = [text_in(cell) for cell in printed]
    roles = [role_of_heading(text) for text in texts]
    if INDIKATOR not in roles or not any(role is not None and about_role(role).telling for role in roles):
        return False
    sure = sum(is_known_heading(text) for text in texts)
    return sure >= 2 or (sure >= 1 and sum(r is not None for r in roles) >= max(2, 0.6 * len(texts)))


def _heading(grid: Grid, first: int, cells: Sequence[DrawnCell]) -> HeadingBand:
    last = min(max(cell.r1 for cell in cells if text_in(cell)), first + MAX_LEVELS - 1)
    if last == first and _subdivided(grid, first, cells):
        last = first + 1
    columns = _columns(grid, first, last)
    body = last + 1
    if body < len(grid.owner) and numbered([text_in(c) for c in _starting(grid, body)]):
        body += 1
    return HeadingBand(first, last, body, columns)


def _subdivided(grid: Grid, band: int, cells: Sequence[DrawnCell]) -> bool:
    """Does the band below divide a heading cell, and leave the others blank?"""
    if band + 1 >= len(grid.owner):
        return False
    below = _starting(grid, band + 1)
    divided = [c for c in cells if text_in(c) and len({id(r) for r in grid.owner[band + 1][c.c0 : c.c1 + 1]}) > 1]
    if not divided or len(below) <= len(cells):
        return False
    under = [r for r in below if any(c.c0 <= r.c0 <= c.c1 for c in divided)]
    rest = [r for r in below if r not in under]
    texts = [text_in(r) for r in under]
    return all(0 < len(t) <= _SUBHEADING for t in texts) and not any(text_in(r) for r in rest)


def _columns(grid: Grid, first: int, last: int) -> list[DrawnColumn]:
    """One column for each cell of the heading's last band, named by the cells above it and itself."""
    columns: list[DrawnColumn] = []
    headings: list[list[str]] = []
    c = 0
    while c < len(grid.xs) - 1:
        stack: list[DrawnCell] = []
        for band in range(first, last + 1):
            if grid.owner[band][c] not in stack:
                stack.append(grid.owner[band][c])
        leaf = stack[-1]
        names = [name for cell in stack if (name := text_in(cell))]
        x0, x1 = grid.xs[c], grid.xs[leaf.c1 + 1]
        if not names and columns and x1 - x0 < SLIVER:
            columns[-1].x1 = x1
        else:
            headings.append(names)
            columns.append(DrawnColumn(" ".join(names), OTHERS, x0, x1, tuple(stack)))
        c = max(leaf.c1, c) + 1
    for column, role in zip(columns, roles_of_headings(headings), strict=True):
        column.role = role
    return columns


def numbered(texts: Sequence[str]) -> bool:
    """Is this the row of column numbers (`1 2 3 ...`, `(1) (2) (3)`)? Rising by one, and nothing else printed."""
    marks = [match[1].lower() if (match := _NUMBER.match(text)) else "" for text in texts if text]
    if len(marks) < 3 or not all(marks):
        return False
    if all(mark.isdigit() for mark in marks):
        numbers = [int(mark) for mark in marks]
    elif all(mark.isalpha() for mark in marks):
        numbers = [ord(mark) - 96 for mark in marks]
    else:
        return False
    return all(b - a == 1 for a, b in pairwise(numbers)) and numbers[0] <= 2
