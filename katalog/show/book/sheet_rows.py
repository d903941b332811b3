"""Frames as rows for sheets: what is missing is None, an exact number a plain one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from numbers import Integral
from typing import Any

import pandas as pd

from bahasa.law import number_named

#: What a cell is.
Plain = str | int | float | None
SheetRow = dict[str, Plain]


def sheet_rows(frame: pd.DataFrame) -> list[SheetRow]:
    """The rows in their order; a date is its ISO 8601 text."""
    names = list(frame.columns)
    columns = [[_plain(value) for value in frame[name]] for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def said(row: Mapping[str, Plain], name: str) -> str:
    """A cell as text, empty where it is missing."""
    value = row.get(name)
    return "" if value is None else str(value)


def page_number(row: Mapping[str, Plain]) -> int | None:
    """The page of a row, None where it has none."""
    page = row.get("page")
    return page if isinstance(page, int) else None


def grouped(rows: Iterable[SheetRow], *names: str) -> dict[tuple[Plain, ...], list[SheetRow]]:
    """The rows by what they have in these columns, in the order of the first of each."""
    found: dict[tuple[Plain, ...], list[SheetRow]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in names), []).append(row)
    return found


def decree_name(decree: Mapping[str, Plain]) -> str:
    """`Keputusan Kepala Badan Nomor 44 Tahun 2022 tentang ...`, as much of it as is known; else its file.

    >>> decree_name({"jenis": "Keputusan Bupati", "nomor": "44", "tahun": 2022, "tentang": None, "source": "sk.pdf"})
    'Keputusan Bupati Nomor 44 Tahun 2022'
    """
    about = f"tentang {said(decree, 'tentang')}" if said(decree, "tentang") else ""
    parts = (said(decree, "jenis"), number_named(said(decree, "nomor"), said(decree, "tahun")), about)
    return " ".join(filter(None, parts)) or said(decree, "source")


def _plain(value: Any) -> Plain:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Integral):
        return int(value)  # numpy's own are no int
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value if isinstance(value, str | int | float) else str(value)
