"""The history of several revisions as a table for the terminal and as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from katalog.compare.diff.life import Life, RevisionHistory
from katalog.compare.kinds import EVENTS
from katalog.show.csv_file import csv_bytes
from katalog.show.report.words import Terms
from katalog.show.terminal import on_terminal, without_colour

_WIDTH = 140
#: One row a thing and revision in which something happened; `field` and the two texts where it changed.
COLUMNS = ("object", "id", "jabatan", "revision", "event", "text", "field", "old", "new")


def history_csv(history: RevisionHistory, lang: str) -> bytes:
    """UTF-8, comma, header row. `event` is in the language of the report."""
    return csv_bytes(COLUMNS, _rows(history, Terms(lang)))


def _rows(history: RevisionHistory, terms: Terms) -> Iterator[tuple[str, ...]]:
    for life in history.lives:
        for number, event in enumerate(life.events):
            if event == "absent":
                continue
            head = (life.object, life.id, life.jabatan, history.revisions[number], terms.event(event))
            for detail in life.details[number] or [("", "", "")]:
                yield (*head, life.texts[number], *detail)


def history_text(history: RevisionHistory, lang: str) -> bytes:
    """The table without colour."""
    return without_colour([_table(history, Terms(lang))], _WIDTH)


def print_history(history: RevisionHistory, lang: str) -> None:
    """The table on a terminal."""
    on_terminal([_table(history, Terms(lang))])


def _table(history: RevisionHistory, terms: Terms) -> Table:
    table = Table()
    table.add_column(terms.label("object"), overflow="fold", ratio=3)
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
    fields = dict.fromkeys(terms.field(name).lower() for name, _, _ in life.details[number] if name)
    return Text(": ".join([terms.event(event), *([", ".join(fields)] if fields else [])]), style=EVENTS[event].colour)
