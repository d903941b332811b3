"""Cells that are one to the eye, since no line is drawn between them (how many a sasaran is merged by hand)."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.docx.by_lines import join_lines
from extract.read.docx.cells import WordCell, WordRow
from extract.read.docx.names import Element, value

_NO_LINE = ("nil", "none")


def join_undrawn(table: Element, rows: list[WordRow], edges: Sequence[float]) -> list[WordCell]:
    """Joins each blank cell to the one above it where both say that there is no line between them, but beside them one
    is drawn; returns the cells that were taken up. A table without lines inside stays as it is, but for one that was
    typed line by line (by_lines.py)."""
    inner = value(table, "tblPr/tblBorders/insideH")
    none = inner or ("nil" if value(table, "tblPr/tblStyle") is None else None)
    taken = join_lines(rows, edges, lambda number, column: _undrawn(rows[number - 1], rows[number], column, none))
    for number in range(1, len(rows)):
        above, here = rows[number - 1], rows[number]
        sides = {c: _sides(above, here, c) for c in here if c in above and here[c][0] is not above[c][0]}
        drawn = any((side or inner) not in _NO_LINE for both in sides.values() for side in both)
        for column in [c for c, both in sides.items() if all(side in _NO_LINE for side in both)] if drawn else ():
            upper, lower = above[column][0], here[column][0]
            if not lower.lines and upper.c1 == lower.c1:
                upper.r1 = lower.r1
                taken.append(lower)
                _replace(rows[number:], column, lower, upper)
    return taken


def _undrawn(above: WordRow, here: WordRow, column: int, inner: str | None) -> bool:
    """Is no line drawn between two cells that are as wide?"""
    if column not in above or above[column][0] is here[column][0] or above[column][0].c1 != here[column][0].c1:
        return False
    return all((side or inner) in _NO_LINE for side in _sides(above, here, column))


def _sides(above: WordRow, here: WordRow, column: int) -> tuple[str | None, str | None]:
    """The line between two cells, as either says it; None where one leaves it to the table."""
    return value(above[column][1], "tcPr/tcBorders/bottom"), value(here[column][1], "tcPr/tcBorders/top")


def _replace(rows: list[WordRow], column: int, old: WordCell, new: WordCell) -> None:
    for row in rows:
        if column in row and row[column][0] is old:
            row[column] = new, row[column][1]
