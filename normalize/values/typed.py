"""A row on its way to typed values."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.base import Edit, Finding, Role
from schemas.decree import Row


@dataclass(frozen=True, slots=True)
class Typed:
    """A row with values, and what was changed and found."""

    row: Row
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def value_in(row: Row, role: Role) -> str:
    """The normalized text of a row's cell, empty where it has none."""
    cell = row.cells.get(role)
    return (cell.text.value or "") if cell else ""
