"""SQLite: one table a table, with types."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from katalog.show.export.tidy import ColumnType, TidyTable

_SQL: dict[ColumnType, str] = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}


def database(tables: Sequence[TidyTable]) -> bytes:
    """The database's bytes."""
    connection = sqlite3.connect(":memory:")
    try:
        for table in tables:
            _fill(connection, table)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: TidyTable) -> None:
    types = table.types()
    columns = ", ".join(f'"{name}" {_SQL[kind]}' for name, kind in zip(table.columns, types, strict=True))
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', table.typed_rows())
