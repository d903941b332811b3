"""Sections after the preamble -> blocks, lampiran, and what fits neither.

Input: sections of one source, without those of the preamble. Output: drafts of blocks (everything but the rows of their
tables), lampiran, left-over texts, marks. Guarantee: every piece of every section, a table's body aside, is in one
field or left over.

A block starts with a title or with its holder's label, and ends with its table. What its head says is read in
extract/decree/head.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bahasa.parts import PartName, about_part
from extract.decree.announced import kind_said, named_in_caption, office_above
from extract.decree.caption import counts_table
from extract.decree.section import Section
from extract.decree.signature import PARTS, closing_of
from extract.read.piece import Mark, Piece, text_of
from extract.table.meaning.fields import names_office, own_titles
from extract.table.sheet import OtherSheet
from schemas.base import Kind
from schemas.decree import KeptTable, Lampiran

#: A line of a title is common if so many blocks print it, and so large a share of them.
_FEWEST, _MOST = 3, 0.6


@dataclass(slots=True)
class BlockDraft:
    """A block without its rows: the sections of its head, and its table. `filled` says that the head has a tujuan,
    tugas or fungsi: another title or holder starts the next block. `caption` is the kind that its table's caption
    says; `letter` are the lines of the letter above the block (its text is left over); `near` are those without a field
    between it and the table before, `cover` those above the first block, `below` those below its table, the closing's
    too; `named` are the lines of its title that name its holder, where blocks share their titles, `common` the lines
    that most blocks print in theirs; `beneath` is its table's caption where captions stand below; `kept` are the tables
    of anything else between its table and the one before."""

    head: list[Section] = field(default_factory=list)
    table: Section | None = None
    filled: bool = False
    caption: Kind | None = None
    letter: Sequence[Piece] = ()
    near: Sequence[Piece] = ()
    cover: Sequence[Piece] = ()
    below: Sequence[Piece] = ()
    named: Sequence[Piece] = ()
    common: Sequence[Piece] = ()
    beneath: Sequence[Piece] = ()
    kept: Sequence[KeptTable] = ()

    def pieces(self, part: PartName) -> list[Piece]:
        """The pieces of all sections of this part."""
        return [piece for section in self.head if section.part == part for piece in section.pieces]


def named_holder(draft: BlockDraft) -> str:
    """The holder as printed, for the names of units."""
    return text_of(draft.pieces("pemangku")).as_printed or text_of(draft.pieces("judul")[-1:]).as_printed


class Leftover(NamedTuple):
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
    cover: Sequence[Piece] = ()
    near: Sequence[Piece] = ()

    def start(self) -> None:
        """A new block, below the letter that was printed last, and the lines without a field."""
        if not self.drafts:
            self.cover = self.near
        else:
            self.drafts[-1].below = (*self.drafts[-1].below, *self.near)
        self.drafts.append(BlockDraft(letter=self.letter, near=self.near, cover=self.cover))
        self.letter = self.near = ()


def read_blocks(sections: Sequence[Section], above: Sequence[Section] = ()) -> BlocksRead:
    """The blocks of these sections; `above` are those of the preamble."""
    read = BlocksRead(near=tuple(piece for section in above for piece in section.pieces))
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
    if read.drafts:
        read.drafts[-1].below = (*read.drafts[-1].below, *read.near)
    captions_below(read.drafts)
    _name(read.drafts)
    return read


def captions_below(drafts: Sequence[BlockDraft]) -> None:
    """Gives each block the caption that stands below its table (`Tabel 1. Indikator Kinerja Sekretaris Desa`): the
    first table has none above it, and every table, the last one too, has one below it."""
    behind = [*(draft.near for draft in drafts[1:]), drafts[-1].below] if len(drafts) > 1 else []
    if not behind or any(draft.head and draft.pieces("pemangku") for draft in drafts):
        return
    # also as the last line of a title, with captions of other tables below the last one of indicators
    if any(counts_table(piece.text) for piece in (*drafts[0].near, *drafts[0].pieces("judul"))):
        return
    if not all(near and counts_table(near[0].text) for near in behind):
        return
    captions = [near[: _lines_of_caption(near)] for near in behind]
    if not all(named_in_caption(own) or office_above(own) for own in captions):
        return  # `Tabel 3. Program dan Anggaran` behind the last one stands above another table
    drafts[-1].below = drafts[-1].below[len(captions[-1]) :]
    for draft, above, own in zip(drafts, [(), *captions], captions, strict=False):
        draft.near, draft.beneath = draft.near[len(above) :], own


def _lines_of_caption(pieces: Sequence[Piece]) -> int:
    """How many lines a caption takes that others begin with: what goes on with it begins small."""
    return next((at for at in range(1, len(pieces)) if not pieces[at].text[:1].islower()), len(pieces))


def give_kept(drafts: Sequence[BlockDraft], kept: Sequence[tuple[int, OtherSheet]]) -> None:
    """Gives each block the tables of anything else above its table (with the positions of their rows)."""
    begin = -1
    for draft in drafts:
        if draft.table is not None:
            draft.kept = [other.table for at, other in kept if begin < at < draft.table.start]
            begin = draft.table.start


def _name(drafts: Sequence[BlockDraft]) -> None:
    """Finds the lines of each title that name its holder, where blocks share their titles, and those that most
    share."""
    titles = [[piece.text.strip() for piece in draft.pieces("judul")] for draft in drafts]
    counts = Counter(line for lines in titles for line in set(lines))
    most = max(_FEWEST, _MOST * len(titles))
    for draft, own in zip(drafts, own_titles(titles), strict=True):
        pieces = draft.pieces("judul")
        draft.named = [piece for piece in pieces if piece.text.strip() in own]
        draft.common = [piece for piece in pieces if counts[piece.text.strip()] >= most]


def _below_its_table(read: BlocksRead, sections: Sequence[Section], at: int) -> bool:
    """Whether the tugas or fungsi of a block is printed below its table: the block has none yet, and what follows
    starts the next one, or nothing does, or each table has it below it, the first none above it and the last one."""
    part = sections[at].part
    if part not in ("tugas", "fungsi") or not read.drafts or not read.drafts[-1].table or read.drafts[-1].pieces(part):
        return False
    rest = (section.part for section in sections[at + 1 :])
    follows = next((name for name in rest if name == "tabel" or about_part(name).group == "head"), None)
    parts = [section.part for section in sections]
    tables = [position for position, name in enumerate(parts) if name == "tabel"]
    each = part not in parts[: tables[0]] and part in parts[tables[-1] :] if tables else False
    return follows is None or about_part(follows).begins or each


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
        read.drafts[-1].caption = read.drafts[-1].caption or kind_said(read.near)
        read.near = ()
    elif section.part == "lampiran":
        read.lampiran.append(Lampiran(label=text_of(section.pieces)))
        read.near = (*read.near, *section.pieces)
    elif section.pieces:
        read.left.append(Leftover(tuple(section.pieces), part.said))
        read.near = (*read.near, *section.pieces)
        if section.part == "surat" and read.drafts and _is_letterhead(read.drafts[-1]):
            read.drafts[-1].letter = (*read.drafts[-1].letter, *section.pieces)
        elif section.part == "surat":
            read.letter = (*read.letter, *section.pieces)
        if section.part == "keterangan" and section.label and read.drafts:
            read.drafts[-1].caption = section.label.kind


def _is_next(draft: BlockDraft, section: Section) -> bool:
    """Whether a section of a head belongs to the next block: the open one has its table, or its tugas or fungsi; but a
    head that begins with these (`TUGAS | FUNGSI` over `JABATAN | UNIT KERJA`) still lacks its holder."""
    if draft.table:
        return True
    if section.part == "pemangku" and not draft.pieces("pemangku"):
        return draft.filled and any(names_office(piece.text) for piece in draft.pieces("judul"))
    return draft.filled and about_part(section.part).begins


def _is_letterhead(draft: BlockDraft) -> bool:
    """Whether the open block has a title alone: the letter below it (`PENGADILAN AGAMA ...` / `PERJANJIAN KINERJA`) is
    the one above its table."""
    return draft.table is None and all(section.part == "judul" for section in draft.head)


def _close(read: BlocksRead, closing: Sequence[Section]) -> None:
    """A closing belongs to the lampiran before it; one without label stands for itself."""
    closed = closing_of(closing)
    read.marks += closed.marks
    if read.drafts and read.drafts[-1].table:
        read.drafts[-1].below = tuple(piece for section in closing for piece in section.pieces)
    if closed.left:
        read.left.append(Leftover(closed.left))
    if read.lampiran and read.lampiran[-1].penetapan is None:
        read.lampiran[-1] = read.lampiran[-1].model_copy(update={"penetapan": closed.penetapan})
    else:
        read.lampiran.append(Lampiran(penetapan=closed.penetapan))
