"""The grids of a layout to tables with rows, and the flow around them.

Input: a Layout with grids. Output: its lines, the tables over their pages (those of anything but indicators as they
stand), and what is ruled but no table as lines, in reading order. Guarantee: every character of the layout's flow is in
one line or one table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.read.pdf.grid import text_in
from extract.table.context import DocumentWords
from extract.table.drawn.assembly import Assembly
from extract.table.drawn.between import Between
from extract.table.drawn.boxed import boxed_lines
from extract.table.drawn.cell import CellLine, Show, unbroken_words
from extract.table.drawn.conserve import lost_characters
from extract.table.drawn.kept import other_sheet
from extract.table.drawn.pieces import sheets_of
from extract.table.drawn.program import Program, listed_program, ruled_program
from extract.table.drawn.program_sheet import program_of
from extract.table.drawn.sheet import Rest, Sheet
from extract.table.drawn.table import finish, joined_parts, program_rows, stacked_findings
from extract.table.drawn.unheaded import unheaded_sheet
from extract.table.sheet import DrawnTable, FlowItem, OtherSheet
from schemas.base import Place
from schemas.layout import Box, Grid, Layout, Line

_WORD = re.compile(r"\w+")
#: The page of what is printed, its top, 1 for a line, and among parts of one grid the left edge and the top.
_At = tuple[int, float, int, float, float]


def drawn_flow(layout: Layout, keep: bool) -> tuple[FlowItem, ...]:
    """Joins the pages: tables over page breaks, lines in reading order; see `flow_of`."""
    pages = {page.number: page for page in layout.pages}
    drawn = sheets_of(layout.grids, Between(layout.lines, layout.grids).parted)
    made = [joined_parts(sheet) for sheet in drawn.indicators]
    known = known_words(layout.lines, [draft.lines for m in made for entry in m.entries for draft in entry.drafts])

    def show(page: int, box: Box) -> Place:
        return pages[page].place_of(box)

    tables = [_finished(sheet, m, known, show, keep) for sheet, m in zip(drawn.indicators, made, strict=True)]
    left = _ruled_programs(tables, drawn.rest, known, show)
    apart = [unheaded_sheet(part, text_in) for part in left]
    rest = [part for part, sheet in zip(left, apart, strict=True) if sheet is None]
    others = _other_sheets(tables, [*drawn.others, *filter(None, apart)], known, show, keep)
    lines = _listed_programs(tables, layout, known, show)
    return tuple(_numbered(_in_order(layout, lines, [*tables, *others], rest)))


def _finished(sheet: Sheet, made: Assembly, known: DocumentWords, show: Show, keep: bool) -> DrawnTable:
    table = finish(sheet, made, known, show)
    table.said = (*lost_characters(table), *stacked_findings(table))
    if not keep:
        made.entries.clear()
        _let_go(sheet)
    return table


def _let_go(sheet: Sheet) -> None:
    for piece in sheet.parts:
        piece.rows.clear()
        for band in piece.grid.owner[piece.first : piece.stop]:
            for region in band:
                region.words.clear()


def _other_sheets(
    tables: Sequence[DrawnTable], sheets: Sequence[Sheet], known: DocumentWords, show: Show, keep: bool
) -> list[OtherSheet]:
    """The tables of anything but indicators, but for programs below indicators, which are given to their table."""
    others: list[OtherSheet] = []
    for sheet in sheets:
        program = program_of(sheet)
        if program is None or not _give(program, tables, known, show):
            others.append(other_sheet(sheet, known, show))
    if not keep:
        # once all are made: a table may have its headings from the one before it
        for sheet in sheets:
            _let_go(sheet)
    return others


def _ruled_programs(tables: Sequence[DrawnTable], rest: Sequence[Rest], known: DocumentWords, show: Show) -> list[Rest]:
    """Gives each ruled table of programs to the table of indicators above it; returns the ruled areas that are left."""
    left: list[Rest] = []
    for part in rest:
        program = ruled_program(*part)
        if program is None or not _give(program, tables, known, show):
            left.append(part)
    return left


def _listed_programs(tables: Sequence[DrawnTable], layout: Layout, known: DocumentWords, show: Show) -> list[Line]:
    """The same for those without ruling lines; returns the lines that are left."""
    left: list[Line] = []
    lines = layout.lines
    at = 0
    while at < len(lines):
        listed = listed_program(lines, at)
        if listed is not None and _give(listed[0], tables, known, show):
            at = listed[1]
        else:
            left.append(lines[at])
            at += 1
    return left


def _give(program: Program, tables: Sequence[DrawnTable], known: DocumentWords, show: Show) -> bool:
    above = [t for t in tables if (t.sheet.pieces[-1].page, t.sheet.pieces[-1].top) < (program.page, program.top)]
    if not above or above[-1].sheet.pieces[-1].page < program.page - 1:
        return False
    above[-1].others += program_rows(program, known, show)
    return True


def known_words(outside: Iterable[Line], cells: Iterable[Sequence[CellLine]]) -> DocumentWords:
    """The words that no column can have broken: of cells those with room, and all outside tables."""
    known: Counter[str] = Counter()
    for lines in cells:
        known.update(unbroken_words(lines))
    for line in outside:
        known.update(word.lower() for word in _WORD.findall(line.text))
    return DocumentWords(known, known)


def _in_order(
    layout: Layout, lines: Iterable[Line], tables: Iterable[DrawnTable | OtherSheet], rest: Iterable[Rest]
) -> Iterable[FlowItem]:
    """Page by page and top to bottom: lines by their base line, a table where its first part begins; of a grid that was
    cut into tables side by side the parts from left to right."""
    pages = {page.number: page for page in layout.pages}
    placed: list[tuple[_At, Sequence[FlowItem]]] = [
        ((line.page, line.base, 1, 0.0, 0.0), [line]) for line in lines if line.page is not None
    ]
    drawn: list[tuple[Grid, int, Sequence[FlowItem]]] = [
        (table.parts[0].grid, table.parts[0].first, [table]) for table in tables
    ]
    drawn += [(part[0], part[1], list(boxed_lines(*part, pages[part[0].page]))) for part in rest]
    lefts: dict[tuple[int, Sequence[float]], set[float]] = defaultdict(set)
    for grid, _, _ in drawn:
        lefts[grid.page, grid.ys].add(grid.xs[0])
    for grid, band, items in drawn:
        beside = len(lefts[grid.page, grid.ys]) > 1
        at = (grid.ys[0], 0, grid.xs[0], grid.ys[band]) if beside else (grid.ys[band], 0, 0.0, 0.0)
        placed.append(((grid.page, *at), items))
    return (item for _, items in sorted(placed, key=lambda entry: entry[0]) for item in items)


def _numbered(items: Iterable[FlowItem]) -> Iterable[FlowItem]:
    for number, item in enumerate(items, 1):
        if isinstance(item, Line):
            yield item if item.number == number else replace(item, number=number)
        else:
            item.number = number
            yield item
