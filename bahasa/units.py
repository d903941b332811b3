"""Parts of an agency by their printed names: which one a jabatan leads, and which words begin the name of one.

Input: a jabatan or a holder, printed or normalized. Output: the unit that it leads or is (kepala.toml, unit.toml).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bahasa.data import entries_of
from bahasa.fold import fold_words, one_line


class UnitHead(NamedTuple):
    """A jabatan that leads a unit: `pola` matches the whole jabatan, `unit` is the unit's name (`{nama}` stands for the
    part of the printed name that the group `nama` matched, if any); `whole` says that it is the whole agency."""

    pola: re.Pattern[str]
    unit: str
    whole: bool


class Led(NamedTuple):
    """The unit that a jabatan leads; `whole` says that it is the whole agency."""

    nama: str
    whole: bool


@cache
def unit_heads() -> tuple[UnitHead, ...]:
    """Jabatan that lead a unit, the more special ones first."""
    return tuple(
        UnitHead(re.compile(entry["pola"], re.IGNORECASE), entry["unit"], entry.get("seluruh_instansi", False))
        for entry in entries_of("kepala", "kepala")
    )


@cache
def _any_of(table: str) -> re.Pattern[str]:
    return re.compile("|".join(entry["pola"] for entry in entries_of("kepala", table)), re.IGNORECASE)


def led_by(jabatan: str) -> Led | None:
    """The unit that this jabatan leads (`Kasubag Umum`: `Sub Bagian Umum`), None for one that leads none or an unknown
    one."""
    name = permanent(jabatan)
    for head in unit_heads():
        if match := head.pola.fullmatch(name):
            return Led(head.unit.format(**match.groupdict("")).strip(), head.whole)
    return None


def leads(jabatan: str) -> bool:
    """Whether a jabatan leads something by its first word, be it known what or not (`Wakil Kepala Dinas`)."""
    return _any_of("pemimpin").match(permanent(jabatan)) is not None


def permanent(jabatan: str) -> str:
    """The jabatan without what says that somebody holds it for a time (`Plt. Kepala Bidang Mutasi`)."""
    name = one_line(jabatan)
    return name[match.end() :] if (match := _any_of("sementara").match(name)) else name


@cache
def unit_nouns(referred: bool = True) -> tuple[str, ...]:
    """Folded nouns with which the name of a unit begins (`sub bagian`, `bidang`), longer ones first: those by which a
    sumber data refers to a part of the agency, or, where not `referred`, all of them (`dinas`)."""
    nouns = [entry["kata"] for entry in entries_of("unit", "unit") if entry["rujukan"] or not referred]
    return tuple(sorted(nouns, key=lambda noun: (-len(noun), noun)))


@cache
def places() -> tuple[str, ...]:
    """Folded words with which the name of a region begins (`kabupaten`)."""
    return tuple(entry["kata"] for entry in entries_of("unit", "wilayah"))


def begins_with(name: str, nouns: tuple[str, ...]) -> bool:
    """Whether the first words of a name are one of these nouns (`Sub. Bidang Harga Pangan`: `sub bidang`)."""
    return any(f"{fold_words(name)} ".startswith(f"{noun} ") for noun in nouns)


def names_unit(holder: str) -> bool:
    """Whether a holder is a part of the agency: a jabatan that leads one, or its name (`Sub. Bidang Harga Pangan`)."""
    led = led_by(holder)
    return (led is not None and not led.whole) or begins_with(holder, unit_nouns())


def printed_unit(holder: str) -> str:
    """The unit whose name a holder prints: `Kepala Sub Bagian Umum` that of `Sub Bagian Umum`, a unit its own; empty
    where it prints none (`Sekretaris` leads the Sekretariat, but doesn't print it)."""
    name = one_line(holder).rstrip(" .,;")
    led = led_by(name)
    if led is not None and f" {fold_words(led.nama)} " in f" {fold_words(name)} ":
        return led.nama
    return name if begins_with(name, unit_nouns(referred=False)) else ""


def unit_phrase(sumber_data: str) -> str | None:
    """The folded name of a unit that a sumber data is or ends with, known or not: from its last capitalized unit noun.

    `Laporan retensi arsip Sub Bagian Umum dan Kepegawain` gives `sub bagian umum dan kepegawain`; `Laporan bidang yang
    telah diinput` gives None, since that `bidang` is no name.
    """
    best: str | None = None
    for noun in unit_nouns():
        pattern = r"\b" + r"[\s.]*".join(f"{word[0].upper()}(?i:{word[1:]})" for word in noun.split()) + r"\b.+"
        match = re.search(pattern, sumber_data, re.DOTALL)
        if match and (best is None or len(fold_words(match[0])) > len(best)):
            best = fold_words(match[0])
    return best
