"""Tables of a Word file to cells with their spans and lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, zip_longest

from extract.read.docx.beside import Beside
from extract.read.docx.borders import join_undrawn
from extract.read.docx.cells import WordCell, WordRow, WordTable
from extract.read.docx.equations import draws_fraction
from extract.read.docx.names import ALTERNATIVE, Element, M, W, at, unwrapped, value, whole_number
from extract.read.docx.paragraphs import Paragraph, Paragraphs

#: Width (points) of a column that the file tells nothing of.
_USUAL = 72.0
#: and the least of any: one of no width has no place for its words
_LEAST = 9.0
#: A table in a cell is one of its own from so many columns on.
_COLUMNS = 3
#: Columns of one table that are looked at (Word allows 63).
_MOST = 200


def blocks_of(element: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, cell or text box, and other files that are put in (`altChunk`), in order."""
    return unwrapped(element, "p", "tbl", "altChunk")


def frames_of(table: Element) -> list[Element]:
    """The cells of a table that is a mere frame around other tables, one below the other; none of a table of its
    own."""
    rows = [list(unwrapped(row, "tc")) for row in unwrapped(table, "tr")]
    if any(len(row) != 1 for row in rows):
        return []
    cells = [cell for row in rows for cell in row]
    return cells if any(block.tag == W + "tbl" for cell in cells for block in blocks_of(cell)) else []


def is_table_of_its_own(table: Element) -> bool:
    """Is a table in a cell one that is read as such? A formula set as one has fewer columns."""
    rows = list(unwrapped(table, "tr"))
    return len(rows) > 1 and not _is_fraction(rows) and max(len(list(unwrapped(row, "tc"))) for row in rows) >= _COLUMNS


def _is_fraction(rows: Sequence[Element]) -> bool:
    """Is it a fraction: two rows, all cells merged over both but for one above another (`Realisasi` over `Pagu`)?"""
    if len(rows) != 2:
        return False
    upper, lower = ([at(cell, "tcPr/vMerge") is None for cell in unwrapped(row, "tc")] for row in rows)
    return upper == lower and len(upper) > 1 and sum(upper) == 1


def _inner(cell: Element) -> list[Element]:
    return [block for block in blocks_of(cell) if block.tag == W + "tbl" and is_table_of_its_own(block)]


def table_of(table: Element, paragraphs: Paragraphs) -> WordTable:
    """A table with its merged cells. Rows that were deleted, or are hidden, are not there."""
    made = WordTable((), 0, [])
    rows: list[WordRow] = []
    for row in unwrapped(table, "tr"):
        if at(row, "trPr/del") is None and at(row, "trPr/hidden") is None:
            rows.append(_row(row, made, rows[-1] if rows else {}, paragraphs))
            made.rows += 1
    made.edges = _edges(table, 1 + max((cell.c1 for cell in made.cells), default=0))
    taken = join_undrawn(table, rows, made.edges)
    made.cells = [cell for cell in made.cells if cell not in taken]
    return made


def _row(row: Element, made: WordTable, above: WordRow, paragraphs: Paragraphs) -> WordRow:
    """Adds a row's cells; returns those that stand in it, also where they go on from above."""
    here: WordRow = {}
    column = min(max(0, whole_number(value(row, "trPr/gridBefore"), 0)), _MOST - 1)
    last: WordCell | None = None
    for element in unwrapped(row, "tc"):
        if at(element, "tcPr/cellDel") is not None:
            continue
        if column >= _MOST and last is not None:
            # what stands beyond the columns that are looked at is not lost: it goes on in the last of them
            last.lines = [*last.lines, *_lines(element, paragraphs, last.beside)]
            continue
        width = min(max(1, whole_number(value(element, "tcPr/gridSpan"), 1)), _MOST - column)
        cell = _continued(element, column, width, above, last)
        if cell is None:
            cell = WordCell(column, column + width - 1, made.rows, made.rows)
            cell.lines = _lines(element, paragraphs, cell.beside)
            cell.formula = _has_fraction(element)
            made.cells.append(cell)
            made.inner += [(made.rows, one) for one in _inner(element)]
        cell.r1, cell.c1 = made.rows, max(cell.c1, column + width - 1)
        here[cell.c0], last = (cell, element), cell
        column += width
    return here


def _has_fraction(cell: Element) -> bool:
    """Is one in it an equation, a field, or set as a table?"""
    drawn = next(cell.iter(f"{M}f"), None) is not None or draws_fraction(cell)
    tables = (block for block in blocks_of(cell) if block.tag == W + "tbl")
    return drawn or any(_is_fraction(list(unwrapped(table, "tr"))) for table in tables)


def _continued(element: Element, column: int, width: int, above: WordRow, last: WordCell | None) -> WordCell | None:
    """The cell that this one is merged with: the one above, or (in old files) the one to its left. Where the row in
    which a merged cell begins was deleted, what is left of it is a cell of its own, not a part of the one above."""
    if value(element, "tcPr/hMerge") != "restart" and at(element, "tcPr/hMerge") is not None:
        return last
    merged = at(element, "tcPr/vMerge") is not None and value(element, "tcPr/vMerge") != "restart"
    if not merged or column not in above:
        return None
    found, upper = above[column]
    return found if found.c1 == column + width - 1 and at(upper, "tcPr/vMerge") is not None else None


def _lines(cell: Element, paragraphs: Paragraphs, beside: Beside) -> list[str]:
    """The lines of a cell; small tables in it are written row by row, cells side by side. `beside` gets what hangs on
    them."""
    lines: list[str] = []
    for block in blocks_of(cell):
        if block.tag == W + "p":
            lines += _with_boxes(paragraphs.read(block), paragraphs, beside)
            continue
        lines += paragraphs.rest()
        if block.tag == W + "tbl" and is_table_of_its_own(block):
            continue
        if block.tag == W + "tbl":
            inner = table_of(block, paragraphs)
            beside.take(inner.beside)
            lines += _side_by_side(inner)
        else:
            beside.inserted.append(ALTERNATIVE)
    return lines + paragraphs.rest()


def _with_boxes(read: Paragraph, paragraphs: Paragraphs, beside: Beside) -> list[str]:
    beside.take(read.beside)
    return read.lines + [line for box in read.boxes for line in _lines(box, paragraphs, beside)]


def _side_by_side(table: WordTable) -> Iterator[str]:
    """Its lines, row by row; rows that a merged cell ties together are read column by column, as a fraction is: `Hasil`
    over `Rencana`, and `x 100%` beside both."""
    for first, last in _tied_rows(table):
        cells = [cell for cell in table.cells if first <= cell.r0 <= last]
        if first < last:
            yield from (line for cell in sorted(cells, key=lambda one: (one.c0, one.r0)) for line in cell.lines)
            continue
        for beside in zip_longest(*(cell.lines for cell in cells), fillvalue=""):
            yield "\t".join(line.strip() for line in beside if line.strip())


def _tied_rows(table: WordTable) -> Iterator[tuple[int, int]]:
    """The first and last row of each run of rows that merged cells tie together."""
    first = 0
    while first < table.rows:
        last, reach = first, first
        while last <= reach:
            reach = max([reach, *(cell.r1 for cell in table.cells if cell.r0 == last)])
            last += 1
        yield first, reach
        first = reach + 1


def _edges(table: Element, columns: int) -> tuple[float, ...]:
    """The edges of the columns, by the table's grid."""
    grid = at(table, "tblGrid")
    widths: list[float] = (
        [] if grid is None else [whole_number(one.get(W + "w"), 0) / 20 for one in grid if one.tag == W + "gridCol"]
    )
    widths += [_USUAL] * (columns - len(widths))
    return tuple(accumulate((max(width, _LEAST) for width in widths[:columns]), initial=0.0))
