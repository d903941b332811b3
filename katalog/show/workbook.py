"""XLSX files. Every text is written as a string: nothing runs as a formula, nothing becomes a link by itself."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

#: A workbook holds its time of creation; a fixed one keeps the bytes canonical.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: Excel's limits: characters in a cell (of UTF-16), characters of a sheet's name, rows of a sheet.
LONGEST, NAME, ROWS = 32767, 31, 1_048_576
#: Options of a workbook in which every text stays one.
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LOG = logging.getLogger("katalog")


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
    """A number as a number, a text as a string; nothing for None and the empty text, but for the style. Row and column
    count from 0. A text that is longer than a cell may be is cut, which it says at its end, and the log as well."""
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif value:
        fitting = cut(value)
        if fitting is not value:
            place = f"{sheet.get_name()}!{xl_rowcol_to_cell(row, column)}"
            _LOG.warning("%s: teks %d huruf melampaui batas sel Excel (%d) dan dipotong", place, len(value), LONGEST)
        sheet.write_string(row, column, fitting, style)
    elif style is not None:
        sheet.write_blank(row, column, None, style)


def cut(text: str) -> str:
    """The text itself, or as much as a cell holds with a note at its end that it goes on.

    >>> cut("a" * 40_000)[-67:]
    '… [terpotong: teks ini 40000 huruf, sel memuat paling banyak 32767]'
    """
    if _units(text) <= LONGEST:
        return text
    note = f"… [terpotong: teks ini {len(text)} huruf, sel memuat paling banyak {LONGEST}]"
    kept = text[: LONGEST - len(note)]
    while _units(kept) > LONGEST - len(note):  # a character beyond the 16 bits counts for two
        kept = kept[: -max(1, (_units(kept) + len(note) - LONGEST) // 2)]
    return kept + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_list(sheet: Worksheet, rows: int, columns: int) -> None:
    """Make the sheet a list: its first row stays in sight and filters the `rows` below."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)
