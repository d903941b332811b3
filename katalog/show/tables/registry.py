"""The tables of an export and their columns: one data file (tables.toml), and what code asks of it.

>>> table = export_tables()["indikator"]
>>> table.key, table.columns[0].name, table.columns[13].type
(('keputusan', 'indikator_id'), 'keputusan', 'decimal')
>>> export_tables()["temuan"].columns[2].values
('info', 'warning', 'error')
"""

from __future__ import annotations

import importlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

ColumnType = Literal["text", "json", "integer", "decimal", "number", "boolean", "date", "category"]
#: What a cell of a row is before it is typed: a decimal or a date is its text.
TableValue = str | int | float | bool | None
TableRow = dict[str, TableValue]
#: The first column of every table: the catalogue's slug.
KEPUTUSAN: Final = "keputusan"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: what its name means in every table, in both languages, and what it holds. `values` are all that a
    category may be, in their order; empty for any other type."""

    name: str
    type: ColumnType
    id: str
    en: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParentKey:
    """Columns that are empty, or name a row of the table `table` by its columns `named`."""

    columns: tuple[str, ...]
    table: str
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table; tables.toml says what each field means."""

    name: str
    id: str
    en: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...]
    parents: tuple[ParentKey, ...]
    people: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class TableView:
    """A question that is asked often: its name, what it gives in both languages, its SQL."""

    name: str
    id: str
    en: str
    sql: str


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("katalog.show.tables").joinpath("tables.toml").read_text(encoding="utf-8"))


def table_views() -> tuple[TableView, ...]:
    """The views of a database, in file order."""
    return tuple(TableView(**entry) for entry in _data()["view"])


@cache
def export_tables() -> dict[str, ExportTable]:
    """All tables by name, in the order in which they are written. KeyError for a column that nothing describes."""
    data = _data()
    columns = {entry["name"]: _column(entry) for entry in data["column"]}
    keys = {entry["name"]: tuple(entry.get("key", ())) for entry in data["table"]}
    return {entry["name"]: _table(entry, columns, keys) for entry in data["table"]}


def _table(entry: dict[str, Any], columns: dict[str, TableColumn], keys: dict[str, tuple[str, ...]]) -> ExportTable:
    return ExportTable(
        entry["name"],
        entry["id"],
        entry["en"],
        tuple(columns[name] for name in entry["columns"]),
        keys[entry["name"]],
        tuple(tuple(names) for names in entry.get("unique", ())),
        tuple(ParentKey(tuple(own), table, keys[table]) for own, table in entry.get("parents", ())),
        entry.get("people", False),
    )


def _column(entry: dict[str, Any]) -> TableColumn:
    return TableColumn(**{**entry, "values": _choices(entry["values"]) if "values" in entry else ()})


def _choices(where: str) -> tuple[str, ...]:
    """What a type of the artifacts allows: `schemas.base:Kind`, or the type of a model's field,
    `schemas.catalogue:Unit.basis`."""
    module, _, path = where.partition(":")
    name, _, field = path.partition(".")
    found = getattr(importlib.import_module(module), name)
    return tuple(_literals(found.model_fields[field].annotation if field else found))


def _literals(annotation: Any) -> list[str]:
    if get_origin(annotation) in (Union, UnionType):
        return [value for part in get_args(annotation) for value in _literals(part)]
    return [value for value in get_args(annotation) if value is not None]
