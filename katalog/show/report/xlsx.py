"""The report as a workbook: the changes with the columns of the other reports, header frozen, filters on, and the
identity of both decrees with the totals."""

from __future__ import annotations

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from katalog.show.report.view import COUNTS, Report, ReportLine, plain_side
from katalog.show.workbook import as_list, workbook_bytes, write_value

#: Excel's limit for a sheet's name.
_NAME = 31
#: Label and width (in characters) of each column.
_COLUMNS = (
    ("number", 6), ("holder", 32), ("unit", 28), ("object", 12), ("column", 16), ("about", 40), ("old", 50),
    ("new", 50), ("kind", 14), ("nature", 13), ("difference", 12), ("note", 36), ("content", 50), ("page_old", 9),
    ("page_new", 9),
)  # fmt: skip

Value = str | int | float | None


def report_workbook(report: Report) -> bytes:
    """The workbook's bytes."""

    def fill(book: xlsxwriter.Workbook) -> None:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _changes(book.add_worksheet(report.labels["title"][:_NAME]), report, bold, wrapped)
        _summary(book.add_worksheet(report.labels["totals"][:_NAME]), report, bold, wrapped)

    return workbook_bytes(fill, title=report.name)


def _changes(sheet: Worksheet, report: Report, bold: Format, wrapped: Format) -> None:
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, report.labels[name], bold)
    for number, line in enumerate(report.lines, start=1):
        for column, cell in enumerate(_cells(line)):
            write_value(sheet, number, column, cell, wrapped)
    as_list(sheet, len(report.lines), len(_COLUMNS))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(line: ReportLine) -> tuple[Value, ...]:
    difference = line.difference.replace(",", ".")
    return (
        line.number, line.jabatan, line.unit, line.object_label, line.part, line.about, plain_side(line.old),
        plain_side(line.new), line.kind_label, line.nature_label, float(difference) if difference else None, line.note,
        "\n".join(f"{label}: {text}" for label, text in line.content), line.old_page, line.new_page,
    )  # fmt: skip


def _summary(sheet: Worksheet, report: Report, bold: Format, wrapped: Format) -> None:
    rows: list[tuple[tuple[Value, ...], Format]] = [((report.headline,), bold)]
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
            write_value(sheet, number, column, cell, style)
