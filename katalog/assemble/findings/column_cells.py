"""A column of a table -> its cells with their fields.

A row keeps its cells by role, several targets in turn, and what has no role, or one that a column before has, by
heading (extract/table/row.py); all in the order of the columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.fold import path_segment
from bahasa.roles import OTHERS, TARGET
from schemas.base import Role
from schemas.catalogue import IndicatorBlock, IndicatorRow
from schemas.decree import Text


def column_cells(block: IndicatorBlock, position: int) -> Iterator[tuple[str, Text]]:
    """The cells of the column that the heading at `position` (from 0) heads, top down: `rows/3/target`,
    `rows/3/targets/2` for one that is not the row's target, `rows/3/others/CATATAN` for one without a role. Of the
    latter only those that print something: a blank one is nowhere else either."""
    roles = [heading.role for heading in block.headings]
    role, before = roles[position], roles[:position]
    for row in block.rows:
        if role == TARGET and row.targets:
            yield from _target(row, before.count(TARGET))
        elif role == OTHERS or role in before:
            yield from _other(row, _kept_apart(before))
        elif role in row.cells:
            yield f"rows/{row.row}/{role}", row.cells[role].text


def _kept_apart(roles: list[Role]) -> int:
    """How many of these columns are kept by their heading; several targets are not."""
    return sum(role == OTHERS or (role != TARGET and role in roles[:at]) for at, role in enumerate(roles))


def _target(row: IndicatorRow, at: int) -> Iterator[tuple[str, Text]]:
    one = next((one for one in row.targets if one.position == at + 1), None)
    if one is not None:
        yield f"rows/{row.row}/{TARGET}" if one.chosen else f"rows/{row.row}/{TARGET}s/{one.position}", one.cell.text


def _other(row: IndicatorRow, at: int) -> Iterator[tuple[str, Text]]:
    heading, cell = list(row.others.items())[at] if at < len(row.others) else ("", None)
    if cell is not None and cell.text.as_printed:
        yield f"rows/{row.row}/{OTHERS}/{path_segment(heading)}", cell.text
