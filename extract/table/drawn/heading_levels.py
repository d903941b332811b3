"""The levels of a heading: which bands of a grid are those of one heading by how its cells divide each other."""

from __future__ import annotations

from schemas.layout import DrawnCell, Grid

#: So many cells that go over all levels of a heading say that these are its levels.
_BESIDE = 2


def divided(grid: Grid, first: int, last: int) -> bool:
    """Does each band below the first print only below a cell that it divides, or below a blank one? One as wide as that
    above it is divided itself further down (`TARGET KINERJA` / `TAHUN` / `2020 | 2021`). Or do cells beside them go
    over all bands (`NO`, `SASARAN` beside `REALISASI` / `TAHUN` / `2024`), more of them than any band below has cells
    that divide none: a row whose first cells are merged with the heading is none of its levels?"""
    beside = sum(cell.r1 == last for cell in starting(grid, first) if cell.words)
    if beside >= _BESIDE and all(beside > _dividing_none(grid, band) for band in range(first + 1, last + 1)):
        return True
    for band in range(first + 1, last + 1):
        printed = [cell for cell in starting(grid, band) if cell.words]
        if not printed or not all(_under_wider(grid, cell) or _over_narrower(grid, cell, last) for cell in printed):
            return False
    return True


def _dividing_none(grid: Grid, band: int) -> int:
    return sum(bool(cell.words) and not _under_wider(grid, cell) for cell in starting(grid, band))


def _under_wider(grid: Grid, cell: DrawnCell) -> bool:
    above = grid.owner[cell.r0 - 1][cell.c0 : cell.c1 + 1]
    return all(region.c1 - region.c0 > cell.c1 - cell.c0 or not region.words for region in above)


def _over_narrower(grid: Grid, cell: DrawnCell, last: int) -> bool:
    if cell.r1 >= last:
        return False
    above, below = (grid.owner[band][cell.c0 : cell.c1 + 1] for band in (cell.r0 - 1, cell.r1 + 1))
    alike = all((one.c0, one.c1) == (cell.c0, cell.c1) for one in above)
    return alike and all(one.words and one.c1 - one.c0 < cell.c1 - cell.c0 for one in below)


def cells_printed(grid: Grid, band: int) -> int:
    """How many cells with text start in a band."""
    return sum(bool(cell.words) for cell in starting(grid, band))


def starting(grid: Grid, band: int) -> list[DrawnCell]:
    """Cells that start in a band, left to right."""
    cells: list[DrawnCell] = []
    for region in grid.owner[band]:
        if region.r0 == band and region not in cells:
            cells.append(region)
    return cells
