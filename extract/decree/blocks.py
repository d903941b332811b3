"""Sections after the preamble -> blocks, lampiran, and what fits neither.

Input: sections of one source, without those of the preamble. Output: drafts of blocks (everything but the rows of their
tables), lampiran, left-over texts, marks. Guarantee: every piece of every section, a table's body aside, is in one
field or left over.

A block starts with a title or with its holder's label, and ends with its table. The holder of a block without a label
is the last line of its title (`KEPALA BIDANG KEBUDAYAAN`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bahasa.block_kinds import about_kind, nearest_first
from bahasa.headings import heading_letters
from bahasa.parts import PartName, about_part
from extract.decree.items import counts, items_of
from extract.decree.letter import FirstParty, first_party, titled_kind
from extract.decree.recognise import ITEM
from extract.decree.section import Section
from extract.decree.signature import PARTS, closing_of
from extract.read.piece import Mark, Piece, join, text_of
from extract.table.meaning.fields import names_office
from schemas.base import Kind
from schemas.decree import Item, Lampiran, Text


@dataclass(slots=True)
class BlockDraft:
    """A block without its rows: the sections of its head, and its table. `filled` says that the head has a tujuan,
    tugas or fungsi: another title or holder starts the next block. `caption` is the kind that its table's caption
    says; `letter` are the lines of the letter above the block (its text is left over)."""

    head: list[Section] = field(default_factory=list)
    table: Section | None = None
    filled: bool = False
    caption: Kind | None = None
    letter: Sequence[Piece] = ()

    def pieces(self, part: PartName) -> list[Piece]:
        """The pieces of all sections of this part."""
        return [piece for section in self.head if section.part == part for piece in section.pieces]


def named_holder(draft: BlockDraft) -> str:
    """The holder as printed, for the names of units."""
    return text_of(draft.pieces("pemangku")).as_printed or text_of(draft.pieces("judul")[-1:]).as_printed


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text outside all fields. `known` says what it is, where that is known; else it is a finding."""

    pieces: tuple[Piece, ...]
    known: str = ""


@dataclass(slots=True)
class BlocksRead:
    """Blocks and lampiran in printed order; `marks` are signs of closings."""

    drafts: list[BlockDraft] = field(default_factory=list)
    lampiran: list[Lampiran] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    letter: Sequence[Piece] = ()

    def start(self) -> None:
        """A new block, below the letter that was printed last."""
        self.drafts.append(BlockDraft(letter=self.letter))
        self.letter = ()


def read_blocks(sections: Sequence[Section]) -> BlocksRead:
    """The blocks of these sections."""
    read = BlocksRead()
    closing: list[Section] = []
    for at, section in enumerate([*sections, None]):
        if section is not None and section.part in PARTS:
            closing.append(section)
            continue
        if closing and (section is None or section.part != "lain"):
            _close(read, closing)
            closing = []
        if section is not None and _below_its_table(read, sections, at):
            read.drafts[-1].head.append(section)
        elif section is not None:
            _take(read, section)
    return read


def _below_its_table(read: BlocksRead, sections: Sequence[Section], at: int) -> bool:
    """Whether the tugas or fungsi of a block is printed below its table: the block has none yet, and what follows
    starts the next one, or nothing does."""
    part = sections[at].part
    if part not in ("tugas", "fungsi") or not read.drafts or not read.drafts[-1].table or read.drafts[-1].pieces(part):
        return False
    rest = (section.part for section in sections[at + 1 :])
    follows = next((name for name in rest if name == "tabel" or about_part(name).group == "head"), None)
    return follows is None or about_part(follows).begins


def _take(read: BlocksRead, section: Section) -> None:
    part = about_part(section.part)
    if part.group == "head":
        if not read.drafts or _is_next(read.drafts[-1], section):
            read.start()
        read.drafts[-1].head.append(section)
        read.drafts[-1].filled |= part.fills
    elif section.part == "tabel":
        if not read.drafts or read.drafts[-1].table:
            read.start()
        read.drafts[-1].table = section
    elif section.part == "lampiran":
        read.lampiran.append(Lampiran(label=text_of(section.pieces)))
    elif section.pieces:
        read.left.append(Leftover(tuple(section.pieces), part.said))
        if section.part == "surat":
            read.letter = (*read.letter, *section.pieces)
        if section.part == "keterangan" and section.label and read.drafts:
            read.drafts[-1].caption = section.label.kind


def _is_next(draft: BlockDraft, section: Section) -> bool:
    """Whether a section of a head belongs to the next block: the open one has its table, or its tugas or fungsi."""
    if draft.table:
        return True
    return draft.filled and about_part(section.part).begins


def _close(read: BlocksRead, closing: Sequence[Section]) -> None:
    """A closing belongs to the lampiran before it; one without label stands for itself."""
    closed = closing_of(closing)
    read.marks += closed.marks
    if closed.left:
        read.left.append(Leftover(closed.left))
    if read.lampiran and read.lampiran[-1].penetapan is None:
        read.lampiran[-1] = read.lampiran[-1].model_copy(update={"penetapan": closed.penetapan})
    else:
        read.lampiran.append(Lampiran(penetapan=closed.penetapan))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a block's table. `shared` are the printed texts that stand in two places of it: a holder that
    is a line of the title, the label of a line without a field."""

    kind: Kind
    label: str
    jabatan: Text
    judul: tuple[Text, ...]
    tujuan: tuple[Item, ...]
    tugas: Text | None
    fungsi: tuple[Item, ...]
    marks: tuple[Mark, ...]
    shared: tuple[Text, ...]


def head_of(draft: BlockDraft, before: Kind | None) -> Head:
    """The head of a block; `before` is the kind of the block before it, for a block that names none."""
    holders = [section for section in draft.head if section.part == "pemangku"]
    holder = min(holders, key=lambda section: section.label.rank if section.label else 99, default=None)
    titled = _titled(draft)
    if holder is not None and titled is not None and names_office(titled.text) and not _names_office(holder):
        # `KEPALA SUB BAGIAN UMUM` in the title, above `Unit Kerja : Sekretariat`
        holder = None
    judul = [text_of([piece]) for piece in draft.pieces("judul")]
    others = [s for s in draft.head if s.part == "identitas" or (s.part == "pemangku" and s is not holder)]
    labels = [Text(as_printed=section.printed) for section in others]
    tugas, listed = _parted(draft.pieces("tugas"), draft.pieces("fungsi"))
    tujuan, fungsi = items_of(draft.pieces("tujuan")), items_of(listed)
    titled = titled if holder is None else None
    party = _party(draft, titled) if holder is None else None
    jabatan = text_of(holder.pieces if holder else party.pieces if party else [titled] if titled else [])
    return Head(
        kind=_kind(draft, holder, before),
        label=holder.printed if holder else party.printed if party else "",
        jabatan=jabatan,
        judul=(*judul, *map(_labelled, others)),
        tujuan=tujuan.items,
        tugas=text_of(tugas) if tugas else None,
        fungsi=fungsi.items,
        marks=(*tujuan.marks, *fungsi.marks),
        shared=(*labels, *([jabatan] if titled or party else [])),
    )


def _party(draft: BlockDraft, titled: Piece | None) -> FirstParty | None:
    """The first party of the letter above the block, unless the block's own title names an office
    (`SEKRETARIS DINAS KESEHATAN`)."""
    if titled is not None and names_office(titled.text):
        return None
    return first_party(draft.letter)


def _parted(tugas: list[Piece], fungsi: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Tugas and fungsi, where the label `Fungsi` stands beside the middle of its list in aligned text: the list then
    starts at `c.`, and its `a.` and `b.` were read as the end of the tugas."""
    if counts(items_of(fungsi).items):
        return tugas, fungsi
    for at in range(1, len(tugas)):
        if ITEM.match(tugas[at].text) and counts(items_of([*tugas[at:], *fungsi]).items):
            return tugas[:at], [*tugas[at:], *fungsi]
    return tugas, fungsi


def _labelled(section: Section) -> Text:
    """A line of the head that has no field, with its label (`Unit Kerja Bidang Kebudayaan`)."""
    text = text_of(section.pieces)
    return text.model_copy(update={"as_printed": join([section.printed, text.as_printed])})


def _names_office(holder: Section) -> bool:
    return bool(holder.pieces) and names_office(holder.pieces[0].text)


def _titled(draft: BlockDraft) -> Piece | None:
    """The holder in a title: the line below its first that names an office, else its last line, the year aside
    (`TAHUN 2016`)."""
    lines = [piece for piece in draft.pieces("judul") if not heading_letters(piece.text).startswith("TAHUN")][1:]
    return next((piece for piece in lines if names_office(piece.text)), lines[-1] if lines else None)


def _kind(draft: BlockDraft, holder: Section | None, before: Kind | None) -> Kind:
    """The title says the kind, else the table's caption, else its headings, else the letter above, else the block
    before, else the holder's label."""
    titles = [section.label.kind for section in draft.head if section.part == "judul" and section.label]
    if titles and titles[0]:
        return titles[0]
    if draft.caption:
        return draft.caption
    keys = " ".join(draft.table.table.key) if draft.table and draft.table.table else ""
    if headed := [kind for kind in nearest_first() if (words := about_kind(kind).heading) and words in keys]:
        return headed[0]
    said = titled_kind(draft.letter) or before
    return said or (holder.label.kind if holder and holder.label else None) or nearest_first()[0]
