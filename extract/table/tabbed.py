"""A table whose cells are set apart by tabs, as it comes from a table of Word or Excel that was copied into a text, or
from bars: a tab ends a cell for certain.

Input: a TableRegion. Output: its rows, or None where the tabs don't say it all: each line has a cell for every column
and an indikator of its own. What is wrapped, or stands across the columns, is left to who reads by words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.roles import INDIKATOR
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
    rows = [dict(_cells(line, rank)) for rank, line in enumerate(lines)]
    return rows if all(roles.index(INDIKATOR) in row for row in rows) else None


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
