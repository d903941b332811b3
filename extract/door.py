"""Source -> ExtractedDecree: what the decree says, verbatim, with where it stands.

Input: a Source and its bytes. Output: the decree's preamble, lampiran and blocks, with places; findings for what no
rule understood. Guarantees: every printed character is in one field, in a label, or in `unparsed`; no text raises
anything but UnusableSource; the same bytes give the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.decree.assemble import Blocks, furniture_texts, named_holder, unparsed_of
from extract.decree.blocks import Leftover, read_blocks
from extract.decree.pointed import pointed
from extract.decree.preamble import read_preamble
from extract.decree.running import running_pairs
from extract.decree.sections import Section, sections_of
from extract.decree.units import named_units
from extract.errors import UnusableSource
from extract.read.piece import Mark
from extract.read.text import pages_of_text
from extract.table.told import document_words
from schemas.base import Finding
from schemas.decree import Decree, ExtractedDecree, Text
from schemas.layout import Pages
from schemas.source import Source

if TYPE_CHECKING:
    from extract.read.pdf.options import PdfOptions


def extract(source: Source, data: bytes, options: PdfOptions | None = None) -> ExtractedDecree:
    """The decree in these bytes; raises UnusableSource where they hold none. `options` say how a PDF is read, and have
    the dictionary."""
    if source.media_type == "application/pdf":
        from extract.read.pdf import read_pdf

        return read_pdf(source, data, options)
    pages = pages_of_text(data)
    read = read_pages(pages)
    paged = source.model_copy(update={"pages": pages.page_count})
    return ExtractedDecree(source=paged, decree=read.decree, findings=read.findings)


@dataclass(frozen=True, slots=True)
class Read:
    """The decree with its findings; `marks` are the labels and page furniture, so that nothing printed is unaccounted
    for; `shared` are texts that stand in two fields (a holder that is a line of its block's title)."""

    decree: Decree
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...]
    shared: tuple[Text, ...]


def read_pages(pages: Pages) -> Read:
    """The decree in these lines; raises UnusableSource where they hold none."""
    found = sections_of(pages.lines)
    preamble = read_preamble(found.sections)
    read = read_blocks(found.sections[preamble.used :])
    if not read.drafts:
        raise _no_decree(pages, found.sections)
    units = named_units((named_holder(draft) for draft in read.drafts), pages.lines)
    left = [Leftover(preamble.left), *read.left] if preamble.left else read.left
    blocks = Blocks(units, running_pairs(pages.lines, read.drafts), document_words(pages.lines))
    for draft in read.drafts:
        blocks.add(draft)
    unparsed, findings = unparsed_of(left)
    marks = (*found.marks, *preamble.marks, *read.marks, *blocks.marks)
    decree = Decree(
        preamble=preamble.preamble,
        lampiran=tuple(read.lampiran),
        blocks=tuple(blocks.blocks),
        unparsed=(*unparsed, *blocks.unparsed, *furniture_texts(found.marks)),
    )
    return Read(decree, pointed((*findings, *blocks.findings), decree), marks, tuple(blocks.shared))


def _no_decree(pages: Pages, sections: Sequence[Section]) -> UnusableSource:
    """Says what was found instead of a decree."""
    count = sum(bool(line.text.strip()) for line in pages.lines)
    parts = sorted({section.label.words[0] for section in sections if section.label})
    seen = f" Yang ditemukan hanya: {', '.join(parts)}." if parts else ""
    return UnusableSource(
        f"Tidak ada tabel indikator maupun label jabatan dalam {count} baris teks ini.{seen}",
        "Periksa apakah berkas ini memuat lampiran IKU atau IKI.",
    )
