"""CSV: one file a table, as katalog/show/csv_file.py describes it."""

from __future__ import annotations

import io

import pandas as pd

from katalog.show.tables.registry import export_tables


def table_csv(name: str, frame: pd.DataFrame) -> bytes:
    """The table's file. Numbers have `.` as decimal sign and no exponent, dates are ISO 8601, a missing value is an
    empty cell, what is true is `true`."""
    plain = frame.copy(deep=False)
    for column in export_tables()[name].columns:
        if column.type == "decimal":
            plain[column.name] = frame[column.name].map("{:f}".format, na_action="ignore")
        elif column.type == "boolean":
            plain[column.name] = frame[column.name].map({True: "true", False: "false"})
    stream = io.BytesIO()
    plain.to_csv(stream, index=False, lineterminator="\r\n", encoding="utf-8", errors="replace", date_format="%Y-%m-%d")
    return stream.getvalue()
