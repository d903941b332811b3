"""The letter of an agreement -> the office of its first party, who holds the table below it.

Input: the lines of the letter (`Perjanjian Kinerja`). Output: its first party, or None where the letter says of nobody
that he is. The letter's own text stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bahasa.block_kinds import about_kind, nearest_first
from bahasa.labels import is_whole_label, labels_of
from extract.decree.announced import kind_said
from extract.decree.label import label_in
from extract.decree.title import title_like
from extract.read.piece import Piece
from extract.table.meaning.fields import FORM, names_office
from schemas.base import Kind

#: `selanjutnya disebut PIHAK PERTAMA`, `disebut sebagai pihak kesatu`, `Sebagai : PIHAK PERTAMA`, `yang berjanji (Pihak
#: Kesatu)`; not `Selaku atasan pihak pertama`
_FIRST = re.compile(
    r"(?:(?:disebut|sebagai)\W*(?:sebagai\W*)?|[(“\"]\s*)pihak\W*(?:pertama|ke\W?satu|I\b)", re.IGNORECASE
)
# `PIHAK PERTAMA` alone above its name and office
_CALLED_FIRST = re.compile(r"\W*pihak\W*(?:pertama|ke\W?satu|I)\W*$", re.IGNORECASE)
#: `Jabatan       Lurah Kampung Baru`: the white of a column parts a label from its value.
_WHITE = re.compile(r"\s*(?P<label>\S+(?: \S+)*)\s{2,}(?P<nilai>\S.*)")
#: How any party is called.
_CALLED = re.compile(r"\bpihak\W*(?:pertama|ke\W?satu|ke\W?dua|I{1,2}\b)", re.IGNORECASE)
#: What parts a sentence about a party (`Siti, S.E., Camat Pulau, selaku pengguna anggaran, selanjutnya disebut ...`),
#: and what stands before it (`yang bertanda tangan di bawah ini :`; `... PIHAK KEDUA`, where that comes first).
_PARTS = re.compile(r"\s*,\s*|\b(?:selaku|sebagai|yang|selanjutnya)\b\s*", re.IGNORECASE)
_SENTENCE = re.compile(r"[:;]\s|\bpihak\W+ke\W?\w+\W", re.IGNORECASE)
#: An office takes at most so many lines below its label.
_WRAPPED = 3
#: Its title takes at most so many lines.
_TITLE = 4
_OPENS = ("selanjutnya", "selaku", "yang", "dalam", "disebut", "pihak")


class FirstParty(NamedTuple):
    """Label of the office as printed (`Jabatan`), and the pieces of the office itself."""

    printed: str
    pieces: tuple[Piece, ...]


def letter_kind(pieces: Sequence[Piece]) -> Kind | None:
    """The kind that the letter's title says (`PERNYATAAN PERJANJIAN KINERJA`), else that of letters with parties."""
    if not pieces:
        return None
    agreed = (kind for kind in nearest_first() if about_kind(kind).letter)
    return kind_said(pieces[:_TITLE]) or next(agreed, None)


def first_party(pieces: Sequence[Piece]) -> FirstParty | None:
    """The party that the letter calls the first, else the only one that it names.

    `Jabatan : Kepala Dinas Perhubungan` / `Selanjutnya disebut pihak pertama`: Kepala Dinas Perhubungan.
    """
    parties = [(at, party) for at in range(len(pieces)) if (party := _party(pieces, at))]
    ends = [*(at for at, _ in parties[1:]), len(pieces)]
    for (at, party), end in zip(parties, ends, strict=False):
        if _FIRST.search(" ".join(piece.text for piece in pieces[at:end])):
            return party
    begins = [0, *(at for at, _ in parties)]
    for (at, party), begin in zip(parties, begins, strict=False):
        if any(_CALLED_FIRST.match(piece.text) for piece in pieces[begin:at]):
            return party
    return parties[0][1] if len(parties) == 1 else _spoken_party(pieces)


def names_party(lines: Sequence[str]) -> bool:
    """Do lines below an office in a letter say what the letter calls whoever holds it (`sebagai atasan langsung (Pihak
    Kedua).`)?"""
    return any(map(_CALLED.search, lines))


def _party(pieces: Sequence[Piece], at: int) -> FirstParty | None:
    """The party whose office begins at a line: its label and value, on as many lines as the office takes."""
    label = _office_label(pieces[at].text)
    if label is None:
        return None
    printed, begin = label
    first = pieces[at].cut(begin)
    office = [first] if first.text else []
    for piece in pieces[at + 1 : at + 1 + _WRAPPED]:
        if _ends_office(piece.text):
            break
        office.append(piece.cut(0))
    return FirstParty(printed, tuple(office)) if office and office[0].text[0].isalpha() else None


def _spoken_party(pieces: Sequence[Piece]) -> FirstParty | None:
    """The first party of a sentence: the part before what it is called that begins as an office's name, or with a
    capital behind `selaku`.

    `1. Hasnidar, M.Pd., Kepala SMP Negeri 2 Kulim, selanjutnya` / `disebut PIHAK PERTAMA.`: Kepala SMP Negeri 2 Kulim.
    """
    text = " ".join(piece.text for piece in pieces)
    called = _FIRST.search(text)
    if called is None:
        return None
    begin = max((end.end() for end in _SENTENCE.finditer(text, 0, called.start())), default=0)
    at, acts = begin, False
    for cut in [*_PARTS.finditer(text, begin, called.start()), called]:
        part = text[at : cut.start()]
        if title_like(part) and (names_office(part) or (acts and part[:1].isupper())):
            return FirstParty(called.group(), _cut_out(pieces, at, cut.start()))
        at, acts = cut.end(), cut.group().strip().lower() == "selaku"
    return None


def _cut_out(pieces: Sequence[Piece], start: int, stop: int) -> tuple[Piece, ...]:
    """The pieces of a part of their text, which is joined with one blank between them."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        one = piece.cut(max(0, start - at), max(0, stop - at))
        found += [one] if one.text else []
        at += len(piece.text) + 1
    return tuple(found)


def _office_label(text: str) -> tuple[str, int] | None:
    """The label of an office with where its value begins: one of the vocabulary's, or any before an office's name."""
    for label in labels_of("pemangku"):
        found = label_in(label, text)
        if found and found.colon:
            return found.printed, found.end
    if (apart := _WHITE.match(text)) and is_whole_label(apart["label"], "pemangku") and names_office(apart["nilai"]):
        return apart["label"], apart.start("nilai")
    formed = FORM.match(text)
    return (formed["label"], formed.start("nilai")) if formed and names_office(formed["nilai"]) else None


def _ends_office(text: str) -> bool:
    """Is it another label, what a party is called (`Selanjutnya disebut ...`, `selaku atasan ...`), or a sentence?"""
    return FORM.match(text) is not None or not title_like(text) or text.strip().lower().startswith(_OPENS)
