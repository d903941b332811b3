"""Parquet, with the optional package pyarrow: one file a table, what its columns mean in its metadata."""

from __future__ import annotations

import importlib
import io
from decimal import Decimal
from typing import Any

import pandas as pd

from extract.install import install
from katalog.errors import KatalogError
from katalog.show.tables.registry import ExportTable, TableColumn, export_tables
from katalog.show.tables.sql import PRECISION, SCALE
from schemas.catalogue import SCHEMA_VERSION


def parquet_bytes(name: str, frame: pd.DataFrame) -> bytes:
    """The table's file; KatalogError where pyarrow is not installed.

    The file's metadata has `description`, `description_en`, `primary_key` (comma between its columns) and
    `schema_version`, each column's its `description` and `description_en`.
    """
    schema = arrow_schema(name, frame)
    stream = io.BytesIO()
    frame.to_parquet(stream, engine="pyarrow", index=False, schema=schema)
    return stream.getvalue()


def arrow_schema(name: str, frame: pd.DataFrame) -> Any:
    """The `pyarrow.Schema` of a table's frame, with what it and its columns mean; KatalogError where pyarrow is not
    installed."""
    return _schema(_pyarrow(), export_tables()[name], frame)


def _schema(arrow: Any, table: ExportTable, frame: pd.DataFrame) -> Any:
    fields = [
        arrow.field(one.name, _type(arrow, one, frame), metadata={"description": one.id, "description_en": one.en})
        for one in table.columns
    ]
    about = {
        "description": table.id,
        "description_en": table.en,
        "primary_key": ",".join(table.key),
        "schema_version": SCHEMA_VERSION,
    }
    return arrow.schema(fields, metadata=about)


def _type(arrow: Any, column: TableColumn, frame: pd.DataFrame) -> Any:
    types = {
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "category": arrow.dictionary(arrow.int8(), arrow.string()),
    }
    if column.type == "decimal":
        return _exact(arrow, frame[column.name].dropna())
    return types.get(column.type, arrow.string())


def _exact(arrow: Any, numbers: pd.Series[Decimal]) -> Any:
    """A type that holds every one of the numbers as it is: the same for all files, but for numbers too long for it."""
    parts = [number.as_tuple() for number in numbers]
    scale = max([SCALE, *(-int(part.exponent) for part in parts)])
    whole = max([PRECISION - SCALE, *(len(part.digits) + int(part.exponent) for part in parts)])
    fits = whole + scale <= PRECISION
    return arrow.decimal128(PRECISION, scale) if fits else arrow.decimal256(whole + scale, scale)


def _pyarrow() -> Any:
    try:
        return importlib.import_module("pyarrow")
    except ModuleNotFoundError as error:
        raise KatalogError(
            "Bentuk parquet memerlukan paket pyarrow.", f"Pasang dengan: {install('parquet')}"
        ) from error
