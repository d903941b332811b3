"""The tables of the export as sheets, by pandas' own writer: headings that stay, repeat and filter, columns as wide as
their contents, texts wrapped. What only programs read is folded (columns) or hidden (sheets), but it is there.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from katalog.errors import KatalogError
from katalog.show.printed_sheet import FULL, WIDEST, Paper, Styles, fitted_height, on_paper
from katalog.show.tables.registry import KEPUTUSAN, ColumnType, ExportTable, TableColumn, export_tables
from katalog.show.workbook import LONGEST, ROWS, as_list, cut, write_value

#: Styles by what a column holds; anything else is a figure or a choice.
_STYLES: dict[ColumnType, str] = {"text": "plain", "json": "plain", "date": "dated"}
_LOG = logging.getLogger("katalog")
#: Widths in characters: the least and most of a column of numbers or choices, and of a column of texts.
_NARROW, _LEAST, _MOST = (8.0, 13.0), 6.0, 80.0
#: Columns that programs alone read, by the end of their names.
_FOLDED = ("_as_printed", "_id", "path", "_hash", "sha256")


def write_data(writer: pd.ExcelWriter, tables: Mapping[str, pd.DataFrame], styles: Styles, paper: Paper) -> None:
    """Write a sheet for each table, in their order. KatalogError where one has more rows than a sheet."""
    for name, frame in tables.items():
        table = export_tables()[name]
        _fits(name, len(frame))
        fitting = _fitting(table, frame)
        fitting.to_excel(writer, sheet_name=name, index=False)
        sheet = writer.sheets[name]
        if not table.people or not len(frame):
            sheet.hide()
        shown = {column.name for column in table.columns if not _folded(column, fitting[column.name])}
        widths = _widths(table, fitting, shown)
        for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            fold = {} if column.name in shown else {"level": 1, "hidden": True}
            sheet.set_column(at, at, width, styles[_STYLES.get(column.type, "figure")], fold)
            write_value(sheet, 0, at, column.name, styles["head"])
        as_list(sheet, len(frame), len(table.columns))
        total = sum(width for column, width in zip(table.columns, widths, strict=True) if column.name in shown)
        on_paper(sheet, paper, f"{name}: {table.id}", fit=total > FULL)
        sheet.repeat_rows(0)
        if table.people:
            _heights(sheet, table, fitting, widths, shown)


def _fits(name: str, rows: int) -> None:
    if rows >= ROWS:
        cause = f"Tabel {name} mempunyai {rows} baris; selembar Excel memuat paling banyak {ROWS - 1}."
        raise KatalogError(cause, "Pakailah -f csv, sqlite, atau parquet, atau bagi katalognya.")


def _fitting(table: ExportTable, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with texts as long as Excel allows; what is cut is said in the cell and in the log."""
    fitting = frame.copy(deep=False)
    for column in table.columns:
        if column.type in ("text", "json"):
            short = frame[column.name].map(cut, na_action="ignore")
            for row in short.index[(short != frame[column.name]).fillna(False)]:
                length = len(frame[column.name][row])
                _LOG.warning(
                    "%s, baris %d, %s: teks %d huruf melampaui batas sel Excel (%d) dan dipotong; yang utuh ada pada "
                    "bentuk lain", table.name, row + 2, column.name, length, LONGEST,
                )  # fmt: skip
            fitting[column.name] = short
    return fitting


def _folded(column: TableColumn, cells: pd.Series) -> bool:
    """Is it for programs, or has it nothing to say here: no cell at all, or the same decree in each row?"""
    if column.type == "json" or column.name.endswith(_FOLDED):
        return True
    said = cells.dropna()
    return said.empty or bool((said == "").all()) or (column.name == KEPUTUSAN and said.nunique() == 1)


def _widths(table: ExportTable, frame: pd.DataFrame, shown: set[str]) -> list[float]:
    """As wide as most cells are long; texts share what the paper leaves them."""
    wanted = {column.name: _width(column, frame[column.name]) for column in table.columns}
    texts = [column.name for column in table.columns if column.type in ("text", "json") and column.name in shown]
    left = WIDEST - sum(wanted[name] for name in shown if name not in texts)
    share = min(1.0, left / max(sum(wanted[name] for name in texts), 1.0))
    return [
        max(_LEAST, wanted[column.name] * share) if column.name in texts else wanted[column.name]
        for column in table.columns
    ]


def _width(column: TableColumn, cells: pd.Series) -> float:
    if column.type not in ("text", "json"):
        least, most = _NARROW
        return max(least, min(len(column.name) + 1.0, most))
    lengths = cells.fillna("").str.len()
    most = float(lengths.quantile(0.95)) if len(lengths) else 0.0
    return min(max(most + 1, min(len(column.name) + 1.0, _NARROW[1]), _LEAST), _MOST)


def _heights(sheet: Worksheet, table: ExportTable, frame: pd.DataFrame, widths: list[float], shown: set[str]) -> None:
    texts = [
        (frame[column.name].fillna("").tolist(), width)
        for column, width in zip(table.columns, widths, strict=True)
        if column.type == "text" and column.name in shown
    ]
    for row in range(len(frame)):
        sheet.set_row(row + 1, fitted_height((cells[row], width) for cells, width in texts))
