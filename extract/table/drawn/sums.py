"""Rows that add up the rows above them: `Sub total | 30`, `TOTAL BOBOT | 100`.

They are no rows of the table: what says so is drawn over several columns, from the left edge on, and nothing but
amounts stands beside it. Several columns of the heading: a table within one frame with its heads has more lines below
each of them, and `Jumlah dokumen | 30` is an indicator there. Without a heading few words tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.money import is_amount
from bahasa.signs import shows
from extract.read.pdf.grid import text_in
from extract.table.drawn.heading import DrawnColumn
from schemas.layout import DrawnCell, Grid

#: What a sum is called has so many words at most, and so many where no heading tells the columns.
_WORDS, _FEW = 5, 2


def adds_up(grid: Grid, band: int, columns: Sequence[DrawnColumn]) -> bool:
    """Is a band such a row of a table with these columns?"""
    cells = list(dict.fromkeys(grid.owner[band]))
    # the column of numbers may be blank beside it
    name, *beside = cells[1:] if len(cells) > 2 and not text_in(cells[0]).strip() else cells
    called = text_in(name).strip()
    if (
        name.r0 != band
        or not beside
        or not _is_over_several(name, columns)
        or len(called.split()) > (_WORDS if columns else _FEW)
        or not shows("rekap", called)
    ):
        return False
    printed = [text for cell in beside if cell.r0 == band and (text := text_in(cell).strip())]
    return bool(printed) and all(is_amount(text.rstrip(" %")) for text in printed)


def _is_over_several(name: DrawnCell, columns: Sequence[DrawnColumn]) -> bool:
    """Is a cell drawn over several columns of the heading?"""
    over = sum(name.x0 < (column.x0 + column.x1) / 2 < name.x1 for column in columns)
    return over > 1 if columns else name.c1 > name.c0
