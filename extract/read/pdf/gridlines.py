"""A spreadsheet that is printed with its grid lines -> its table, and as lines what is typed above and below it.

The lines run through everything: a title runs over the cells beside its own, and labels (`Nama Jabatan`) stand with
their values in columns that are the table's. Input: a drawn grid with its words. Output: its parts that are tables, and
the words of the bands that are none, for lines of the page.

Such bands print no more than two texts side by side, above the first one that prints more, or from a blank band on to
the next one that does. What tells a spreadsheet is a text that runs over the border of its cell, or that leaves out the
lines of several columns, as far as it reaches: a word processor wraps it. A row alone that prints one text (`JUMLAH`,
a group) is a row, and so are blank ones where nothing is below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.read.pdf.grid import cut_bands
from extract.read.pdf.strips import APART, parted_words
from extract.read.pdf.words import cell_lines, lines_of
from schemas.layout import Grid, Word

#: A table has so many columns; what is typed beside it prints so many texts side by side at most.
_COLUMNS, _TEXTS = 4, 2
#: Below a table it takes so many bands with text (`Kepala Dinas,` and a name).
_BANDS = 2
#: A text that crosses a border reaches so far to both its sides (points).
_OVER = 2.0
_COLONS = (":", "：")


def without_typed_bands(grids: Sequence[Grid]) -> tuple[list[Grid], list[Word]]:
    """The tables of the grids, and the words of what is typed above and below them."""
    tables: list[Grid] = []
    outside: list[Word] = []
    for grid in grids:
        parts = list(_parts(grid)) if len(grid.xs) > _COLUMNS else []
        if not any(is_table for is_table, _, _ in parts) or all(is_table for is_table, _, _ in parts):
            tables.append(grid)
            continue
        for is_table, first, stop in parts:
            if is_table:
                tables.append(cut_bands(grid, first, stop))
            else:
                outside += [word for cell in grid.cells if first <= cell.r0 < stop for word in cell.words]
    return tables, outside


def _parts(grid: Grid) -> Iterator[tuple[bool, int, int]]:
    """The bands in runs, top to bottom: whether they are the table's, the first one, and the one behind the last."""
    texts = [_texts(grid, band) for band in range(len(grid.owner))]
    if not any(_runs_over(grid, band, texts[band]) for band in range(len(grid.owner))):
        return
    typed = [False] * len(texts)
    for few, run in groupby(range(len(texts)), lambda band: len(texts[band]) <= _TEXTS):
        if few:
            bands = list(run)
            for band in bands[_begin(grid, bands, texts) :]:
                typed[band] = True
    for is_typed, run in groupby(range(len(typed)), lambda band: typed[band]):
        bands = list(run)
        yield not is_typed, bands[0], bands[-1] + 1


def _begin(grid: Grid, bands: Sequence[int], texts: Sequence[Sequence[Sequence[Word]]]) -> int:
    """Where among bands with few texts those begin that are no rows; behind them all where none is."""
    begin = 0
    if bands[0] > 0:
        begin = next((at for at, band in enumerate(bands) if not texts[band]), len(bands))
        if sum(bool(texts[band]) for band in bands[begin:]) < _BANDS:
            return len(bands)
    elif not any(_runs_over(grid, band, texts[band]) for band in bands):
        return len(bands)
    edges = (bands[0] + begin, bands[-1] + 1)
    spanned = any(cell.r0 < edge <= cell.r1 for cell in grid.cells for edge in edges)
    return len(bands) if spanned else begin


def _texts(grid: Grid, band: int) -> list[list[Word]]:
    """The texts that a band prints side by side; a colon alone is a part of what stands behind it. Of several lines
    those of the fullest one."""
    words = [word for cell in dict.fromkeys(grid.owner[band]) if cell.r0 == band for word in cell.words]
    lines = [
        [part for part in parted_words(line, APART) if [word.text for word in part] not in [[one] for one in _COLONS]]
        for line in lines_of(words)
    ]
    return max(lines, key=len, default=[])


def _runs_over(grid: Grid, band: int, texts: Sequence[Sequence[Word]]) -> bool:
    """Does a text of these, few side by side, run over the border of a cell, or is no line drawn in it so far as it
    reaches over the next columns, not all of them, those behind it being drawn one by one?"""
    if len(texts) > _TEXTS:
        return False
    cells = list(dict.fromkeys(grid.owner[band]))
    wide = [cell for cell in cells if cell.c0 < cell.c1]
    blank = [cell for cell in cells if not cell.words]
    if blank and all(cell.words and cell.r0 == cell.r1 and cell.c1 < len(grid.xs) - 2 for cell in wide):
        reached = (cell for cell in wide if len(cell_lines(cell)) == 1)
        if any(max(word.x1 for word in cell.words) > grid.xs[cell.c1] + _OVER for cell in reached):
            return True
    borders = [grid.xs[cell.c0] for cell in cells][1:]
    # of two cells that nearly touch no word stands on the border
    return any(word.x0 + _OVER < x < word.x1 - _OVER for part in texts for word in part for x in borders)
