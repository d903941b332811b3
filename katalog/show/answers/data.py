"""Answers for programs: a row a line (CSV), or a list of objects (JSON)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from katalog.questions.answers import AnswerTable
from katalog.show.csv_file import csv_bytes
from katalog.store.canonical import dumps


def answer_csv(answer: AnswerTable) -> bytes:
    """The rows under the names of their columns; a list is its texts with `; ` between them."""
    return csv_bytes(answer.columns, ([cell_shown(cell) for cell in row] for row in answer.rows))


def answer_json(answer: AnswerTable) -> bytes:
    """`{"title", "columns", "rows": [[...]]}`: rows as lists, since two columns of SQL may have one name."""
    rows = [[_plain(cell) for cell in row] for row in answer.rows]
    return dumps({"title": answer.title, "columns": list(answer.columns), "rows": rows})


def cell_shown(cell: Any) -> str | None:
    """A cell as text: numbers as they are printed, without zeros that say nothing.

    >>> cell_shown(Decimal("12.5000000000")), cell_shown(["a", "b"]), cell_shown(True), cell_shown(None)
    ('12.5', 'a; b', 'true', None)
    """
    if cell is None:
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return format(cell.normalize(), "f")
    if isinstance(cell, list | tuple):
        return "; ".join(cell_shown(one) or "" for one in cell)
    return str(cell)


def _plain(cell: Any) -> Any:
    """What JSON has: an exact number is a whole one, or the nearest of 64 bits."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, list | tuple):
        return [_plain(one) for one in cell]
    if isinstance(cell, dict):
        return {str(key): _plain(one) for key, one in cell.items()}
    return cell if cell is None or isinstance(cell, str | int | float) else _dated(cell)


def _dated(cell: Any) -> str:
    return cell.isoformat() if isinstance(cell, datetime.date | datetime.time) else str(cell)
