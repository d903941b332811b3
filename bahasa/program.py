"""Tables of programs and their money: what their columns hold, and what an amount means.

Input: headings and cells as printed, vocabulary in program.toml.

>>> program_columns(["No", "Program/Kegiatan", "Anggaran (Rp)", "Ket."])
{'no': 0, 'program': 1, 'anggaran': 2, 'keterangan': 3}
>>> rupiah("Rp. 1.250.000.000,-", "Anggaran (Rp)"), rupiah("1.250", "Pagu (juta Rp)")
('1250000000', '1250000000')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import get_args

from bahasa.data import entries_of
from bahasa.fold import fold_words, one_line
from bahasa.headings import heading_letters, role_of_heading
from bahasa.number import decimal_text, scale_words, times
from bahasa.roles import about_role
from bahasa.target import parse_target
from schemas.base import ProgramRole

#: Shorter words are looked for whole: `no` stands inside `ekonomi`.
_WHOLE = 5
# `9.985.639. 757`, `1.250.000.00` / `0`: a blank inside an amount, where a column was too narrow for it
_BLANK = re.compile(r"(?<=[\d.])\s+(?=[\d.])")
_GROUPS = re.compile(r"\D*[1-9]\d{0,2}(?:\.\d{3})+(?!\.?\d)\D*\d{0,2}\D*")


def program_role(heading: str) -> ProgramRole | None:
    """What a column under this heading holds in a table of programs; None for anything else."""
    words, letters = f" {fold_words(heading)} ", heading_letters(heading)
    found = [entry for entry in entries_of("program", "kolom") if _says(entry["kata"], words, letters)]
    role: ProgramRole | None = max(found, key=lambda entry: len(entry["kata"]))["peran"] if found else None
    return role


def _says(kata: str, words: str, letters: str) -> bool:
    if f" {kata} " in words:
        return True
    return len(kata) >= _WHOLE and heading_letters(kata) in letters


def program_columns(headings: Sequence[str]) -> dict[ProgramRole, int]:
    """The column of each role, the first of several; of several amounts the one that holds (`Sesudah Perubahan`)."""
    roles = [program_role(heading) if heading else None for heading in headings]
    columns: dict[ProgramRole, int] = {}
    for role in get_args(ProgramRole):
        own = [i for i, one in enumerate(roles) if one == role]
        if own:
            columns[role] = next((i for i in own if _holds(headings[i])), own[0])
    return columns


def _holds(heading: str) -> bool:
    return any(f" {entry['kata']} " in f" {fold_words(heading)} " for entry in entries_of("program", "sesudah"))


def is_program(headings: Sequence[str]) -> bool:
    """Do these head a table of programs: a column of them and one of their money, and none that only a table of
    indicators has?"""
    if not {"program", "anggaran"} <= program_columns(headings).keys():
        return False
    return not any(_of_indicators(heading) for heading in headings if heading)


def _of_indicators(heading: str) -> bool:
    """Has only a table of indicators such a column (`INDIKATOR PROGRAM`; not `SUMBER DANA`)?"""
    role = role_of_heading(heading) if program_role(heading) in ("program", None) else None
    return role is not None and (about_role(role).telling or about_role(role).core)


def is_sum(printed: str) -> bool:
    """Is it the label of a row that adds up others (`JUMLAH`, `Total Anggaran`)?"""
    return f"{fold_words(printed)} ".startswith(_sums())


@cache
def _sums() -> tuple[str, ...]:
    return tuple(f"{entry['kata']} " for entry in entries_of("program", "jumlah"))


def rupiah(printed: str, heading: str) -> str | None:
    """The amount in rupiah as decimal text, by the unit that the heading names; None where it is none."""
    joined = _BLANK.sub("", one_line(printed))
    text = joined if _GROUPS.fullmatch(joined) else one_line(printed)
    target = parse_target(text)
    if target.value is None or target.kind not in ("money", "count") or (target.kind == "count" and target.unit):
        return None
    scaled = re.search(rf"\b(?:{scale_words()})\b", text, re.IGNORECASE)
    return decimal_text(times(Decimal(target.value), 1 if scaled else _unit(heading)))


# an amount in a heading is no unit, whatever its digits (`Anggaran Rp215.250.297.000,-`; `Anggaran (Rp 000)` is one)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")


def _unit(heading: str) -> int:
    words = f" {fold_words(_AMOUNT.sub(' ', heading))} "
    units = (entry["nilai"] for entry in entries_of("program", "satuan") if f" {entry['kata']} " in words)
    return max(units, default=1)
