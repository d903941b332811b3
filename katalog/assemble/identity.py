"""Ids of the catalogue's objects: readable paths made from what an object says, not from where it stands.

`iki.sub-bagian-umum-dan-kepegawaian.pengelola-kepegawaian/indikator/jumlah-dokumen-usulan-cuti`

An insertion therefore leaves all other ids as they are. Two objects that say the same get `-2`, `-3` in printed order.
Ids come from normalized values, so that a corrected slip of the pen does not make another object.
"""

from __future__ import annotations

from bahasa.block_kinds import about_kind
from bahasa.fold import fold_words
from bahasa.function_words import function_words
from schemas.base import Kind
from schemas.catalogue import Unit

#: Words of an id: enough to tell the indicators of a table apart, few enough to be read.
WORDS = 8
LENGTH = 80


def full_slug(text: str) -> str:
    """All words, joined with dashes; `tanpa-nama` for a text without a letter or digit."""
    return "-".join(fold_words(text).split()) or "tanpa-nama"


def short_slug(text: str) -> str:
    """The first words that carry meaning."""
    words = fold_words(text).split()
    telling = [word for word in words if word not in function_words("henti")] or words
    kept = telling[:WORDS]
    while len(kept) > 1 and len("-".join(kept)) > LENGTH:
        kept.pop()
    return "-".join(kept)[:LENGTH] or "tanpa-teks"


class Ids:
    """Hands out ids: the one that is wanted, or with the first number that is free."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        free, number = wanted, 1
        while free in self._taken:
            number += 1
            free = f"{wanted}-{number}"
        self._taken.add(free)
        return free


def block_path(kind: Kind | None, unit: Unit, jabatan: str) -> str:
    """`iki.<unit>.<jabatan>`; where the holder is the unit or the agency itself, `iku.<unit>`."""
    holder = full_slug(jabatan)
    itself = holder in (unit.id, full_slug(unit.nama)) or (about_kind(kind).agency and unit.basis == "instansi")
    path = f"{about_kind(kind).called.lower()}.{unit.id}"
    return path if itself else f"{path}.{holder}"


def law_path(jenis: str, nomor: str | None, tahun: int | None) -> str:
    """`undang-undang-25-2004`."""
    return full_slug(" ".join(str(part) for part in (jenis, nomor, tahun) if part is not None))
