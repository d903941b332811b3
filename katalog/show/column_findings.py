"""Findings that doubt a column: raised for each of its cells, so that each is pointed at, and said to people once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bahasa.temuan import row_of_field
from schemas.base import Finding

#: Findings that are raised for a cell and doubt its column.
OF_A_COLUMN = frozenset({"kolom-ragu"})


def columns_together(findings: Sequence[Finding]) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Each finding with no rows; but those that say the same of one column of one block as one, where the first of them
    stands, with the rows of all."""
    rows: dict[object, list[int]] = {}
    for one in findings:
        if (key := _column(one)) is not None:
            rows.setdefault(key, []).append(row_of_field(one.field) or 0)
    for one in findings:
        key = _column(one)
        if key is None:
            yield one, ()
        elif key in rows:
            yield one, tuple(rows.pop(key))


def row_ranges(rows: Sequence[int]) -> str:
    """Rows for people.

    >>> row_ranges([1, 2, 3, 5])
    '1–3, 5'
    """
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _column(one: Finding) -> tuple[object, ...] | None:
    """What the findings about one column of a block have in common; None for any other finding."""
    if one.code not in OF_A_COLUMN or row_of_field(one.field) is None:
        return None
    return one.severity, one.code, one.message, one.kind, one.order, one.answered, *one.field.split("/")[2:]
