"""XLSX files. Every text is written as a string: nothing runs as a formula, nothing becomes a link."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

#: A workbook holds its time of creation; a fixed one keeps the bytes canonical.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: Excel's limit for a cell.
LONGEST = 32767
#: Options of a workbook in which every text stays one.
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook_bytes(fill: Callable[[xlsxwriter.Workbook], None], **properties: str) -> bytes:
    """The file of a workbook that `fill` puts sheets into; `properties` are the document's (`title`)."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, SAFE) as book:
        set_properties(book, **properties)
        fill(book)
    return stream.getvalue()


def set_properties(book: xlsxwriter.Workbook, **properties: str) -> None:
    """Give the workbook its properties: those named, and the same time of creation as every other one."""
    book.set_properties({"created": _CREATED, **properties})


def write_value(
    sheet: Worksheet, row: int, column: int, value: str | float | None, style: Format | None = None
) -> None:
    """A number as a number, a text as a string as long as Excel allows; nothing for None and the empty text. Row and
    column count from 0."""
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif value:
        sheet.write_string(row, column, value[:LONGEST], style)


def as_list(sheet: Worksheet, rows: int, columns: int) -> None:
    """Make the sheet a list: its first row stays in sight and filters the `rows` below."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)
