"""The report as a workbook that is printed, answered and signed: the changes with what else the other reports show, a
column for the response and a place to sign, and the identity of both decrees with the totals."""

from __future__ import annotations

import xlsxwriter

from katalog.show.page_links import PageLinks
from katalog.show.printed_sheet import Paper, PrintedSheet, Runs, SheetColumn, SheetValue, sheet_styles
from katalog.show.report.view import COUNTS, Report, ReportLine
from katalog.show.workbook import workbook_bytes

#: Label and width of each column.
_COLUMNS = (
    ("number", 5), ("holder", 20), ("column", 19), ("old", 34), ("new", 34), ("kind", 12), ("nature", 11.5),
    ("note", 18), ("page_old", 7.5), ("page_new", 8), ("response", 19),
)  # fmt: skip
_SIGNERS = ("prepared", "reviewed", "approved")
_SIGN_HEIGHT = 120.0


def report_workbook(report: Report, links: PageLinks | None = None, paper: Paper = "a4") -> bytes:
    """The workbook's bytes. Pages are links where `links` knows the PDF."""

    def fill(book: xlsxwriter.Workbook) -> None:
        styles = sheet_styles(book)
        columns = [SheetColumn(report.labels[name], width) for name, width in _COLUMNS]
        sheets = (
            PrintedSheet(book, styles, report.labels["title"], columns, paper),
            PrintedSheet(book, styles, report.labels["totals"], _summary_columns(report), paper),
        )
        _changes(sheets[0], report, links or PageLinks())
        _summary(sheets[1], report)
        for sheet in sheets:
            sheet.footer(f"{report.labels['title']}: {report.name}", report.labels["page"], report.labels["of"])

    return workbook_bytes(fill, title=report.name)


def _changes(sheet: PrintedSheet, report: Report, links: PageLinks) -> None:
    _heading(sheet, report)
    sheet.head(freeze=2)
    ours, theirs = report.sha256
    for line in report.lines:
        sheet.row(_cells(line, links, ours, theirs), ("number", *("cell",) * (len(_COLUMNS) - 1)))
    sheet.filters()
    sheet.blank()
    last = len(_COLUMNS) - 1
    ranges = ((0, 2), (3, 4), (5, last))
    signers = [report.labels["signature"].format(peran=report.labels[name]) for name in _SIGNERS]
    sheet.tall([(text, *columns) for text, columns in zip(signers, ranges, strict=True)], _SIGN_HEIGHT)


def _heading(sheet: PrintedSheet, report: Report) -> None:
    labels = report.labels
    digests = labels["sha256"], labels["content_hash"]  # they stand on the second sheet
    sheet.wide(labels["title"], "title")
    for at, label in ((1, labels["old"]), (2, labels["new"])):
        said = (f"{one[0]} {one[at]}" for one in report.identity if one[0] not in digests)
        sheet.wide(f"{label}: " + "; ".join(said))
    sheet.wide(" ".join((report.headline, *report.remarks, labels["legend_book"])))


def _cells(line: ReportLine, links: PageLinks, old_sha256: str, new_sha256: str) -> tuple[SheetValue, ...]:
    held = "\n".join(f"{label}: {text}" for label, text in line.content)
    # what came or went whole shows what it holds on its side
    old, new = _side(line.old, held if not line.new else ""), _side(line.new, held if line.new else "")
    part = line.part if line.part == line.object_label else f"{line.object_label}: {line.part}"
    return (
        line.number, _lines(line.jabatan, line.unit), _lines(part, line.about), old, new, line.kind_label,
        line.nature_label, _lines(line.target, line.note), links.to(old_sha256, line.old_page),
        links.to(new_sha256, line.new_page), None,
    )  # fmt: skip


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _side(runs: Runs, held: str) -> SheetValue:
    if not held:
        return runs if len(runs) > 1 else next((text for _, text in runs), None)
    return "\n".join((*(text for _, text in runs), held))


def _summary_columns(report: Report) -> tuple[SheetColumn, ...]:
    widths = (24, 46, 46, *(14 for _ in COUNTS[2:]))
    labels = (report.labels["object"], *(report.labels[name] for name in COUNTS))
    return tuple(SheetColumn(label, width) for label, width in zip(labels, widths, strict=False))


def _summary(sheet: PrintedSheet, report: Report) -> None:
    sheet.wide(report.labels["totals"], "title")
    for text in (report.headline, *report.remarks):
        sheet.wide(text)
    rest: tuple[SheetValue, ...] = (None,) * (len(COUNTS) - 2)
    sheet.row(("", report.labels["old"], report.labels["new"], *rest), ("head",) * 3 + ("plain",) * len(rest))
    for row in report.identity:
        sheet.row((*row, *rest), ("strong", "cell", "cell") + ("plain",) * len(rest))
    sheet.blank()
    sheet.head()
    for label, counts in report.totals:
        sheet.row((label, *counts), ("strong", *("number" for _ in counts)))
