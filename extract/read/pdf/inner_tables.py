"""Tables that are drawn inside a cell of another one -> grids of their own.

A form has a row for each thing, and in the cell of the last one a table of indicators (`4. | Indikator Kinerja | ...`).
Its lines may stand free of those of the cell, or meet them: then both are one grid, in which the cell runs around the
cells of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.read.pdf.grid import SLIVER
from schemas.layout import DrawnCell, Grid

#: A table in a cell is one of its own from so many columns on; a formula that is set as one has fewer.
_COLUMNS = 3
#: A table stands so near to the left border of its cell (points).
_MARGIN = 30.0
#: What lines of one grid may differ by (points).
_NEAR = 1.0


def inner_first(grids: Sequence[Grid]) -> list[Grid]:
    """The grids of a page, those inside a cell of another one first, so that it is they whose cells get the words."""
    parted = [part for grid in grids for part in _parted(grid)]
    inner = [len(grid.xs) > _COLUMNS and any(_is_inside(grid, other) for other in parted) for grid in parted]
    return [grid for first in (True, False) for grid, one in zip(parted, inner, strict=True) if one is first]


def _is_inside(grid: Grid, other: Grid) -> bool:
    x0, top, x1, bottom = grid.box
    return grid is not other and any(
        cell.x0 - _NEAR <= x0 and x1 <= cell.x1 + _NEAR and cell.top - _NEAR <= top and bottom <= cell.bottom + _NEAR
        for cell in other.cells
    )


def _parted(grid: Grid) -> Iterator[Grid]:
    """A grid without the tables that its cells run around, and these."""
    rooms = [(cell, room) for cell in grid.cells if (room := _room_inside(grid, cell))] or list(_room_between(grid))
    made = [(cell, room, inner) for cell, room in rooms if (inner := _cut(grid, room)) is not None]
    taken: set[int] = set()
    for cell, room, inner in made:
        yield inner
        for row in range(room.r0, room.r1 + 1):
            for column in range(room.c0, room.c1 + 1):
                taken.add(id(grid.owner[row][column]))
                grid.owner[row][column] = cell
    yield replace(grid, cells=[cell for cell in grid.cells if id(cell) not in taken]) if taken else grid


class _Room(NamedTuple):
    """Bands `r0`..`r1` and columns `c0`..`c1` of a grid."""

    r0: int
    r1: int
    c0: int
    c1: int


def _room_inside(grid: Grid, cell: DrawnCell) -> _Room | None:
    """The room that a cell runs around, at its left and on one more side."""
    places = [
        (row, column)
        for row in range(cell.r0, cell.r1 + 1)
        for column in range(cell.c0, cell.c1 + 1)
        if grid.owner[row][column] is not cell
    ]
    if not places:
        return None
    rows, columns = [row for row, _ in places], [column for _, column in places]
    room = _Room(min(rows), max(rows), min(columns), max(columns))
    whole = len(places) == (room.r1 - room.r0 + 1) * (room.c1 - room.c0 + 1)
    around = room.r0 > cell.r0 or room.r1 < cell.r1 or room.c1 < cell.c1
    return room if whole and around and 0 < grid.xs[room.c0] - cell.x0 <= _MARGIN else None


def _room_between(grid: Grid) -> Iterator[tuple[DrawnCell, _Room]]:
    """The room between two margins over the whole height of a grid, the left one of no use but as one: a page break cut
    the cell above and below its table."""
    first, last = grid.owner[0], grid.owner[-1]
    whole = [upper is lower and upper.c0 == upper.c1 for upper, lower in zip(first, last, strict=True)]
    left = next((at for at, one in enumerate(whole) if not one), 0)
    right = next((at for at in range(len(whole) - 1, -1, -1) if not whole[at]), 0)
    if left > 0 and right < len(whole) - 1 and grid.xs[left] - grid.xs[left - 1] <= SLIVER:
        yield first[left - 1], _Room(0, len(grid.owner) - 1, left, right)


def _cut(grid: Grid, room: _Room) -> Grid | None:
    """The table in a room, if it has two rows and three columns, or more, and ends with it."""
    r0, r1, c0, c1 = room
    found = {id(one): one for row in grid.owner[r0 : r1 + 1] for one in row[c0 : c1 + 1]}
    beyond = any(one.r0 < r0 or one.r1 > r1 or one.c0 < c0 or one.c1 > c1 for one in found.values())
    if beyond or r1 == r0 or c1 - c0 + 1 < _COLUMNS:
        return None
    moved = {
        key: replace(one, c0=one.c0 - c0, c1=one.c1 - c0, r0=one.r0 - r0, r1=one.r1 - r0, words=[])
        for key, one in found.items()
    }
    owner = [[moved[id(one)] for one in row[c0 : c1 + 1]] for row in grid.owner[r0 : r1 + 1]]
    return Grid(grid.page, grid.xs[c0 : c1 + 2], grid.ys[r0 : r1 + 2], owner, list(moved.values()))
