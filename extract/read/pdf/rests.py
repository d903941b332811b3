"""What a page break cut off a table without upright lines: the rest of its last row, or a last row alone -> a grid.

Two columns, or one, are no table by their form (`ASN` beside `ASN` at the top of a page), and three seem to head what
stands below them. They are the rest of a table where the page before ends with one and they stand in its columns: each
text begins where the cells of its column do, and ends before the next column. A line drawn below them across the table
says so too; where none is drawn, two columns beside each other, or a sentence that goes on. The table's heading may be
printed again above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from bahasa.function_words import any_function_word
from extract.read.furniture import page_furniture
from extract.read.pdf.banded import LineBand, banded_grid
from extract.read.pdf.block_head import has_labels
from extract.read.pdf.grid import Stroke, fill
from extract.read.pdf.loose import line_bands
from extract.read.pdf.strips import Strip, parted_words
from extract.read.pdf.words import TextLine, cell_lines, lines_of
from schemas.layout import Grid, Line, Word

#: A text begins so near (type sizes) to where others of its column do; a rule reaches so far (points) beyond the words.
_NEAR, _BEYOND = 0.25, 15.0
#: A table goes down to the foot of its page if so little (type sizes) is left below it; it has so many columns.
_LEFT, _COLUMNS = 4.0, 3
#: A line is the edge of a table so near (points) to it.
_EDGE = 2.0
_OPEN = re.compile(rf"(?:[,(/&+=-]|\b(?:{any_function_word('terbuka')}))$")

#: The lines drawn across each page.
Rules = Mapping[int, Sequence[Stroke]]


def with_rests(flow: Sequence[Line | Grid], rules: Rules) -> list[Line | Grid]:
    """The flow of a document, with a grid for each rest in the place of what it is made of."""
    grids = [item for item in flow if isinstance(item, Grid)]
    if all(grid.ruled for grid in grids):
        return list(flow)
    areas = {page: [(g.ys[0], g.ys[-1]) for g in grids if g.page == page] for page in {g.page for g in grids}}
    taken = page_furniture([item for item in flow if isinstance(item, Line)], areas)
    own = [item for item in flow if isinstance(item, Line) and item.words and item.number not in taken]
    foot = max([*(line.base for line in own), *(grid.ys[-1] for grid in grids)])
    found: dict[int, Grid] = {}
    for page in sorted({line.page or 0 for line in own} | {grid.page for grid in grids}):
        above = _at_foot(page - 1, [*grids, *found.values()], own)
        if above is not None:
            search = _Search(above, [grid for grid in grids if grid.page < page], rules.get(page, ()), foot)
            items = [item for item in grids if item.page == page] + [line for line in own if line.page == page]
            found |= search.found(page, sorted(items, key=_height))
    return list(_put(flow, found))


def _height(item: Line | Grid) -> float:
    return item.base if isinstance(item, Line) else item.ys[0]


def _put(flow: Sequence[Line | Grid], found: Mapping[int, Grid]) -> Iterator[Line | Grid]:
    """The flow with the grids in the place of the first item of each."""
    put: set[int] = set()
    for item in flow:
        rest = found.get(id(item))
        if rest is None:
            yield item
        elif id(rest) not in put:
            put.add(id(rest))
            yield rest


def _at_foot(page: int, grids: Iterable[Grid], own: Sequence[Line]) -> Grid | None:
    """The table without upright lines that a page ends with."""
    last = max((grid for grid in grids if grid.page == page), key=lambda grid: grid.ys[-1], default=None)
    if last is None or last.ruled or len(last.xs) < _COLUMNS + 1:
        return None
    return None if any(line.page == page and line.base > last.ys[-1] for line in own) else last


def _words(item: Line | Grid) -> list[Word]:
    return list(item.words) if isinstance(item, Line) else [word for cell in item.cells for word in cell.words]


def _texts(lines: Sequence[TextLine]) -> list[list[str]]:
    return [[word.text for word in line.words] for line in lines]


class _Search:
    """What goes on with the table `above` at the top of the next page, where the lines `across` are drawn. `before` are
    the tables up to there, `foot` is how low on their pages texts stand."""

    def __init__(self, above: Grid, before: Sequence[Grid], across: Sequence[Stroke], foot: float) -> None:
        self.above, self.across = above, across
        self.boxed: list[float] = []
        self.low = above.ys[-1] >= foot - _LEFT * max(word.size for word in _words(above))
        self.columns = _Columns(above)
        self.printed = [_texts(lines_of(_words(grid))) for grid in before if not grid.ruled]

    def found(self, page: int, items: Sequence[Line | Grid]) -> dict[int, Grid]:
        """The rest by the identity of each item that it is made of: lines at the top of a page, and the grid below them
        if that has fewer columns and goes on with the table, or has nothing but its heading."""
        self.boxed = [item.ys[0] for item in items if isinstance(item, Grid) and item.ruled]
        top = list(takewhile(lambda item: isinstance(item, Line), items))
        for items_of in (self._with_grid(top, items[len(top) :]), top):
            rest = self._rest(page, items_of) if items_of else None
            taken = {(word.order, word.x0) for word in _words(rest)} if rest is not None else set()
            used = [item for item in items_of if all((word.order, word.x0) in taken for word in _words(item))]
            whole = sum(len(_words(item)) for item in used) == len(taken)
            if rest is not None and whole and not any(isinstance(item, Grid) for item in items_of if item not in used):
                return dict.fromkeys(map(id, used), rest)
        return {}

    def _with_grid(self, top: Sequence[Line | Grid], items: Sequence[Line | Grid]) -> list[Line | Grid]:
        """The items at the top of a page with the grid below them, and with the lines down to the next one; nothing
        where it is a table of its own."""
        first = items[0] if items else None
        if not isinstance(first, Grid) or first.ruled:
            return []
        lines = lines_of(_words(first))
        if len(first.xs) >= len(self.above.xs) and self._printed_again(lines) < len(lines):
            return []
        return [*top, first, *takewhile(lambda item: isinstance(item, Line), items[1:])]

    def _rest(self, page: int, items: Sequence[Line | Grid]) -> Grid | None:
        """The grid of the first of these lines that are a rest, with the heading above it."""
        lines = lines_of(word for item in items for word in _words(item))
        head = self._printed_again(lines)
        bands = line_bands(lines[head:], self.across) if lines[head:] else []
        rest = list(takewhile(self._fits, bands))
        ruled = [at for at, band in enumerate(rest, 1) if self._ruled_below(band, bands[at:])]
        if ruled:
            rest = rest[: ruled[-1]]
        elif not (rest and (head or self.low) and self.columns.goes_on(rest[0])):
            return None
        bands = [*line_bands(lines[:head], self.across), *rest] if head else rest
        made = banded_grid(page, bands, [Strip(x, x) for x in self.above.xs[1:-1]], self.across, headed=bool(head))
        fill([made], [word for band in bands for line in band.lines for word in line.words])
        return replace(made, xs=(*self.above.xs[:-1], max(self.above.xs[-1], made.xs[-1])))

    def _printed_again(self, lines: Sequence[TextLine]) -> int:
        """So many of the first lines are those that a table before begins with."""
        texts = _texts(lines)
        same = (takewhile(lambda pair: pair[0] == pair[1], zip(texts, own, strict=False)) for own in self.printed)
        return max((sum(1 for _ in pairs) for pairs in same), default=0)

    def _fits(self, band: LineBand) -> bool:
        return not has_labels(band) and all(map(self.columns.holds, band.lines))

    def _ruled_below(self, band: LineBand, following: Sequence[LineBand]) -> bool:
        """Is a line drawn right below a band, under half of the table or more and not out of it at the left? The top of
        a head drawn as a table is none, which stands below the title of its block."""
        last = band.lines[-1]
        below = following[0].lines[0].base - 0.3 * last.size if following else last.base + 2 * last.size
        left, right = self.above.xs[0], self.above.xs[-1]
        drawn = [s for s in self.across if last.base < s.at < below and s.lo > left - _BEYOND and not self._boxes(s)]
        return 2 * sum(min(s.hi, right) - max(s.lo, left) for s in drawn) >= right - left

    def _boxes(self, stroke: Stroke) -> bool:
        return any(abs(stroke.at - top) < _EDGE for top in self.boxed)


class _Columns:
    """Where the cells of a table's columns stand, as far as one page shows."""

    def __init__(self, grid: Grid) -> None:
        self.inner = grid.xs[1:-1]
        self.parts: list[list[list[Word]]] = [[] for _ in grid.xs[1:]]
        self.ends = [""] * len(self.parts)
        for cell in sorted(grid.cells, key=lambda cell: cell.r0):
            lines = cell_lines(cell) if cell.c0 == cell.c1 else []
            self.parts[cell.c0] += [line.words for line in lines]
            self.ends[cell.c0] = lines[-1].text if lines else self.ends[cell.c0]

    def holds(self, line: TextLine) -> bool:
        """Does each part of a line stand in a column as the cells of that do, one of them at its left edge?"""
        placed = self._placed(line)
        firsts = [(c, part) for at, (c, part) in enumerate(placed) if not at or placed[at - 1][0] != c]
        inside = all(part[-1].x1 < self._next_left(c) for c, part in placed)
        begun = [self._begins(c, part) for c, part in firsts]
        return inside and any(begun) and all(b or self._centred(*one) for b, one in zip(begun, firsts, strict=True))

    def goes_on(self, band: LineBand) -> bool:
        """Do two columns begin in a band's first line, or does the sentence of a column go on with it?"""
        placed = self._placed(band.lines[0])
        if len({c for c, _ in placed}) > 1:
            return True
        column, first = placed[0][0], placed[0][1][0].text[0]
        end = self.ends[column]
        open_end = first.islower() or first in ",;.)%" or _OPEN.search(end) is not None
        return column > 0 and bool(end) and open_end

    def _placed(self, line: TextLine) -> list[tuple[int, list[Word]]]:
        return [(sum(x <= part[0].x0 + 1 for x in self.inner), part) for part in parted_words(line)]

    def _next_left(self, column: int) -> float:
        return min((part[0].x0 for parts in self.parts[column + 1 :] for part in parts), default=float("inf"))

    def _begins(self, column: int, part: Sequence[Word]) -> bool:
        return any(abs(own[0].x0 - part[0].x0) <= _NEAR * part[0].size for own in self.parts[column])

    def _centred(self, column: int, part: Sequence[Word]) -> bool:
        """Has a part the middle of cells of its column?"""
        middle = part[0].x0 + part[-1].x1
        return any(abs(own[0].x0 + own[-1].x1 - middle) <= part[0].size for own in self.parts[column])
