"""Lines at the head of a page that a text without page marks shows in the middle of a table, right above its heading
printed again: they look like the title of another block, but the rows below go on counting.

Input: the non-blank lines, and the heading of the table that starts at a line. Output: the positions of such lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.read.piece import Piece
from extract.read.row_numbers import ROW_NUMBER_FIRST
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading

#: The head of a page has so many lines at most, of so many words at least: a cell in capitals (`BPS`) ends a row above.
_LINES, _WORDS = 4, 3


def running_heads(rows: Sequence[FlowRow], table: Callable[[int], TableHeading | None]) -> set[int]:
    """The positions of lines that are heads of pages in the middle of tables; none where the source marks its pages."""
    if any(isinstance(row, Piece) and row.line.page is not None for row in rows):
        return set()
    found: set[int] = set()
    open_key: tuple[str, ...] | None = None
    numbers: set[int] = set()
    at = 0
    while at < len(rows):
        heading = table(at)
        if heading is None:
            numbers.add(_number(rows, at))
            at += 1
            continue
        below = _number(rows, heading.end)
        if heading.key == open_key and below > 1 and below - 1 in numbers:
            found.update(_titles_above(rows, at))
        else:
            numbers = set()
        open_key, at = heading.key, max(heading.end, at + 1)
    return found


def _titles_above(rows: Sequence[FlowRow], at: int) -> list[int]:
    """The lines of the head of a page right above a heading."""
    first = at
    while first > max(0, at - _LINES) and _is_title(rows[first - 1]):
        first -= 1
    return list(range(first, at))


def _is_title(row: FlowRow) -> bool:
    return isinstance(row, Piece) and row.text.isupper() and len(row.text.split()) >= _WORDS


def _number(rows: Sequence[FlowRow], at: int) -> int:
    """The number with which a line begins, 0 if it begins with none."""
    row = rows[at] if at < len(rows) else None
    match = ROW_NUMBER_FIRST.match(row.text) if isinstance(row, Piece) else None
    return int(match[1]) if match else 0
