"""Cells drawn over several rows that hold an entry for some of them.

    1.  Terwujudnya ketertiban       Indeks ketenteraman      83,40
                                     ------------------------------
                                     Persentase penegakan     92,5
                                     ------------------------------
    2.  Meningkatnya kesiapsiagaan   Persentase kebakaran     85

Offices rule off indicators and no sasaran: all numbers are drawn as one cell, and so are all sasaran. Where
the numbers count on by one, and an indicator begins beside each, every column that is one cell over these rows and has
an entry beside each number is parted there too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.words import TextLine, lines_of
from extract.read.row_numbers import ROW_NUMBER_BARE
from extract.table.drawn.row import DrawnRow
from extract.table.drawn.stacked import slice_of
from schemas.layout import DrawnCell

#: Base lines of one line of print differ by at most this share of the type size; a line begins so much above its base.
_LEVEL, _ASCENT = 0.4, 0.9


def rising_numbers(cells: Sequence[DrawnCell]) -> list[TextLine]:
    """The lines of a column's cells where each has one number, and they count on by one; empty where they do not. A
    narrow column breaks `12` into `1` and `2`: whoever asks looks at what stands beside them too."""
    lines = lines_of([word for cell in cells for word in cell.words])
    values = [int(match[1]) for line in lines if (match := ROW_NUMBER_BARE.match("".join(line.text.split())))]
    counts = len(values) == len(lines) > 1 and all(b - a == 1 for a, b in pairwise(values))
    return lines if counts else []


def begins_beside(line: TextLine, cells: Sequence[DrawnCell]) -> bool:
    """Does a text of these cells begin on the base line of another: with a capital, below the end of another or at the
    cell's top?"""
    lines = lines_of([word for cell in cells for word in cell.words])
    found = next((own for own in lines if abs(own.base - line.base) <= _LEVEL * line.size), None)
    return found is not None and not found.text[0].islower()


def entry_tops(lines: Sequence[TextLine]) -> list[float]:
    """Where (points from the page's top) the entries of these lines begin."""
    return [line.base - _ASCENT * line.size for line in lines]


def entries_apart(rows: Sequence[DrawnRow], number: int, key: int) -> list[DrawnRow]:
    """The rows, with such cells parted; `number` and `key` are the columns of numbers and of indicators."""
    parted = list(rows)
    for first, row in enumerate(parted):
        behind = _covered_by(parted, first, number)
        lines = rising_numbers(row.cells[number]) if behind > first + 1 and row.group is None else []
        starts = [_row_at(parted[first:behind], line.base) for line in lines]
        rising = starts[:1] == [0] and all(a < b for a, b in pairwise(starts))
        if rising and all(
            begins_beside(line, parted[first + at].cells[key]) for line, at in zip(lines, starts, strict=True)
        ):
            parted[first:behind] = _parted(parted[first:behind], lines, starts)
    return parted


def _covered_by(rows: Sequence[DrawnRow], first: int, column: int) -> int:
    """The row behind those over which the cell of a row in this column is drawn."""
    own = rows[first].cells[column]
    behind = first + 1
    while len(own) == 1 and behind < len(rows) and rows[behind].above[column] is own[0]:
        behind += 1
    return behind


def _row_at(rows: Sequence[DrawnRow], base: float) -> int:
    return next((at for at, row in enumerate(rows) if row.top <= base < row.bottom), -1)


def _parted(rows: Sequence[DrawnRow], lines: Sequence[TextLine], starts: Sequence[int]) -> list[DrawnRow]:
    """Rows over which some columns are one cell each, with an entry of these in the rows that begin at a line."""
    made = [replace(row, cells=list(row.cells), above=list(row.above)) for row in rows]
    edges = [rows[0].top, *entry_tops(lines)[1:], rows[-1].bottom]
    for column, own in enumerate(rows[0].cells):
        whole = _covered_by(rows, 0, column) == len(rows)
        if not whole or not all(begins_beside(line, own) for line in lines):
            continue
        for at, (top, bottom) in zip(starts, pairwise(edges), strict=True):
            entry = slice_of(own, top, bottom, first=True)
            made[at].cells[column], made[at].above[column] = entry, None
            for below in made[at + 1 :]:
                below.above[column] = entry[0]
    return made
