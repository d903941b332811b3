"""Who signs below the table of an agreement -> the office of its first party.

`PERJANJIAN KINERJA` / `KELURAHAN TANAH ABANG BARU` over a table, `Camat Ilir Timur` and `Lurah Tanah Abang Baru` below
it: who promises is the head of whom the title names, not the one to whom is promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.fold import fold_words
from bahasa.units import begins_with, led_by, places, unit_nouns
from extract.decree.title import title_like
from extract.read.piece import Piece

#: White that parts two signatures on one line, or the border between their cells (`LABEL_BORDER`).
_GAP = re.compile(r"\s{3,}|\s*\t\s*")


def head_signed(below: Sequence[Piece], agency: Sequence[Piece]) -> Sequence[Piece]:
    """The office among the lines below a table that heads the agency of its title, on one line; empty where none does,
    or several do."""
    name = " ".join(piece.text for piece in agency).split()
    found = [part for piece in below for part in _parts(piece) if _heads(part.text, name)]
    return found if len({fold_words(part.text) for part in found}) == 1 else ()


def _parts(piece: Piece) -> list[Piece]:
    edges = [0, *(at for gap in _GAP.finditer(piece.text) for at in gap.span()), len(piece.text)]
    parts = [piece.cut(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if piece.text[a:b].strip()]
    return [part.cut(0, len(part.text.rstrip(" ,"))) for part in parts]


def _heads(office: str, agency: Sequence[str]) -> bool:
    """`Lurah Tanah Abang Baru` of `KELURAHAN TANAH ABANG BARU KECAMATAN ILIR TIMUR`, `Kepala Dinas Sosial` of `DINAS
    SOSIAL`: what it leads is called so, and the words behind its first are those of the agency, from its first or
    second on, but for its place. `Sekretaris Dinas Sosial` leads a Sekretariat."""
    led = led_by(office)
    if not (agency and led and title_like(office)) or fold_words(led.nama).split()[:1] != fold_words(agency[0]).split():
        return False
    own = office.split()[1:]
    for name in (agency, agency[1:]):
        rest = " ".join(name[len(own) :])
        if own and fold_words(" ".join(name[: len(own)])) == fold_words(" ".join(own)):
            return not rest or begins_with(rest, (*places(), *unit_nouns(referred=False)))
    return False
