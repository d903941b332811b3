"""The group rows of a table, told by where their text stands.

Input: the rows of a piece, and its grid. Output: the rows, the cell of each group row named. A group row is a text
alone in its row that is as wide as most of the table; where no upright lines are drawn, one that goes on over the first
column, or one that is centred as the group rows beside it are, however short: `DINAS KEHUTANAN`, printed in the middle
of the table, stands within the column of indicators, below `DINAS PERUMAHAN RAKYAT DAN PERMUKIMAN`, which does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bahasa.entry_mark import own_mark
from bahasa.labels import is_whole_label, word_part
from bahasa.signs import shows
from extract.read.pdf.grid import text_in
from extract.table.drawn.row import DrawnRow
from extract.table.meaning.fields import FORM, names_office
from schemas.layout import DrawnCell, Grid

#: A cell at least this share of the table wide, alone in its row, is a group row (`MISI PERTAMA`).
_GROUP = 0.6
# `I`, `A.`, `3`: rows are counted with digits too
_DIGITS = re.compile(r"\(?\d")
_MARK = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]?")
#: Centred texts have their middles within so many points.
_MIDDLE = 2.0
#: A centred text begins so many type sizes from the edge at which the other cells of its column begin; of these so
#: many begin there.
_ASIDE = 1.0
_FLUSH = 0.8


def group_of(row: DrawnRow, grid: Grid) -> DrawnCell | None:
    """The cell of a group row: the only one with text, drawn over most of the table's width; where no lines are drawn
    a text is only as wide as its words, and goes on over the first column."""
    region = _alone(row)
    if region is None:
        return _behind_number(row, grid)
    wide = region.x1 - region.x0 >= _GROUP * (grid.xs[-1] - grid.xs[0])
    wide = wide or (not grid.ruled and region.c0 == 0)
    return region if (wide and region.c1 > region.c0) or (not region.c0 and _is_of_head(text_in(region))) else None


def _is_of_head(text: str) -> bool:
    """Does a text alone in its row, in the first column, name an office or the tugas (`A. KEPALA BIDANG PRASARANA`,
    `Tugas : ...`)? A sheet's texts run out over cells that nobody merged."""
    number, name = own_mark(text.strip())
    match = FORM.match(name)
    if match is None:
        return names_office(name) and (number is not None or len(name.split()) > 1)
    label = match["label"]
    tugas = is_whole_label(label, "tugas") or word_part(label, "tugas", "fungsi") == "tugas"
    return names_office(match["nilai"]) or tugas


def _behind_number(row: DrawnRow, grid: Grid) -> DrawnCell | None:
    """The cell of a group row that is drawn from behind its number to the table's right edge (`I | PERSPEKTIF
    KEUANGAN`), the number with it; what is to come about (`1 | Meningkatnya ...`) is the sasaran of the rows below, and
    so is any other text behind a number of digits that is no name in capitals (`1 | Birokrasi yang bersih`; `3 | NIHIL`
    is a row)."""
    printed = [region for cells in row.cells for region in cells if region.words]
    if not grid.ruled or len(printed) != 2 or any(above is not None for above in row.above):
        return None
    number, name = printed
    over = name.c1 == len(grid.xs) - 2 and name.c1 - name.c0 > 1 and name.c0 == number.c1 + 1
    if (
        not over
        or number.c0
        or shows("hasil", text_in(name))
        or not _MARK.fullmatch(text_in(number).strip())
        or _MARK.fullmatch(text_in(name).strip())
        or (_DIGITS.match(text_in(number).strip()) and not _is_name(text_in(name)))
    ):
        return None
    return replace(name, c0=0, x0=number.x0, words=[*number.words, *name.words])


def _is_name(text: str) -> bool:
    """`PERSPEKTIF KEUANGAN`."""
    return text.isupper() and len(text.split()) > 1


def with_centred_groups(rows: Sequence[DrawnRow], grid: Grid) -> None:
    """Names the group rows that are so narrow that they stand within a column. None begins with a small letter
    (`a. jumlah layanan`, set in)."""
    if grid.ruled:
        return
    alone = [
        (row, region)
        for row in rows
        if row.group is None and (region := _alone(row)) is not None and not text_in(region).strip()[:1].islower()
    ]
    apart = [_middle(region) for row, region in alone if _is_set_apart(row, region, rows)]
    known = [_middle(row.group) for row in rows if row.group is not None]
    for row, region in alone:
        middle = _middle(region)
        like = sum(abs(middle - one) <= _MIDDLE for one in known)
        others = sum(abs(middle - one) <= _MIDDLE for one in apart)
        if like or (others > 1 and _is_set_apart(row, region, rows)):
            row.group = region


def _alone(row: DrawnRow) -> DrawnCell | None:
    """The only cell of a row with text, unless one goes on from above beside it."""
    printed = [region for cells in row.cells for region in cells if region.words]
    if len(printed) != 1 or any(above is not None for above in row.above):
        return None
    return printed[0] if text_in(printed[0]) else None


def _middle(region: DrawnCell) -> float:
    return (min(word.x0 for word in region.words) + max(word.x1 for word in region.words)) / 2


def _is_set_apart(row: DrawnRow, region: DrawnCell, rows: Sequence[DrawnRow]) -> bool:
    """Does a text begin elsewhere than the cells of its column do in the rows of several cells?"""
    column = next(i for i, cells in enumerate(row.cells) if any(cell is region for cell in cells))
    whole = [one for one in rows if one.group is None and _alone(one) is None]
    lefts = [_left(cell) for one in whole for cell in one.cells[column] if cell.words]
    edge = min(lefts, default=_left(region))
    flush = sum(left - edge <= 1 for left in lefts)
    return abs(_left(region) - edge) > _ASIDE * region.words[0].size and flush >= _FLUSH * len(lefts)


def _left(region: DrawnCell) -> float:
    return min(word.x0 for word in region.words)
