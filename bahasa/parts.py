"""The parts of a decree: one table (parts.toml), and what code asks of it.

A part is what a run of lines is (`menimbang`, `tugas`, `tabel`, `ttd`). Readers ask which part may follow which,
`normalize` what is prose and what cites regulations, `katalog` which field holds a part. A rule about one part by its
meaning spells its name: the type `PartName` holds the spelling.

>>> about_part("memperhatikan").content
'items'
>>> parts_after("ttd")
('nip', 'pemangku', 'judul', 'lampiran', 'tembusan')
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from bahasa.data import entries_of

PartName = Literal[
    "kepala", "tentang", "rahmat", "menimbang", "mengingat", "memperhatikan", "memutuskan", "menetapkan", "diktum",
    "ditetapkan", "tanggal", "ttd", "nip", "pemangku", "identitas", "tujuan", "tugas", "fungsi", "judul", "lampiran",
    "tembusan", "catatan", "tabel", "tabel_lain", "keterangan", "surat", "tempat_tanggal", "lain",
]  # fmt: skip
Group = Literal["preamble", "closing", "head", "body"]
Content = Literal["lines", "text", "items", "clauses", "none"]
#: What no table, and no value of a card, goes on below: a title, a label of a block's head, a lampiran.
BLOCK_OPENERS: tuple[PartName, ...] = ("judul", "pemangku", "tugas", "fungsi", "lampiran")
#: In `after`: any part but running text; any part of the preamble before this one.
_ANY, _EARLIER = "*", "^"


class DecreePart(NamedTuple):
    """One part with its answers; parts.toml says what each of them means. `id` and `en` are its names for people."""

    name: PartName
    id: str
    en: str
    contoh: str
    dari: str
    group: Group
    after: tuple[str, ...]
    running: bool
    field: str
    content: Content
    prose: bool
    cites: Literal["always", "maybe", "never"]
    said: str
    keeps_label: bool
    reads_on: bool
    begins: bool
    fills: bool


@cache
def decree_parts() -> dict[str, DecreePart]:
    """All parts in file order. TypeError where an entry leaves a question open."""
    made = (DecreePart(**{**entry, "after": tuple(entry["after"])}) for entry in entries_of("parts", "part"))
    return {part.name: part for part in made}


def about_part(name: str) -> DecreePart:
    """The answers of a part; KeyError for what is none."""
    return decree_parts()[name]


def parts_where(true: Callable[[DecreePart], bool]) -> tuple[PartName, ...]:
    """The parts for which something is true, in file order."""
    return tuple(part.name for part in decree_parts().values() if true(part))


@cache
def parts_in(group: Group) -> tuple[PartName, ...]:
    """The parts of a group, in file order (for the preamble and a closing the printed one)."""
    return tuple(part.name for part in decree_parts().values() if part.group == group)


@cache
def filled_parts() -> tuple[PartName, ...]:
    """The parts of a head that have a text of their own, not a name: tugas and what goes with it."""
    return parts_where(lambda part: part.group == "head" and part.fills)


@cache
def head_labels() -> tuple[PartName, ...]:
    """The parts of a head that stand behind a label (`Jabatan :`); a title is all text."""
    return parts_where(lambda part: part.group == "head" and not part.keeps_label)


@cache
def parts_after(name: PartName) -> tuple[PartName, ...]:
    """The parts that may follow a part, in file order."""
    return tuple(part.name for part in decree_parts().values() if _may_follow(part, about_part(name)))


def _may_follow(part: DecreePart, before: DecreePart) -> bool:
    if before.name in part.after or (_ANY in part.after and not before.running):
        return True
    preamble = parts_in("preamble")
    return _EARLIER in part.after and before.name in preamble[: preamble.index(part.name)]


@cache
def preamble_fields(content: Content) -> tuple[DecreePart, ...]:
    """The parts that are fields of the preamble and hold this, in printed order."""
    return tuple(about_part(name) for name in parts_in("preamble") if about_part(name).content == content)
