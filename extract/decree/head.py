"""The head of a block -> its kind, holder, tugas and fungsi.

Input: the draft of a block, and what is said outside it. Output: the head, with a finding for each of kind and holder
that nothing tells, or that something far from the table does. Guarantee: every piece of the head is in one field, or in
two that `shared` names.

The holder is what stands at its label, else the office that the title names (`KEPALA BIDANG KEBUDAYAAN`), the first
party of the letter above, or the agency that the pages name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bahasa.block_kinds import about_kind
from bahasa.labels import starts_with_label
from bahasa.openers import says_when
from bahasa.parts import about_part, head_labels
from bahasa.temuan import About, about_text, finding, said_sure, shorten, threshold
from extract.decree.announced import (
    agency_said,
    agency_signed,
    agency_titled,
    asks_for_more,
    ends_in_doubt,
    heading_above,
    is_place,
    name_at,
    named_behind,
    named_in_caption,
    named_of,
    office_above,
    unnumbered,
    without_year,
)
from extract.decree.blocks import BlockDraft
from extract.decree.caption import same_office, title_over_sentence
from extract.decree.head_duties import duties_of, tugas_below_office
from extract.decree.items import items_of
from extract.decree.kind import KindRead, Outside, kind_of_block
from extract.decree.letter import first_party
from extract.decree.persons import office_of_holder
from extract.decree.section import Section
from extract.decree.signed_by import head_signed
from extract.decree.sublists import with_sublists
from extract.decree.title import title_like, without_contents
from extract.read.piece import Mark, Piece, join, text_of
from extract.table.meaning.fields import names_office
from schemas.base import Finding, Kind
from schemas.decree import Item, Text

#: So much of the value of a doubtful label is shown.
_SHOWN = 200


class Head(NamedTuple):
    """What stands above a block's table. `shared` are the printed texts that stand in two places of it: a holder that
    is a line of the title, the label of a line without a field, a title over the sentence above a table, a tugas
    without a label. `findings` say what is told from afar or not at all."""

    said: KindRead
    label: str
    jabatan: Text
    judul: tuple[Text, ...]
    tujuan: tuple[Item, ...]
    tugas: Text | None
    fungsi: tuple[Item, ...]
    marks: tuple[Mark, ...]
    shared: tuple[Text, ...]
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> Kind | None:
        """The kind that is said of it."""
        return self.said.kind


class HolderRead(NamedTuple):
    """The holder's name as printed with the label that it stands at: lines, or the `cell` of another table; `shared`
    tells that it stands in another field too, `far` that it is printed away from the table."""

    pieces: Sequence[Piece] = ()
    label: str = ""
    shared: bool = False
    far: bool = False
    cell: Text | None = None

    @property
    def text(self) -> Text:
        return self.cell or text_of(self.pieces)


def head_of(draft: BlockDraft, outside: Outside) -> Head:
    """The head of a block."""
    section = _labelled_holder(draft)
    said = kind_of_block(draft, section, outside)
    if section and not about_kind(said.kind).agency and _said_otherwise(draft, section):
        section = None
    holder = HolderRead(section.pieces, section.printed) if section else _rated(draft)
    holder = holder or _unlabelled(draft, said.kind, outside)
    over = [] if draft.head else [text_of([piece]) for piece in title_over_sentence(_right_above(draft))]
    judul = [text_of([piece]) for piece in draft.pieces("judul")] or over
    others = [s for s in draft.head if s.part == "identitas" or (s.part == "pemangku" and s is not section)]
    labels = [Text(as_printed=section.printed) for section in others]
    tugas, listed = duties_of(draft)
    bare = () if tugas else tugas_below_office(_titles_above(draft)).tugas
    tugas = tugas or [*bare]
    tujuan, fungsi = items_of(draft.pieces("tujuan")), with_sublists(items_of(listed))
    jabatan = holder.text
    return Head(
        said=said,
        label=holder.label,
        jabatan=jabatan,
        judul=(*judul, *map(_labelled, others)),
        tujuan=tujuan.items,
        tugas=text_of(tugas) if tugas else None,
        fungsi=fungsi.items,
        marks=(*tujuan.marks, *fungsi.marks),
        shared=(*labels, *over, *([jabatan] if holder.shared else []), *([text_of(bare)] if bare else [])),
        findings=(*_doubts(said, jabatan, holder.far), *_unsure_labels(draft.head, section)),
    )


def _doubts(said: KindRead, jabatan: Text, far: bool) -> Iterator[Finding]:
    """Said in place of a guess."""
    if said.disputed:
        kinds = ", ".join(said.titled)
        read = {"jenis": said.kind} if said.kind else {}
        yield finding("jenis-bertentangan", About(field="kind"), disebut=kinds, **read)
    elif said.kind is None:
        yield finding("kepala-tanpa-jenis", About(field="kind"))
    if not jabatan.as_printed:
        yield finding("kepala-tanpa-pemangku", About(field="jabatan"))
    elif far:
        yield finding("kepala-tersirat", about_text(jabatan, "jabatan"), teks=shorten(jabatan.as_printed))


def _unsure_labels(sections: Sequence[Section], holder: Section | None) -> Iterator[Finding]:
    """Labels of which it is not sure what they open (`Satuan Tugas : ...`): each at the field that it was read as. A
    holder's label that opens none, and a unit's, stand among the titles."""
    for section in sections:
        if section.sure >= threshold("label-ragu"):
            continue
        part = about_part(section.part)
        field = part.field if section.part != "pemangku" or section is holder else ""
        about = about_text(text_of(section.pieces), field or "judul", shown=_SHOWN)
        yield finding("label-ragu", about, label=section.printed, bagian=part.id, keyakinan=said_sure(section.sure))


def _labelled_holder(draft: BlockDraft) -> Section | None:
    """The holder at its label, the better label where there are several; but an office in the title, or in the heading
    right above, is worth more than a unit at one (`KEPALA SUB BAGIAN UMUM`, `B. Lurah` above `Unit Kerja : ...`), and
    so is that of the person who is rated (`INSTANSI : DINAS SOSIAL` above `JABATAN | Arsiparis`)."""
    holders = [section for section in draft.head if section.part == "pemangku"]
    holder = min(holders, key=lambda section: section.label.rank if section.label else 1, default=None)
    if holder is None or (holder.pieces and names_office(holder.pieces[0].text)):
        return holder
    named = any(names_office(piece.text) for piece in _title_lines(draft)) or office_above(_right_above(draft))
    return None if named or office_of_holder(draft.kept) else holder


def _said_otherwise(draft: BlockDraft, holder: Section) -> bool:
    """Does a sentence name the officer whose tugas it says (`Kepala Seksi Mutasi bertugas ...`), where the label has a
    unit (`Satuan Kerja : Badan Kepegawaian`)?"""
    said = any(own.office for own in draft.head)
    return said and bool(holder.pieces) and not names_office(holder.pieces[0].text)


def _rated(draft: BlockDraft) -> HolderRead | None:
    """The holder whom a table of persons says to be rated, whatever unit the title names (`SASARAN KINERJA PEGAWAI` /
    `KELURAHAN BATUA`)."""
    person = office_of_holder(draft.kept)
    return HolderRead(label=person.label, shared=True, cell=person.office) if person and person.rated else None


def _unlabelled(draft: BlockDraft, kind: Kind | None, outside: Outside) -> HolderRead:
    """The holder without a label: an office in the title, the first party of the letter above, an agency in the title,
    or one that is named above it or on every page; else the title's last line, whatever it says."""
    lines = _title_lines(draft)
    party = first_party(draft.letter)
    if (at := next((at for at, piece in enumerate(lines) if names_office(piece.text)), None)) is not None:
        name = _to_common(name_at(lines, at, rooms=(rooms := _rooms(draft))), draft.common)
        if party is not None and same_office("".join(piece.text for piece in name), party.pieces):
            # `SEKRETARIS BADAN ...` above the table of whom the letter calls `Sekretaris Badan ...`
            return HolderRead(party.pieces, party.printed, shared=True)
        ends = _is_common(lines[at + len(name) : at + len(name) + 1], draft.common)
        doubt = not ends and ends_in_doubt(lines, at + len(name), rooms)
        return HolderRead(name, shared=True, far=party is not None or doubt)
    if own := named_of(draft.named):
        return HolderRead(own, shared=True)
    if person := office_of_holder(draft.kept):
        return HolderRead(label=person.label, shared=True, cell=person.office)
    if party:
        return HolderRead(party.pieces, party.printed, shared=True)
    above = _titles_above(draft)
    heading = office_above(above) or tugas_below_office(above).office
    if office := heading or next((own.office for own in draft.head if own.office), ()):
        # a heading above, or the words before its tugas
        return HolderRead(office, shared=True)
    own, unsure = agency_titled(lines)
    if about_kind(kind).letter and (signed := head_signed(draft.below, own)):
        return HolderRead(signed[:1], shared=True, far=True)
    above = _right_above(draft)
    if own or ((not draft.head or _is_point(above)) and (own := agency_said(heading_above(above)))):
        return HolderRead(own, shared=True, far=unsure)
    if captioned := named_in_caption(_titles_above(draft)):
        return HolderRead(captioned, shared=True, far=True)
    if about_kind(kind).agency:
        for said in (draft.near, outside.furniture, draft.cover):
            if agency := agency_said(said):
                return HolderRead(agency, shared=True, far=True)
        if not lines and (signed := agency_signed(draft.below) or agency_signed(draft.near)):
            return HolderRead(signed, shared=True, far=True)
    named = [piece for piece in lines if not is_place(piece.text)]
    return HolderRead([without_year(piece) for piece in named[-1:]], shared=True, far=True)


def _to_common(name: Sequence[Piece], common: Sequence[Piece]) -> Sequence[Piece]:
    """The lines of a holder's name down to one that most blocks print in their titles (`DI LINGKUNGAN PEMERINTAH KOTA
    ...`): below names of any length it is no rest of one that happens to fill its line. The first, and what one ends
    openly with, stay."""
    ends = (
        at
        for at in range(1, len(name))
        if _is_common(name[at : at + 1], common) and not asks_for_more(name[at - 1].text)
    )
    return name[: next(ends, len(name))]


def _is_common(line: Sequence[Piece], common: Sequence[Piece]) -> bool:
    """Is a line one of these?"""
    return any(own.rank == piece.rank for own in line for piece in common)


def _is_point(above: Sequence[Piece]) -> bool:
    """Is the last line above a head a numbered heading (`2. Dinas Sosial`)?"""
    return bool(above) and unnumbered(above[-1]).text != above[-1].text


def _rooms(draft: BlockDraft) -> list[float]:
    """What shows how wide (points) the lines of a title may be: the widest line of the head below it, and its table as
    drawn."""
    words = [piece.words() for section in draft.head if section.part != "judul" for piece in section.pieces]
    grids = [part.grid for part in draft.table.drawn.parts[:1]] if draft.table and draft.table.drawn else []
    widest = max((own[-1].x1 - own[0].x0 for own in words if own), default=0.0)
    return [widest, *(grid.xs[-1] - grid.xs[0] for grid in grids)]


def _right_above(draft: BlockDraft) -> Sequence[Piece]:
    """The lines without a field that end right above a block: above its head, or its table where it has no head. Where
    captions stand below, that of its table."""
    if draft.beneath:
        return draft.beneath
    first = min((s.start for s in [*draft.head[:1], draft.table] if s is not None), default=0)
    return draft.near if draft.near and draft.near[-1].rank == first - 1 else ()


def _titles_above(draft: BlockDraft) -> Sequence[Piece]:
    """The same without the sentence that announces the table (`... indikator sebagai berikut:`)."""
    above = _right_above(draft)
    announced = bool(above) and above[-1].text.rstrip().endswith((":", "：")) and not title_like(above[-1].text)
    return above[:-1] if announced else above


def _title_lines(draft: BlockDraft) -> list[Piece]:
    """The lines of the title below its first without their numbers (`1. KEPALA BADAN ...`); those that say
    when it holds (`TAHUN 2016`) and labels of what follows (`A. Tugas`) aside; of the first one whom it names. It too
    where it alone is an office (`LURAH KARANG PANJANG`, below a title that stands on top of every page)."""
    # above a letter stands its letterhead, no title of the table
    letter = draft.letter[-1].rank if draft.letter else -1
    whole = [piece for piece in draft.pieces("judul") if piece.rank > letter]
    lines = [piece for piece in (*whole[:1], *without_contents(whole[1:])) if not says_when(piece.text)]
    named = [own for piece in lines[1:] for own in (named_behind(piece) or [unnumbered(piece)])]
    below = [piece for piece in named if not starts_with_label(piece.text, *head_labels())]
    if lines and names_office(lines[0].text) and not any(names_office(piece.text) for piece in below):
        return [unnumbered(lines[0]), *below]
    return [*(named_behind(lines[0]) if lines else ()), *below]


def _labelled(section: Section) -> Text:
    """A line of the head that has no field, with its label (`Unit Kerja Bidang Kebudayaan`)."""
    text = text_of(section.pieces)
    return text.model_copy(update={"as_printed": join([section.printed, text.as_printed])})
