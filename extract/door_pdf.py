"""A PDF's lines and tables to an ExtractedDecree, by the same code for heads and preamble as text.

The lines outside tables go through extract.decree.sections; a marker line stands where each table is, and the block
whose head stands above it gets the table's rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.headings import heading_letters
from bahasa.temuan import about_text, finding
from extract.decree.assemble import Blocks, furniture_texts, named_holder, placed, unparsed_of
from extract.decree.blocks import Leftover, read_blocks
from extract.decree.pointed import pointed
from extract.decree.preamble import read_preamble
from extract.decree.sections import Reader, Section, Sections
from extract.decree.units import named_units
from extract.errors import UnusableSource
from extract.read.pdf.bbox import Boxes
from extract.read.piece import SHOWN
from extract.table.drawn.content import PdfContent
from extract.table.drawn.table import PdfTable
from extract.table.heading import TableHeading
from schemas.base import Finding
from schemas.decree import Block, Decree, ExtractedDecree, Preamble
from schemas.layout import Line
from schemas.source import Source

#: More lines than this outside any block of a file without a preamble are those of a report.
_REPORT = 25


def decree_of(source: Source, content: PdfContent, findings: Sequence[Finding] = ()) -> ExtractedDecree:
    """The decree in this content; raises UnusableSource where it holds no indicator table and no holder."""
    lines = content.pages.lines
    found = _PdfReader(lines, content.markers).read()
    preamble = read_preamble(found.sections)
    read = read_blocks(found.sections[preamble.used :])
    if not read.drafts:
        raise _no_table(content, found)
    left = [Leftover(preamble.left), *read.left] if preamble.left else read.left
    if preamble.preamble == Preamble():
        left = [_of_a_report(part) for part in left]
    blocks = _PdfBlocks(content.markers, named_units((named_holder(draft) for draft in read.drafts), lines))
    for draft in read.drafts:
        blocks.add(draft)
    unparsed, unread = unparsed_of(left)
    boxes = Boxes(lines)
    outside = (*unparsed, *blocks.unparsed, *furniture_texts(found.marks))
    decree = Decree(
        preamble=boxes.preamble(preamble.preamble),
        lampiran=tuple(boxes.lampiran(lampiran) for lampiran in read.lampiran),
        blocks=tuple(boxes.block(block) for block in blocks.blocks),
        unparsed=(*map(boxes.text, outside), *content.overlays),
    )
    all_findings = (*findings, *map(boxes.finding, unread), *map(boxes.finding, blocks.findings), *_overlaid(content))
    paged = source.model_copy(update={"pages": content.pages.page_count})
    return ExtractedDecree(source=paged, decree=decree, findings=pointed(all_findings, decree))


def _of_a_report(part: Leftover) -> Leftover:
    """Long text around the tables of a report is no decree that was not understood."""
    if part.known or len(part.pieces) <= _REPORT:
        return part
    return Leftover(part.pieces, "uraian laporan di luar tabel indikator")


class _PdfReader(Reader):
    """Reads sections where tables are known already: each is one marker line, and what follows it is outside it."""

    def __init__(self, lines: Sequence[Line], markers: dict[int, PdfTable]) -> None:
        super().__init__(lines)
        self.markers = markers
        for at, row in enumerate(self.rows):
            if row.line.number in markers:
                self.recogniser._tables[at] = _table_heading(markers[row.line.number], row.line.number, at, self)

    def _may_hold_table(self) -> bool:
        return True

    def _row(self, at: int) -> int:
        row = self.rows[at]
        if row.line.number not in self.markers:
            return super()._row(at)
        table = self.recogniser.table(at)
        assert table is not None
        self._open("tabel", row)
        self.open.table = table
        self._open("lain", row)
        return at + 1


def _table_heading(table: PdfTable, number: int, at: int, reader: Reader) -> TableHeading:
    key = (*(heading_letters(heading.text.as_printed) for heading in table.headings), f"#{number}")
    return TableHeading(table.headings, (reader.rows[at],), (), at + 1, key, True)


class _PdfBlocks(Blocks):
    """Blocks whose rows come from the tables as drawn; a table without ruling lines is read as text is."""

    def __init__(self, markers: dict[int, PdfTable], units: tuple[str, ...]) -> None:
        super().__init__(units)
        self.markers = markers

    def _with_rows(self, block: Block, section: Section) -> Block:
        table = self.markers.get(section.start)
        if table is None:
            return super()._with_rows(block, section)
        self.findings += placed(table.lost, block.kind, block.order)
        return block.model_copy(update={"headings": table.headings, "rows": table.rows, "others": table.others})


def _overlaid(content: PdfContent) -> list[Finding]:
    return [finding("tulisan-menimpa", about_text(text, shown=SHOWN)) for text in content.overlays]


def _no_table(content: PdfContent, found: Sections) -> UnusableSource:
    """Says what was found instead."""
    parts = sorted({section.label.words[0] for section in found.sections if section.label})
    ruled = sum(len(page.grids) for page in content.read)
    seen = f" Yang ditemukan: {ruled} tabel lain" + (f" dan label {', '.join(parts)}." if parts else ".")
    return UnusableSource(
        f"Tidak ada tabel indikator dalam {content.pages.page_count} halaman PDF ini.{seen}",
        "Periksa apakah berkas ini memuat lampiran IKU, IKI, atau Perjanjian Kinerja.",
    )
