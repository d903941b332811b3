"""The history of several revisions as a table for the terminal and as CSV."""

from __future__ import annotations

import csv
import io
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from katalog.compare.diff.life import Event, History, Life
from katalog.show.report.words import Terms

_WIDTH = 140
_STYLES: dict[Event, str] = {
    "present": "", "added": "green", "kept": "dim", "changed": "yellow", "edited": "dim", "renamed": "cyan",
    "moved": "blue", "removed": "red", "absent": "dim",
}  # fmt: skip
#: One row a thing and revision in which something happened; `field` and the two texts where it changed.
COLUMNS = ("object", "id", "jabatan", "revision", "event", "text", "field", "old", "new")


def csv_bytes(history: History, lang: str) -> bytes:
    """UTF-8, comma, header row. `event` is in the language of the report."""
    terms = Terms(lang)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for life in history.lives:
        for number, event in enumerate(life.events):
            if event == "absent":
                continue
            head = (life.object, life.id, life.jabatan, history.revisions[number], terms("peristiwa", event))
            for detail in life.details[number] or [("", "", "")]:
                writer.writerow((*head, life.texts[number], *detail))
    return stream.getvalue().encode("utf-8", errors="replace")


def plain(history: History, lang: str) -> bytes:
    """The table without colour."""
    stream = io.StringIO()
    console = Console(file=stream, width=_WIDTH, no_color=True, markup=False, highlight=False, emoji=False)
    console.print(_table(history, Terms(lang)))
    return stream.getvalue().encode("utf-8", errors="replace")


def show(history: History, lang: str) -> None:
    """The table on a terminal."""
    Console(file=sys.stdout, markup=False, highlight=False, emoji=False).print(_table(history, Terms(lang)))


def _table(history: History, terms: Terms) -> Table:
    table = Table()
    table.add_column(terms("label", "object"), overflow="fold", ratio=3)
    for name in history.revisions:
        table.add_column(Text(name), overflow="fold", ratio=1)
    for life in history.lives:
        table.add_row(_name(life), *(_cell(life, number, terms) for number in range(len(history.revisions))))
    return table


def _name(life: Life) -> Text:
    return Text(life.text, style="bold") if life.object == "jabatan" else Text(f"  {life.text}")


def _cell(life: Life, number: int, terms: Terms) -> Text:
    """What happened, and to which columns."""
    event = life.events[number]
    fields = dict.fromkeys(terms("kolom", name).lower() for name, _, _ in life.details[number] if name)
    return Text(": ".join([terms("peristiwa", event), *([", ".join(fields)] if fields else [])]), style=_STYLES[event])
