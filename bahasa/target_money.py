"""Targets that are an amount of money, or a range of two: `Rp1.000.000,-`, `Rp 1,5 M`, `2 juta rupiah`,
`45.000.000,--`, `IDR 3.000.000`, `Rp. 45.000.000,- (empat puluh lima juta rupiah)`.

Each reader takes a folded cell and gives a Target for the whole cell or None. What it is worth says the number; words
in brackets that say another one are a doubt.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bahasa.hint import Hint
from bahasa.number import NUMBER, decimal_text, money_scale, money_scales, read_number, read_words, scale_words, times
from bahasa.target_words import alternatives
from schemas.decree import Target

# what closes an amount, so that nobody writes digits behind it: `,-`, `.-`, `,--`, `.,-`, `,=`
_CLOSED = r"\s?[.,]{1,2}\s?[-–—=]{1,3}"


@cache
def _money() -> re.Pattern[str]:
    scales = scale_words()
    return re.compile(
        rf"(?:(?:(?:rp|idr)\.?|rupiah)\s*(?P<a>{NUMBER})(?:{_CLOSED})?(?:\s*(?P<as>{scales}|{money_scales()})\b(?:{_CLOSED})?)?"
        rf"(?:\s+rupiah)?|(?P<b>{NUMBER})(?:{_CLOSED})?(?:\s*(?P<bs>{scales}))?\s*rupiah"
        # nothing but money is closed so, where the row counts nothing else
        rf"|(?P<c>\d{{1,3}}(?:\.\d{{3}})+){_CLOSED})[.,;]?(?:\s*\((?P<words>[^()\d]*)\)[.,;]?)?",
        re.I,
    )


def _money_of(text: str) -> Decimal | None:
    match = _money().fullmatch(text)
    number = read_number(match["a"] or match["b"] or match["c"]) if match else None
    if match is None or number is None:
        return None
    return times(Decimal(number), money_scale(match["as"] or match["bs"] or ""))


def _said_in_words(text: str) -> int | None:
    """The amount that a bracket behind another one spells out; None where it is no number."""
    match = _money().fullmatch(text)
    words = match["words"] if match else None
    return read_words(re.sub(r"\brupiah\b", "", words, flags=re.I)) if words else None


def read_money(text: str, hint: Hint) -> Target | None:
    """`Rp1.000.000,-`, `Rp 1,5 M`, `2 juta rupiah`, `45.000.000,--`, `Rp 1,05 jt / kunjungan`."""
    per = _PER_EACH.fullmatch(text)
    printed = per[1] if per else text
    value = _money_of(printed)
    if value is None:
        return None
    if _counts_other(printed, hint):
        # `12.500,-` in a row that counts subscribers: the closing may be a slip
        return Target(kind="ambiguous", candidates=(decimal_text(value),), note=f"uang atau {hint.unit}")
    said = _said_in_words(printed)
    if said is not None and Decimal(said) != value:
        candidates = (decimal_text(value), str(said))
        return Target(kind="ambiguous", unit="Rp", candidates=candidates, note="angka dan huruf berbeda")
    return Target(kind="money", value=decimal_text(value), unit="Rp", note=f"per {per[2]}" if per else None)


def _counts_other(printed: str, hint: Hint) -> bool:
    """Is an amount closed as money, with no `Rp` or `rupiah`, in a row that counts something else?"""
    match = _money().fullmatch(printed)
    return match is not None and match["c"] is not None and hint.kind != "money" and hint.unit is not None


# `... per bulan`, `... / kunjungan`, `...,- per tahun`
_PER_EACH = re.compile(r"(.*[\w-])\s*(?:/|\bper\b)\s*([^\W\d_]{3,}(?: [^\W\d_]+)?)", re.I)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[-–—]|\b(?:{alternatives('rentang')})(?!\w))\s*", re.I)


def read_money_range(text: str, hint: Hint) -> Target | None:
    """`Rp 1 M - Rp 2 M`."""
    # the dash that closes an amount stands between none (`Rp 1.000.000,- - Rp 2.000.000,-`)
    sides = _between().split(re.sub(rf"{_CLOSED}(?!\s*\d|\s*Rp)", "", text, flags=re.I))
    if len(sides) != 2:
        return None
    low, high = map(_money_of, sides)
    if low is None or high is None or low > high:
        return None
    return Target(kind="range", value=decimal_text(low), upper=decimal_text(high), unit="Rp")
