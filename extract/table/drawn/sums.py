"""Rows that add up the rows above them: `Sub total | 30`, `TOTAL BOBOT | 100`.

They are no rows of the table: what says so is drawn over several columns, from the left edge on, and nothing but
amounts stands beside it.
"""

from __future__ import annotations

from bahasa.money import is_amount
from bahasa.signs import shows
from extract.read.pdf.grid import text_in
from schemas.layout import Grid

#: What a sum is called has so many words at most.
_WORDS = 5


def adds_up(grid: Grid, band: int) -> bool:
    """Is a band such a row?"""
    cells = list(dict.fromkeys(grid.owner[band]))
    # the column of numbers may be blank beside it
    name, *beside = cells[1:] if len(cells) > 2 and not text_in(cells[0]).strip() else cells
    called = text_in(name).strip()
    if (
        name.r0 != band
        or name.c1 == name.c0
        or not beside
        or len(called.split()) > _WORDS
        or not shows("rekap", called)
    ):
        return False
    printed = [text for cell in beside if cell.r0 == band and (text := text_in(cell).strip())]
    return bool(printed) and all(is_amount(text.rstrip(" %")) for text in printed)
