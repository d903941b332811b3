"""A page of text with what was seen in it: parts of the decree, columns, rows and cells, each with its reasons.

For a person who wants to know why a cell reads as it does. It is one HTML file: reasons are sentences, which a picture
has no room for; the text can be searched and copied; and nothing needs to be installed to make or to read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from bahasa.roles import column_roles
from extract.door import Parts, parts_of
from extract.errors import UnusableSource
from extract.read.piece import Piece
from extract.read.text import layout_of_text
from extract.table.flow import flow_of
from extract.table.region import TableRegion
from extract.table.text import table_in_text
from schemas.base import Role
from schemas.layout import Layout, Line

#: Classes of spans that are no cell's.
_PART, _MARK = "bagian", "tanda"


@dataclass(frozen=True, slots=True)
class SeenSpan:
    """What a part of a line (character positions) was taken for: its class of style, and why."""

    start: int
    stop: int
    kind: str
    why: str


@dataclass(slots=True)
class SeenLine:
    """A line with its spans; `notes` stand beside it, `seam` says that a page was seen to end above it."""

    line: Line
    spans: list[SeenSpan] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seam: bool = False

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


def text_page(data: bytes, number: int) -> bytes:
    """Page `number` (1-based) of a text source as HTML; a source without form feeds is one page. Raises UnusableSource
    for bytes that are no text or a page that isn't there."""
    from jinja2 import Environment, StrictUndefined

    layout = layout_of_text(data)
    count = layout.page_count or 1
    if not 1 <= number <= count:
        raise UnusableSource(f"Halaman {number} tidak ada; teks ini mempunyai {count} halaman.", "Pilih halaman lain.")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = files("katalog.show").joinpath("text_page.html.j2").read_text(encoding="utf-8")
    lines = [seen for seen in seen_lines(layout) if seen.line.page in (None, number)]
    roles = {name: role.id for name, role in column_roles().items()}
    page = environment.from_string(template).render(lines=lines, roles=roles, number=number, count=count)
    return page.encode("utf-8", errors="replace")


def seen_lines(layout: Layout) -> list[SeenLine]:
    """All lines with what was seen in them."""
    parts = parts_of(flow_of(layout))
    seen = {line.number: SeenLine(line) for line in layout.lines}
    for order, region in enumerate(parts.regions, 1):
        _table(order, region, seen)
    _sections(parts, seen)
    return list(seen.values())


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
