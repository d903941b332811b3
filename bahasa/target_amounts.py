"""Targets that are a number of something: counts, shares, amounts of money, and ranges of them.

Each reader takes a folded cell with what its row says about a bare number, and gives a Target for the whole cell or
None. `12 (dua belas) laporan`, `100% (seratus persen)`, `Rp 1,5 miliar`, `80 s.d. 90 %`, `3,51 (skala 4)`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import cast

from bahasa.either import either
from bahasa.hint import Hint
from bahasa.number import (
    NUMBER,
    decimal_text,
    read_number,
    read_words,
    readings,
    scale,
    scale_words,
    times,
)
from bahasa.satuan import read_unit
from bahasa.target_scope import words_of_parts
from bahasa.target_words import alternatives, joined_notes
from schemas.decree import Target, TargetKind

_TWO_NUMBERS = re.compile(r"(\d{1,3}) (\d{1,3})(?: ?([^\W\d_].*))?")


def read_two_numbers(text: str, hint: Hint) -> Target | None:
    """`1` / `3dokumen` over two lines: one number torn apart (13), or a corrected one left standing (3)."""
    match = _TWO_NUMBERS.fullmatch(text)
    if match is None:
        return None
    unit = read_unit(match[3]) if match[3] else None
    if match[3] and unit is None:
        return None
    candidates = tuple(dict.fromkeys(decimal_text(Decimal(c)) for c in (match[1] + match[2], match[2])))
    name = unit.name if unit else hint.unit
    return Target(kind="ambiguous", unit=name, candidates=candidates, note="dua bilangan tercetak dalam satu sel")


# `8S %`, `1B dokumen`, but `5Box`
_LETTERED = re.compile(
    r"(\d(?:[\dOoIl|]|[SBZ](?![^\W\d_])){0,5}|[\dOoIl|]{1,6})(?:\s*(%|[^\W\d_].*)|(?<=\dO)|(?<=\dOO))"
)
_APART = re.compile(r"(\d{1,5})\s([Oo]{1,2})(?:\s*(%|(?<=\s)[^\W\d_].*))?")
_AMONG_DIGITS = re.compile(r"(?<![^\W_])\d[\d.,]*O+(?=[\d\s.,%/–-]|$)")
_DIGITS = str.maketrans("OoIl|SBZ", "00111582")
_LETTER_NOTE = "huruf di tempat angka"


def read_letters_among(text: str, hint: Hint) -> Target | None:
    """`5O-60 %`, `1O-20 dokumen`, `9O,5 %`: nobody can say what a number with a letter in it is, among others."""
    if not _AMONG_DIGITS.search(text) or read_lettered(text, hint):
        return None
    return Target(kind="text", note=_LETTER_NOTE)


def read_lettered(text: str, hint: Hint) -> Target | None:
    """`1OO %`, `2O kegiatan`, `5O`, `l dokumen`, `8S %`: letters typed (or recognised) in the place of digits. The
    number is likely, not certain."""
    match = _LETTERED.fullmatch(text)
    if match is None or match[1].isdigit():
        return None
    named = match[2] not in (None, "%")
    unit = read_unit(match[2]) if named else None
    # a letter alone (`I`) stands for a digit only before a unit that is known: `O dokumen`, and not `I love`
    if named and (unit is None or not unit.known):
        return None
    number = decimal_text(Decimal(match[1].translate(_DIGITS)))
    name = unit.name if unit else match[2]
    return Target(kind="ambiguous", unit=name, candidates=(number,), note=_LETTER_NOTE)


def read_zeros_apart(text: str, hint: Hint) -> Target | None:
    """`10 O`, `1 O dokumen`: letters that stand apart from the digits before them are no unit; they may be digits."""
    match = _APART.fullmatch(text)
    if match is None:
        return None
    unit = read_unit(match[3]) if match[3] not in (None, "%") else None
    if match[3] not in (None, "%") and (unit is None or not unit.known):
        return None
    name = unit.name if unit else match[3] or hint.unit
    numbers = (match[1] + "0" * len(match[2]), match[1])
    candidates = tuple(decimal_text(Decimal(one)) for one in numbers)
    return Target(kind="ambiguous", unit=name, candidates=candidates, note=_LETTER_NOTE)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<between>(?:{alternatives('antara')})\s+)?(?P<low>{NUMBER})\s*(?P<u1>%|[^\W\d_]+)??\s*"
        rf"(?:[-–—]|(?(between)(?:dan|{alternatives('rentang')})|(?:{alternatives('rentang')})))\s*"
        rf"(?P<high>{NUMBER})\s*(?P<u2>%|[^\W\d_].*)?",
        re.I,
    )


def read_range(text: str, hint: Hint) -> Target | None:
    """`80-90%`, `3 sampai dengan 5 hari`, `antara 80 dan 90`."""
    match = _range().fullmatch(text)
    if match is None:
        return None
    low, high = read_number(match["low"]), read_number(match["high"])
    printed = match["u2"] or match["u1"]
    unit = read_unit(printed) if printed else None
    if low is None or high is None or Decimal(low) > Decimal(high) or (printed and unit is None):
        return None
    note = None if printed else hint.note
    return Target(kind="range", value=low, upper=high, unit=unit.name if unit else hint.unit, note=note)


_SCALED = re.compile(rf"({NUMBER})\s*(?:dari\s+)?(\(?)(?:dari\s+)?skala\s+(?:likert\s+)?({NUMBER})(\)?)", re.I)


def read_scaled(text: str, hint: Hint) -> Target | None:
    """`3,51 (skala 4)`: an index on a scale."""
    match = _SCALED.fullmatch(text)
    value = read_number(match[1]) if match else None
    if match is None or value is None or bool(match[2]) != bool(match[4]):
        return None
    return Target(kind="index", value=value, note=f"skala {match[3]}")


# with a stroke only of hundreds and more: `10/10 laporan` is so many of so many, `9/10 laporan` perhaps a part of one
_PER = re.compile(rf"({NUMBER})\s*(?:per|/(?=\s*1[.,]?00))\s*(1[.,]?0+(?:[.,]0+)*)\s+([^\W\d_].*)", re.I)


def read_rate(text: str, hint: Hint) -> Target | None:
    """`102 per 100.000 KH`: so many of so many."""
    match = _PER.fullmatch(text)
    if match is None:
        return None
    value, base, unit = read_number(match[1]), read_number(match[2]), read_unit(match[3])
    if value is None or base is None or unit is None:
        return None
    return Target(kind="count", value=value, unit=f"per {base} {unit.name}")


# `12 (dua belas) laporan`, `3dokumen`, `95,5 % pegawai`, `1 (satu)`, `12 dokumen (LPPD)`
_AMOUNT = re.compile(
    rf"(?P<number>{NUMBER})\s*(?:\(\s*(?P<words>[a-z][a-z -]*?)\s*\)\s*)?(?P<unit>%[^()\d]*?|[^\W\d_][^()]*?)?"
    r"\s*(?P<remark>\([^()]*\))?[.;,]?",
    re.I,
)


def read_amount(text: str, hint: Hint) -> Target | None:
    """`12 (dua belas) laporan`, `95,5 % pegawai`, `70`."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    words, unit_text, remark = match["words"], match["unit"], match["remark"]
    spelled = _spelled(words)
    if words and spelled is None:
        # `20 (dokumen)`: the unit in brackets; anything else is a remark, as behind `Level 3 (Terdefinisi)`
        bare = not unit_text and (hint.kind != "index" or _is_known(words))
        unit_text, remark = (words, remark) if bare else (unit_text, f"({words})")
    elif remark and spelled is None and (spelled := _spelled(remark[1:-1])) is not None:
        remark = None  # `100% (seratus persen)`
    note = f"keterangan: {remark}" if remark else None
    return _amount(match["number"], spelled, unit_text or "", note, hint)


def _is_known(words: str) -> bool:
    unit = read_unit(words)
    return unit is not None and unit.known


def _spelled(words: str | None) -> int | None:
    """The number that a bracket spells out, a repeated `persen` aside."""
    return read_words(re.sub(r"\b(persen|prosen)\b", "", words, flags=re.I)) if words else None


def _amount(printed: str, spelled: int | None, unit_text: str, note: str | None, hint: Hint) -> Target | None:
    """A number with what stands behind it."""
    scaled = re.fullmatch(rf"({scale_words()})\b\s*(.*)", unit_text, re.I)
    factor, unit_text = (scale(scaled[1]), scaled[2]) if scaled else (1, unit_text)
    if percent := re.fullmatch(r"(?:%|persen\b|prosen\b|percent\b)\s*(.*)", unit_text, re.I):
        rest = share_note(percent[1]) if percent[1] else None
        return _number("percent", printed, spelled, "%", joined_notes(note, rest), factor)
    unit = read_unit(unit_text) if unit_text else None
    if unit_text and unit is None:
        return None
    if unit is None:
        return _number(hint.kind, printed, spelled, hint.unit, joined_notes(note, hint.note), factor * hint.factor)
    kind = cast(TargetKind, "count" if unit.kind == "grade" else unit.kind)
    return _number(kind, printed, spelled, unit.name, note, factor)


@cache
def _no_whole() -> re.Pattern[str]:
    parts = either(words_of_parts())
    return re.compile(rf"(?:{alternatives('letak_persen')}|{alternatives('tiap')}|{parts})(?!\w)", re.I)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('bagian_dari')})\s+", re.I)


def share_note(said: str) -> str:
    """What the words behind a percentage say: of what it is a share, or when and where.

    >>> share_note("dari 40 desa"), share_note("pegawai"), share_note("pada triwulan 2"), share_note("per tahun")
    ('persen dari: 40 desa', 'persen dari: pegawai', 'keterangan: pada triwulan 2', 'per tahun')
    """
    if said.casefold().startswith("per "):
        return said  # `80% per tahun` is no share of a year
    return f"keterangan: {said}" if _no_whole().match(said) else f"persen dari: {_whole().sub('', said, count=1)}"


def _number(
    kind: TargetKind, printed: str, spelled: int | None, unit: str | None, note: str | None, factor: int
) -> Target | None:
    kind = "index" if kind == "grade" else kind
    values = readings(printed)
    if not values:
        return None
    if spelled is not None and Decimal(spelled) not in {Decimal(value) for value in values}:
        candidates = (values[0], str(spelled))
        return Target(kind="ambiguous", unit=unit, candidates=candidates, note="angka dan huruf berbeda")
    value = _likely(kind, values)
    if value is None:
        return Target(kind="ambiguous", unit=unit, candidates=values, note="tanda ribuan atau desimal tidak pasti")
    return Target(kind=kind, value=decimal_text(times(Decimal(value), factor)), unit=unit, note=note)


def _likely(kind: TargetKind, values: tuple[str, ...]) -> str | None:
    """The reading that the kind allows: nothing is 95125 percent; a count is whole; an index may be either."""
    if len(values) == 1:
        return values[0]
    by_size = sorted(values, key=Decimal)
    if kind in ("percent", "index"):
        # `95.125` after `%` can only be a decimal; an index such as `3.125` may be 3125 as well
        return by_size[0] if kind == "percent" or "." in values[0] else None
    return values[0] if "." not in values[0] else None


_DIGITS_BEHIND = re.compile(rf"\(\s*({NUMBER})\s*\)\s*(.*)")


def read_spelled(text: str, hint: Hint) -> Target | None:
    """`dua belas dokumen`, `seratus persen`, `dua (2) laporan`: a number in words; as many words as make one."""
    words = text.split()
    note = "bilangan ditulis dengan huruf"
    for count in range(min(len(words), 8), 0, -1):
        number = read_words(" ".join(words[:count]))
        if number is None:
            continue
        rest = " ".join(words[count:])
        if behind := _DIGITS_BEHIND.fullmatch(rest):
            return _amount(behind[1], number, behind[2], note, hint)
        return _amount(str(number), None, rest, note, hint)
    return None
