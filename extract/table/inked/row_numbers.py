"""The tables of a text -> has each row a number of its own, or only those that begin a sasaran?

Input: the lines of all tables, with the numbers that count on. Asked once for the whole text: a table of few rows does
not show it, and a column too narrow for its targets (`1.250` / `kasus`) leaves hardly one whole that could be counted.
Each table is read as if each row had a number. Where a good deal of the rows begin without one though that costs, it
has none. Of 47 texts whose rows are numbered each, .09 began without for each that has one at most; of 42 others .15
or more, most of them .4 and more. Whole targets, counted before, told nine texts wrong in some of their tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.table.inked.cuts import Body, cuts_of

#: Rows without a number of their own are so many for each that has one, where not all have.
_ALONE = 0.12


def same_counting(bodies: Sequence[Body]) -> None:
    """Says of all tables alike whether each of their rows has a number."""
    numbered = [body for body in bodies if body.counts]
    for body in numbered:
        body.all_counted = True
    numbers = sum(len(body.counts) for body in numbered)
    alone = min(sum(_rows_alone(body, middle) for body in numbered) for middle in (False, True))
    if alone and alone >= _ALONE * numbers:
        for body in bodies:
            body.all_counted = False


def _rows_alone(body: Body, middle: bool) -> int:
    """How many rows from the first number on begin without one, if cells are set in the `middle` or not."""
    rows = [row for row in cuts_of(body, middle).rows(min(body.counts)) if row[0] not in body.across]
    return sum(body.counts.isdisjoint(range(*row)) for row in rows)
