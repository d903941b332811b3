"""A table's lines, columns and rows on one page -> a Grid, as a drawn table is.

All pages of a text share the edges of columns: an extractor sets each page on a grid of characters of its own, so that
not the positions tell a column from page to page but which one it is. Words are moved to where their column stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.table.inked.doubts import UNSURE_SPAN, sure_of
from extract.table.inked.ink import LETTER, PITCH, Ink
from extract.table.inked.merged import UNSURE_MARGIN, MergedText
from extract.table.inked.overs import Over
from extract.table.inked.placed import PlacedLine
from schemas.layout import DrawnCell, Grid, Word

#: White on both sides of a column's words (points).
_PAD = 3.0


@dataclass(slots=True)
class PagePart:
    """A table on one page: its lines, `bands` as first line and the one behind the last (the heading's among them:
    `headed`), lines across the columns, and what of the heading stands over several of them."""

    lines: Sequence[PlacedLine]
    bands: list[tuple[int, int]]
    headed: bool
    across: frozenset[int]
    over: list[Over] = field(default_factory=list)
    #: for a line, the columns whose text goes on with the one above
    goes_on: Mapping[int, frozenset[int]] = field(default_factory=dict)
    #: how many lines have the number of a row
    counted: int = 0
    #: for a line, how much more the best rows cost that begin one there and not, or the other way round
    margins: Sequence[float] = ()
    #: the columns that could as well have other words
    unsure: frozenset[int] = frozenset()
    #: texts that span several rows, their rows given as bands
    merged: Sequence[MergedText] = ()
    #: the columns whose texts begin with a small letter
    small: frozenset[int] = frozenset()

    @property
    def columns(self) -> int:
        return len(self.lines[0].cells)

    def span(self, column: int) -> tuple[int, int]:
        """Where the words of a column begin and end, lines across aside."""
        own = [ink for i, line in enumerate(self.lines) if i not in self.across for ink in line.cells[column]]
        over = {id(ink) for one in self.over for ink in one.ink}
        own = [ink for ink in own if id(ink) not in over]
        return (min(ink.left for ink in own), max(ink.right for ink in own)) if own else (0, 0)


def column_edges(parts: Sequence[PagePart]) -> list[float]:
    """The edges (points) of the columns that these parts share: as wide as the widest on any page."""
    edges = [0.0]
    for k in range(parts[0].columns):
        width = max(right - left for left, right in (part.span(k) for part in parts))
        edges.append(edges[-1] + max(width, 1) * LETTER + 2 * _PAD)
    return edges


def grid_of(part: PagePart, edges: Sequence[float]) -> Grid:
    """The grid of a table's part."""
    bands = part.bands
    split = bool(part.headed and part.over)
    ys = [(part.lines[first].number - 1) * PITCH + 1 for first, _ in bands]
    ys.append(part.lines[bands[-1][1] - 1].number * PITCH - 1)
    if split:
        ys.insert(1, ys[0] + 1)
    spans = [part.span(k)[0] for k in range(part.columns)]
    owner: list[list[DrawnCell]] = []
    for first, stop in bands:
        row = len(owner)
        if first in part.across:
            owner.append(_across(part, first, stop, row, edges, ys))
        elif split and row == 0:
            owner += _two_levels(part, stop, edges, ys, spans)
        else:
            owner.append([_cell(part, first, stop, k, row, edges, ys, spans) for k in range(part.columns)])
            for k in part.goes_on.get(first, ()):
                _join(owner, k)
    for one in part.merged:
        _span(owner, one, int(split))
    cells = list(dict.fromkeys(cell for band in owner for cell in band))
    return Grid(part.lines[0].line.line.page or 1, tuple(edges), tuple(ys), owner, cells, ruled=False)


def _cell(
    part: PagePart,
    first: int,
    stop: int,
    k: int,
    row: int,
    edges: Sequence[float],
    ys: Sequence[float],
    spans: Sequence[int],
) -> DrawnCell:
    ink = [one for line in part.lines[first:stop] for one in line.cells[k]]
    words = [_moved(one, spans[k], edges[k]) for one in ink]
    cell = DrawnCell(k, k, row, row, edges[k], ys[row], edges[k + 1], ys[row + 1], words=words)
    sure, why = sure_of(part.lines[first:stop], k, part.margins[first : stop + 1], k in part.unsure, part.small)
    return replace(cell, sure=sure, why=why)


def _join(owner: list[list[DrawnCell]], k: int) -> None:
    """Makes one cell of the last two bands of a column: a merged cell whose text is higher than its first row."""
    above, below = owner[-2][k], owner[-1][k]
    if above.c0 == above.c1:
        sure, why = min((above.sure, above.why), (below.sure, below.why))
        words = [*above.words, *below.words]
        whole = replace(above, r1=below.r1, bottom=below.bottom, words=words, sure=sure, why=why)
        for band in owner:
            band[k] = whole if band[k] in (above, below) else band[k]


def _span(owner: list[list[DrawnCell]], one: MergedText, lower: int) -> None:
    """Makes one cell of a column's cells in the rows that a text spans; a heading of two levels stands a band `lower`
    than its lines do."""
    first, last, k = one.first + lower, one.last + lower, one.column
    cells = list(dict.fromkeys(band[k] for band in owner[first : last + 1]))
    sure, why = min((cell.sure, cell.why) for cell in cells)
    if one.margin <= UNSURE_MARGIN:
        sure, why = min((sure, why), UNSURE_SPAN)
    words = [word for cell in cells for word in cell.words]
    whole = replace(cells[0], r0=first, r1=last, bottom=cells[-1].bottom, words=words, sure=sure, why=why)
    for band in owner[first : last + 1]:
        band[k] = whole


def _across(
    part: PagePart, first: int, stop: int, row: int, edges: Sequence[float], ys: Sequence[float]
) -> list[DrawnCell]:
    ink = [one for line in part.lines[first:stop] for one in line.line.ink]
    left = min(one.left for one in ink)
    words = [_moved(one, left, edges[0]) for one in ink]
    cell = DrawnCell(0, part.columns - 1, row, row, edges[0], ys[row], edges[-1], ys[row + 1], words=words)
    return [cell] * part.columns


def _two_levels(
    part: PagePart, stop: int, edges: Sequence[float], ys: Sequence[float], spans: Sequence[int]
) -> list[list[DrawnCell]]:
    """The two bands of a heading with parts over several columns."""
    over = {id(ink) for one in part.over for ink in one.ink}
    upper: list[DrawnCell] = []
    lower: list[DrawnCell] = []
    for k in range(part.columns):
        words = [
            _moved(i, spans[k], edges[k]) for line in part.lines[:stop] for i in line.cells[k] if id(i) not in over
        ]
        above = next((one for one in part.over if one.first <= k <= one.last), None)
        if above is None:
            cell = DrawnCell(k, k, 0, 1, edges[k], ys[0], edges[k + 1], ys[2], words=words)
            upper.append(cell)
            lower.append(cell)
            continue
        lower.append(DrawnCell(k, k, 1, 1, edges[k], ys[1], edges[k + 1], ys[2], words=words))
        if k == above.first:
            left = min(ink.left for ink in above.ink)
            own = [_moved(ink, left, edges[k]) for ink in above.ink]
            upper.append(DrawnCell(k, above.last, 0, 0, edges[k], ys[0], edges[above.last + 1], ys[1], words=own))
        else:
            upper.append(upper[-1])
    return [upper, lower]


def _moved(ink: Ink, left: int, edge: float) -> Word:
    """A word where its column stands on all pages."""
    shift = edge + _PAD + (ink.left - left) * LETTER - ink.word.x0
    word = ink.word
    return word._replace(x0=word.x0 + shift, x1=word.x1 + shift, ends=tuple(end + shift for end in word.ends))
