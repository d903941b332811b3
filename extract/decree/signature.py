"""Sections of a closing -> Penetapan.

Input: the sections `ditetapkan`, `tanggal`, `ttd` and `nip` of one closing. Output: place, date and signatory, the
pieces that are none of them, and marks. Guarantee: every piece is in one field, in a mark, or left over.

A signature is printed as jabatan (one line or more), nama, pangkat, NIP. The NIP stands last, the pangkat above it is
known by its first word, the nama is the line above.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bahasa.openers import ranks
from bahasa.parts import parts_in
from extract.decree.closings import SIGN
from extract.decree.section import Section
from extract.read.piece import Mark, Piece, text_of
from schemas.decree import Penandatangan, Penetapan, Text

PARTS = parts_in("closing")
# without NIP (a bupati has none) the name is the line after which the signature ends
_MOST_LINES = 8
# of the civil servants' number: date of birth, month of appointment, sex, number
_NIP_DIGITS = 18


class Closing(NamedTuple):
    """A closing; `left` are its lines that fit no field, `marks` stand for hand-written signatures."""

    penetapan: Penetapan
    left: tuple[Piece, ...]
    marks: tuple[Mark, ...]


def closing_of(sections: Sequence[Section]) -> Closing:
    """The closing that these sections make."""
    by_part = {part: [piece for s in sections if s.part == part for piece in s.pieces] for part in PARTS}
    lines = [piece for piece in by_part["ttd"] if not SIGN.fullmatch(piece.text)]
    marks = [Mark("tanda tangan", piece) for piece in by_part["ttd"] if SIGN.fullmatch(piece.text)]
    penetapan = Penetapan(
        tempat=_text(by_part["ditetapkan"]),
        tanggal=_text(by_part["tanggal"]),
        penandatangan=_signatory(lines[:_MOST_LINES], by_part["nip"]),
    )
    return Closing(penetapan, tuple(lines[_MOST_LINES:]), tuple(marks))


def completes_nip(pieces: Sequence[Piece], text: str) -> bool:
    """Is a line the rest of a wrapped NIP (`19650808 199203` / `1 019`)? With it there are its 18 digits."""
    printed = "".join([*(piece.text for piece in pieces), text])
    return not text.strip("0123456789 .-") and sum(map(str.isdigit, printed)) == _NIP_DIGITS


def _signatory(lines: list[Piece], nip: list[Piece]) -> Penandatangan:
    pangkat: list[Piece] = []
    if lines and ranks().match(lines[-1].text):
        pangkat, lines = lines[-1:], lines[:-1]
    nama, jabatan = lines[-1:], lines[:-1]
    if not nip and not pangkat and len(lines) < 2:
        # a single line without NIP is the office: nobody has signed
        nama, jabatan = [], lines
    return Penandatangan(jabatan=_text(jabatan), nama=_text(nama), pangkat=_text(pangkat), nip=_text(nip))


def _text(pieces: Sequence[Piece]) -> Text | None:
    return text_of(pieces) if pieces else None
