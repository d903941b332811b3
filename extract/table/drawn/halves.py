"""A table too wide for its page, printed in halves on two: the columns that are left over stand on the next page.

A spreadsheet prints so. The second half has columns that the first lacks, and the same rows, as high as there: their
heights tell that they belong together. Where these differ, or the rows fill several pages, the halves stay two tables,
with a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bahasa.roles import INDIKATOR, NO, OTHERS, about_role
from extract.table.drawn.assembly import Assembly
from extract.table.drawn.rows import drawn_rows
from extract.table.drawn.sheet import Sheet, TablePart

#: The rows of two halves differ in height by at most so much (points).
_ALIKE = 2.0

#: Does something that starts a new block stand between two parts?
PartedBetween = Callable[[TablePart, TablePart], bool]


def halves_joined(sheets: Sequence[Sheet], parted: PartedBetween) -> list[Sheet]:
    """The tables, each second half beside its first one."""
    found: list[Sheet] = []
    for sheet in sheets:
        before = found[-1] if found else None
        if before is not None and before.beside is None and _are_halves(before, sheet, parted):
            before.beside = sheet
            _without_number(sheet)
        else:
            found.append(sheet)
    return found


def _are_halves(first: Sheet, second: Sheet, parted: PartedBetween) -> bool:
    """Has `second`, on the page behind `first`, other columns of a table of indicators, for the same rows?"""
    here, there = ({column.role for column in sheet.columns} - {OTHERS} for sheet in (first, second))
    if INDIKATOR not in here or (here & there) - {NO} or not any(about_role(role).telling for role in there):
        return False
    if not len(first.pieces) == len(second.pieces) == 1:
        return False
    (left,), (right,) = first.pieces, second.pieces
    if left.page + 1 != right.page or parted(left, right):
        return False
    heights = [_heights(sheet) for sheet in (first, second)]
    return len(heights[0]) == len(heights[1]) > 0 and all(abs(a - b) <= _ALIKE for a, b in zip(*heights, strict=True))


def _heights(sheet: Sheet) -> list[float]:
    rows = [
        row for piece in sheet.pieces for row in drawn_rows(piece.grid, sheet.placed(piece), piece.body, piece.stop)
    ]
    return [row.bottom - row.top for row in rows]


def _without_number(sheet: Sheet) -> None:
    """A half prints the numbers of the rows again: they are no column of the table."""
    for column in sheet.columns:
        if column.role == NO:
            column.role = OTHERS


def side_by_side(made: Assembly, half: Assembly) -> Assembly:
    """The rows of two halves as those of one table."""
    for left, right in zip(made.entries, half.entries, strict=True):
        left.drafts += right.drafts
        left.spans += right.spans
        left.seams += right.seams
    return Assembly(
        [*made.columns, *half.columns],
        made.entries,
        [*made.groups, *half.groups],
        [*made.owner, *half.owner],
        [*made.seams, *half.seams],
        [*made.tops, *half.tops],
    )
