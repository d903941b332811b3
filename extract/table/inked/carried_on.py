"""Lines that begin rows -> the columns whose text goes on there with the cell above.

Input: the lines of a table's body and the rows that they make. Output: for a line that begins a row the columns of a
merged cell whose text is higher than the first of its rows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from extract.table.inked.cuts import ENDS_OPEN, OPEN, SMALL, Body, Cuts
from extract.table.meaning.evidence import opens_cell

#: Each row has a text in a column where so many have.
_FULL = 0.85


def full_columns(tables: Sequence[tuple[Body, Cuts, int]]) -> frozenset[int]:
    """The columns in which nearly each row of these tables has a text: no cell of them is merged. A table is its lines,
    their rows, and how many lines its heading takes."""
    rows = [
        [any(line.cells[k] for line in body.lines[first:stop]) for k in range(len(body.lines[0].cells))]
        for body, cuts, height in tables
        for first, stop in cuts.rows(height)
        if first not in body.across
    ]
    return frozenset(k for k, own in enumerate(zip(*rows, strict=True)) if sum(own) >= _FULL * len(rows))


def going_on(body: Body, starts: Sequence[int], full: Collection[int] = ()) -> dict[int, frozenset[int]]:
    """For lines that begin rows the columns whose text goes on there with the cell above: right below it, and not as a
    cell begins, or before all columns that begin a row in a row without a number. A cell of its own, or a text that had
    room on the line above, does not go on (`berkas` / `naskah`), nor one that begins as the cell above does (`Murid
    mengenal` / `diri` in each row), nor one of a column with a text in each row (`full`:
    `penetapan eselon I`), but behind a text that ends openly."""
    found: dict[int, frozenset[int]] = {}
    for i in starts:
        apart = {k for at, k in body.targets | body.roomy if at == i} | {
            k for k in body.begins[i] if _again(body, i, k)
        }
        own = [k for k in body.begins[i] if i and body.lines[i - 1].cells[k] and k not in apart]
        numbered = i in body.counts or not body.counts
        first = min((k for k in body.begins[i] if k), default=0)
        joined = [
            k
            for k in own
            if (body.begins[i][k] >= SMALL + (OPEN if numbered and k > 1 else 0.0) and (k == 1 or k not in full))
            or (not numbered and k == first == 1 and not opens_cell(body.lines[i].text(k)))
            or ENDS_OPEN.search(body.lines[i - 1].text(k))
        ]
        if joined and len(joined) < len(body.begins[i]):
            found[i] = frozenset(joined)
    return found


def _again(body: Body, i: int, k: int) -> bool:
    """Does a text begin as one of the lines right above it in its column? Not where the whole line is printed again,
    as a heading is."""
    own, columns = body.lines[i], range(len(body.lines[i].cells))
    above = takewhile(lambda line: line.cells[k], reversed(body.lines[:i]))
    return any(
        line.text(k) == own.text(k) and any(line.text(other) != own.text(other) for other in columns) for line in above
    )
