"""The roles of columns: one table (roles.toml), and what code asks of it.

Rules about columns ask a property (`about_role(role).prose`, `roles_where(lambda role: role.filled_down)`). A rule that
is about one role by its meaning (a row begins with its number) takes that role's name from here. No other module lists
roles.

>>> about_role("sumber_data").filled_down
True
>>> roles_where(lambda role: role.grammar == "phrase")
('sumber_data', 'penanggung_jawab')
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, Literal, NamedTuple

from bahasa.data import entries_of
from schemas.base import Role

#: The roles that rules are about by their meaning: the row's number, what a row is under, what it measures, how much of
#: it and in what, how it is computed, who knows, who answers for it; and a column that has no role.
NO: Final = "no"
SASARAN: Final = "sasaran"
INDIKATOR: Final = "indikator"
TARGET: Final = "target"
RUMUS: Final = "rumus"
SATUAN: Final = "satuan"
SUMBER_DATA: Final = "sumber_data"
PENANGGUNG_JAWAB: Final = "penanggung_jawab"
OTHERS: Final = "others"

Grammar = Literal["", "number", "target", "unit", "phrase", "recurring"]


class ColumnRole(NamedTuple):
    """One role with its answers; roles.toml says what each of them means. `id` and `en` are its labels."""

    name: Role
    id: str
    en: str
    contoh: str
    dari: str
    prose: bool
    filled_down: bool
    each_row: bool
    grammar: Grammar
    longest: int
    telling: bool
    core: bool
    repeats: bool
    needed: Literal["column", "cell", "never"]
    years: bool
    identity: bool
    compared: Literal["field", "object", "number"]
    weight: float
    names_units: bool
    exported: tuple[str, ...]
    learned: Role
    widths: tuple[int, int]

    @property
    def called(self) -> str:
        """Its name within an Indonesian sentence."""
        return self.id.lower()


@cache
def column_roles() -> dict[str, ColumnRole]:
    """All roles in the order of the contract, `others` last. TypeError where an entry leaves a question open."""
    made = (
        ColumnRole(**{**entry, "exported": tuple(entry["exported"]), "widths": tuple(entry["widths"])})
        for entry in entries_of("roles", "role")
    )
    return {role.name: role for role in made}


def about_role(role: str) -> ColumnRole:
    """The answers of a role; KeyError for what is none."""
    return column_roles()[role]


def roles_where(true: Callable[[ColumnRole], bool]) -> tuple[Role, ...]:
    """The roles for which something is true, in the order of the contract."""
    return tuple(role.name for role in column_roles().values() if true(role))
