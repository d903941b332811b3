"""Targets in the order and the digits of every other: `Dokumen: 12` is `12 Dokumen`, `1,2E+06 objek` 1200000 of them.

Each function takes a folded cell and gives it as the grammar knows it, or as it was.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bahasa.number import NUMBER, decimal_text
from bahasa.satuan import measures_by_form
from bahasa.target_words import alternatives

#: A spreadsheet that ran out of room prints so, always with the sign and two digits; `E3` is no unit, `3E5` a code.
_EXPONENT = re.compile(r"(?<![\w.,])(\d(?:[.,]\d{1,15})?)E([-+]\d\d)(?![\w.,]*\d)", re.I)
_UNSHOWN = re.compile(r"#{3,}|#[A-Z]{1,5}(?:/[A0])?[!?]|#N/A")
#: An exponent that no spreadsheet prints (`3E5`); `E3` is no unit.
_CODE_EXPONENT = re.compile(r"\dE[-+]?\d", re.I)
_RANGE = re.compile(r"\s*[-–]\s*")
_THOUSANDS = r"[1-9]\d{0,2}(?:\.\d{3})+"
#: The numbers that stand behind a unit, by its kind: `1.02` may be a code, `1,5` so many million.
_BEHIND = {
    "count": re.compile(rf"{_THOUSANDS}|[1-9]\d*|0"),
    "duration": re.compile(rf"{_THOUSANDS}|[1-9]\d*|0"),
    "percent": re.compile(r"\d{1,3}(?:[.,]\d{1,2})?"),
    "money": re.compile(rf"{_THOUSANDS}(?:,\d\d)?|[1-9]\d{{3,}}"),
}
_YEAR = re.compile(r"(?:19|20)\d\d")


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


def has_exponent(text: str) -> bool:
    """Is an exponent left that no spreadsheet prints?

    >>> has_exponent("5E3"), has_exponent("E3 dokumen")
    (True, False)
    """
    return _CODE_EXPONENT.search(text) is not None


def _digits(match: re.Match[str]) -> str:
    number = Decimal(match[1].replace(",", ".")).scaleb(int(match[2]))
    return decimal_text(number).replace(".", ",")


@cache
def _named_first() -> re.Pattern[str]:
    bounds = alternatives("pembatas")
    return re.compile(
        rf"(?:(?P<total>{alternatives('jumlah')})\s+)?(?P<unit>%|[^\W\d_][^\d:=()<>≤≥]*?)\s*[:=]\s*"
        rf"(?P<said>(?:(?:{bounds})\s*)?(?P<number>{NUMBER}(?:\s*[-–]\s*{NUMBER})?)"
        r"(?:,-{1,2})?(?:\s*\([a-z ]+\))?)[.;]?",
        re.I,
    )


@cache
def _total() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('jumlah')})\s*[:=]\s*(?=\d)", re.I)


def unit_behind(text: str) -> str:
    """The text with the unit behind its number, where it is printed before it with a colon or `=`: units that never
    say which one, and any behind `Jumlah`. Others (`Nomor: 3`, `Jam: 8`, `Bulan ke: 6`), years and codes stay.

    >>> unit_behind("Dokumen: 12"), unit_behind("Rupiah = 250.000"), unit_behind("Jumlah laporan : minimal 4")
    ('12 Dokumen', 'Rp 250.000', 'minimal 4 laporan')
    >>> unit_behind("Jumlah: 12 dokumen"), unit_behind("Jumlah nomor: 3")
    ('12 dokumen', '3 nomor')
    >>> unit_behind("Nomor: 3"), unit_behind("Dokumen: 2025"), unit_behind("Tersusunnya: 4")
    ('Nomor: 3', 'Dokumen: 2025', 'Tersusunnya: 4')
    """
    match = _named_first().fullmatch(text)
    if match is None:
        return _total().sub("", text)
    unit = measures_by_form().get(match["unit"].casefold())
    if unit is None or not (unit.leads or (match["total"] and unit.kind == "count")):
        return text
    numbers = _RANGE.split(match["number"])
    if not all(_BEHIND[unit.kind].fullmatch(one) and not _YEAR.fullmatch(one) for one in numbers):
        return text
    return f"Rp {match['said']}" if unit.kind == "money" else f"{match['said']} {match['unit']}"
