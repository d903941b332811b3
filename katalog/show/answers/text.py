"""Answers for the terminal: a table, as many rows as one reads."""

from __future__ import annotations

from rich.table import Table

from katalog.questions.answers import AnswerTable
from katalog.show.answers.data import cell_shown
from katalog.show.terminal import without_colour

#: Rows that are shown, and columns of characters.
SHOWN, _WIDTH = 100, 160


def answer_text(answer: AnswerTable) -> bytes:
    """The first rows, and below them how many there are."""
    table = Table()
    for at, name in enumerate(answer.columns):
        table.add_column(name.replace("_", " "), overflow="fold", justify="right" if _is_number(answer, at) else "left")
    for row in answer.rows[:SHOWN]:
        table.add_row(*(_shown(cell_shown(cell)) for cell in row))
    return without_colour([table, _count(answer)], _WIDTH)


def _shown(text: str | None) -> str:
    return "–" if text is None else text


def _is_number(answer: AnswerTable, at: int) -> bool:
    cells = [row[at] for row in answer.rows[:SHOWN] if row[at] is not None]
    return bool(cells) and all(not isinstance(cell, str | list | bool) for cell in cells)


def _count(answer: AnswerTable) -> str:
    total = len(answer.rows)
    if total <= SHOWN:
        return f"{total} baris"
    return f"{SHOWN} dari {total} baris; semuanya dengan -f csv atau -f json"
