"""Drafts of blocks -> blocks, and left-over print -> unparsed texts with findings.

Input: drafts (extract/blocks.py) and what fits no field. Output: numbered blocks with the rows of their tables, texts
without a field, findings. Guarantee: every left-over piece is in one unparsed text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bahasa.headings import heading_letters
from extract.decree.announced import unnumbered
from extract.decree.blocks import BlockDraft, Leftover
from extract.decree.card_captions import CARD_CAPTION
from extract.decree.context import region_of
from extract.decree.fungsi_band import with_band_of_fungsi
from extract.decree.head import Head, head_of
from extract.decree.held import at_holder, below_rows, by_holder
from extract.decree.held_bands import bands_left
from extract.decree.kind import KindRead, Outside, near_kind, titled_kinds
from extract.decree.section import Section
from extract.decree.title import numbers_table
from extract.read.piece import Mark, Piece, text_of, unread
from extract.read.unmarked import PAGE_EDGE
from extract.table.context import DocumentContext
from extract.table.sheet import DrawnTable
from schemas.base import Finding, Kind
from schemas.decree import Block, Text

#: Page furniture and repeated headings are kept as unparsed; labels are not, since the fields stand for them.
_KEPT_MARKS = ("nomor halaman", PAGE_EDGE, "kepala tabel yang diulang", "nomor kolom", CARD_CAPTION)


class Blocks:
    """Blocks as they come, numbered by kind, with what their tables left over."""

    def __init__(self, context: DocumentContext, furniture: Sequence[Piece] = ()) -> None:
        self.context = context
        self.furniture = furniture
        self.blocks: list[Block] = []
        # for each draft the position of its first block
        self.begins: list[int] = []
        self.counts: Counter[Kind | None] = Counter()
        self.said = KindRead()
        self.overruled: set[Kind] = set()
        self.findings: list[Finding] = []
        self.unparsed: list[Text] = []
        self.marks: list[Mark] = []
        self.shared: list[Text] = []

    def add(self, draft: BlockDraft) -> None:
        """Make the block of a draft, its table's rows included; where the table names the holder of each row, the block
        of each holder."""
        head = head_of(draft, Outside(self.said, self.furniture, self.overruled))
        self.said = head.said
        if (near := near_kind(draft)) and (titled := titled_kinds(draft)) and near not in titled:
            self.overruled.add(near)
        block = _block(head, self.counts[head.kind] + 1)
        earlier = len(self.findings)
        if draft.table is not None and draft.table.table is not None:
            block = self._with_rows(block, draft.table)
        if self._goes_on(draft, block):
            self._further(block, earlier)
            self.marks += head.marks
            return
        bands = draft.table.drawn.bands if draft.table is not None and draft.table.drawn is not None else {}
        block, bands = with_band_of_fungsi(block, bands)
        held = [one.model_copy(update={"order": block.order + n}) for n, one in enumerate(by_holder(block, bands))]
        self._keep(bands_left(held, bands))
        self.findings[earlier:] = [at_holder(found, held) for found in self.findings[earlier:]]
        if held[0].jabatan == head.jabatan:
            self.findings += placed(head.findings, block.kind, block.order)
            self.shared += head.shared
        else:
            self.findings += placed([one for one in head.findings if one.field != "jabatan"], block.kind, block.order)
        self.begins.append(len(self.blocks))
        self.blocks += held
        self.counts[head.kind] += len(held)
        self.marks += head.marks

    def _keep(self, bands: Sequence[Text]) -> None:
        """Keeps what stands over all columns of a table, and in none of its blocks."""
        apart = [line.model_copy(update={"reasons": ("melintang di atas semua kolom tabel",)}) for line in bands]
        self.unparsed += apart
        self.findings += map(unread, apart)

    def _goes_on(self, draft: BlockDraft, block: Block) -> bool:
        """Is a block the next sheet of a list of indicators, which prints the same title and labels on each, or the
        title on the first alone, above the sheet's own number (`IKU 2`)?"""
        above = self.blocks[-1] if self.blocks else None
        drawn = draft.table.drawn if draft.table is not None else None
        if above is None or drawn is None or not drawn.upright or not above.rows or block.tugas or block.fungsi:
            return False
        numbered = bool(draft.near) and numbers_table(draft.near[-1].text)
        untitled = numbered and not block.jabatan.as_printed and not block.judul
        mine = block.model_copy(update={"jabatan": above.jabatan, "judul": above.judul}) if untitled else block
        return _printed(above) == _printed(mine)

    def _further(self, block: Block, earlier: int) -> None:
        """Adds the rows of such a sheet, and their findings (those from `earlier` on), to the list; its title, which is
        printed again, is kept beside."""
        above = self.blocks[-1]
        self.findings[earlier:] = [below_rows(found, len(above.rows), above.order) for found in self.findings[earlier:]]
        self.blocks[-1] = above.model_copy(update={"rows": (*above.rows, *block.rows)})
        self.begins.append(len(self.blocks) - 1)
        again = [text.model_copy(update={"reasons": ("judul yang diulang",)}) for text in block.judul]
        self.unparsed += [text for text in again if text.as_printed]

    def _with_rows(self, block: Block, section: Section) -> Block:
        from extract.table.text import table_in_text

        if section.drawn is not None:
            return self._as_drawn(block, section.drawn)
        region = region_of(section, self.context)
        segmented = table_in_text(region)
        self.findings += placed(segmented.findings, block.kind, block.order)
        self.unparsed += segmented.unparsed
        return block.model_copy(update={"headings": region.headings, "rows": segmented.rows})

    def _as_drawn(self, block: Block, table: DrawnTable) -> Block:
        self.findings += placed(table.said, block.kind, block.order)
        return block.model_copy(update={"headings": table.headings, "rows": table.rows, "others": table.others})


def _printed(block: Block) -> tuple[Kind | None, str, list[str], list[str]]:
    """What two sheets of one list print alike."""
    titles = [text.as_printed for text in block.judul]
    return block.kind, block.jabatan.as_printed, titles, [heading.text.as_printed for heading in block.headings]


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


def placed(findings: Sequence[Finding], kind: Kind | None, order: int) -> list[Finding]:
    """Findings of a table with the block that they belong to."""
    return [finding.model_copy(update={"kind": kind, "order": order}) for finding in findings]


def unparsed_of(left: Sequence[Leftover], blocks: Sequence[Block] = ()) -> tuple[list[Text], list[Finding]]:
    """Left-over texts, one a run of lines, and a finding for each that is not known for what it is: a heading with
    nothing but the name of a block's holder (`II. P2UPD AHLI PERTAMA`) is."""
    holders = {heading_letters(block.jabatan.as_printed) for block in blocks}
    texts: list[Text] = []
    findings: list[Finding] = []
    for leftover in left:
        for run in _runs(leftover.pieces):
            named = heading_letters("".join(unnumbered(piece).text for piece in run)) in holders
            known = leftover.known or ("nama pemangku di atas bloknya" if named else "")
            text = text_of(run, (known or "tidak ada aturan yang mengenali teks ini",))
            texts.append(text)
            if not known:
                findings.append(unread(text))
    return texts, findings


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces parted where a blank line or another text stands between them."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and 0 <= piece.number - runs[-1][-1].number <= 1:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def furniture_lines(marks: Sequence[Mark]) -> list[Piece]:
    """The lines at the head or foot of the pages."""
    return [mark.piece for mark in marks if mark.reason == PAGE_EDGE]


def furniture_texts(marks: Sequence[Mark]) -> list[Text]:
    """Page furniture and headings printed again, as texts without a field."""
    return [text_of([mark.piece], (mark.reason,)) for mark in marks if mark.reason.startswith(_KEPT_MARKS)]


def edges_of(lines: Sequence[str]) -> list[Text]:
    """Lines at the foot of the pages of a source that has no places for them."""
    return [Text(as_printed=line, reasons=(PAGE_EDGE,)) for line in lines]
