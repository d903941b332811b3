"""A table whose cells are set apart by tabs, as it comes from a table of Word or Excel that was copied into a text, or
from bars: a tab ends a cell for certain.

Input: a TableRegion. Output: its rows, or None where the tabs don't say it all: each line has a cell for every column
and an indikator of its own, or goes on with the row above. What stands across the columns is left to who reads by
words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bahasa.roles import INDIKATOR, NO, TARGET
from extract.table.cells import LinePart, TextCell
from extract.table.region import TableRegion
from schemas.layout import Line

_REASON = "sel dipisahkan oleh tab"


def tabbed_cells(region: TableRegion) -> list[dict[int, TextCell]] | None:
    """The cells of each row by column; None where the lines are no rows of cells."""
    roles = region.roles
    lines = [line for line in region.lines if line.text.strip()]
    if INDIKATOR not in roles or any(line.text.count("\t") != len(roles) - 1 for line in lines):
        return None
    rows: list[dict[int, TextCell]] = []
    for rank, line in enumerate(lines):
        row = dict(_cells(line, rank))
        if rows and _goes_on(row, roles):
            for column, cell in row.items():
                rows[-1].setdefault(column, TextCell()).add(cell.parts, 1.0, _REASON)
        else:
            rows.append(row)
    return rows if all(roles.index(INDIKATOR) in row for row in rows) else None


def _goes_on(row: Mapping[int, TextCell], roles: Sequence[str]) -> bool:
    """Does a line have the rest of the row above alone: no number, no target, and all that it has begins small?"""
    own = {roles[column] for column in row}
    small = all(cell.parts[0].text[0].islower() for cell in row.values())
    return small and NO in roles and NO not in own and TARGET not in own


def _cells(line: Line, rank: int) -> Iterator[tuple[int, TextCell]]:
    at = 0
    for column, printed in enumerate(line.text.split("\t")):
        text = printed.strip()
        if text:
            start = line.text.index(text, at)
            cell = TextCell()
            cell.add([LinePart(text, line, rank, None, (start, start + len(text)))], 1.0, _REASON)
            yield column, cell
        at += len(printed) + 1
