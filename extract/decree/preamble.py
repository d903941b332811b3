"""Sections before the first lampiran -> Preamble.

Input: sections of one source. Output: the Preamble, the marks of its lists, and the pieces that fit no field of it.
Guarantee: every piece of those sections is in one field or left over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bahasa.openers import offices
from bahasa.parts import parts_in, preamble_fields
from extract.decree.items import items_of
from extract.decree.section import Section
from extract.decree.signature import PARTS, closing_of
from extract.read.piece import Mark, Piece, text_of
from schemas.decree import Diktum, Item, Preamble, Text

# `NOMOR 44 TAHUN 2022`, `Nomor : 800/015/Sek.II/BKPSDM`
_NOMOR = re.compile(r"\s*nomor\b", re.IGNORECASE)


class PreambleRead(NamedTuple):
    """`used` is how many of the sections belong to the preamble."""

    preamble: Preamble
    marks: tuple[Mark, ...]
    left: tuple[Piece, ...]
    used: int


def read_preamble(sections: Sequence[Section]) -> PreambleRead:
    """The preamble. Text above the first block of a source without any preamble is left over."""
    own = _own(sections)
    if not any(section.label for section in own):
        above = tuple(piece for section in own for piece in section.pieces)
        return PreambleRead(Preamble(), (), above, len(own))
    marks: list[Mark] = []
    parts = {part: [piece for s in own if s.part == part for piece in s.pieces] for part in parts_in("preamble")}
    closing = [section for section in own if section.part in PARTS]
    closed = closing_of(closing)
    marks += closed.marks
    kepala, nomor = _kepala(parts["kepala"])
    judul, pejabat = _judul(parts["tentang"], parts["rahmat"])
    left = (*closed.left, *parts["memutuskan"])
    preamble = Preamble(
        kepala=kepala,
        nomor=nomor,
        judul=_text(judul),
        pejabat=_text(pejabat),
        **{part.field: _items(parts[part.name], marks) for part in preamble_fields("items")},
        menetapkan=_text(parts["menetapkan"]),
        diktum=tuple(_diktum(section, marks) for section in own if section.part == "diktum"),
        penetapan=closed.penetapan if closing else None,
    )
    return PreambleRead(preamble, tuple(marks), left, len(own))


def _own(sections: Sequence[Section]) -> Sequence[Section]:
    """The sections up to the first that a preamble doesn't have; its closing only where a preamble was read."""
    end = 0
    while end < len(sections) and sections[end].part in parts_in("preamble"):
        end += 1
    if any(section.label for section in sections[:end]):
        while end < len(sections) and sections[end].part in PARTS:
            end += 1
    return sections[:end]


def _kepala(pieces: Sequence[Piece]) -> tuple[tuple[Text, ...], Text | None]:
    """The heading's lines, and the one with the number."""
    numbered = next((piece for piece in pieces if _NOMOR.match(piece.text)), None)
    rest = tuple(text_of([piece]) for piece in pieces if piece is not numbered)
    return rest, text_of([numbered]) if numbered else None


def _judul(judul: list[Piece], pejabat: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Title and issuing office; without `DENGAN RAHMAT` the office is the last line or lines of the title, from
    `KEPALA ...` or `BUPATI ...` to a comma or colon."""
    if pejabat or not judul or not judul[-1].text.endswith((",", ":")):
        return judul, pejabat
    for at in range(len(judul) - 1, 0, -1):
        if offices().match(judul[at].text):
            return judul[:at], judul[at:]
    return judul, []


def _items(pieces: Sequence[Piece], marks: list[Mark]) -> tuple[Item, ...]:
    found = items_of(pieces)
    marks += found.marks
    return found.items


def _diktum(section: Section, marks: list[Mark]) -> Diktum:
    """A diktum's text up to its first lettered butir, then the butir."""
    found = items_of(section.pieces, loose=False)
    marks += found.marks
    return Diktum(label=section.printed, text=text_of(found.before), butir=found.items)


def _text(pieces: Sequence[Piece]) -> Text | None:
    return text_of(pieces) if pieces else None
