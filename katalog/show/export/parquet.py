"""Parquet, with the optional package pyarrow."""

from __future__ import annotations

import importlib
import io
from typing import Any

from extract.install import install
from katalog.errors import KatalogError
from katalog.show.export.tidy import TidyTable


def parquet_bytes(table: TidyTable) -> bytes:
    """The table's file; KatalogError where pyarrow is not installed."""
    arrow, parquet = _module("pyarrow"), _module("pyarrow.parquet")
    kinds = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    held = zip(*table.typed_rows(), strict=True) if table.rows else ((),) * len(table.columns)
    columns = [arrow.array(values, type=kinds[kind]) for values, kind in zip(held, table.types(), strict=True)]
    stream = io.BytesIO()
    parquet.write_table(arrow.table(columns, names=list(table.columns)), stream)
    return stream.getvalue()


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise KatalogError(
            "Bentuk parquet memerlukan paket pyarrow.", f"Pasang dengan: {install('parquet')}"
        ) from error
