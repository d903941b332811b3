"""Whether the lines of a heading can stand as a reading of it says.

An extractor writes cell by cell, and a cell's first line beside the last one of the cell before it where both stand at
one height. If all cells hang from the top, that is so behind every cell of one line and nowhere else; if they stand in
the middle, only between two cells of one line; if at the bottom, only before a cell of one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.table.formed.columns import TaggedColumn
from extract.table.formed.evidence import SeenWord

#: (lines of a cell, lines of the next one, whether they share a line).
Beside = tuple[int, int, bool]


def misplaced(columns: Sequence[TaggedColumn], words: Sequence[SeenWord]) -> int:
    """How many neighbours stand otherwise than cells at the top, in the middle or at the bottom of their row would, by
    the kind that explains most."""
    found, over = list(_neighbours(columns, words)), list(_beside_over(columns, words))
    top = sum(beside != (one == 1) for one, _, beside in (*found, *over))
    apart = sum(beside for _, _, beside in over)
    middle = sum(beside != (one == other == 1) for one, other, beside in found)
    bottom = sum(beside != (other == 1) for _, other, beside in found)
    return min(top, middle + apart, bottom + apart)


def _neighbours(columns: Sequence[TaggedColumn], words: Sequence[SeenWord]) -> Iterator[Beside]:
    """Cells of one level side by side in the text. What stands over others is as high as half of a row."""
    for level in (1, 2):
        cells = [column.words[-1] for column in columns if len(column.words) == level and column.words[-1]]
        for cell, behind in pairwise(sorted(cells)):
            if behind[0] == cell[-1] + 1:
                yield _lines(cell, words), _lines(behind, words), words[cell[-1]].line == words[behind[0]].line


def _beside_over(columns: Sequence[TaggedColumn], words: Sequence[SeenWord]) -> Iterator[Beside]:
    """What stands over others, and the cells beside it: it is in the upper half of the row, on one height with its
    neighbours only if all hang from the top."""
    over = {column.words[0] for column in columns if len(column.words) > 1 and column.words[0]}
    upper = sorted({column.words[0] for column in columns if column.words[0]})
    for cell, behind in pairwise(upper):
        if behind[0] == cell[-1] + 1 and (cell in over) != (behind in over):
            yield _lines(cell, words), _lines(behind, words), words[cell[-1]].line == words[behind[0]].line


def _lines(cell: Sequence[int], words: Sequence[SeenWord]) -> int:
    return words[cell[-1]].line - words[cell[0]].line + 1
