"""A heading printed again that is one with the row below it -> both.

Input: a grid that goes on with a table, and that table's heading. Output: the grid, parted where the heading ends. On a
scan without lines the white between a heading and the first row of a page may be too little to be seen: `N O 4.` beside
`INDIKATOR KINERJA respon laporan penyakit` was another table's heading, its row lost, and the rows below nobody's; the
rest of a row that the page before cut (`DEFINISI OPERASIONAL untuk diusulkan sebagai data`) was lost as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.read.pdf.grid import cell_at, grid_from
from extract.read.pdf.words import cell_lines
from extract.table.drawn.heading import CellText, DrawnColumn, HeadingBand, heading_in
from extract.table.drawn.misread import lettered
from schemas.layout import DrawnCell, Grid, Word

#: The number of a column has so many letters at most; a row has so many texts that are longer.
_NUMBER, _TEXTS = 2, 2
#: So far (points) above its cell's lower edge a word stands in it.
_WITHIN = 0.01
_Parts = tuple[list[Word], list[Word]]


def with_row_apart(grid: Grid, known: HeadingBand | None, text: CellText) -> Grid:
    """The grid, the heading `known` at its top parted from the row that is one with it."""
    if known is None or not any(word.sure < 1 for cell in grid.owner[0] for word in cell.words):
        return grid
    last = known.last - known.first
    found = heading_in(grid, 0, last, text) if last < len(grid.owner) else known
    if found is known or len(found.columns) != len(known.columns) or found.body != last + 1:
        return grid
    parts = [_parted(column, one) for column, one in zip(found.columns, known.columns, strict=True)]
    rests = [rest for _, rest in filter(None, parts) if rest]
    texts = sum(len(_letters("".join(word.text for word in rest))) > _NUMBER for rest in rests)
    row = 2 * len(rests) >= len(parts) and texts >= _TEXTS
    if not all(parts) or not (row or _go_on(rests)):
        return grid
    heads = [word for head, _ in filter(None, parts) for word in head]
    top, bottom = (max(word.base for word in heads), min(word.base - word.size for rest in rests for word in rest))
    inside = grid.ys[found.last] < top < grid.ys[found.last + 1]
    lowest = min(word.base for rest in rests for word in rest)
    return _cut(grid, found.last, (top + max(top, bottom)) / 2) if inside and lowest > top else grid


def _go_on(rests: Sequence[Sequence[Word]]) -> bool:
    """Are these the rest of a row that the page before cut: texts in small letters?"""
    return bool(rests) and all(len(rest) > 1 and rest[0].text[:1].islower() for rest in rests)


def _parted(column: DrawnColumn, known: DrawnColumn) -> _Parts | None:
    """The words of a heading's column: those of the known heading with the marks behind them, of which a scan may have
    lost the sign (`Target ()` for `Target (%)`), and the others."""
    words = [word for cell in column.cells for line in cell_lines(cell) for word in line.words]
    wanted = _letters(known.text)
    for count in range(1, len(words) + 1):
        if _letters("".join(word.text for word in words[:count])) == wanted:
            count += sum(1 for _ in takewhile(lambda word: not _letters(word.text), words[count:]))
            return words[:count], words[count:]
    return None


def _letters(text: str) -> str:
    return lettered("".join(filter(str.isalnum, text)).upper())


def _cut(grid: Grid, band: int, y: float) -> Grid:
    """The grid with an edge through one of its bands."""
    bands, columns = len(grid.owner), len(grid.xs) - 1
    ys = [*grid.ys[: band + 1], y, *grid.ys[band + 1 :]]
    owner = [*grid.owner[: band + 1], *grid.owner[band:]]
    upright = [[c in (0, columns) or row[c - 1] is not row[c] for row in owner] for c in range(columns + 1)]
    level = [_edge(owner, r, band) if 0 < r <= bands else [True] * columns for r in range(bands + 2)]
    made = grid_from(grid.page, list(grid.xs), ys, upright, level)
    return replace(_taken_over(made, grid), ruled=grid.ruled, upright=grid.upright, column=grid.column)


def _taken_over(made: Grid, grid: Grid) -> Grid:
    """The grid `made` with the words of the one that it parts, and what speaks against them. A word stays in its
    column, wherever its letters end: no line tells where that does."""
    new: dict[int, DrawnCell] = {}
    for cell in grid.cells:
        x = (grid.xs[cell.c0] + grid.xs[cell.c0 + 1]) / 2
        for word in cell.words:
            y = min(max(word.base - 0.25 * word.size, cell.top), cell.bottom - _WITHIN)
            own = cell_at(made, x, y)
            own.words.append(word)
            new[id(own)] = replace(own, sure=cell.sure, why=cell.why)
    cells = {id(cell): new.get(id(cell), cell) for cell in made.cells}
    return replace(made, owner=[[cells[id(one)] for one in row] for row in made.owner], cells=list(cells.values()))


def _edge(owner: Sequence[Sequence[object]], r: int, band: int) -> list[bool]:
    """Where the edge above a band is drawn: all of the one that cuts, the others where cells end."""
    return [r == band + 1 or above is not below for above, below in zip(owner[r - 1], owner[r], strict=True)]
