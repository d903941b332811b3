"""Tables of a Word file that were typed line by line: each printed line is a row, and lines are drawn between entries.

    1 | Meningkatnya        | Nilai realisasi | Rp 2,35
      | realisasi investasi | investasi       | triliun
      | PMDN dan PMA        |                 |
    --------------------------------------------------
    2 | Terlaksananya ...

To the eye they are one cell, as in a file that was made from a printed page. What tells them from rows that merely have
no line between them (indicators of one sasaran): every text is short enough for one line of its column, and most of
those in lower rows go on within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from bahasa.function_words import function_words
from extract.read.docx.cells import WordCell, WordRow
from extract.read.row_numbers import row_number

#: Whether no line is drawn above the cell that begins in this row and column, which stands below one as wide.
Undrawn = Callable[[int, int], bool]
#: Least width (points) of a letter; so many texts go on in the row below at the least.
_LETTER, _FEWEST = 3.6, 3
#: `a.`, `b)`: the mark of an item, with which a text begins, or which stands before it in a column of its own.
_MARK = re.compile(r"\(?[a-z][.)]")
_MARK_ALONE = re.compile(r"\(?(?:\w{1,3}[.)]+|[-–•▪])$")
#: Marks in which no text ends, and those in which one does.
_OPEN, _CLOSED = ("-", ",", "/", "(", "&"), (";", ".", ":")


def join_lines(rows: Sequence[WordRow], edges: Sequence[float], undrawn: Undrawn) -> list[WordCell]:
    """Joins the cells of each entry where a table was typed line by line; returns those that were taken up. `edges` are
    those of its columns (points). Any other table stays as it is."""
    below = [[column for column in row if number and undrawn(number, column)] for number, row in enumerate(rows)]
    starts = _starts(rows, below)
    joints = [(number, column) for number, columns in enumerate(below) if number not in starts for column in columns]
    if not _has_entries(rows, starts) or not _typed_by_lines(rows, joints, edges):
        return []
    heights = [max((len(cell.lines) for cell, _ in row.values() if cell.r0 == cell.r1), default=0) for row in rows]
    tops = list(accumulate((max(1, height) for height in heights), initial=0))
    return [_join(rows, number, column, tops) for number, column in joints]


def _join(rows: Sequence[WordRow], number: int, column: int, tops: Sequence[int]) -> WordCell:
    """Adds a cell to the one above it; blank lines keep what stands side by side so. `tops`: the lines above each row
    from the table's top."""
    upper, lower = rows[number - 1][column][0], rows[number][column][0]
    if lower.lines:
        upper.lines += [""] * (tops[number] - tops[upper.r0] - len(upper.lines)) + lower.lines
    upper.beside.take(lower.beside)
    upper.formula = upper.formula or lower.formula
    upper.r1 = lower.r1
    for row in rows[lower.r0 : lower.r1 + 1]:
        row[column] = upper, row[column][1]
    return lower


def _starts(rows: Sequence[WordRow], below: Sequence[Sequence[int]]) -> set[int]:
    """The rows in which an entry begins: below a line, beside the mark of an item, and beside a number; not beside one
    that stands alone between two lines, for it may be centred there."""
    drawn = [number for number, columns in enumerate(below) if not columns]
    starts = {number for number, row in enumerate(rows) if number in drawn or _is_item(row)}
    for first, stop in pairwise([*drawn, len(rows)]):
        counted = [number for number in range(first, stop) if _number(rows[number]) is not None]
        if len(counted) > 1 or not first:
            starts.update(counted)
    return starts


def _number(row: WordRow) -> int | None:
    """The number in a row's first cell."""
    cell = row[min(row)][0] if row else None
    return row_number(cell.lines[0].strip()) if cell is not None and len(cell.lines) == 1 else None


def _is_item(row: WordRow) -> bool:
    """Does a row have the mark of an item in a column of its own, behind the first?"""
    later = [row[column][0].lines for column in sorted(row)[1:]]
    return any(len(lines) == 1 and _MARK_ALONE.match(lines[0].strip()) for lines in later)


def _has_entries(rows: Sequence[WordRow], starts: set[int]) -> bool:
    """Does anything but the line below a heading part rows?"""
    return any(number > 1 or (number and _number(rows[number]) is not None) for number in starts)


def _typed_by_lines(rows: Sequence[WordRow], joints: Sequence[tuple[int, int]], edges: Sequence[float]) -> bool:
    """Does each text fit on one line, and do most of those without a line above them go on?"""
    pairs = [(rows[number - 1][column][0], rows[number][column][0]) for number, column in joints]
    if not all(_fits(cell, edges) for pair in pairs for cell in pair):
        return False
    goes_on = [_goes_on(upper.lines, lower.lines[0].strip()) for upper, lower in pairs if lower.lines]
    return sum(goes_on) >= _FEWEST and 2 * sum(goes_on) >= len(goes_on)


def _fits(cell: WordCell, edges: Sequence[float]) -> bool:
    room = edges[cell.c1 + 1] - edges[cell.c0]
    return not cell.lines or (len(cell.lines) == 1 and len(cell.lines[0].strip()) * _LETTER <= room)


def _goes_on(above: Sequence[str], text: str) -> bool:
    """Does a text go on from the one above: with a small letter, or since that ends in what nothing ends in?"""
    if not above or not above[-1].strip() or above[-1].rstrip().endswith(_CLOSED):
        return False
    end = above[-1].split()[-1]
    small = text[:1].islower() and _MARK.match(text) is None
    return small or end.endswith(_OPEN) or end.casefold() in function_words("terbuka")
