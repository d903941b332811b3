"""The flow of a text source whose tables stand in columns under headings that the vocabulary doesn't know.

Input: the lines of a text source. Output: its lines, and each such table as one item. Guarantee: each line is in the
flow or in one table.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.furniture import page_furniture
from extract.read.pdf.loose import loose_grids
from extract.table.drawn.between import Between
from extract.table.drawn.conserve import lost_characters
from extract.table.drawn.content import known_words
from extract.table.drawn.pieces import sheets_of
from extract.table.drawn.sheet import Sheet, TablePart
from extract.table.drawn.table import finish, joined_parts, stacked_findings
from extract.table.inked.ink import PITCH, inked_pages, line_numbers
from extract.table.inked.scale import on_one_scale
from extract.table.inked.strokes import strokes_between
from extract.table.sheet import DrawnTable
from schemas.base import Place
from schemas.layout import Box, Grid, Line, Page


def inked_flow(lines: Sequence[Line]) -> tuple[Line | DrawnTable, ...]:
    """The lines, those of tables told by their form replaced by the table."""
    taken = page_furniture(lines)
    pages = inked_pages(line for line in lines if line.number not in taken)
    grids = on_one_scale(grid for page in pages for grid in _grids(page))
    if not grids:
        return tuple(lines)
    printed = [line for page in pages for line in page]
    sheets = sheets_of(grids, Between(printed, grids).parted).indicators
    if not sheets:
        return tuple(lines)
    return _with_tables(lines, printed, sheets)


def _grids(page: Sequence[Line]) -> list[Grid]:
    runs = [word for line in page for word in line.words]
    return loose_grids(page[0].page or 1, runs, strokes_between(page))[0]


def _numbers(part: TablePart) -> set[int]:
    return line_numbers(cell for band in part.grid.owner[part.first : part.stop] for cell in band)


def _with_tables(
    lines: Sequence[Line], printed: Sequence[Line], sheets: Sequence[Sheet]
) -> tuple[Line | DrawnTable, ...]:
    marked = any(line.page is not None for line in lines)
    pages = {line.page or 1: Page(line.page or 1, pitch=PITCH, marked=marked) for line in printed}

    def show(page: int, box: Box) -> Place:
        return pages[page].place_of(box)

    numbers = [{number for part in sheet.pieces for number in _numbers(part)} for sheet in sheets]
    inside = set().union(*numbers)
    made = [joined_parts(sheet) for sheet in sheets]
    outside = [line for line in printed if line.number not in inside]
    known = known_words(outside, [draft.lines for m in made for entry in m.entries for draft in entry.drafts])
    tables: dict[int, DrawnTable] = {}
    for sheet, m, own in zip(sheets, made, numbers, strict=True):
        table = finish(sheet, m, known, show)
        table.said, table.number = (*lost_characters(table), *stacked_findings(table)), min(own)
        tables[min(own)] = table
    flow: list[Line | DrawnTable] = []
    for line in lines:
        if line.number in tables:
            flow.append(tables[line.number])
        elif line.number not in inside:
            flow.append(line)
    return tuple(flow)
