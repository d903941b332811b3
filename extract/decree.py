"""Source -> ExtractedDecree: what the decree says, verbatim, with where it stands.

Input: a Source and its bytes. Output: the decree's preamble, lampiran and blocks, with places; findings for what no
rule understood. Guarantees: every printed character is in one field, in a label, or in `unparsed`; no text raises
anything but UnusableSource; the same bytes give the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.blocks import Draft, Head, Leftover, head_of, read_blocks
from extract.errors import UnusableSource
from extract.piece import Mark, Piece, text_of
from extract.preamble import read_preamble
from extract.region import TableRegion
from extract.sections import Section, sections_of
from extract.text import pages_of_text
from extract.units import units_of
from schemas.base import Finding, Kind
from schemas.decree import Block, Decree, ExtractedDecree, Text
from schemas.pages import Pages
from schemas.source import Source

#: Page furniture and repeated headings are kept as unparsed; labels are not, since the fields stand for them.
_KEPT_MARKS = ("nomor halaman", "kepala atau kaki halaman", "kepala tabel yang diulang", "nomor kolom")
_SHOWN = 200


def extract(source: Source, data: bytes) -> ExtractedDecree:
    """The decree in these bytes; raises UnusableSource where they hold none."""
    if source.media_type == "application/pdf":
        return _extract_pdf(source, data)
    pages = pages_of_text(data)
    read = read_pages(pages)
    paged = source.model_copy(update={"pages": pages.page_count})
    return ExtractedDecree(source=paged, decree=read.decree, findings=read.findings)


def _extract_pdf(source: Source, data: bytes) -> ExtractedDecree:
    try:
        from extract import pdf  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        raise UnusableSource(
            "Berkas ini PDF, dan pembaca PDF tidak terpasang.", "Ubahlah menjadi teks dengan `pdftotext -layout`."
        ) from None
    result: ExtractedDecree = pdf.read(source, data)
    return result


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
    units = units_of((_holder(draft) for draft in read.drafts), pages.lines)
    left = [Leftover(preamble.left), *read.left] if preamble.left else read.left
    blocks = _Blocks(units)
    for draft in read.drafts:
        blocks.add(draft)
    unparsed, findings = _unparsed(left)
    marks = (*found.marks, *preamble.marks, *blocks.marks)
    decree = Decree(
        preamble=preamble.preamble,
        lampiran=tuple(read.lampiran),
        blocks=tuple(blocks.blocks),
        unparsed=(*unparsed, *blocks.unparsed, *_furniture(found.marks)),
    )
    return Read(decree, (*findings, *blocks.findings), marks, tuple(blocks.shared))


def _holder(draft: Draft) -> str:
    return text_of(draft.pieces("pemangku")).as_printed or text_of(draft.pieces("judul")[-1:]).as_printed


class _Blocks:
    """Blocks as they come, numbered by kind, with what their tables left over."""

    def __init__(self, units: tuple[str, ...]) -> None:
        self.units = units
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.unparsed: list[Text] = []
        self.marks: list[Mark] = []
        self.shared: list[Text] = []

    def add(self, draft: Draft) -> None:
        """Make the block of a draft, its table's rows included."""
        head = head_of(draft, self.blocks[-1].kind if self.blocks else None)
        order = 1 + sum(block.kind == head.kind for block in self.blocks)
        block = _block(head, order)
        if draft.table is not None and draft.table.table is not None:
            block = self._with_rows(block, draft.table)
        self.blocks.append(block)
        self.marks += head.marks
        self.shared += head.shared

    def _with_rows(self, block: Block, section: Section) -> Block:
        from extract.table import segment

        assert section.table is not None
        headings = section.table.headings
        segmented = segment(TableRegion(section.body, headings, section.seams, self.units))
        self.findings += _placed(segmented.findings, block.kind, block.order)
        self.unparsed += segmented.unparsed
        return block.model_copy(update={"headings": headings, "rows": segmented.rows})


def _block(head: Head, order: int) -> Block:
    return Block(
        kind=head.kind,
        order=order,
        label=head.label,
        jabatan=head.jabatan,
        judul=head.judul,
        tujuan=head.tujuan,
        tugas=head.tugas,
        fungsi=head.fungsi,
    )


def _placed(findings: Sequence[Finding], kind: Kind, order: int) -> list[Finding]:
    """Findings of a table with the block that they belong to."""
    return [finding.model_copy(update={"kind": kind, "order": order}) for finding in findings]


def _unparsed(left: Sequence[Leftover]) -> tuple[list[Text], list[Finding]]:
    """Left-over texts, one a run of lines, and a finding for each that is not known for what it is."""
    texts: list[Text] = []
    findings: list[Finding] = []
    for leftover in left:
        for run in _runs(leftover.pieces):
            text = text_of(run, (leftover.known or "tidak ada aturan yang mengenali teks ini",))
            texts.append(text)
            if not leftover.known:
                findings.append(_unread(text))
    return texts, findings


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces parted where a blank line or another text stands between them."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and 0 <= piece.line.number - runs[-1][-1].line.number <= 1:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _unread(text: Text) -> Finding:
    shown = text.as_printed if len(text.as_printed) <= _SHOWN else f"{text.as_printed[:_SHOWN]}…"
    return Finding(
        code="TEKS_TAK_TERBACA",
        severity="warning",
        message="Teks ini tidak dikenali sebagai bagian keputusan; disimpan apa adanya.",
        as_printed=shown,
        places=text.places,
    )


def _furniture(marks: Sequence[Mark]) -> list[Text]:
    return [text_of([mark.piece], (mark.reason,)) for mark in marks if mark.reason.startswith(_KEPT_MARKS)]


def _no_decree(pages: Pages, sections: Sequence[Section]) -> UnusableSource:
    """Says what was found instead of a decree."""
    count = sum(bool(line.text.strip()) for line in pages.lines)
    parts = sorted({section.label.words[0] for section in sections if section.label})
    seen = f" Yang ditemukan hanya: {', '.join(parts)}." if parts else ""
    return UnusableSource(
        f"Tidak ada tabel indikator maupun label jabatan dalam {count} baris teks ini.{seen}",
        "Periksa apakah berkas ini memuat lampiran IKU atau IKI.",
    )

