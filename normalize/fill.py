"""Merged cells: a cell covered by a span says what the cell that spans it says.

Input: the rows of one table. Which cell speaks in a row is decided here and nowhere else: `speaking` names it for every
row and column, `fill_down` writes its value into the covered cells of some roles. `as_printed` stays empty, for nothing
is printed in that row. An empty cell is not a covered one and stays empty; one that prints `idem` says what the cell
above says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from bahasa.ditto import is_ditto
from bahasa.roles import TARGET, roles_where
from schemas.base import Role
from schemas.decree import Cell, PrintedTarget, Row, Text

#: The roles that are filled down.
FILLED: tuple[Role, ...] = roles_where(lambda role: role.filled_down)

Column = TypeVar("Column", bound=str)


def speaking(rows: Iterable[Mapping[Column, Cell]]) -> list[dict[Column, int]]:
    """For each row and each of its columns the row (0-based) whose cell speaks there: its own, or the nearest one above
    that spans it, or that it refers to (`sda`). A covered cell that prints something else keeps what it prints, and so
    does one with nothing above it.

    >>> printed, covered = Cell(text=Text(as_printed="%")), Cell(text=Text(as_printed=""), span="covered")
    >>> speaking([{"satuan": printed}, {"satuan": covered}, {"satuan": printed}])
    [{'satuan': 0}, {'satuan': 0}, {'satuan': 2}]
    """
    found: list[dict[Column, int]] = []
    for at, cells in enumerate(rows):
        above = found[-1] if found else {}
        found.append({column: above.get(column, at) if _is_spanned(cell) else at for column, cell in cells.items()})
    return found


def _is_spanned(cell: Cell) -> bool:
    return (cell.span == "covered" and not cell.text.as_printed) or is_ditto(cell.text.as_printed)


def fill_down(rows: Sequence[Row], roles: Sequence[Role] = FILLED) -> tuple[Row, ...]:
    """The rows with the values of spanning cells carried down in these roles."""
    speakers = speaking([row.cells for row in rows])
    filled = tuple(_filled(at, rows, by, roles) for at, by in enumerate(speakers))
    return _with_targets(filled) if TARGET in roles else filled


def _filled(at: int, rows: Sequence[Row], by: Mapping[Role, int], roles: Sequence[Role]) -> Row:
    row = rows[at]
    spanned = [r for r in row.cells if by[r] != at and (r in roles or is_ditto(row.cells[r].text.as_printed))]
    if not spanned:
        return row
    cells = {role: _saying(row.cells[role], rows[by[role]].cells[role].text) for role in spanned}
    return row.model_copy(update={"cells": {**row.cells, **cells}})


def _with_targets(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The same for each column of several targets."""
    speakers = speaking([{str(k): one.cell for k, one in enumerate(row.targets)} for row in rows])
    return tuple(
        row.model_copy(update={"targets": tuple(_target_at(int(k), rows, at, by[k]) for k in by)}) if by else row
        for at, (row, by) in enumerate(zip(rows, speakers, strict=True))
    )


def _target_at(k: int, rows: Sequence[Row], at: int, by: int) -> PrintedTarget:
    one = rows[at].targets[k]
    return one if by == at else one.model_copy(update={"cell": _saying(one.cell, rows[by].targets[k].cell.text)})


def _saying(cell: Cell, spanning: Text) -> Cell:
    value = spanning.as_printed if spanning.value is None else spanning.value
    return cell.model_copy(update={"text": cell.text.model_copy(update={"value": value})})
