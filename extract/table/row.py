"""The cells of a row, left to right -> the row: by role, those without one by heading, several targets in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bahasa.roles import OTHERS, TARGET
from schemas.base import Role
from schemas.decree import Cell, PrintedTarget, Row

#: Blank heading of a column that has text all the same.
UNNAMED = "(tanpa judul)"


def row_of(
    roles: Sequence[Role], names: Sequence[str], cells: Sequence[Cell], *, page: int | None, group: str | None = None
) -> Row:
    """The row of these cells; `names` are the headings. A role that a column before has is kept by its heading, as
    `others` are; of a table with several columns of targets none is the target yet."""
    several = roles.count(TARGET) > 1
    known: dict[Role, Cell] = {}
    others: dict[str, Cell] = {}
    targets: list[PrintedTarget] = []
    for role, name, cell in zip(roles, names, cells, strict=True):
        if role == TARGET and several:
            targets.append(PrintedTarget(cell=cell))
        elif role == OTHERS or role in known:
            others[_free(name, others)] = cell
        else:
            known[role] = cell
    return Row(cells=known, others=others, targets=tuple(targets), group=group, page=page)


def _free(name: str, taken: Mapping[str, Cell]) -> str:
    """The heading as key; two columns with one heading are told apart by a number."""
    name = name or UNNAMED
    k = 2
    key = name
    while key in taken:
        key = f"{name} ({k})"
        k += 1
    return key
