"""Units of targets (satuan.toml): the canonical name, the kind of target that a unit makes, and where one ends.

`read_unit` says what a printed unit means (`Dok.`, `Peserta/orang`, `persen`): its canonical form, in lower case but
for acronyms. `unit_end` says how many printed words are one unit (`Berita Acara` two, `Laporan kegiatan` one).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bahasa.data import entries_of
from bahasa.date import is_month


class Satuan(NamedTuple):
    """`name` is canonical; `kind` is the kind of target that it makes; `known` tells whether the vocabulary has it; one
    that only `measures` (`kali`) begins no sentence; one that `leads` may have its number behind it (`Dokumen: 12`)."""

    name: str
    kind: str = "count"
    known: bool = True
    measures: bool = False
    leads: bool = False


@cache
def measures_by_form() -> dict[str, Satuan]:
    """Every printed form of a unit in lower case (`dok`, `berita acara`) to the unit."""
    units: dict[str, Satuan] = {}
    for entry in entries_of("satuan", "satuan"):
        measures, leads = entry.get("takaran", False), entry.get("di_depan", False)
        unit = Satuan(entry["nama"], entry["jenis"], measures=measures, leads=leads)
        for form in (entry["nama"], *entry["sinonim"], *entry.get("singkatan", ())):
            units[str(form).casefold()] = unit
    return units


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(form for entry in entries_of("satuan", "satuan") for form in entry.get("singkatan", ()))


def only_measures(printed: str) -> bool:
    """Whether no sentence begins with this unit, though it be printed with a capital (`3 Kali`, `12 Dok.`)."""
    form = printed.casefold()
    unit = measures_by_form().get(form)
    return not {form, form.rstrip(".")}.isdisjoint(_abbreviations()) or (unit is not None and unit.measures)


@cache
def _longest() -> dict[str, tuple[int, ...]]:
    """First word of a unit to the numbers of words of those that begin with it, the most first."""
    sizes: dict[str, set[int]] = {}
    for form in measures_by_form():
        words = form.split()
        sizes.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def unit_end(words: Sequence[str], i: int) -> int:
    """The end of the longest known unit that is printed at word i, in any case; i where there is none.

    An abbreviation may have its dot (`12 Dok.`), and units may be joined by a slash (`60 Peserta/orang`)."""
    first = words[i].casefold()
    for size in _longest().get(first, ()):
        if i + size <= len(words) and " ".join(words[i : i + size]).casefold() in measures_by_form():
            return i + size
    # a dot behind a whole word (`3 dokumen.`) ends a sentence
    if first.endswith(".") and first.rstrip(".") in _abbreviations():
        return i + 1
    parts = first.split("/")
    return i + (len(parts) > 1 and all(part in measures_by_form() for part in parts))


# an acronym (`SKPD`, `CD`) keeps its capitals; a word printed in capitals (`DOKUMEN`) does not
_ACRONYM = re.compile(r"[A-Z]{2,5}\d?")
_SHAPE = re.compile(r"[^\W\d_][^\W\d_]*[23²]?\.?(?:[ /-]+[^\W\d_]+\.?){0,4}|%")


def _word(word: str) -> str:
    bare = word.rstrip(".")
    if (unit := measures_by_form().get(bare.casefold())) is not None:
        return unit.name
    return bare if _ACRONYM.fullmatch(bare) else bare.casefold()


def read_unit(printed: str) -> Satuan | None:
    """The unit that the text names; None where the text can't be a unit (digits, signs, a sentence, a month)."""
    text = printed.strip().rstrip(";,.:").strip()
    if (unit := measures_by_form().get(text.casefold())) is not None:
        return unit
    if not _SHAPE.fullmatch(text) or len(text) > 60:
        return None
    parts = re.split(r"( *[/-] *| +)", text)
    if is_month(parts[0]):
        return None  # `31 Maret` is a day, not a number of something
    name = "".join(part.strip() or " " if i % 2 else _word(part) for i, part in enumerate(parts))
    if (unit := measures_by_form().get(name.casefold())) is not None:
        return unit
    head = measures_by_form().get(parts[0].rstrip(".").casefold())
    # `jenis seni budaya` is a kind of `jenis`; `persen pegawai` is left to the caller
    return Satuan(name, head.kind if head else "count", head is not None)
