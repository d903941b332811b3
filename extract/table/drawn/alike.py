"""Tables under one heading -> the roles of their columns, decided once.

Input: all tables of a document. What a column means is the same wherever its heading is printed, so the cells of all
of these tables speak together: a column of dashes in one, or a table of two rows, can't mean something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.table.drawn.heading import CellText, DrawnColumn, HeadingBand, give_roles, roles_by_own_rows, seen_columns
from extract.table.drawn.misread import is_by_ocr, is_misread
from extract.table.drawn.sheet import Sheet, TablePart
from extract.table.meaning.evidence import LOOKED_AT, SeenColumn

#: Rows of a table that are looked at, at least.
_ROWS = 2


def decide_together(sheets: Sequence[Sheet], text: CellText) -> None:
    """Gives the columns of all tables their roles. `text` remembers the texts of cells."""
    for group in _under_one_heading(sheets):
        if len(group) > 1 or len(group[0].pieces) > 1:
            _decide(group, text)
        elif (heading := group[0].pieces[0].heading) is not None:
            roles_by_own_rows(group[0].pieces[0].grid, heading, text)


def _under_one_heading(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    """Tables by their headings; of those that OCR reads one may print a letter otherwise."""
    alike: dict[tuple[str, ...], list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        key = tuple("".join(filter(str.isalnum, column.text)).upper() for column in sheet.columns)
        heading = sheet.pieces[0].heading
        if key not in alike and heading is not None and is_by_ocr(heading):
            key = next((known for known in alike if is_misread(known, key)), key)
        alike[key].append(sheet)
    return [*alike.values()]


def _decide(group: Sequence[Sheet], text: CellText) -> None:
    rows = max(_ROWS, LOOKED_AT // len(group))
    tables = [list(_rows_of(sheet, text))[:rows] for sheet in group]
    found = [row for table in tables for row in table]
    columns = group[0].columns
    seen = [SeenColumn(column.names, tuple(row[i] for row in found)) for i, column in enumerate(columns)]
    give_roles(columns, seen)
    for own in {id(own): own for sheet in group for own in _column_lists(sheet)}.values():
        for column, decided in zip(own, columns, strict=True):
            column.role, column.sure, column.scope = decided.role, decided.sure, decided.scope


def _column_lists(sheet: Sheet) -> Iterator[list[DrawnColumn]]:
    yield sheet.columns
    for piece in sheet.pieces:
        if piece.heading is not None:
            yield piece.heading.columns


def _rows_of(sheet: Sheet, text: CellText) -> Iterator[tuple[str, ...]]:
    """The rows of a table, cell by cell; a group row, and the rest of one cell behind a page break, are none."""
    for piece in sheet.pieces:
        heading = piece.heading or _heading(sheet, piece)
        seen = seen_columns(piece.grid, heading, piece.stop, heading.body, text)
        yield from (row for row in zip(*(column.cells for column in seen), strict=True) if sum(map(bool, row)) > 1)


def _heading(sheet: Sheet, piece: TablePart) -> HeadingBand:
    """Where the heading of a part would end that prints none."""
    return HeadingBand(piece.first - 1, piece.first - 1, piece.first, sheet.placed(piece))
