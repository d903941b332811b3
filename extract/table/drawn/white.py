"""Rows that nothing but a little white parts, in a table without lines: as much as between rows that are told apart.

    1.  Terlayaninya          Persentase surat yang      96 persen
        administrasi warga    selesai di hari itu
                              Jumlah pengaduan           seluruhnya
    2.  Bergeraknya swadaya   Jumlah gotong royong       24 kali

Numbers or lines part some rows, and show how far the last line of one stands from the first of the next: farther than
the lines of one cell. Where an indicator begins after the same step, another row does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.read.pdf.words import lines_of
from extract.table.drawn.row import DrawnRow
from extract.table.drawn.stacked import slice_of
from schemas.layout import Grid, Word

#: Words whose base lines differ by at most so much stand on one line; steps that differ by so much are not alike (type
#: sizes).
_LEVEL, _ALIKE, _MORE = 0.3, 0.08, 0.12
#: So many borders of rows tell the white between them; so many times as much is none of theirs: a stamp stood there.
_BORDERS, _HOLE = 2, 1.5


def row_white(grid: Grid, start: int, stop: int) -> float | None:
    """The least step of base lines (points) from row to row, by the rows on bands `start`..`stop` - 1; None for
    a ruled table, where rows stand as close as lines of a cell, or unlike."""
    if grid.ruled or stop - start <= _BORDERS:
        return None
    cells = dict.fromkeys(cell for band in grid.owner[start:stop] for cell in band)
    words = [word for cell in cells for word in cell.words]
    bases = list(_bases(words))
    edges = grid.ys[start + 1 : stop]
    steps = [(b - a, any(a < y < b for y in edges)) for a, b in pairwise(bases)]
    borders, within = ([step for step, border in steps if border is told] for told in (True, False))
    size = median(word.size for word in words) if words else 0.0
    if len(borders) < _BORDERS or not within or max(borders) - min(borders) > _ALIKE * size:
        return None
    return min(borders) - _ALIKE * size if min(within) < min(borders) - _MORE * size else None


def rows_by_white(row: DrawnRow, key: int, white: float | None) -> list[DrawnRow]:
    """The row, parted where as much white stands above a line of an indicator as between the table's rows."""
    if white is None or row.group is not None:
        return [row]
    words = [word for column in row.cells for cell in column for word in cell.words]
    begun = [line.base for line in lines_of([word for cell in row.cells[key] for word in cell.words])]
    tops = [
        b - 0.9 * size
        for a, b in pairwise(_bases(words))
        for size in [median(word.size for word in words)]
        if white <= b - a <= _HOLE * white and any(abs(b - base) <= _LEVEL * size for base in begun)
    ]
    edges = [row.top, *tops, row.bottom]
    return [_slice(row, lo, hi, not i) for i, (lo, hi) in enumerate(pairwise(edges))] if tops else [row]


def _slice(row: DrawnRow, top: float, bottom: float, first: bool) -> DrawnRow:
    cells = [slice_of(column, top, bottom, first) for column in row.cells]
    return DrawnRow(row.page, top, bottom, cells, list(row.above) if first else [None] * len(row.above))


def _bases(words: Sequence[Word]) -> Iterator[float]:
    """The base lines of these words, top to bottom, each once."""
    last: float | None = None
    for word in sorted(words, key=lambda word: word.base):
        if last is None or word.base - last > _LEVEL * word.size:
            last = word.base
            yield last
