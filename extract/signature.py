"""Sections of a closing -> Penetapan.

Input: the sections `ditetapkan`, `tanggal`, `ttd` and `nip` of one closing. Output: place, date and signatory, and the
pieces that are none of them. Guarantee: every piece is in one field or left over.

A signature is printed as jabatan (one line or more), nama, pangkat, NIP. The NIP stands last, the pangkat above it is
known by its first word, the nama is the line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract import vocabulary
from extract.piece import Piece, text_of
from extract.sections import Section
from schemas.decree import Penandatangan, Penetapan, Text

PARTS = ("ditetapkan", "tanggal", "ttd", "nip")
# `ttd`, `TTD.`, `(tanda tangan)`: stands for the hand-written signature
_SIGN = re.compile(r"\(?\s*(?:ttd|cap|dto|tanda\s+tangan)\s*[.)]*", re.IGNORECASE)
# without NIP (a bupati has none) the name is the line after which the signature ends
_MOST_LINES = 8


def penetapan_of(sections: Sequence[Section]) -> tuple[Penetapan, list[Piece]]:
    """The closing, and the pieces of it that fit no field."""
    by_part = {part: [piece for s in sections if s.part == part for piece in s.pieces] for part in PARTS}
    lines = [piece for piece in by_part["ttd"] if not _SIGN.fullmatch(piece.text)]
    left = [piece for piece in by_part["ttd"] if _SIGN.fullmatch(piece.text)]
    if len(lines) > _MOST_LINES:
        lines, more = lines[:_MOST_LINES], lines[_MOST_LINES:]
        left += more
    signed = _signatory(lines, by_part["nip"])
    place = Penetapan(tempat=_text(by_part["ditetapkan"]), tanggal=_text(by_part["tanggal"]), penandatangan=signed)
    return place, left


def _signatory(lines: list[Piece], nip: list[Piece]) -> Penandatangan:
    pangkat: list[Piece] = []
    if lines and vocabulary.ranks().match(lines[-1].text):
        pangkat, lines = lines[-1:], lines[:-1]
    nama, jabatan = lines[-1:], lines[:-1]
    if not nip and not pangkat and len(lines) < 2:
        # a single line without NIP is the office: nobody has signed
        nama, jabatan = [], lines
    return Penandatangan(jabatan=_text(jabatan), nama=_text(nama), pangkat=_text(pangkat), nip=_text(nip))


def _text(pieces: Sequence[Piece]) -> Text | None:
    return text_of(pieces) if pieces else None
