"""Tables to files. Each format's module writes what `katalog.export.tables` holds and computes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from katalog.errors import KatalogError
from katalog.store.files import STDOUT, emit, write_all

if TYPE_CHECKING:
    from katalog.show.export.tables import Table


def export(tables: Sequence[Table], kind: str, output: str, only: str) -> None:
    """Write the tables in the format `kind`; `only` is the table that goes to standard output for csv."""
    if kind == "csv":
        _csv(tables, output, only)
    elif kind == "parquet":
        _parquet(tables, output)
    elif kind == "xlsx":
        from katalog.show.export.xlsx import workbook

        emit(output, workbook(tables))
    else:
        from katalog.show.export.sqlite import database

        emit(output, database(tables))


def _csv(tables: Sequence[Table], output: str, only: str) -> None:
    from katalog.show.export.csv import csv_bytes

    if output == STDOUT:
        emit(output, next(csv_bytes(table) for table in tables if table.name == only))
    else:
        write_all(Path(output), {f"{table.name}.csv": csv_bytes(table) for table in tables})


def _parquet(tables: Sequence[Table], output: str) -> None:
    from katalog.show.export.parquet import parquet_bytes

    if output == STDOUT:
        raise KatalogError("Parquet terdiri atas beberapa berkas.", "Sebutkan sebuah folder setelah -o.")
    write_all(Path(output), {f"{table.name}.parquet": parquet_bytes(table) for table in tables})
