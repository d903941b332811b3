"""A table over its pages to rows of cells, page breaks joined."""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import INDIKATOR, NO
from bahasa.temuan import about_text, finding
from extract.read.pdf.grid import text_in
from extract.read.pdf.words import cell_lines
from extract.table.context import DocumentWords
from extract.table.drawn.assembly import Assembly, GroupDraft, RowDraft, make_room
from extract.table.drawn.cell import CellDraft, CellLine, Show, cell_places, cell_text
from extract.table.drawn.halves import side_by_side
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.program import Program
from extract.table.drawn.row import DrawnRow
from extract.table.drawn.seam import Fill, Seam, seam
from extract.table.drawn.sheet import Sheet, TablePart
from extract.table.row import UNNAMED, row_of
from extract.table.sheet import DrawnTable
from schemas.base import Finding
from schemas.decree import Cell, Heading, Row, Span, Text
from schemas.layout import DrawnCell

#: The weight of what leaves no doubt.
_SURE = 9.0


def joined_parts(sheet: Sheet) -> Assembly:
    """Joins the pieces of a table at their seams."""
    fills = _fills(sheet)
    made = Assembly(sheet.columns, owner=[None] * len(sheet.columns))
    before: TablePart | None = None
    for piece in sheet.pieces:
        rows = piece.rows
        if piece.grid.upright:
            _add_card(made, piece)
            continue
        if before is not None and before.rows and rows and before.place != piece.place and made.entries:
            rows = _over_the_seam(made, before.rows[-1], rows, fills)
        for row in rows:
            _add(made, row)
        if piece.rows:
            before = piece
    make_room(made)
    return made if sheet.beside is None else side_by_side(made, joined_parts(sheet.beside))


def _add_card(made: Assembly, piece: TablePart) -> None:
    """The row of a card; what a page cut off it goes on with that row."""
    for row in piece.rows:
        if not piece.grid.rest or not made.entries:
            made.entries.append(_draft(made, row))
            for i in range(len(made.columns)):
                if row.has_text(i):
                    _own(made, i, made.entries[-1], row)
                elif row.above[i] is not None and made.owner[i] is not None:
                    made.entries[-1].spans[i] = "covered"
            continue
        count = len(made.columns)
        why = [f"batas halaman {made.entries[-1].page}/{piece.page}: kartu berlanjut"]
        _go_on(made, row, Seam(piece.page, True, _SURE, ["lanjut"] * count, [], [why] * count, [False] * count))


def _fills(sheet: Sheet) -> list[Fill]:
    """How each column is filled in rows that do not touch a page break."""
    fills = []
    inner = [row for piece in sheet.pieces for row in (piece.rows[:1] if len(piece.rows) == 1 else piece.rows[1:])]
    inner = [row for row in inner if row.group is None and not row.blank] or [r for p in sheet.pieces for r in p.rows]
    for i in range(len(sheet.columns)):
        own = sum(row.has_text(i) for row in inner)
        blank = [row for row in inner if not row.has_text(i)]
        merged = sum(row.above[i] is not None for row in blank)
        counted = sum(row.has_text(i) and _has_number(row, sheet.columns) for row in inner)
        fills.append(
            Fill(
                own / len(inner) if inner else 1.0, merged / len(blank) if blank else 0.5, counted / own if own else 0.0
            )
        )
    return fills


def _has_number(row: DrawnRow, columns: Sequence[DrawnColumn]) -> bool:
    return any(column.role == NO and row.has_text(i) for i, column in enumerate(columns))


def _over_the_seam(made: Assembly, last: DrawnRow, rows: list[DrawnRow], fills: list[Fill]) -> list[DrawnRow]:
    """Treats the first row after a page break; returns the rows that are left."""
    first = rows[0]
    if first.group is not None or last.group is not None:
        return rows
    tails = [_tail(last, i) for i in range(len(made.columns))]
    decision = seam(last, first, made.columns, fills, tails, _torn_number(made, first))
    made.seams.append(decision)
    if decision.joined:
        _go_on(made, first, decision)
    else:
        _start(made, first, decision)
    for draft in made.entries[-1].drafts:
        draft.sure = min(draft.sure, decision.sure)
    return rows[1:]


def _torn_number(made: Assembly, first: DrawnRow) -> bool:
    """Are the number of the row above a page break and that of the one below it the halves of the next row's number
    (`10.`, then `1` / `1.`), and not that number themselves?"""
    column = next((i for i, column in enumerate(made.columns) if column.role == NO), None)
    if column is None or len(made.entries) < 2:
        return False
    before, upper = (
        "".join(line.line.text for line in entry.drafts[column].lines).strip(" .)(") for entry in made.entries[-2:]
    )
    lower = "".join(text_in(cell) for cell in first.cells[column]).strip(" .)(")
    halves = before.isdecimal() and upper.isdecimal() and lower.isdecimal()
    return halves and int(upper + lower) == int(before) + 1 and int(upper) != int(before) + 1


def _tail(last: DrawnRow, column: int) -> DrawnCell | None:
    """The cell with text that ends at the foot of the page in this column."""
    own = [region for region in last.cells[column] if region.words]
    if own:
        return own[-1]
    above = last.above[column]
    return above if above is not None and above.words else None


def _go_on(made: Assembly, row: DrawnRow, decision: Seam) -> None:
    """The first row on the page is the rest of the last one."""
    entry = made.entries[-1]
    entry.seams.append(decision)
    for i in range(len(made.columns)):
        if row.has_text(i):
            _extend(made, i, entry, row, decision.columns[i])


def _extend(made: Assembly, i: int, entry: RowDraft, row: DrawnRow, reasons: list[str]) -> None:
    owner = made.owner[i] if entry.spans[i] == "covered" and made.owner[i] is not None else entry
    assert owner is not None
    owner.drafts[i].lines += _lines(row, i)
    owner.drafts[i].reasons += reasons
    owner.drafts[i].doubt(row.cells[i])
    if owner.spans[i] == "empty":
        owner.spans[i] = "own"
        made.owner[i] = owner


def _start(made: Assembly, row: DrawnRow, decision: Seam) -> None:
    """The first row on the page is a new one; cells merged over the break are carried into it."""
    entry = _draft(made, row)
    entry.seams.append(decision)
    made.entries.append(entry)
    for i, action in enumerate(decision.actions):
        owner = made.owner[i]
        if action == "lanjut" and owner is not None:
            entry.spans[i] = "covered"
            _extend(made, i, entry, row, decision.columns[i])
            for draft in (owner.drafts[i], entry.drafts[i]):
                draft.sure = min(draft.sure, decision.sure_of(i))
        elif action == "bentang" and owner is not None:
            entry.spans[i] = "covered"
            entry.drafts[i].reasons += decision.columns[i]
        elif row.has_text(i):
            _own(made, i, entry, row)
            entry.drafts[i].reasons += decision.columns[i]


def _add(made: Assembly, row: DrawnRow) -> None:
    """A row away from any page break."""
    if row.blank:
        return
    if row.group is not None:
        lines = _region_lines(row.page, row.group)
        made.tops.append(len(made.entries))
        made.groups.append((" ".join(" ".join(line.line.text.split()) for line in lines), lines))
        made.owner = [None] * len(made.columns)
        return
    entry = _draft(made, row)
    made.entries.append(entry)
    for i in range(len(made.columns)):
        if row.has_text(i):
            _own(made, i, entry, row)
        elif row.above[i] is not None and made.owner[i] is not None:
            entry.spans[i] = "covered"


def _draft(made: Assembly, row: DrawnRow) -> RowDraft:
    drafts = [CellDraft() for _ in made.columns]
    for draft, cells in zip(drafts, row.cells, strict=True):
        draft.doubt(cells)
    spans: list[Span] = ["empty"] * len(made.columns)
    return RowDraft(row.page, drafts, spans, _group(made), stacked=row.stacked, doubtful=row.doubtful)


def _group(made: Assembly) -> GroupDraft | None:
    return made.groups[-1] if made.groups else None


def _own(made: Assembly, i: int, entry: RowDraft, row: DrawnRow) -> None:
    entry.drafts[i].lines += _lines(row, i)
    entry.spans[i] = "own"
    made.owner[i] = entry


def _lines(row: DrawnRow, column: int) -> list[CellLine]:
    return [line for region in row.cells[column] for line in _region_lines(row.page, region)]


def _region_lines(page: int, region: DrawnCell) -> list[CellLine]:
    return [CellLine(page, line, region.x1 - region.x0, line.x0 - region.x0) for line in cell_lines(region)]


def program_rows(program: Program, known: DocumentWords, show: Show) -> tuple[dict[str, Cell], ...]:
    """The rows of a table of programs: heading as printed to cell."""
    names = [f"{name} ({i + 1})" if name in program.headings[:i] else name for i, name in enumerate(program.headings)]
    return tuple(
        {
            name: Cell(
                text=cell_text(draft, known, show), span="empty" if draft.blank else "own", formula=draft.formula
            )
            for name, draft in zip(names, row, strict=True)
        }
        for row in program.rows
    )


def finish(sheet: Sheet, made: Assembly, known: DocumentWords, show: Show) -> DrawnTable:
    """The table with its texts. `known` are the document's unbroken words."""
    names = _names(made.columns)
    places = tuple(show(p.page, (p.grid.xs[0], p.top, p.grid.xs[-1], p.bottom)) for p in sheet.parts)
    pages = {piece.page: place.page for piece, place in zip(sheet.parts, places, strict=True)}
    rows = tuple(_row(entry, pages[entry.page], made.columns, names, known, show) for entry in made.entries)
    headings = tuple(
        Heading(
            role=c.role,
            text=_heading_text(name, c, sheet.page_of(c), show),
            role_confidence=round(c.sure, 3),
            scope=c.scope,
        )
        for c, name in zip(made.columns, names, strict=True)
    )
    return DrawnTable(headings, rows, places, tuple(made.seams), sheet, made, bands=_bands(made, known, show))


def _bands(made: Assembly, known: DocumentWords, show: Show) -> dict[int, list[list[Text]]]:
    """The group rows above each row, line by line. One that is printed again, below a page break, is one."""
    found: dict[int, list[list[Text]]] = {}
    before: GroupDraft | None = None
    for top, group in zip(made.tops, made.groups, strict=True):
        above = found.setdefault(top, [])
        if not above or before is None or before[0] != group[0]:
            above.append([cell_text(CellDraft([line]), known, show) for line in group[1]])
        before = group
    return found


def stacked_findings(table: DrawnTable) -> list[Finding]:
    """A finding for each row that holds several indicators which can't be told apart."""
    return [
        finding("indikator-bertumpuk", about_text(row.cells[INDIKATOR].text, f"rows/{number}/{INDIKATOR}"))
        for number, (entry, row) in enumerate(zip(table.made.entries, table.rows, strict=True), start=1)
        if entry.doubtful and INDIKATOR in row.cells
    ]


def _names(columns: Sequence[DrawnColumn]) -> list[str]:
    """Headings as printed; one that is printed twice gets its position added, so that no cell hides another."""
    names: list[str] = []
    for i, column in enumerate(columns):
        name = column.text or UNNAMED
        names.append(f"{name} ({i + 1})" if name in names else name)
    return names


def _heading_text(name: str, column: DrawnColumn, page: int, show: Show) -> Text:
    lines = [line for cell in column.cells for line in _region_lines(page, cell)]
    return Text(as_printed=column.text and name, places=cell_places(lines, show))


def _row(
    entry: RowDraft,
    page: int | None,
    columns: Sequence[DrawnColumn],
    names: list[str],
    known: DocumentWords,
    show: Show,
) -> Row:
    drafts = zip(entry.drafts, entry.spans, strict=True)
    group = entry.group
    cells = [Cell(text=cell_text(draft, known, show), span=span, formula=draft.formula) for draft, span in drafts]
    row = row_of([column.role for column in columns], names, cells, group=group and group[0], page=page)
    places = cell_places(group[1], show) if group else ()
    return row.model_copy(update={"stacked": entry.stacked, "group_places": places})
