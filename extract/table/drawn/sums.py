"""Rows that add up the rows above them: `Sub total | 30`, `TOTAL BOBOT | 100`.

They are no rows of the table: what says so is drawn over several columns, from the left edge on, or stands behind
blank cells of which the indicator's is one (a spreadsheet's `JUMLAH` in the column of programs), or beside a blank
target, and nothing but amounts stands beside it. Several columns of the heading: a table within one frame with its
heads has more lines below each of them, and `Jumlah dokumen | 30` is an indicator there. Without a heading few words
tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.headings import role_of_heading
from bahasa.money import is_amount
from bahasa.roles import INDIKATOR, TARGET
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
    over = _is_over_several(name, columns) or _without_target(name, cells, band, columns)
    if not over and (at := _behind_blanks(cells, band, columns)):
        name, *beside = cells[at:]
        over = True
    called = text_in(name).strip()
    if (
        name.r0 != band
        or not beside
        or not over
        or len(called.split()) > (_WORDS if columns else _FEW)
        or not shows("rekap", called)
    ):
        return False
    printed = [text for cell in beside if cell.r0 == band and (text := text_in(cell).strip())]
    return bool(printed) and all(is_amount(text.rstrip(" %")) for text in printed)


def _behind_blanks(cells: Sequence[DrawnCell], band: int, columns: Sequence[DrawnColumn]) -> int | None:
    """Where in a band the first cell with print stands, if that of the indicator, blank, is before it."""
    at = next((at for at, cell in enumerate(cells) if cell.r0 == band and cell.words), None)
    key = next((column for column in columns if role_of_heading(column.text) == INDIKATOR), None)
    if not at or key is None:
        return None
    middle = (key.x0 + key.x1) / 2
    return at if any(cell.r0 == band and cell.x0 < middle < cell.x1 for cell in cells[:at]) else None


def _without_target(name: DrawnCell, cells: Sequence[DrawnCell], band: int, columns: Sequence[DrawnColumn]) -> bool:
    """Is the cell of the column that is called target blank, and of this band alone, the name in none that is called
    indikator? `Jumlah Bobot`, without lines in the first column alone, has `100` in that of weights."""
    called = [((column.x0 + column.x1) / 2, role_of_heading(column.text)) for column in columns]
    if not name.words or any(role == INDIKATOR and name.x0 < middle < name.x1 for middle, role in called):
        return False
    own = [cell for cell in cells for middle, role in called if role == TARGET and cell.x0 < middle < cell.x1]
    return bool(own) and all(cell.r0 == band == cell.r1 and not cell.words for cell in own)


def _is_over_several(name: DrawnCell, columns: Sequence[DrawnColumn]) -> bool:
    """Is a cell drawn over several columns of the heading?"""
    over = sum(name.x0 < (column.x0 + column.x1) / 2 < name.x1 for column in columns)
    return over > 1 if columns else name.c1 > name.c0
