"""The descriptor of a data package (Frictionless, Tabular Data Package 1): what the CSV files of an export hold, for
programs that read them without knowing katalog."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from katalog.show.book.sheet_rows import SheetRow, decree_name, said, sheet_rows
from katalog.show.tables.registry import ColumnType, ExportTable, TableColumn, export_tables
from schemas.catalogue import SCHEMA_VERSION

#: The file's name, by the standard.
DESCRIPTOR = "datapackage.json"
#: Types of Table Schema. JSON is its text, since what it holds (list or object) differs by column.
_TYPES: dict[ColumnType, str] = {
    "text": "string", "json": "string", "integer": "integer", "decimal": "number", "number": "number",
    "boolean": "boolean", "date": "date", "category": "string",
}  # fmt: skip
#: A decree states no licence; what the law says of documents of the government is named.
_LICENCE = {
    "name": "notspecified",
    "title": "Tidak dinyatakan oleh sumbernya; untuk dokumen pemerintah lihat UU 28/2014 tentang Hak Cipta, Pasal 42 "
    "dan 43",
}


def package_file(tables: Mapping[str, pd.DataFrame], written: Mapping[str, bytes]) -> dict[str, bytes]:
    """The descriptor by its file's name. `written` are the CSV files by theirs (`indikator.csv`), `tables` the frames
    that they were made from. A key to another table is declared where each row has one: Table Schema knows no key of
    which only a part is missing."""
    resources = [
        _resource(export_tables()[name], frame, f"{name}.csv", written[f"{name}.csv"]) for name, frame in tables.items()
    ]
    descriptor = {**_about(tables["keputusan"]), "resources": resources}
    return {DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"}


def _about(decrees: pd.DataFrame) -> dict[str, Any]:
    slugs = [str(slug) for slug in decrees["keputusan"]]
    return {
        "profile": "tabular-data-package",
        "name": slugs[0] if len(slugs) == 1 else "katalog",
        "title": "Indikator kinerja: " + ", ".join(slugs),
        "description": "Performance indicators of decrees (IKU, IKI, PK), read by katalog, with what is printed beside "
        "what it means. Findings (temuan) say what a person should look at.",
        "x-description-id": "Indikator kinerja dari keputusan (IKU, IKI, PK), dibaca oleh katalog, dengan teks "
        "tercetak di samping nilai bakunya. Tabel temuan menyebut yang perlu diperiksa orang.",
        "version": SCHEMA_VERSION,
        "languages": ["id"],
        "licenses": [_LICENCE],
        "sources": [_source(row) for row in sheet_rows(decrees)],
    }


def _source(decree: SheetRow) -> dict[str, str]:
    return {"title": decree_name(decree), "file": said(decree, "source"), "sha256": said(decree, "sha256")}


def _resource(table: ExportTable, frame: pd.DataFrame, path: str, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": path,
        "profile": "tabular-data-resource",
        "description": table.en,
        "x-description-id": table.id,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": _schema(table, frame),
    }


def _schema(table: ExportTable, frame: pd.DataFrame) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        {"fields": list(parent.columns), "reference": {"resource": parent.table, "fields": list(parent.named)}}
        for parent in table.parents
        if not frame[list(parent.columns)].isna().any(axis=None)
    ]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _field(column: TableColumn) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.en,
        "x-description-id": column.id,
    }
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field
