"""The tables as SQL: the statements that make them, with their keys, indexes and views. SQLite, DuckDB and PostgreSQL
take the same.

A description stands beside its table or column as a comment, which SQLite keeps (`.schema indikator`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter

from katalog.show.tables.registry import ColumnType, ExportTable, export_tables, table_views

#: Digits that an exact number has in all, and behind its decimal sign.
PRECISION, SCALE = 38, 10
_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "json": "TEXT",
    "category": "TEXT",
    "integer": "INTEGER",
    "decimal": f"DECIMAL({PRECISION}, {SCALE})",
    "number": "DOUBLE PRECISION",
    "boolean": "BOOLEAN",
    "date": "DATE",
}


def table_statements() -> Iterator[str]:
    """A CREATE TABLE for each table, a parent before its children."""
    return (_create(table) for table in parents_first())


def parents_first() -> list[ExportTable]:
    """The tables, each behind those that its rows name: the order in which they are made and filled."""
    tables = export_tables()
    order = TopologicalSorter({table.name: [parent.table for parent in table.parents] for table in tables.values()})
    return [tables[name] for name in order.static_order()]


def index_statements() -> Iterator[str]:
    """A CREATE INDEX for the columns that name another table's row, where no key begins with them."""
    for table in export_tables().values():
        known = {table.key, *table.unique}
        for parent in table.parents:
            if not any(names[: len(parent.columns)] == parent.columns for names in known):
                name = "_".join((table.name, *parent.columns[1:]))
                yield f"CREATE INDEX {sql_name(name)} ON {sql_name(table.name)} ({_listed(parent.columns)})"


def view_statements() -> Iterator[str]:
    """A CREATE VIEW for each question that is asked often."""
    return (f"CREATE VIEW {sql_name(view.name)} AS -- {view.id}\n{view.sql.strip()}" for view in table_views())


def sql_name(name: str) -> str:
    """A name as SQL takes it, be it a word of SQL or not."""
    return f'"{name}"'


def _create(table: ExportTable) -> str:
    never_empty = {*table.key, table.names[0]}
    lines = [
        (f"{sql_name(one.name)} {_TYPES[one.type]}{' NOT NULL' if one.name in never_empty else ''}", one.id)
        for one in table.columns
    ]
    lines += [(f"PRIMARY KEY ({_listed(table.key)})", "")] if table.key else []
    lines += [(f"UNIQUE ({_listed(names)})", "") for names in table.unique]
    lines += [
        (f"FOREIGN KEY ({_listed(own.columns)}) REFERENCES {sql_name(own.table)} ({_listed(own.named)})", "")
        for own in table.parents
    ]
    last = len(lines) - 1
    body = "".join(
        f"\n  {line}{',' if at < last else ''}{f' -- {said}' if said else ''}" for at, (line, said) in enumerate(lines)
    )
    return f"CREATE TABLE {sql_name(table.name)} ( -- {table.id}{body}\n)"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(sql_name, names))
