"""Units of targets: the canonical name, and the kind of target that a unit makes.

Input: a printed unit (`Dok.`, `Peserta/orang`, `persen`). Output: its canonical form, in lower case but for acronyms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bahasa.data import entries_of
from bahasa.date import is_month


@dataclass(frozen=True, slots=True)
class Satuan:
    """`name` is canonical; `kind` is the kind of target that it makes; `known` tells whether the vocabulary has it."""

    name: str
    kind: str = "count"
    known: bool = True


@cache
def _units() -> dict[str, Satuan]:
    units: dict[str, Satuan] = {}
    for entry in entries_of("satuan", "satuan"):
        unit = Satuan(entry["nama"], entry["jenis"])
        for form in (entry["nama"], *entry["sinonim"]):
            units[str(form).casefold()] = unit
    return units


# an acronym (`SKPD`, `CD`) keeps its capitals; a word printed in capitals (`DOKUMEN`) does not
_ACRONYM = re.compile(r"[A-Z]{2,5}\d?")
_SHAPE = re.compile(r"[^\W\d_][^\W\d_]*[23²]?\.?(?:[ /-]+[^\W\d_]+\.?){0,4}|%")


def _word(word: str) -> str:
    bare = word.rstrip(".")
    if (unit := _units().get(bare.casefold())) is not None:
        return unit.name
    return bare if _ACRONYM.fullmatch(bare) else bare.casefold()


def read_unit(printed: str) -> Satuan | None:
    """The unit that the text names; None where the text can't be a unit (digits, signs, a sentence, a month)."""
    text = printed.strip().rstrip(";,.:").strip()
    if (unit := _units().get(text.casefold())) is not None:
        return unit
    if not _SHAPE.fullmatch(text) or len(text) > 60:
        return None
    parts = re.split(r"( *[/-] *| +)", text)
    if is_month(parts[0]):
        return None  # `31 Maret` is a day, not a number of something
    name = "".join(part.strip() or " " if i % 2 else _word(part) for i, part in enumerate(parts))
    if (unit := _units().get(name.casefold())) is not None:
        return unit
    head = _units().get(parts[0].rstrip(".").casefold())
    # `jenis seni budaya` is a kind of `jenis`; `persen pegawai` is left to the caller
    return Satuan(name, head.kind if head else "count", head is not None)
