"""The report for the terminal: a summary, then the changes by jabatan. Marks and words carry it; colour only helps."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from katalog.compare.kinds import KINDS, NATURES
from katalog.show.report.view import COUNTS, Marked, Report, ReportLine
from katalog.show.terminal import on_terminal, without_colour

#: Width where standard output is no terminal.
_WIDTH = 120
_MARKS = {"deleted": ("[-", "-]", "red strike"), "inserted": ("{+", "+}", "green bold"), "same": ("", "", "")}


def report_text(report: Report) -> bytes:
    """The report as text without colour."""
    return without_colour(_parts(report), _WIDTH)


def print_report(report: Report) -> None:
    """The report on a terminal."""
    on_terminal(_parts(report))


def _parts(report: Report) -> Iterable[RenderableType]:
    yield Text(f"{report.labels['title']}: {report.name}", style="bold")
    yield Text("\n".join((report.headline, *report.remarks)))
    yield _totals(report)
    for section in report.sections:
        yield Text("")
        yield Text(f"{section.title}{f' ({section.unit})' if section.unit else ''}", style="bold underline")
        for line in section.lines:
            yield from _change(line, report.labels)


def _totals(report: Report) -> Table:
    table = Table()
    table.add_column(report.labels["object"])
    for name in COUNTS:
        table.add_column(report.labels[name], justify="right")
    for label, counts in report.totals:
        table.add_row(label, *map(str, counts))
    return table


def _change(line: ReportLine, labels: dict[str, str]) -> Iterable[RenderableType]:
    head = Text(f"{KINDS[line.kind].sign} ", style=KINDS[line.kind].colour)
    nature = "" if NATURES[line.nature].substantive else f", {line.nature_label.lower()}"
    head.append(f"{line.part}: {line.kind_label.lower()}{nature}{_pages(line, labels)}", style="bold")
    yield Padding(head, (0, 0, 0, 2))
    for body in _body(line):
        yield Padding(body, (0, 0, 0, 6))


def _pages(line: ReportLine, labels: dict[str, str]) -> str:
    pages = [str(page) for page in (line.old_page, line.new_page) if page is not None]
    return f" ({labels['page']} {' → '.join(dict.fromkeys(pages))})" if pages else ""


def _body(line: ReportLine) -> Iterable[Text]:
    if line.about:
        yield Text(line.about, style="dim")
    if line.target:
        yield Text(line.target)
    elif KINDS[line.kind].leaves and KINDS[line.kind].arrives:
        yield _marked(line.new)
    else:
        yield from (_marked(runs) for runs in (line.old, line.new) if runs)
    if line.note:
        yield Text(line.note, style="italic")
    for label, text in line.content:
        yield Text(f"{label}: {text}", style="dim")


def _marked(runs: Iterable[Marked]) -> Text:
    """Deleted words as `[-word-]`, inserted ones as `{+word+}`."""
    text = Text()
    for number, (op, words) in enumerate(runs):
        before, after, style = _MARKS[op]
        text.append(f"{' ' if number else ''}{before}{words}{after}", style=style)
    return text
