"""The sheet `Keterangan`: what every table and every column of the workbook means, in both languages."""

from __future__ import annotations

from katalog.show.printed_sheet import PrintedSheet, SheetColumn
from katalog.show.tables.registry import ColumnType, export_tables

EXPLAINED_COLUMNS = (
    SheetColumn("Lembar", 14), SheetColumn("Kolom", 26), SheetColumn("Isi", 20), SheetColumn("Artinya", 56),
    SheetColumn("In English", 50),
)  # fmt: skip
_TYPES: dict[ColumnType, str] = {
    "text": "teks", "json": "teks berisi JSON", "integer": "bilangan bulat", "decimal": "bilangan",
    "number": "bilangan", "boolean": "ya atau tidak", "date": "tanggal", "category": "pilihan",
}  # fmt: skip
#: So many choices of a column are named; more are only said to be a choice.
_LISTED = 4


def fill_explained(sheet: PrintedSheet) -> None:
    """Write the sheet."""
    sheet.head()
    for table in export_tables().values():
        sheet.row((table.name, "(seluruh lembar)", "", table.id, table.en), "section")
        for column in table.columns:
            kind = ", ".join(column.values) if 0 < len(column.values) <= _LISTED else _TYPES[column.type]
            sheet.row((table.name, column.name, kind, column.id, column.en))
    sheet.filters()
