"""CSV: one file a table."""

from __future__ import annotations

from katalog.show.csv_file import csv_bytes
from katalog.show.export.tidy import TidyTable


def table_csv(table: TidyTable) -> bytes:
    """The table's file."""
    return csv_bytes(table.columns, table.rows)
