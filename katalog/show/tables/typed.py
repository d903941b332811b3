"""Tables as pandas' frames: the one place where a cell gets its type.

| type | dtype | missing |
|---|---|---|
| text, json | `string` (Python's) | NA |
| integer | `Int64` | NA |
| decimal | object of `decimal.Decimal`, as exact as the print | None |
| number | `Float64` | NA |
| boolean | `boolean` | NA |
| date | `datetime64[s]`, at midnight | NaT |
| category | a category of all that the artifact's type allows | NaN |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd

from katalog.errors import KatalogError
from katalog.show.tables.registry import KEPUTUSAN, ExportTable, TableColumn, TableRow, export_tables
from katalog.show.tables.rows import ROWS
from schemas.catalogue import Catalogue

#: The storage in Python gives the same frame with and without pyarrow.
_DTYPES = {
    "text": pd.StringDtype("python"),
    "json": pd.StringDtype("python"),
    "integer": pd.Int64Dtype(),
    "number": pd.Float64Dtype(),
    "boolean": pd.BooleanDtype(),
    "date": "datetime64[s]",
}
#: Types whose cells are texts in the catalogue.
_CALLED = {"decimal": "bilangan", "date": "tanggal"}


def typed_frames(catalogues: Sequence[Catalogue]) -> dict[str, pd.DataFrame]:
    """Every table by its name, with the rows of each catalogue in turn, below each other."""
    return {
        name: _frame(table, ((one.source.slug, row) for one in catalogues for row in ROWS[name](one)))
        for name, table in export_tables().items()
    }


def _frame(table: ExportTable, rows: Iterable[tuple[str, TableRow]]) -> pd.DataFrame:
    held: list[TableRow] = [{**row, KEPUTUSAN: keputusan} for keputusan, row in rows]
    series = {column.name: _typed(column, [row.get(column.name) for row in held]) for column in table.columns}
    return pd.DataFrame(series, columns=list(table.names))


def _typed(column: TableColumn, values: list[Any]) -> pd.Series:
    """KatalogError for a text that is no number or date, which only a file has that was changed by hand."""
    try:
        return _series(column, values)
    except (ValueError, InvalidOperation) as error:
        cause = f"Kolom {column.name} memuat nilai yang bukan {_CALLED.get(column.type, column.type)} ({error})."
        raise KatalogError(cause, "Jalankan katalog check pada katalognya, lalu bangun lagi dari sumbernya.") from error


def _series(column: TableColumn, values: list[Any]) -> pd.Series:
    if column.type == "decimal":
        return pd.Series([None if value is None else Decimal(value) for value in values], dtype=object)
    if column.type == "category":
        return pd.Series(pd.Categorical(values, categories=list(column.values)))
    return pd.Series(pd.array(values, dtype=_DTYPES[column.type]))
