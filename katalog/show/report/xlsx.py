"""The report as a workbook: the changes with the columns of the other reports, header frozen, filters on, and the
identity of both decrees with the totals. Every text is written as a string: nothing runs as a formula."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from katalog.show.report.view import COUNTS, Line, Report, joined

#: A workbook holds its time of creation; a fixed one keeps the bytes canonical.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: Excel's limits for a cell and for a sheet's name.
_LONGEST, _NAME = 32767, 31
#: Label and width (in characters) of each column.
_COLUMNS = (
    ("number", 6), ("holder", 32), ("unit", 28), ("object", 12), ("column", 16), ("about", 40), ("old", 50),
    ("new", 50), ("kind", 14), ("nature", 13), ("difference", 12), ("note", 36), ("content", 50), ("page_old", 9),
    ("page_new", 9),
)  # fmt: skip
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Cell = str | int | float | None


def workbook(report: Report) -> bytes:
    """The workbook's bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _SAFE) as book:
        book.set_properties({"created": _CREATED, "title": report.name})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _changes(book.add_worksheet(report.labels["title"][:_NAME]), report, bold, wrapped)
        _summary(book.add_worksheet(report.labels["totals"][:_NAME]), report, bold, wrapped)
    return stream.getvalue()


def _changes(sheet: Worksheet, report: Report, bold: Format, wrapped: Format) -> None:
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, report.labels[name], bold)
    for number, line in enumerate(report.lines, start=1):
        for column, cell in enumerate(_cells(line)):
            _write(sheet, number, column, cell, wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(report.lines), 1), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(line: Line) -> tuple[Cell, ...]:
    difference = line.difference.replace(",", ".")
    return (
        line.number, line.jabatan, line.unit, line.object_label, line.part, line.about, joined(line.old),
        joined(line.new), line.kind_label, line.nature_label, float(difference) if difference else None, line.note,
        "\n".join(f"{label}: {text}" for label, text in line.content), line.old_page, line.new_page,
    )  # fmt: skip


def _summary(sheet: Worksheet, report: Report, bold: Format, wrapped: Format) -> None:
    rows: list[tuple[tuple[Cell, ...], Format]] = [((report.headline,), bold)]
    rows += [((remark,), wrapped) for remark in report.remarks]
    rows.append((("", report.labels["old"], report.labels["new"]), bold))
    rows += [(row, wrapped) for row in report.identity]
    rows.append(((), wrapped))
    rows.append(((report.labels["object"], *(report.labels[name] for name in COUNTS)), bold))
    rows += [((label, *counts), wrapped) for label, counts in report.totals]
    sheet.set_column(0, 2, 40)
    sheet.set_column(3, len(COUNTS), 14)
    for number, (cells, style) in enumerate(rows):
        for column, cell in enumerate(cells):
            _write(sheet, number, column, cell, style)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format) -> None:
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style)
    elif cell:
        sheet.write_string(row, column, cell[:_LONGEST], style)
