"""What is said of a block -> its kind.

Input: the draft of a block, and what is said outside it. Output: IKU, IKI or PK, None where nothing says it or what
says it disagrees.

>>> KindRead("PK", ("IKI", "PK")).disputed  # `PERJANJIAN KINERJA` / `INDIKATOR KINERJA INDIVIDU` below a letter
True
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from bahasa.block_kinds import about_kind, block_kinds, kind_worded, nearest_first
from bahasa.headings import heading_letters
from bahasa.labels import labels_of
from bahasa.units import begins_with, unit_nouns
from extract.decree.announced import kind_said, kinds_titled
from extract.decree.blocks import BlockDraft
from extract.decree.letter import letter_kind
from extract.decree.section import Section
from extract.decree.title import title_like
from extract.read.piece import Piece
from extract.table.meaning.fields import names_office
from schemas.base import Kind

_WORD = re.compile(r"[^\W\d_]+")


class KindRead(NamedTuple):
    """The kind, and the kinds that the title says (of a block without one, the title above), in the order of the
    kinds."""

    kind: Kind | None = None
    titled: tuple[Kind, ...] = ()

    @property
    def disputed(self) -> bool:
        """Does the title say several?"""
        return len(self.titled) > 1


class Outside(NamedTuple):
    """What is said outside a block's head: the block before it, the lines at the head or foot of the pages,
    and the kinds that captions or headings say where a title says another one."""

    before: KindRead = KindRead()
    furniture: Sequence[Piece] = ()
    overruled: Collection[Kind] = ()


def kind_of_block(draft: BlockDraft, holder: Section | None, outside: Outside) -> KindRead:
    """The title says the kind, else the table's caption, the letter above, a title that runs through all pages, its
    headings, the last title of the pages above, the title's abbreviations (`IKI TAHUN 2022`) or words, the block
    before, the cover, the head or foot of the pages, the holder's label; None where nothing does.

    Where the title says several, all else that is said decides between them, else the title's own words, and nothing
    where that disagrees too.
    Where tugas and fungsi stand above a table whose caption says another kind than its headings or its holder's label
    (`Lampiran Perjanjian Kinerja :` over `INDIKATOR INDIVIDU`), the headings decide if they say one with duties.
    So does a title above them, or on the cover, that says such a kind, or has its words (`LAMPIRAN ... TENTANG
    INDIKATOR KINERJA INDIVIDU`, `KARTU KINERJA PEGAWAI` over a column `INDIKATOR KINERJA UTAMA`).
    What a caption or a heading says that stands under another title as well (`Tabel Indikator Kinerja Individu` below
    `INDIKATOR KINERJA UTAMA`) says nothing."""
    titled = titled_kinds(draft)
    if len(titled) > 1:
        said = set(titled).intersection(_witnesses(draft, outside)) or _worded(draft, titled)
        return KindRead(said.pop() if len(said) == 1 else None, titled)
    labelled = _labelled_kind(holder) if holder else None
    if not titled and (disputed := _against_caption(draft, labelled, outside)):
        return disputed
    title = draft.pieces("judul")
    worded = _kind_worded([*draft.near, *title])
    over = kind_said(draft.near) or worded or kind_said(draft.cover)
    duty = bool(over) and about_kind(over).duties and _duties(draft) and near_kind(draft) == _headed(draft)
    borne = over if duty else None
    running = _running_kind(outside.furniture)
    said_near = (borne, _captioned(draft) or running or _headed(draft), kind_said(draft.near), kind_said(title), worded)
    near = (kind for kind in said_near if kind and kind not in outside.overruled)
    if not (own := next(iter(titled), None) or next(near, None)) and outside.before.disputed:
        return outside.before
    pages = kind_said(outside.furniture) or _kind_worded(outside.furniture)
    afar = outside.before.kind or kind_said(draft.cover) or pages
    return KindRead(own or afar or labelled, titled)


def _against_caption(draft: BlockDraft, labelled: Kind | None, outside: Outside) -> KindRead | None:
    """What a caption says below tugas or fungsi, and what headings or the holder's label say against it."""
    caption, headed = draft.caption, _headed(draft)
    if not caption or caption in outside.overruled or draft.letter or not _duties(draft):
        return None
    said = tuple(kind for kind in block_kinds() if kind in (caption, headed, labelled))
    if len(said) < 2 or about_kind(caption).duties:
        return None
    return KindRead(headed if headed and about_kind(headed).duties else caption, said)


def _duties(draft: BlockDraft) -> bool:
    return bool(draft.pieces("tugas") or draft.pieces("fungsi"))


def _labelled_kind(holder: Section) -> Kind | None:
    """The kind that a holder's label says: one of the vocabulary, or the words of such ones in another (`Jabatan yang
    Diukur`); None where these say two (`Jabatan / Unit Kerja`)."""
    if holder.label is not None:
        return holder.label.kind
    words = f" {' '.join(_WORD.findall(holder.printed)).casefold()} "
    said = {label.kind for label in labels_of("pemangku") if f" {' '.join(label.words)} ".casefold() in words}
    return said.pop() if len(said) == 1 else None


def titled_kinds(draft: BlockDraft) -> tuple[Kind, ...]:
    """The kinds that the title says: the label that opens it, and its other lines in full words."""
    sections = [section for section in draft.head if section.part == "judul"]
    labels = [section.label.kind for section in sections if section.label and section.label.kind]
    said = {*labels[:1], *kinds_titled(piece.text for section in sections for piece in section.pieces)}
    return tuple(kind for kind in block_kinds() if kind in said)


def near_kind(draft: BlockDraft) -> Kind | None:
    """The kind that the table's caption says, the letter above, or a heading."""
    return _captioned(draft) or _headed(draft)


def _captioned(draft: BlockDraft) -> Kind | None:
    return draft.caption or letter_kind(draft.letter)


def _running_kind(furniture: Sequence[Piece]) -> Kind | None:
    """The kind that a title at the head of all pages says (`LEMBAR INDIKATOR KINERJA UTAMA (I K U)`), if it is one."""
    said = set(kinds_titled(piece.text for piece in furniture if title_like(piece.text)))
    return said.pop() if len(said) == 1 else None


def _kind_worded(pieces: Sequence[Piece]) -> Kind | None:
    """The kind whose words the last title with some has, though it names none (`LEMBAR UKURAN KINERJA INDIVIDU`); one
    that names some, or an office (`BIDANG PENILAIAN KINERJA PEGAWAI`), says nothing by its words."""
    offices = unit_nouns(referred=False)
    for text in (piece.text for piece in reversed(pieces) if title_like(piece.text)):
        named = kinds_titled([text]) or names_office(text) or begins_with(text, offices)
        kind = None if named else kind_worded(text)
        if kind is not None:
            return kind
    return None


def _witnesses(draft: BlockDraft, outside: Outside) -> Iterator[Kind | None]:
    """What else says a kind: caption, letter and headings, each for itself; the pages above, the cover, every page
    where it doesn't print a line of the title again; and tugas and fungsi, which no letter's party prints."""
    lines = [heading_letters(piece.text) for piece in draft.pieces("judul")]
    running = [p for p in outside.furniture if not any(line in heading_letters(p.text) for line in lines if line)]
    yield from (draft.caption, letter_kind(draft.letter), _headed(draft))
    yield from (kind_said(draft.near), kind_said(draft.cover), kind_said(running))
    if _duties(draft):
        yield from (kind for kind in block_kinds() if about_kind(kind).duties)


def _worded(draft: BlockDraft, titled: Sequence[Kind]) -> set[Kind]:
    """Of the kinds that a title says, those whose own word stands in each of its lines that say another one (`INDIVIDU`
    in `PERJANJIAN KINERJA INDIVIDU`)."""
    lines = [(kinds_titled([piece.text]), heading_letters(piece.text)) for piece in draft.pieces("judul")]
    found = set()
    for kind in titled:
        others = [letters for said, letters in lines if said and kind not in said]
        if others and (word := about_kind(kind).heading) and all(word in letters for letters in others):
            found.add(kind)
    return found


def _headed(draft: BlockDraft) -> Kind | None:
    """The kind that a heading of the table says (`INDIKATOR KINERJA UTAMA`)."""
    keys = " ".join(draft.table.table.key) if draft.table and draft.table.table else ""
    return next((kind for kind in nearest_first() if (words := about_kind(kind).heading) and words in keys), None)
