"""Targets in the order and the digits of every other: `Dokumen: 12` is `12 Dokumen`, `1,2E+06 objek` 1200000 of them.

Each function takes a folded cell and gives it as the grammar knows it, or as it was.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bahasa.number import NUMBER, decimal_text
from bahasa.satuan import read_unit
from bahasa.target_scope import words_of_parts
from bahasa.target_words import alternatives

#: A spreadsheet that ran out of room prints so, always with the sign and two digits; `E3` is no unit, `3E5` a code.
_EXPONENT = re.compile(r"(?<![\w.,])(\d(?:[.,]\d{1,15})?)E([-+]\d\d)(?![\w.,]*\d)", re.I)
_UNSHOWN = re.compile(r"#{3,}|#[A-Z]{1,5}(?:/[A0])?[!?]|#N/A")
#: `Jam: 16.00`, `Jam: 08` is a time of the day.
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d|0\d")
_MONEY = re.compile(r"(?:rp\.?|idr|rupiah)", re.I)
_SHARE = re.compile(r"%|persen|prosen|persentase|prosentase", re.I)
_WEEK, _HOUR = "minggu", "jam"
#: `Nilai: 80`: the word leads the number, and it is no unit behind it either.
_LEADING = ("index", "grade")


def shows_nothing(text: str) -> bool:
    """Is it what a spreadsheet prints in the place of a value: a column too narrow, a formula gone wrong?

    >>> shows_nothing("Rp ######"), shows_nothing("#REF!"), shows_nothing("#N/A"), shows_nothing("#1")
    (True, True, True, False)
    """
    return _UNSHOWN.search(text) is not None


def as_digits(text: str) -> str:
    """The text with the digits of what a spreadsheet printed in scientific notation; they may be rounded.

    >>> as_digits("Rp 1,25E+09"), as_digits("1,2E+06 objek"), as_digits("5E3")
    ('Rp 1250000000', '1200000 objek', '5E3')
    """
    return _EXPONENT.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    number = Decimal(match[1].replace(",", ".")).scaleb(int(match[2]))
    return decimal_text(number).replace(".", ",")


@cache
def _named_first() -> re.Pattern[str]:
    bounds = alternatives("pembatas")
    return re.compile(
        rf"(?:(?:{alternatives('jumlah')})\s+)?(?P<unit>%|[^\W\d_][^\d:=()<>≤≥]*?)\s*[:=]\s*"
        rf"(?P<number>(?:(?:{bounds})\s*)?{NUMBER}(?:\s*[-–]\s*{NUMBER})?(?:,-{{1,2}})?(?:\s*\([a-z ]+\))?)[.;]?",
        re.I,
    )


@cache
def _total() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('jumlah')})\s*[:=]\s*(?=\d)", re.I)


def unit_behind(text: str) -> str:
    """The text with the unit behind its number, where it is printed before it with a colon or `=`. A word that also
    says which one (`Triwulan: 2`, `Tahun: 2025`, `Jam: 16.00`) stays where it is, and so does one that is no unit.

    >>> unit_behind("Dokumen: 12"), unit_behind("Rupiah = 250.000"), unit_behind("Jumlah laporan : minimal 4")
    ('12 Dokumen', '250.000 Rupiah', 'minimal 4 laporan')
    >>> unit_behind("Jumlah: 12 dokumen")
    '12 dokumen'
    >>> unit_behind("Bulan: 6"), unit_behind("Tersusunnya: 4")
    ('Bulan: 6', 'Tersusunnya: 4')
    """
    match = _named_first().fullmatch(text)
    if match is None:
        return _total().sub("", text)
    unit, number = match["unit"], match["number"]
    if _MONEY.fullmatch(unit):
        return f"{number} Rupiah"
    if _SHARE.fullmatch(unit):
        return f"{number} %"
    return f"{number} {unit}" if _counts(unit, number) else text


def _counts(unit: str, number: str) -> bool:
    read = read_unit(unit)
    if read is None or not read.known or read.kind in _LEADING or unit.casefold() in words_of_parts() | {_WEEK}:
        return False
    return read.name != _HOUR or not _CLOCK.fullmatch(number)
