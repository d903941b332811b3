"""XLSX: one sheet a table, header frozen, filters on."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd

from katalog.show.tables.registry import export_tables
from katalog.show.workbook import LONGEST, SAFE, as_list, set_properties


def tables_workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The workbook's bytes."""
    stream = io.BytesIO()
    options = {"options": SAFE}
    with pd.ExcelWriter(stream, engine="xlsxwriter", datetime_format="yyyy-mm-dd", engine_kwargs=options) as writer:
        set_properties(writer.book)
        for name, frame in tables.items():
            _cut(name, frame).to_excel(writer, sheet_name=name, index=False)
            as_list(writer.sheets[name], len(frame), len(frame.columns))
    return stream.getvalue()


def _cut(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with texts as long as Excel allows."""
    texts = [one.name for one in export_tables()[name].columns if one.type in ("text", "json")]
    return frame.assign(**{column: frame[column].str.slice(0, LONGEST) for column in texts})
