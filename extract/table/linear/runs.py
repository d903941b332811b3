"""A reading of a table as runs of words, and what is known of a row while it is read.

A run is words of one cell that stand together. A row's runs stand in the order of the columns. Where a page break cuts
a row, the rests follow once more in that order: `CONT` continues a cell, `FRESH` is a cell of the same row that begins
only behind the break. A merged sasaran may be continued though its row is long over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bahasa.roles import NO
from extract.table.linear.facts import TableFacts, number_in

SAME, ROW, CONT, FRESH = range(4)


class WordRun(NamedTuple):
    """Words start..end (exclusive) belong to column `column`; `kind` is SAME (next cell of the row), ROW (first cell of
    a new row), CONT or FRESH."""

    start: int
    end: int
    column: int
    kind: int


class RowSoFar(NamedTuple):
    """What is known of the row when a run ends: the columns present, whether a sasaran came, the last number, each
    column's last run (start, end; of the row, but the sasaran's of any row), whether the last run has several lines
    and whether it stands behind a page break; how many lines the row takes (before a page break) with and without its
    sasaran, and how many the rows before it that stand beside the same sasaran; whether it is the table's first row."""

    mask: int = 0
    sasaran: bool = False
    number: int = 0
    last: tuple[tuple[int, int], ...] = ()
    multi: bool = False
    after: bool = False
    height: int = 0
    beside: int = 0
    above: int = 0
    first: bool = True


class RowOrder:
    """Which runs may follow each other in a table, and what is known of the row behind one."""

    def __init__(self, facts: TableFacts) -> None:
        self.facts = facts
        self._number = facts.roles.index(NO) if NO in facts.roles else -1
        self._unread = ((0, 0),) * len(facts.roles)
        self._choices: dict[tuple[int, int, bool, bool, bool], list[tuple[int, int]]] = {}

    def choices(self, previous: int, row: RowSoFar, seam: bool) -> list[tuple[int, int]]:
        """(column, kind) of the runs that may follow one of column `previous`, where a page may (`seam`) break."""
        key = (previous, row.mask, row.after, row.sasaran, seam)
        found = self._choices.get(key)
        if found is None:
            columns = range(len(self.facts.roles))
            kinds = (SAME, ROW, CONT, FRESH)
            found = [(c, k) for c in columns for k in kinds if self._may(previous, row, seam, c, k)]
            self._choices[key] = found
        return found

    def _may(self, previous: int, row: RowSoFar, seam: bool, column: int, kind: int) -> bool:
        if kind == ROW:
            return True
        if kind == SAME:
            return not row.after and column > previous
        if not (seam or (row.after and column > previous)):
            return False
        present = bool(row.mask >> column & 1)
        if kind == CONT:
            return present or (column == self.facts.sasaran and row.sasaran)
        return not present and (row.after or column < previous)

    def behind(self, run: WordRun, row: RowSoFar) -> RowSoFar:
        """What is known of the row behind a run."""
        facts, (start, end, column, kind) = self.facts, run
        mask, sasaran, number, last, _, _, height, beside, above, first = row
        if kind == ROW:
            first = first and not last
            mask, last, height, beside, above = 0, self._above(row), 0, 0, above + beside
        elif not last:
            last = self._unread
        if column == self._number and kind != CONT and (counted := number_in(facts.words[start])) is not None:
            number = counted
        lines, whole = facts.lines_of(start, end), kind in (SAME, ROW)
        if column == facts.sasaran:
            sasaran, beside, above = True, 0, 0
        elif whole and lines > beside:
            beside = lines
        if whole and lines > height:
            height = lines
        last = (*last[:column], (start, end), *last[column + 1 :])
        # as RowSoFar(...), in half the time: a search makes tens of thousands of them
        made = (mask | (1 << column), sasaran, number, last, lines > 1, not whole, height, beside, above, first)
        return tuple.__new__(RowSoFar, made)

    def _above(self, row: RowSoFar) -> tuple[tuple[int, int], ...]:
        """Each column's last run where a new row begins: none, but the sasaran of a row above."""
        merged = self.facts.sasaran
        if not row.last or merged < 0:
            return self._unread
        return (*self._unread[:merged], row.last[merged], *self._unread[merged + 1 :])

    def walk(self, path: Sequence[WordRun]) -> Iterator[tuple[WordRun, int, RowSoFar, RowSoFar]]:
        """(run, column before it, row before it, row behind it) along a path."""
        previous, row = -1, RowSoFar()
        for run in path:
            behind = self.behind(run, row)
            yield run, previous, row, behind
            previous, row = run.column, behind
