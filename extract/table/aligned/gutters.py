"""Where the columns of a page of aligned text part: the evidence for gutters, the strongest first.

1. **Blank in all lines**: no segment touches the gutter. Of too many, the widest are gutters.
2. **One blank in all lines, beside something narrow**: proportional type on a grid of characters lets two columns come
   one blank near. It is a gutter only if all lines that reach over it have a target before it (`1 dokumen Data dan
   bahan`), a number before it (`1 Tersedianya data`), or a target behind it (`Jumlah data 1 dokumen`).
3. **Left edges that line up**: columns that overlap are told by where they begin in the lines that show all of them; a
   gutter is slanted then (edges.py).

The next evidence is asked only for the columns that are still missing. Where the table has more columns than a page
shows in the end, shown.py says which ones they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import NO, TARGET
from bahasa.target_at import target_at
from extract.read.row_numbers import ROW_NUMBER_BARE
from extract.table.aligned.edges import columns_by_edges
from extract.table.aligned.segments import Segment, columns_apart, cut_at, single_blanks

Columns = list[list[Segment]]


def columns_of_page(segments: Sequence[Segment], roles: Sequence[str]) -> Columns:
    """A page's segments by column, from left to right, each column's from top to bottom: at most as many columns as
    the table has roles, fewer where the page shows fewer or hides them."""
    columns = _widest(columns_apart(segments), len(roles))
    while 0 < len(columns) < len(roles):
        parted = _parted_once(columns, TARGET in roles, roles[0] == NO)
        if parted is None:
            columns = columns_by_edges(segments, roles) or columns
            break
        columns = parted
    return [sorted(column, key=lambda s: (s.line, s.left)) for column in columns]


def _widest(columns: Columns, most: int) -> Columns:
    """The columns, those with the narrowest gutters between them joined until they are few enough."""
    columns = list(columns)
    while len(columns) > most:
        rights = (max(s.right for s in column) for column in columns)
        widths = [min(s.left for s in column) - right for right, column in zip(rights, columns[1:], strict=False)]
        k = widths.index(min(widths))
        columns[k : k + 2] = [columns[k] + columns[k + 1]]
    return columns


def _parted_once(columns: Columns, targets: bool, numbers: bool) -> Columns | None:
    """The columns with the first one that hides another parted; None where none does. Only the first column of all may
    be one of numbers."""
    for k, column in enumerate(columns):
        x = _beside_narrow(column, targets, numbers and k == 0)
        if x is not None:
            return [*columns[:k], *cut_at(column, x), *columns[k + 1 :]]
    return None


def _beside_narrow(column: Sequence[Segment], targets: bool, numbers: bool) -> int | None:
    """The position of a single blank with targets or numbers beside it in all lines that reach over it."""
    found: int | None = None
    for x in single_blanks(column):
        sides = [s.sides(x) for s in column if s.over(x)]
        if all(_is_target(f"{left} {right}") for left, right in sides):
            return None  # a column of targets: the blank stands between number and unit
        if targets and all(_is_target(right) for _, right in sides):
            return x
        if all((targets and _is_target(left)) or (numbers and ROW_NUMBER_BARE.fullmatch(left)) for left, _ in sides):
            found = x  # behind the longest target: `1 dokumen`, not `1`
    return found


def _is_target(text: str) -> bool:
    """Whether these words are one target, or its number with the unit on the next line."""
    words = text.split()
    return bool(words) and target_at(words, 0)[0] == len(words) and words[0][-1] not in ".)"
