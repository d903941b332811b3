"""Fills merged cells down: a cell covered by a span has the value of the cell that spans it.

Input: the rows of one table with their values. Output: the rows, `value` of covered cells of the roles FILLED set;
`as_printed` stays empty, for nothing is printed in that row. An empty cell is not a covered one and stays empty.
"""

from __future__ import annotations

from schemas.base import Role
from schemas.decree import Cell, Row

#: The roles of CONTRACT.md that are filled down.
FILLED: tuple[Role, ...] = ("no", "sasaran", "sumber_data", "penanggung_jawab")


def fill_down(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with the values of spanning cells carried down."""
    spanning: dict[Role, str] = {}
    filled: list[Row] = []
    for row in rows:
        cells = dict(row.cells)
        for role in FILLED:
            if (cell := cells.get(role)) is None:
                spanning.pop(role, None)
            elif cell.span == "covered":
                cells[role] = _filled(cell, spanning.get(role, ""))
            else:
                spanning[role] = cell.text.value or ""
        filled.append(row.model_copy(update={"cells": cells}))
    return tuple(filled)


def _filled(cell: Cell, value: str) -> Cell:
    if cell.text.as_printed:
        return cell  # a covered cell that prints something keeps what it prints
    return cell.model_copy(update={"text": cell.text.model_copy(update={"value": value})})
