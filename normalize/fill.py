"""Fills merged cells down: a cell covered by a span has the value of the cell that spans it.

Input: the rows of one table with their values. Output: the rows, `value` of covered cells of the roles FILLED set;
`as_printed` stays empty, for nothing is printed in that row. An empty cell is not a covered one and stays empty. What
a covered cell of another role (a satuan over five rows) means for its row is asked with `Spanning`.
"""

from __future__ import annotations

from schemas.base import Role
from schemas.decree import Cell, Row

#: The roles of CONTRACT.md that are filled down.
FILLED: tuple[Role, ...] = ("no", "sasaran", "sumber_data", "penanggung_jawab")


class Spanning:
    """The cells that rows below may be covered by. The rows are asked about from the top down, each once a role."""

    def __init__(self) -> None:
        self._above: dict[Role, str] = {}

    def value(self, row: Row, role: Role) -> str:
        """What the cell says, or the cell that spans it; empty where the row has none."""
        cell = row.cells.get(role)
        if cell is None:
            self._above.pop(role, None)
        elif not _is_spanned(cell):
            self._above[role] = cell.text.as_printed if cell.text.value is None else cell.text.value
        return self._above.get(role, "")


def _is_spanned(cell: Cell) -> bool:
    # a covered cell that prints something keeps what it prints
    return cell.span == "covered" and not cell.text.as_printed


def fill_down(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with the values of spanning cells carried down."""
    spanning = Spanning()
    return tuple(row.model_copy(update={"cells": {**row.cells, **_filled(row, spanning)}}) for row in rows)


def _filled(row: Row, spanning: Spanning) -> dict[Role, Cell]:
    """The covered cells of a row with their values."""
    said = {role: spanning.value(row, role) for role in FILLED}
    covered = {role: row.cells[role] for role in FILLED if role in row.cells and _is_spanned(row.cells[role])}
    return {
        role: cell.model_copy(update={"text": cell.text.model_copy(update={"value": said[role]})})
        for role, cell in covered.items()
    }
