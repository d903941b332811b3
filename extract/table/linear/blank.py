"""Columns that a table leaves blank, or prints once.

`PENANGGUNG JAWAB` stands above nothing in the tables of many a holder, or above one cell that is merged
over all rows. Read row by row, such a column takes the last word of the one before it wherever that could be a cell of
its own (`Buku induk` | `deposit`). So a table is read once more with a cost on each of the column's cells, and if few
are left then, they are what it prints; a text that the column repeats was none of these words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from bahasa.roles import PENANGGUNG_JAWAB
from extract.table.linear.runs import ROW
from extract.table.linear.soft import TableReading

#: Columns that may be so. Those without a role print something else in many a row (`REALISASI`), with little to tell.
_SPARSE = frozenset((PENANGGUNG_JAWAB,))
#: What a cell costs, in units of the weights, and the share of rows that have one at most. Of 400 tables typeset at
#: random, with costs from 8,000 to 26,000, tables without such words lost fewest cells from 16,000 on, and those with
#: them gained no more.
_COST, _SHARE = 16000.0, 0.5


def without_blank(
    words: Sequence[str],
    roles: Sequence[str],
    reading: TableReading,
    again: Callable[[dict[int, float]], TableReading],
) -> TableReading:
    """The reading of a table whose columns that are hardly ever filled have few cells; `again` reads it with a cost on
    each cell of some columns. What stood in them before stays in doubt."""
    most = max(1.0, _SHARE * sum(run.kind == ROW for run in reading.path))
    for column, role in enumerate(roles):
        texts = Counter(words[run.start : run.end] for run in reading.path if run.column == column)
        if role not in _SPARSE or not texts or max(texts.values()) > 1:
            continue
        other = again({column: _COST})
        left = sum(run.column == column for run in other.path)
        if left < texts.total() and left <= most:
            reading = _doubted(other, reading, column)
    return reading


def _doubted(other: TableReading, free: TableReading, column: int) -> TableReading:
    """The other reading, in doubt where the free one had a cell of the column."""
    within = [run for run in free.path if run.column == column]
    for at, run in enumerate(other.path):
        rival = next((one for one in within if run.start <= one.start < run.end and run != one), None)
        if rival is not None and at < len(other.margins):
            other.margins[at], other.rivals[at] = 0.0, rival
    return other
