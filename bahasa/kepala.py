"""Vocabulary of the assembly, as data: each entry with an example from a named decree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bahasa.data import entries_of, vocabulary


@dataclass(frozen=True, slots=True)
class UnitHead:
    """A jabatan that leads a unit: `pola` matches the whole jabatan, `unit` is the unit's name (`{nama}` stands for the
    part of the printed name that the group `nama` matched, if any)."""

    pola: re.Pattern[str]
    unit: str
    seluruh_instansi: bool
    contoh: str
    hasil: str
    dari: str


@cache
def heads() -> tuple[UnitHead, ...]:
    """Jabatan that lead a unit, the more special ones first."""
    return tuple(
        UnitHead(
            pola=re.compile(entry["pola"], re.IGNORECASE),
            unit=entry["unit"],
            seluruh_instansi=entry.get("seluruh_instansi", False),
            contoh=entry["contoh"],
            hasil=entry["hasil"],
            dari=entry["dari"],
        )
        for entry in entries_of("kepala", "kepala")
    )


@cache
def acting() -> re.Pattern[str]:
    """What precedes the name of a jabatan that somebody holds for a time (`Plt.`)."""
    return _any_of("sementara")


@cache
def leaders() -> re.Pattern[str]:
    """The first words of a jabatan that leads something, be the unit known or not."""
    return _any_of("pemimpin")


def _any_of(table: str) -> re.Pattern[str]:
    return re.compile("|".join(entry["pola"] for entry in entries_of("kepala", table)), re.IGNORECASE)


@cache
def unit_nouns() -> tuple[str, ...]:
    """Folded nouns with which the name of a unit begins (`sub bagian`, `bidang`), longer ones first."""
    nouns = [entry["kata"] for entry in entries_of("unit", "unit")]
    return tuple(sorted(nouns, key=lambda noun: (-len(noun), noun)))


@cache
def regions() -> frozenset[str]:
    """Folded words that begin the name of a region (`kabupaten`)."""
    return frozenset(entry["kata"] for entry in entries_of("wilayah", "wilayah"))


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about an object's identity."""
    return frozenset(vocabulary("kata_henti")["kata"])


@cache
def ordinals() -> dict[str, int]:
    """Folded label of a diktum, without blanks (`keduabelas`), to its position."""
    return {word.replace(" ", ""): number for number, word in enumerate(vocabulary("bilangan")["kata"], start=1)}


@cache
def month_names() -> tuple[str, ...]:
    """Names of the months in their order."""
    return tuple(vocabulary("bilangan")["bulan"])


@cache
def unit_patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns whose group is the unit that a holder's name defines."""
    return tuple(re.compile(entry["pola"], re.I) for entry in entries_of("labels", "unit"))
