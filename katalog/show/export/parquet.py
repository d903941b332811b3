"""Parquet, with the optional package pyarrow (`pip install katalog[parquet]`)."""

from __future__ import annotations

import importlib
import io
from typing import Any

from katalog.errors import KatalogError
from katalog.show.export.tables import Cell, Table, Type


def parquet_bytes(table: Table) -> bytes:
    """The table's file; KatalogError where pyarrow is not installed."""
    arrow, parquet = _module("pyarrow"), _module("pyarrow.parquet")
    kinds = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    names = list(zip(table.columns, table.types(), strict=True))
    columns = [
        arrow.array([_typed(row[position], kind) for row in table.rows], type=kinds[kind])
        for position, (_, kind) in enumerate(names)
    ]
    stream = io.BytesIO()
    parquet.write_table(arrow.table(columns, names=list(table.columns)), stream)
    return stream.getvalue()


def _typed(cell: Cell, kind: Type) -> str | int | float | None:
    return float(cell) if kind == "number" and cell not in (None, "") else cell


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise KatalogError(
            "Bentuk parquet memerlukan paket pyarrow.", "Pasang dengan: pip install 'katalog[parquet]'."
        ) from error
