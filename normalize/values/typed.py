"""A row on its way to typed values."""

from __future__ import annotations

from typing import NamedTuple

from schemas.base import Edit, Finding, Role
from schemas.decree import Row


class Typed(NamedTuple):
    """A row with values, and what was changed and found."""

    row: Row
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def value_in(row: Row, role: Role) -> str:
    """The normalized text of a row's cell, empty where it has none."""
    cell = row.cells.get(role)
    return (cell.text.value or "") if cell else ""
