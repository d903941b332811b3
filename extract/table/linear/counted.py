"""Where the rows of a table begin whose numbers count them.

Numbers stand in rumus and targets as well (`12` / `dokumen`, `DAOP` / `9`). What counts rows goes on from 1 without a
gap, stands where a line opens and is written alike. Which of several such words is the row's number is told by a first
reading. Whether the numbers count all rows, or only those that begin a sasaran, is told by the model: a table whose
rows begin at its numbers only is read nearly as well as one whose rows begin anywhere, or far worse.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import NO
from extract.table.linear.facts import TableFacts, number_in
from extract.table.linear.runs import ROW, WordRun

#: Readings whose rows begin at the numbers only may be worse by this share, all tables together and each of them. Of 34
#: documents that lose anything those whose rows all are numbered lose .039 at most (a table .07), the others .053 at
#: least, mostly .2.
_LOSS, _WORST = 0.045, 0.12
#: Such a share of the rows of tables with one heading begins without a number where the numbers count sasaran: of 80
#: documents .30 at least, and .11 at most where all rows are numbered and a first reading cuts one too often.
_UNNUMBERED = 0.2
#: A table without others may lose so much by it.
_ALONE = 0.03
#: What speaks for a number that the first reading took for a row's (the first), for one that it did not: written with a
#: sign, without, where a target may begin with it.
_READ, _SIGNED, _PLAIN, _TARGET = 1.0, 0.5, 0.2, -1.0


def nearly_as_good(sums: Sequence[tuple[float, float]]) -> bool:
    """Whether readings whose rows begin at the numbers only are what tables print, by the sums of the free reading and
    of this one of each table."""
    lost, all_free = sum(free - counted for free, counted in sums), sum(abs(free) for free, _ in sums)
    return lost <= _LOSS * all_free and all(free - counted <= _WORST * abs(free) for free, counted in sums)


def mostly_numbered(readings: Sequence[tuple[TableFacts, Sequence[WordRun]]]) -> bool:
    """Whether nearly all rows of these readings begin with a number: where only sasaran are numbered, rows below the
    first of each begin without one. A reading that joins them may be nearly as good."""
    rows = [(facts.roles[run.column] == NO) for facts, path in readings for run in path if run.kind == ROW]
    return len(rows) - sum(rows) < _UNNUMBERED * len(rows)


def hardly_worse(free: float, counted: float) -> bool:
    """The same of one table, without others that bear it out."""
    return free - counted <= _ALONE * abs(free)


def counted_rows(facts: TableFacts, path: Sequence[WordRun]) -> frozenset[int] | None:
    """The words that count the rows of a table, given a first reading of it; None where its first word is no 1."""
    if NO not in facts.roles or number_in(facts.words[0]) != 1:
        return None
    number = facts.roles.index(NO)
    read = {run.start for run in path if run.kind == ROW and run.column == number}
    best: dict[int, list[tuple[float, tuple[int, ...]]]] = {1: [(1.0, (0,))]}
    for i in range(1, len(facts.words)):
        value = _count(facts, i)
        if value is None or value - 1 not in best or not (facts.tokens.first[i] or i in read):
            continue
        before = max(best[value - 1], key=lambda way: way[0])
        best.setdefault(value, []).append(
            (before[0] + (_READ if i in read else _unread(facts, i, read)), (*before[1], i))
        )
    return frozenset(max((way for ways in best.values() for way in ways), key=lambda way: way[0])[1])


def _unread(facts: TableFacts, i: int, read: set[int]) -> float:
    if not facts.words[i].isdecimal():
        return _SIGNED
    behind = facts.words[i + 1 : i + 2]
    as_a_row = any(facts.words[at + 1 : at + 2] == behind for at in read)  # `10 Program` below `9 Program`
    return _TARGET if facts.targets.at[i][0] > i + 1 and not as_a_row else _PLAIN


def _count(facts: TableFacts, i: int) -> int | None:
    """The number that a word counts if it is written as the first row's is."""
    digits, first = facts.words[i].rstrip(".)"), facts.words[0].rstrip(".)")
    alike = facts.words[i][len(digits) :] == facts.words[0][len(first) :]
    return number_in(facts.words[i]) if alike else None
