"""The bands of a grid to rows of cells, column by column of the heading.

A row ends where a line is drawn through the column of indicators, between two targets, or through most columns: a line
that only divides another column (two sources for one indicator) parts no rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bahasa.roles import INDIKATOR, NO, TARGET
from extract.table.drawn.entries import begins_beside, entries_apart, entry_tops, rising_numbers
from extract.table.drawn.group_rows import group_of, with_centred_groups
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.row import DrawnRow
from extract.table.drawn.stacked import slice_of, stacked_rows
from extract.table.drawn.white import row_white, rows_by_white
from schemas.layout import DrawnCell, Grid


def drawn_rows(grid: Grid, columns: Sequence[DrawnColumn], start: int, stop: int) -> list[DrawnRow]:
    """Rows on bands `start`..`stop` - 1."""
    if grid.upright:
        # a card is one row, whatever it leaves out
        return [_upright_row(grid, r) for r in range(start, stop)]
    where = [column_of((a + b) / 2, columns) for a, b in zip(grid.xs, grid.xs[1:], strict=False)]
    key = next((i for i, c in enumerate(columns) if c.role == INDIKATOR), None)
    target = next((i for i, c in enumerate(columns) if c.role == TARGET), None)
    number = next((i for i, c in enumerate(columns) if c.role == NO), None)
    white = row_white(grid, start, stop)
    rows: list[DrawnRow] = []
    first = start
    for band in range(start + 1, stop + 1):
        if (
            band == stop
            or _parts_rows(grid, band, where, key, len(columns))
            or _targets_apart(grid, band, where, target)
        ):
            row = _row(grid, first, band - 1, where, len(columns))
            parts = _by_numbers(row, number, key) if number is not None and key is not None else [row]
            if key is not None:
                parts = [one for part in parts for one in rows_by_white(part, key, white)]
            rows += [whole for part in parts for whole in stacked_rows(part, columns)]
            first = band
    with_centred_groups(rows, grid)
    return rows if number is None or key is None else entries_apart(rows, number, key)


def _upright_row(grid: Grid, band: int) -> DrawnRow:
    cells = [[cell] if cell.r0 == band else [] for cell in grid.owner[band]]
    above = [cell if cell.r0 < band else None for cell in grid.owner[band]]
    return DrawnRow(grid.page, grid.ys[band], grid.ys[band + 1], cells, above)


def _by_numbers(row: DrawnRow, number: int, key: int) -> list[DrawnRow]:
    """A table without lines between its rows: one number below the other in the column of numbers starts a row each.
    They must count on by one, and an indicator begin beside each: a narrow column breaks `12` into `1` and `2`."""
    lines = rising_numbers(row.cells[number])
    if not lines or row.group is not None or not all(begins_beside(line, row.cells[key]) for line in lines):
        return [row]
    edges = [row.top, *entry_tops(lines)[1:], row.bottom]
    return [_slice(row, lo, hi, i == 0) for i, (lo, hi) in enumerate(pairwise(edges))]


def _slice(row: DrawnRow, top: float, bottom: float, first: bool) -> DrawnRow:
    """The part of a row whose lines have their base between two heights."""
    cells = [slice_of(column, top, bottom, first) for column in row.cells]
    return DrawnRow(row.page, top, bottom, cells, list(row.above))


def column_of(x: float, columns: Sequence[DrawnColumn]) -> int:
    """The column in which `x` stands, or the nearest."""
    for i, column in enumerate(columns):
        if column.x0 <= x < column.x1:
            return i
    return min(range(len(columns)), key=lambda i: min(abs(columns[i].x0 - x), abs(columns[i].x1 - x)))


def _parts_rows(grid: Grid, band: int, where: Sequence[int], key: int | None, count: int) -> bool:
    above, below = grid.owner[band - 1], grid.owner[band]
    width = [0.0] * count
    parted = [0.0] * count
    for c, column in enumerate(where):
        size = grid.xs[c + 1] - grid.xs[c]
        width[column] += size
        if above[c] is not below[c]:
            parted[column] += size
    cut = [w > 0 and p >= 0.5 * w for w, p in zip(width, parted, strict=True)]
    return (key is not None and cut[key]) or sum(cut) * 2 >= sum(w > 0 for w in width)


def _targets_apart(grid: Grid, band: int, where: Sequence[int], target: int | None) -> bool:
    """Is a line drawn between two targets, and between two texts of another column beside them? Each pair is a row's,
    also where one indicator spans both."""
    parted = {
        column
        for above, below, column in zip(*grid.owner[band - 1 : band + 1], where, strict=True)
        if above is not below and above.words and below.words
    }
    return target in parted and len(parted) > 1


def _row(grid: Grid, first: int, last: int, where: Sequence[int], count: int) -> DrawnRow:
    cells: list[list[DrawnCell]] = [[] for _ in range(count)]
    above: list[DrawnCell | None] = [None] * count
    seen: set[int] = set()
    for band in range(first, last + 1):
        for c, region in enumerate(grid.owner[band]):
            if region.r0 < first:
                above[where[c]] = above[where[c]] or region
            elif id(region) not in seen:
                seen.add(id(region))
                cells[_home(region, grid, where)].append(region)
    row = DrawnRow(grid.page, grid.ys[first], grid.ys[last + 1], cells, above)
    row.group = group_of(row, grid)
    return row


def _home(region: DrawnCell, grid: Grid, where: Sequence[int]) -> int:
    """The column of a cell: where its text stands if it is drawn over several, else the first one."""
    spanned = where[region.c0 : region.c1 + 1]
    if len(set(spanned)) == 1 or not region.words:
        return spanned[0]
    share = dict.fromkeys(spanned, 0.0)
    for c in range(region.c0, region.c1 + 1):
        lo, hi = grid.xs[c], grid.xs[c + 1]
        share[where[c]] += sum(max(0.0, min(r.x1, hi) - max(r.x0, lo)) for r in region.words)
    widest = max(share.values())
    return next(column for column, width in share.items() if width >= 0.5 * widest)
