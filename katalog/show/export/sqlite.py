"""SQLite: the tables with types, primary and foreign keys, indexes, and views.

SQLite has no type for exact numbers and dates. A number is kept as a number of 64 bits, which is exact up to 15 digits;
a date as its ISO 8601 text, which SQLite's own functions take.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import pandas as pd

from katalog.errors import KatalogError
from katalog.show.tables.registry import export_tables
from katalog.show.tables.sql import index_statements, table_statements, view_statements


def database(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The database's bytes; KatalogError where a catalogue has one id twice."""
    connection = sqlite3.connect(":memory:")
    try:
        for statement in table_statements():
            connection.execute(statement)
        for name, frame in tables.items():
            _plain(name, frame).to_sql(name, connection, if_exists="append", index=False)
        for statement in (*index_statements(), *view_statements()):
            connection.execute(statement)
        connection.commit()
        return connection.serialize()
    except pd.errors.DatabaseError as error:
        if not isinstance(error.__cause__, sqlite3.IntegrityError):
            raise
        cause = f"Sebuah id terdapat dua kali, sehingga barisnya tidak terbedakan ({error.__cause__})."
        raise KatalogError(cause, "Jalankan katalog check pada katalognya, lalu bangun lagi dari sumbernya.") from error
    finally:
        connection.close()


def _plain(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with exact numbers and dates as text; the column's affinity makes a number of the first."""
    plain = frame.copy(deep=False)
    for column in export_tables()[name].columns:
        if column.type == "decimal":
            plain[column.name] = frame[column.name].map("{:f}".format, na_action="ignore")
        elif column.type == "date":
            plain[column.name] = frame[column.name].dt.strftime("%Y-%m-%d")
    return plain
