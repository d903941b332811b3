"""The pieces of tables on the pages, and which of them are one table.

A piece is the part of a grid between a heading (or the grid's top) and the next heading. A piece continues the table
before it when only page furniture stands between them and it repeats that table's heading or, without a heading, has
its column edges.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from bahasa.headings import is_known_heading
from bahasa.money import is_amount, is_no_amount
from extract.read.pdf.fitted import fitted_grid
from extract.read.pdf.grid import text_in
from extract.table.drawn.alike import decide_together
from extract.table.drawn.beside import holders_apart
from extract.table.drawn.columns_again import columns_below_each_other
from extract.table.drawn.cut_heading import CutHeadings, cut_headings
from extract.table.drawn.feet import foot_labels
from extract.table.drawn.going_on import EDGE, in_other_widths, may_go_on, same_edges, stands_below
from extract.table.drawn.halves import halves_joined
from extract.table.drawn.heading import HeadingBand, bands_numbered, card_heading, give_roles, seen_columns
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.heads import is_head
from extract.table.drawn.indicators import of_indicators
from extract.table.drawn.inner_heads import heads_apart
from extract.table.drawn.like_columns import with_like_columns
from extract.table.drawn.misread import heading_again
from extract.table.drawn.printed_again import is_printed_again
from extract.table.drawn.row_in_heading import with_row_apart
from extract.table.drawn.rows import drawn_rows
from extract.table.drawn.sheet import Rest, Sheet, TablePart
from extract.table.drawn.unlined import with_lines_below_headings
from extract.table.meaning.head import print_kind
from schemas.layout import Grid

#: So sure (a logarithm) is a heading that begins another table in the columns of the one above it, whose rows it would
#: take: of 331 headings in 60 documents all but one had 3.4 or more, rows of random letters come to 2.
_ANEW = 3.0


def table_parts(
    grid: Grid,
    continues: bool,
    search: HeadingSearch,
    before: HeadingBand | None = None,
    cut: HeadingBand | None = None,
    body: int = 0,
) -> list[TablePart]:
    """The pieces of one grid. `continues`: what stands above its first heading, or the whole of it, may belong to the
    table before it, which `before` heads. `cut` is the heading that it ends with where the page cuts that, `body` the
    band at which the rows begin where the page begins with the rest of a heading."""
    headings = [one for one in _headings(grid, before if continues else None, search) if one.first >= body]
    if cut is not None:
        headings = [*(one for one in headings if one.first < cut.first), cut]
    stops = [h.first for h in headings[1:]] + [len(grid.owner)]
    pieces = [TablePart(grid, h.first, stop, h) for h, stop in zip(headings, stops, strict=True)] if headings else []
    if continues and (not headings or headings[0].first > body):
        stop = headings[0].first if headings else len(grid.owner)
        again = heading_again(grid, body, before, search.text) if before is not None else None
        pieces.insert(0, TablePart(grid, body, stop, again))
    return pieces


def _headings(grid: Grid, before: HeadingBand | None, search: HeadingSearch) -> list[HeadingBand]:
    """The headings of a grid. No table is without a row: of two below each other the likelier one is a heading."""
    headings: list[HeadingBand] = []
    start = 0
    while (heading := search.below(grid, start)) is not None:
        above = headings[-1] if headings else None
        start = max(heading.body, heading.last + 1)
        if above is None or heading.first > above.body:
            if not _may_begin(heading, above or before):
                start = heading.first + 1
            elif above is None or not _is_row(grid, heading.first):
                headings.append(heading)
        elif heading.odds > above.odds:
            headings[-1] = heading
        else:
            start = heading.first + 1
    return headings


def _may_begin(heading: HeadingBand, above: HeadingBand | None) -> bool:
    """May a heading begin another part below the table that `above` heads? In the same columns it may be one of
    its rows, unless it prints the heading again or leaves no doubt."""
    if above is None or heading.odds >= _ANEW or is_printed_again(heading, above):
        return True
    lefts, known = ([column.x0 - one.columns[0].x0 for column in one.columns] for one in (heading, above))
    return len(lefts) != len(known) or any(abs(a - b) > EDGE for a, b in zip(lefts, known, strict=True))


def _is_row(grid: Grid, band: int) -> bool:
    """Is a band like the one above it, cell by cell, targets or amounts among them?"""
    above, below = ([text_in(cell) for cell in grid.owner[at] if cell.r0 == at] for at in (band - 1, band))
    kinds = list(map(print_kind, below))
    return list(map(print_kind, above)) == kinds and any(is_amount(one) and not is_no_amount(one) for one in below)


#: Whether something that starts a new block is printed between two parts.
PartedHere = Callable[[TablePart, TablePart], bool]


class Parted(Protocol):
    """The same, be it in one of these boxes."""

    def __call__(self, a: TablePart, b: TablePart, boxed: Sequence[Rest]) -> bool: ...


@dataclass(slots=True)
class DrawnParts:
    """What is drawn on the pages: tables of indicators with their rows, tables of anything else, and what has no
    heading of a table (a holder drawn as a table, a box around a title)."""

    indicators: list[Sheet]
    others: list[Sheet]
    rest: list[Rest]


def sheets_of(grids: Sequence[Grid], parted: Parted) -> DrawnParts:
    """Tables over all pages, and what is ruled but belongs to none. `parted(a, b, boxed)` tells whether something that
    starts a new block is printed between two pieces, `boxed` being the ruled areas there."""
    sheets: list[Sheet] = []
    rest: list[Rest] = []
    above_it = 0  # how much of the rest stands above the last part of a table
    cards = deque(grid for grid in grids if grid.upright)
    heads = deque(grid for grid in grids if not grid.upright and is_head(grid))
    grids = [grid for grid in grids if grid not in heads and not grid.upright]
    search = HeadingSearch(grids)
    cut = _cut(grids, search)
    feet = foot_labels(cut.grids, search)
    for at, grid in _with_cards(cut.grids, cards):
        rest += _heads_above(heads, grid)
        if grid.upright:
            found: list[TablePart | Rest] = [TablePart(grid, 0, len(grid.owner), card_heading(grid))]
        else:
            pieces, above = _parts_of(grid, sheets[-1] if sheets else None, search, cut, at)
            rest += above
            found = list(heads_apart(pieces, feet))
        for part in found:
            if isinstance(part, tuple):
                rest.append(part)
                continue
            _add(part, sheets, rest, partial(parted, boxed=rest[above_it:]))
            above_it = len(rest)
    rest += [_whole(head) for head in heads]
    decide_together(sheets, search.text)
    return _told_apart(halves_joined(sheets, partial(parted, boxed=())), rest)


def _parts_of(
    grid: Grid, now: Sheet | None, search: HeadingSearch, cut: CutHeadings, at: int
) -> tuple[list[TablePart], list[Rest]]:
    """The parts of tables in the grid at a position, below the table `now`, and what stands above them."""
    if now is not None and may_go_on(grid, now, search):
        known = (*(c.x0 for c in now.columns), now.columns[-1].x1)
        grid = (fitted_grid(grid, known) if known != grid.xs else None) or grid
    before = now.pieces[0].heading if now is not None else None
    grid = with_row_apart(grid, before, search.text)
    below = now is not None and stands_below(now.pieces[-1], grid)
    continues = below and now is not None and same_edges(grid, now.columns)
    edges = grid.xs if below and not continues and now is not None and in_other_widths(grid, now, search) else ()
    continues = continues or bool(edges)
    body = cut.bodies.get(at, 0)
    body += bands_numbered(grid, body) if continues else 0
    pieces = table_parts(grid, continues, search, before, cut.heads.get(at), body)
    if edges:
        pieces[0].edges = edges
    above = pieces[0].first if pieces else len(grid.owner)
    return pieces, [(grid, 0, above)] if above > (body if continues else 0) else []


def _cut(grids: Sequence[Grid], search: HeadingSearch) -> CutHeadings:
    """The grids, those that hold several tables parted, and the headings that a page cuts."""
    single = holders_apart(columns_below_each_other(grids, search), search)
    return cut_headings(with_like_columns(with_lines_below_headings(single, search), search), search)


def _told_apart(sheets: Sequence[Sheet], rest: list[Rest]) -> DrawnParts:
    """Tables of indicators, with their rows, and the others."""
    kept = [sheet for sheet in sheets if of_indicators(sheet)]
    for sheet in kept:
        _read_rows(sheet)
    return DrawnParts(kept, [sheet for sheet in sheets if sheet not in kept], rest)


def _with_cards(grids: Sequence[Grid], cards: deque[Grid]) -> Iterator[tuple[int, Grid]]:
    """The grids with their positions, each card above the first grid that stands below it."""
    for at, grid in enumerate(grids):
        while cards and (cards[0].page, cards[0].ys[0]) < (grid.page, grid.ys[0]):
            yield at, cards.popleft()
        yield at, grid
    yield from ((len(grids), card) for card in cards)


def _heads_above(heads: deque[Grid], grid: Grid) -> Iterator[Rest]:
    """Takes the heads that stand above a grid."""
    while heads and (heads[0].page, heads[0].ys[0]) < (grid.page, grid.ys[0]):
        yield _whole(heads.popleft())


def _whole(grid: Grid) -> Rest:
    return grid, 0, len(grid.owner)


def _read_rows(sheet: Sheet) -> None:
    _draw_rows(sheet)
    if _mend_heading(sheet):
        _draw_rows(sheet)
        sheet.pieces[1].rows.pop(0)
    if sheet.beside is not None:
        _draw_rows(sheet.beside)


def _draw_rows(sheet: Sheet) -> None:
    for piece in sheet.pieces:
        piece.rows = drawn_rows(piece.grid, sheet.placed(piece), piece.body, piece.stop)


def _add(piece: TablePart, sheets: list[Sheet], rest: list[Rest], parted: PartedHere) -> None:
    now = sheets[-1] if sheets else None
    heading = piece.heading
    # that of a table whose heading only the first holder's prints
    above = next((one for sheet in reversed(sheets) if (one := sheet.pieces[0].heading) is not None), None)
    again = piece.grid.rest or heading is None or is_printed_again(heading, above)
    if now is not None and again and (piece.grid.rest or not parted(now.pieces[-1], piece)):
        now.pieces.append(piece)
    elif heading is not None:
        sheets.append(Sheet(heading.columns, [piece]))
    elif now is not None and same_edges(piece.grid, now.columns):
        # the next block's table, whose heading only the first one prints
        sheets.append(Sheet([replace(column) for column in now.columns], [piece]))
    else:
        rest.append((piece.grid, piece.first, piece.stop))


def _mend_heading(sheet: Sheet) -> bool:
    """A heading that the page break cut (`INDIKATOR` / `KINERJA INDIVIDU`): its rest is the next page's first row, if
    with it the vocabulary knows each of the columns that go on, or more columns than without."""
    if len(sheet.pieces) < 2 or sheet.pieces[0].rows or not sheet.pieces[1].rows or sheet.pieces[1].heading is not None:
        return False
    row = sheet.pieces[1].rows[0]
    rests = [" ".join(text_in(cell) for cell in cells) for cells in row.cells]
    whole = [f"{column.text} {rest}".strip() for column, rest in zip(sheet.columns, rests, strict=True)]
    complete = any(rests) and all(is_known_heading(text) for text, rest in zip(whole, rests, strict=True) if rest)
    more = sum(map(is_known_heading, whole)) > sum(is_known_heading(column.text) for column in sheet.columns)
    if not complete and not more:
        return False
    for column, text, cells in zip(sheet.columns, whole, row.cells, strict=True):
        column.text, column.names = text, (text,) if text else ()
        column.cells += tuple(cells)
    part = sheet.pieces[1]
    heading = HeadingBand(part.first, part.first, part.first + 1, sheet.columns)
    seen = seen_columns(part.grid, heading, part.stop, heading.body)
    give_roles(sheet.columns, seen)
    return True
