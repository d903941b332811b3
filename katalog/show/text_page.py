"""A page of text with what was seen in it: parts of the decree, columns, rows and cells, each with its reasons.

For a person who wants to know why a cell reads as it does. It is one HTML file: reasons are sentences, which a picture
has no room for; the text can be searched and copied; and nothing needs to be installed to make or to read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bahasa.roles import OTHERS, TARGET, column_roles
from extract.door import Parts, parts_of
from extract.errors import UnusableSource
from extract.read.piece import Piece
from extract.table.flow import flow_of
from extract.table.region import TableRegion
from extract.table.sheet import DrawnTable, OtherSheet
from extract.table.text import table_in_text
from katalog.show.html_page import html_page
from schemas.base import Role
from schemas.decree import Text
from schemas.layout import Layout, Line

#: Classes of spans that are no cell's.
_PART, _MARK = "bagian", "tanda"
#: Stands between two cells of a drawn table.
_BORDER = " │ "


@dataclass(frozen=True, slots=True)
class SeenSpan:
    """What a part of a line (character positions) was taken for: its class of style, and why."""

    start: int
    stop: int
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell of a drawn table, the class of style of its column, and what is said of it."""

    text: Text
    kind: str
    said: str


@dataclass(slots=True)
class SeenLine:
    """A line with its spans; `notes` stand beside it, `seam` says that a page was seen to end above it."""

    line: Line
    spans: list[SeenSpan] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seam: bool = False

    @property
    def number(self) -> int:
        """The number by which places name it: in a docx its position among the lines of cells as well."""
        line = self.line
        place = line.sheet.place(line.words) if line.sheet is not None and line.words else None
        return place.lines[0] if place is not None and place.lines is not None else line.number

    def runs(self) -> Iterator[tuple[str, SeenSpan | None]]:
        """Its text in order, in pieces with their span or none."""
        at, text = 0, self.line.text
        for span in sorted(self.spans, key=lambda span: span.start):
            if span.start < at:
                continue
            yield text[at : span.start], None
            yield text[span.start : span.stop], span
            at = span.stop
        yield text[at:], None


def text_page(layout: Layout, number: int) -> bytes:
    """Page `number` (1-based) of a text or a docx as HTML; a source without pages is one page. Raises UnusableSource
    for a page that isn't there."""
    count = layout.page_count or 1
    if not 1 <= number <= count:
        raise UnusableSource(
            f"Halaman {number} tidak ada; sumber ini mempunyai {count} halaman.", "Pilih halaman lain."
        )
    whole = layout.page_count is None
    lines = [seen for seen in seen_lines(layout) if whole or seen.line.page == number]
    roles = {name: role.id for name, role in column_roles().items()}
    return html_page("katalog.show", "text_page.html.j2", lines=lines, roles=roles, number=number, count=count)


def seen_lines(layout: Layout) -> list[SeenLine]:
    """All lines with what was seen in them; a row of a drawn table is a line as well."""
    flow = flow_of(layout)
    parts = parts_of(flow)
    seen = {line.number: SeenLine(line) for line in flow.lines}
    for order, region in enumerate(parts.regions, 1):
        _table(order, region, seen)
    _sections(parts, seen)
    drawn = {table.number: list(_drawn(order, table)) for order, table in enumerate(flow.tables, 1)}
    others = [item for item in flow.items if isinstance(item, OtherSheet)]
    drawn |= {other.number: list(_other(order, other)) for order, other in enumerate(others, 1)}
    return [line for item in flow.items for line in (drawn.get(item.number) or [seen[item.number]])]


def _other(order: int, other: OtherSheet) -> Iterator[SeenLine]:
    """The headings and rows of a table that is none of indicators."""
    name = f"tabel lain {order}"
    heads = [SeenCell(text, OTHERS, "kepala kolom") for text in other.table.headings]
    yield _side_by_side(heads, other.number, [name])
    rows: dict[int, list[SeenCell]] = defaultdict(list)
    for cell in other.table.cells:
        rows[cell.row].append(SeenCell(cell.text, OTHERS, f"{name}, baris {cell.row}, kolom {cell.column}"))
    for row, cells in rows.items():
        yield _side_by_side(cells, other.number, [f"baris {row}"])


def _drawn(order: int, table: DrawnTable) -> Iterator[SeenLine]:
    """The headings and rows of a drawn table, their cells side by side."""
    heads = [SeenCell(heading.text, heading.role, "kepala kolom") for heading in table.headings]
    yield _side_by_side(heads, table.number, [f"tabel {order}"])
    for row, printed in enumerate(table.rows, 1):
        others, targets = iter(printed.others.values()), iter([one.cell for one in printed.targets])
        cells: list[SeenCell] = []
        for heading in table.headings:
            cell = printed.cells.get(heading.role)
            if cell is None:
                # columns that share a role, in their order
                cell = next(targets if heading.role == TARGET else others, None)
            said = f"tabel {order}, baris {row}, {heading.text.as_printed} ({heading.role})"
            cells += [SeenCell(cell.text, heading.role, said)] if cell is not None else []
        yield _side_by_side(cells, table.number, [f"baris {row}", *([printed.group] if printed.group else [])])


def _side_by_side(cells: Sequence[SeenCell], number: int, notes: list[str]) -> SeenLine:
    """Cells as one line. Its number is that of the first line that they take in the source."""
    text, spans = "", []
    for cell in cells:
        text += _BORDER if text else ""
        why = "; ".join((cell.said, *cell.text.reasons))
        spans.append(SeenSpan(len(text), len(text) + len(cell.text.as_printed), cell.kind, why))
        text += cell.text.as_printed
    places = [place for cell in cells for place in cell.text.places]
    first = min((place.lines[0] for place in places if place.lines is not None), default=number)
    page = next((place.page for place in places), None)
    return SeenLine(Line(text, first, page), spans, notes)


def _sections(parts: Parts, seen: Mapping[int, SeenLine]) -> None:
    for section in parts.found.sections:
        for position, piece in enumerate(section.pieces):
            if not position:
                seen[piece.number].notes.insert(0, section.part)
            if not seen[piece.number].spans:
                # no cell's: the lines of a table are pieces of its section as well
                _take(seen, piece, _PART, section.part)
    for mark in parts.found.marks:
        _take(seen, mark.piece, _MARK, mark.reason)


def _take(seen: Mapping[int, SeenLine], piece: Piece, kind: str, why: str) -> None:
    start, stop = piece.span or (0, len(piece.line.text))
    seen[piece.number].spans.append(SeenSpan(start, stop, kind, why))


def _table(order: int, region: TableRegion, seen: Mapping[int, SeenLine]) -> None:
    """The rows and cells of one table. A cell's reasons stand with each of its parts."""
    for number in region.seams:
        seen[number].seam = True
    names = [heading.text.as_printed for heading in region.headings]
    for row, cells in enumerate(table_in_text(region).cells, 1):
        firsts: dict[int, list[Role]] = defaultdict(list)
        for column, cell in sorted(cells.items()):
            role = region.headings[column].role
            why = "; ".join(cell.reasons) or "tanpa alasan khusus"
            said = f"tabel {order}, baris {row}, {names[column]} ({role}), batas {cell.confidence:.0%}: {why}"
            for part in cell.parts:
                start, stop = part.span or (0, len(part.line.text))
                seen[part.line.number].spans.append(SeenSpan(start, stop, role, said))
            firsts[cell.parts[0].line.number].append(role)
        if firsts:
            seen[min(firsts)].notes.append(f"baris {row}")
