"""Vocabulary of the assembly, as data: each entry with an example from a named decree."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Head:
    """A jabatan that leads a unit: `pola` matches the whole jabatan, `unit` is the unit's name (`{nama}` stands for the
    part of the printed name that the group `nama` matched, if any)."""

    pola: re.Pattern[str]
    unit: str
    seluruh_instansi: bool
    contoh: str
    hasil: str
    dari: str


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("bahasa").joinpath(name).read_text(encoding="utf-8"))


@cache
def heads() -> tuple[Head, ...]:
    """Jabatan that lead a unit, the more special ones first."""
    return tuple(
        Head(
            pola=re.compile(entry["pola"], re.IGNORECASE),
            unit=entry["unit"],
            seluruh_instansi=entry.get("seluruh_instansi", False),
            contoh=entry["contoh"],
            hasil=entry["hasil"],
            dari=entry["dari"],
        )
        for entry in _load("kepala.toml")["kepala"]
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
    return re.compile("|".join(entry["pola"] for entry in _load("kepala.toml")[table]), re.IGNORECASE)


@cache
def unit_nouns() -> tuple[str, ...]:
    """Folded nouns with which the name of a unit begins (`sub bagian`, `bidang`), longer ones first."""
    nouns = [entry["kata"] for entry in _load("unit.toml")["unit"]]
    return tuple(sorted(nouns, key=lambda noun: (-len(noun), noun)))


@cache
def regions() -> frozenset[str]:
    """Folded words that begin the name of a region (`kabupaten`)."""
    return frozenset(entry["kata"] for entry in _load("wilayah.toml")["wilayah"])


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about an object's identity."""
    return frozenset(_load("kata_henti.toml")["kata"])


@cache
def ordinals() -> dict[str, int]:
    """Folded label of a diktum, without blanks (`keduabelas`), to its position."""
    return {word.replace(" ", ""): number for number, word in enumerate(_load("bilangan.toml")["kata"], start=1)}


@cache
def month_names() -> tuple[str, ...]:
    """Names of the months in their order."""
    return tuple(_load("bilangan.toml")["bulan"])
