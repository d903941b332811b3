"""Cells of a scan whose borders are in doubt: what the picture shows of a table's lines does not fit together.

A table that is drawn as a whole has lines from crossing to crossing, cells with four sides, and print between its
lines. Where a line ends on its way, a cell has another shape, a line runs through print, or print stands apart in a
cell as if a line parted it, a line was missed in the picture or made up: a photograph that was not straightened well, a
fold, a faint copy. Nothing is mended here; the cells beside it are made unsure (`DrawnCell.sure`), so that a finding
points at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.grid import SLIVER, covered_on, strokes_of
from extract.read.pdf.ink import Ruling
from extract.read.pdf.words import TextLine, cell_lines
from schemas.layout import Box, DrawnCell, Grid, Word

#: How sure the borders of such a cell are.
_SURE = 0.5
#: A line drawn on this share of the way between two crossings ends on the way.
_PART = (0.12, 0.88)
#: What a line cuts of a word, in type sizes over its base line: less is a letter's foot, more a capital's head.
_CUT = (0.08, 0.4)
#: White between the words of a line (type sizes) that no blank makes, and white that all lines of a column share which
#: has so many of them, so many different ones: what is repeated stands below itself.
_APART, _GUTTER, _LINES, _DIFFERENT = 2.5, 0.5, 4, 3
#: Ink reaches into a cell by so many points. What is no thicker than the second may be a line: it is so far from a
#: cell's border, and so long, in it.
_INTO, _LINE, _OFF = 2.0, 4.0, 4.0
#: What stands before white of its own: the mark of an item.
_MARK = re.compile(r"\(?\w{1,3}[.)]|[-•–*·:]|Rp\.?")

_ENDS, _SHAPE, _CUTS, _PARTED, _UNREAD, _MISSED = (
    "garis tabel terputus di sisi sel ini",
    "garis di sekeliling sel ini tidak lengkap",
    "garis tabel memotong tulisan",
    "tulisan dalam sel ini terpisah seolah-olah ada garis kolom di antaranya",
    "dalam sel ini ada tinta yang tidak terbaca (cap, tanda tangan, atau tulisan)",
    "dalam sel ini mungkin ada garis tabel yang samar atau terputus-putus",
)


def with_uncertain(grids: Sequence[Grid], rulings: Sequence[Ruling], unread: Sequence[Box] = ()) -> list[Grid]:
    """The grids of a page, with their words; cells unsure whose borders are in doubt, or in which ink stands that was
    `unread`."""
    return [_marked(grid, rulings, unread) for grid in grids]


def _marked(grid: Grid, rulings: Sequence[Ruling], unread: Sequence[Box]) -> Grid:
    doubted: dict[int, str] = {}
    for cell, why in _doubts(grid, rulings):
        doubted.setdefault(id(cell), why)
    for cell in (cell for box in unread if _is_line(box) for cell in grid.cells if _runs_into(box, cell)):
        doubted.setdefault(id(cell), _MISSED)
    whole = 2 * len(doubted) > len(grid.cells)
    for cell in (cell for box in unread if not _is_line(box) for cell in grid.cells if _reaches_into(box, cell)):
        doubted.setdefault(id(cell), _UNREAD)
    if not doubted:
        return grid
    new = {id(cell): _unsure(cell, doubted.get(id(cell), ""), whole) for cell in grid.cells}
    owner = [[new[id(cell)] for cell in row] for row in grid.owner]
    return replace(grid, owner=owner, cells=[new[id(cell)] for cell in grid.cells])


def _unsure(cell: DrawnCell, why: str, whole: bool) -> DrawnCell:
    """A cell with what speaks against its borders. Where the `whole` table is in doubt its words are so, too: whoever
    reads it without its cells reads them in a wrong order."""
    words = [word._replace(sure=min(word.sure, _SURE)) for word in cell.words] if whole else cell.words
    if not why:
        return replace(cell, words=words)
    return replace(cell, words=words, sure=min(cell.sure, _SURE), why=cell.why or why)


def _is_line(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _LINE


def _reaches_into(box: Box, cell: DrawnCell) -> bool:
    """Does a box reach into a cell, further than the rest of a line at its border does?"""
    return min(_shared(box, cell)) >= _INTO


def _runs_into(line: Box, cell: DrawnCell) -> bool:
    """Does a line run through a cell, off its border?"""
    x, y = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
    across = line[2] - line[0] > line[3] - line[1]
    off = min(y - cell.top, cell.bottom - y) if across else min(x - cell.x0, cell.x1 - x)
    return off >= _OFF and max(_shared(line, cell)) >= _OFF and min(_shared(line, cell)) > 0


def _shared(box: Box, cell: DrawnCell) -> tuple[float, float]:
    """How wide and how high is what a box and a cell have in common, in points."""
    return min(box[2], cell.x1) - max(box[0], cell.x0), min(box[3], cell.bottom) - max(box[1], cell.top)


def _doubts(grid: Grid, rulings: Sequence[Ruling]) -> Iterator[tuple[DrawnCell, str]]:
    yield from ((cell, _PARTED) for cell in _with_gutter(grid))
    if not grid.ruled:
        return
    yield from ((cell, _SHAPE) for cell in _ragged(grid))
    yield from ((cell, _ENDS) for cell in _beside_broken(grid, rulings))
    for cell in grid.cells:
        if any(map(_stands_apart, cell_lines(cell))):
            yield cell, _PARTED
        for word in cell.words:
            yield from ((one, _CUTS) for one in _cut(grid, cell, word))


def _ragged(grid: Grid) -> Iterator[DrawnCell]:
    """Cells with more or fewer than four corners."""
    for cell in grid.cells:
        rows = grid.owner[cell.r0 : cell.r1 + 1]
        if any(owner is not cell for row in rows for owner in row[cell.c0 : cell.c1 + 1]):
            yield cell


def _beside_broken(grid: Grid, rulings: Sequence[Ruling]) -> Iterator[DrawnCell]:
    """Cells on both sides of a line that ends on its way."""
    across, down = strokes_of(rulings)
    xs, ys, owner = list(grid.xs), list(grid.ys), grid.owner
    for c, row in enumerate(covered_on(down, xs, ys)):
        for r in _broken(row, ys):
            yield from (owner[r][near] for near in (c - 1, c) if 0 <= near < len(xs) - 1)
    for r, row in enumerate(covered_on(across, ys, xs)):
        for c in _broken(row, xs):
            yield from (owner[near][c] for near in (r - 1, r) if 0 <= near < len(ys) - 1)


def _broken(shares: Sequence[float], steps: Sequence[float]) -> list[int]:
    long = [hi - lo > SLIVER for lo, hi in pairwise(steps)]
    return [k for k, share in enumerate(shares) if long[k] and _PART[0] < share < _PART[1]]


def _cut(grid: Grid, cell: DrawnCell, word: Word) -> Iterator[DrawnCell]:
    """The cells above and below a line that runs through a word."""
    low, high = word.base - _CUT[1] * word.size, word.base - _CUT[0] * word.size
    column = next((c for c, (lo, hi) in enumerate(pairwise(grid.xs)) if lo <= (word.x0 + word.x1) / 2 <= hi), cell.c0)
    for edge, r in ((cell.top, cell.r0 - 1), (cell.bottom, cell.r1 + 1)):
        if low < edge < high:
            yield cell
            if 0 <= r < len(grid.owner):
                yield grid.owner[r][column]


def _stands_apart(line: TextLine) -> bool:
    return any(b.x0 - a.x1 > _APART * line.size for a, b in pairwise(line.words))


def _with_gutter(grid: Grid) -> Iterator[DrawnCell]:
    """The cells of columns through which white runs, from the first line of many to the last."""
    columns: dict[tuple[int, int], list[DrawnCell]] = {}
    for cell in grid.cells:
        columns.setdefault((cell.c0, cell.c1), []).append(cell)
    for cells in columns.values():
        lines = [line for cell in cells for line in cell_lines(cell)]
        if len(cells) > 1 and any(_runs_through(x, lines) for x in _gutters(lines)):
            yield from cells


def _gutters(lines: Sequence[TextLine]) -> Iterator[float]:
    """Places where a word begins, right of white that no line has print in."""
    words = sorted((word.x0, word.x1, word.size) for line in lines for word in line.words)
    reached = words[0][1] if words else 0.0
    for x0, x1, size in words:
        if x0 - reached >= _GUTTER * size:
            yield x0
        reached = max(reached, x1)


def _runs_through(x: float, lines: Sequence[TextLine]) -> bool:
    """Do enough lines have print on both sides of a place, more than the mark of an item, and not the same again and
    again (`Sub Bagian | Umum dan` in each row)?"""
    parts = [(line.text, line.words[-1], [w for w in line.words if w.x0 < x]) for line in lines]
    both = [
        text for text, last, left in parts
        if left and x <= last.x0 and (len(left) > 1 or not _MARK.fullmatch(left[0].text))
    ]  # fmt: skip
    return len(both) >= _LINES and len(set(both)) >= _DIFFERENT
