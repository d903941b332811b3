"""Source -> Layout -> ExtractedDecree: what the decree says, verbatim, with where it stands.

The one orchestration, for every medium and for training. Input: a Source and its bytes. Output: the decree's preamble,
lampiran and blocks, with places; findings for what no rule understood. Guarantees: every printed character is in one
field, in a label, in `tables`, or in `unparsed`; nothing raises but UnusableSource; the same bytes give the same
result.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, assert_never

from bahasa.temuan import about_text, finding
from extract.decree.assemble import Blocks, edges_of, furniture_lines, furniture_texts, unparsed_of
from extract.decree.blocks import BlocksRead, Leftover, give_kept, read_blocks
from extract.decree.context import context_of, region_of
from extract.decree.duties import with_duties
from extract.decree.kept import findings_of, kept_tables
from extract.decree.pointed import pointed
from extract.decree.preamble import PreambleRead, read_preamble
from extract.decree.section import Section, Sections
from extract.decree.sections import sections_of
from extract.errors import UnusableSource
from extract.media import DOCX
from extract.read.collector import collector_resting
from extract.read.piece import SHOWN, Mark, Piece
from extract.read.text import layout_of_text
from extract.table.context import DocumentContext
from extract.table.flow import Flow, columned, flow_of
from extract.table.region import TableRegion
from schemas.base import Finding
from schemas.decree import Decree, ExtractedDecree, Preamble, Text
from schemas.layout import Grid, Layout, Overlay
from schemas.source import Source

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions

#: More lines than this outside any block of a file without a preamble are those of a report, unless so many of them
#: stand in columns: rows of a table that were read as none.
_REPORT, _ROWS = 25, 0.2


def extract(source: Source, data: bytes, options: PdfOptions | None = None) -> ExtractedDecree:
    """The decree in these bytes; raises UnusableSource where they hold none. `options` say how a PDF is read."""
    with collector_resting():
        layout = layout_of(source, data, options)
        read = decree_of(layout, keep=False)
    paged = source.model_copy(update={"pages": layout.page_count})
    return ExtractedDecree(source=paged, decree=read.decree, findings=read.findings)


def layout_of(source: Source, data: bytes, options: PdfOptions | None = None) -> Layout:
    """The lines and tables in these bytes, as their medium shows them; raises UnusableSource where it can't be read."""
    if source.media_type == DOCX:
        from extract.read.docx.reading import layout_of_docx

        return layout_of_docx(data)
    match source.media_type:
        case "text/plain":
            return layout_of_text(data)
        case "application/pdf" | "image/png" | "image/jpeg" | "image/tiff":
            from extract.read.pdf.options import PdfOptions
            from extract.read.pdf.scans import layout_of_pdf

            chosen = options or PdfOptions()
            return layout_of_pdf(as_pdf(source, data, chosen), chosen)
    assert_never(source.media_type)


def as_pdf(source: Source, data: bytes, options: PdfOptions) -> bytes:
    """The bytes of a source that has pages, as those of a PDF: pictures become pages, a PDF stays as it is. Raises
    UnusableSource for pictures that can't be read."""
    if source.media_type == "application/pdf":
        return data
    from extract.read.picture.bound import bound

    return bound(data, options)


class Parts(NamedTuple):
    """A document in its parts, the rows of tables that are read as text aside; `context` is what it tells whoever reads
    these."""

    found: Sections
    preamble: PreambleRead
    blocks: BlocksRead
    context: DocumentContext

    @property
    def regions(self) -> list[TableRegion]:
        """The tables of blocks that are read as text."""
        tables = [draft.table for draft in self.blocks.drafts if draft.table is not None]
        return [region_of(table, self.context) for table in tables if table.table is not None and table.drawn is None]


def parts_of(flow: Flow) -> Parts:
    """The parts of a document."""
    found = sections_of(flow.items)
    preamble = read_preamble(found.sections)
    blocks = read_blocks(found.sections[preamble.used :], found.sections[: preamble.used])
    give_kept(blocks.drafts, found.kept)
    return Parts(found, preamble, blocks, context_of(flow.lines, blocks.drafts))


class Read(NamedTuple):
    """The decree with its findings; `marks` are the labels and page furniture, so that nothing printed is unaccounted
    for; `shared` are texts that stand in two fields (a holder that is a line of its block's title)."""

    decree: Decree
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...]
    shared: tuple[Text, ...]


def decree_of(layout: Layout, keep: bool = True) -> Read:
    """The decree in a layout; raises UnusableSource where it holds no indicator table and no holder. Without `keep` the
    layout's grids are emptied on the way, see `flow_of`."""
    flow = flow_of(layout, keep)
    parts = parts_of(flow)
    if not parts.blocks.drafts:
        raise _no_decree(layout, parts.found.sections)
    blocks = Blocks(parts.context, furniture_lines(parts.found.marks))
    for draft in parts.blocks.drafts:
        blocks.add(draft)
    unparsed, findings = unparsed_of(_left(parts, flow), blocks.blocks)
    overlays = [_overlaid(overlay) for overlay in layout.overlays]
    over = [_said_of(overlay, text) for overlay, text in zip(layout.overlays, overlays, strict=True)]
    tables = kept_tables(parts.found, parts.blocks.drafts, [blocks.blocks[at] for at in blocks.begins])
    filled, told = with_duties(blocks.blocks, tables)
    decree = Decree(
        preamble=parts.preamble.preamble,
        lampiran=tuple(parts.blocks.lampiran),
        blocks=tuple(filled),
        tables=tables,
        unparsed=(*unparsed, *blocks.unparsed, *furniture_texts(parts.found.marks), *edges_of(layout.edges), *overlays),
    )
    return Read(
        decree=decree,
        findings=pointed(
            (*layout.findings, *findings, *blocks.findings, *findings_of(tables, blocks.blocks), *over), decree
        ),
        marks=(*parts.found.marks, *parts.preamble.marks, *parts.blocks.marks, *blocks.marks),
        shared=(*blocks.shared, *told),
    )


def _left(parts: Parts, flow: Flow) -> list[Leftover]:
    """What fits no field. On printed pages without a preamble long text around the tables is a report's; in a text
    source it may as well be a table that nobody recognised."""
    left = [Leftover(parts.preamble.left), *parts.blocks.left] if parts.preamble.left else parts.blocks.left
    printed = any(line.sheet is not None for line in flow.lines)
    if not printed or parts.preamble.preamble != Preamble():
        return left
    report = "uraian laporan di luar tabel indikator"
    return [Leftover(p.pieces, report) if not p.known and _is_report(p.pieces) else p for p in left]


def _is_report(pieces: Sequence[Piece]) -> bool:
    return len(pieces) > _REPORT and columned([piece.line for piece in pieces]) < _ROWS * len(pieces)


def _overlaid(overlay: Overlay) -> Text:
    place = overlay.page.place_of(overlay.box)
    why = overlay.why and f"tidak tampak pada halaman: {overlay.why}"
    return Text(
        as_printed=overlay.text,
        places=(place,),
        reasons=(why or "cap, tanda air, atau tulisan miring di atas teks",),
    )


def _said_of(overlay: Overlay, text: Text) -> Finding:
    about = about_text(text, shown=SHOWN)
    if not overlay.why:
        return finding("tulisan-menimpa", about)
    return finding("teks-tak-tampak", about, teks=text.as_printed[:SHOWN], sebab=overlay.why)


def _no_decree(layout: Layout, sections: Sequence[Section]) -> UnusableSource:
    """Says what was found instead of a decree."""
    grids = sum(isinstance(item, Grid) for item in layout.flow)
    labels = sorted({section.label.words[0] for section in sections if section.label})
    seen = [f"{grids} tabel lain"] * bool(grids) + [f"label {', '.join(labels)}"] * bool(labels)
    lines = sum(bool(line.text.strip()) for line in layout.lines)
    where = f"{layout.page_count} halaman" if layout.page_count else f"{lines} baris teks"
    return UnusableSource(
        f"Tidak ada tabel indikator dalam {where} ini." + (f" Yang ditemukan: {' dan '.join(seen)}." if seen else ""),
        "Periksa apakah berkas ini memuat lampiran IKU, IKI, atau Perjanjian Kinerja.",
    )
