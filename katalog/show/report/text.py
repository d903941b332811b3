"""The report for the terminal: a summary, then the changes by jabatan. Marks and words carry it; colour only helps."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from katalog.show.report.view import COUNTS, Line, Report, Run

#: Width where standard output is no terminal.
_WIDTH = 120
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "renamed": "≈", "moved": "→"}
_STYLES = {"added": "green", "removed": "red", "changed": "yellow", "renamed": "cyan", "moved": "blue"}
_MARKS = {"deleted": ("[-", "-]", "red strike"), "inserted": ("{+", "+}", "green bold"), "same": ("", "", "")}


def plain(report: Report) -> bytes:
    """The report as text without colour."""
    stream = io.StringIO()
    _write(report, Console(file=stream, width=_WIDTH, no_color=True, markup=False, highlight=False, emoji=False))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines()).encode("utf-8", errors="replace")


def show(report: Report) -> None:
    """The report on a terminal."""
    _write(report, Console(file=sys.stdout, markup=False, highlight=False, emoji=False))


def _write(report: Report, console: Console) -> None:
    for part in _parts(report):
        console.print(part)


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


def _change(line: Line, labels: dict[str, str]) -> Iterable[RenderableType]:
    head = Text(f"{_SIGNS[line.kind]} ", style=_STYLES[line.kind])
    nature = "" if line.nature == "substantive" else f", {line.nature_label.lower()}"
    head.append(f"{line.part}: {line.kind_label.lower()}{nature}{_pages(line, labels)}", style="bold")
    yield Padding(head, (0, 0, 0, 2))
    for body in _body(line):
        yield Padding(body, (0, 0, 0, 6))


def _pages(line: Line, labels: dict[str, str]) -> str:
    pages = [str(page) for page in (line.old_page, line.new_page) if page is not None]
    return f" ({labels['page']} {' → '.join(dict.fromkeys(pages))})" if pages else ""


def _body(line: Line) -> Iterable[Text]:
    if line.about:
        yield Text(line.about, style="dim")
    if line.target:
        yield Text(line.target)
    elif line.kind == "moved":
        yield _marked(line.new)
    else:
        yield from (_marked(runs) for runs in (line.old, line.new) if runs)
    if line.note:
        yield Text(line.note, style="italic")
    for label, text in line.content:
        yield Text(f"{label}: {text}", style="dim")


def _marked(runs: Iterable[Run]) -> Text:
    """Deleted words as `[-word-]`, inserted ones as `{+word+}`."""
    text = Text()
    for number, (op, words) in enumerate(runs):
        before, after, style = _MARKS[op]
        text.append(f"{' ' if number else ''}{before}{words}{after}", style=style)
    return text
