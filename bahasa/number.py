"""Indonesian numbers: `4.230` is 4230, `95,5` is 95.5, `dua belas` is 12.

Input: a printed number. Output: decimal text with `.` as decimal sign, without leading or trailing zeros, or None.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache

from bahasa.data import entries_of

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_POINT = re.compile(r"\d+\.\d+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3},\d{3}\.\d+")
_APOSTROPHES = re.compile(r"\d{1,3}(?:'\d{3})+")
_DOUBTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+\.(\d{1,2})|[1-9]\d{0,2}(?:,\d{3})+,(\d{1,2})")

_EXACT = Context(prec=1000)

_BLANKS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?!\d)(?! \d)")
_TWO = re.compile(r"\d{3} [1-9]\d\d")

#: As printed: digits with points and commas inside.
NUMBER = r"\d+(?:[.,']\d+)*"
#: Roman numbers from 1 on, as far as levels and months count.
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@cache
def _words(jenis: str) -> dict[str, int]:
    return {entry["kata"]: entry["nilai"] for entry in entries_of("bilangan", "bilangan") if entry["jenis"] == jenis}


@cache
def scale_words() -> str:
    """A regex alternative of the words that multiply what stands before them (`ribu`, `juta`, ...)."""
    return "|".join(_words("kelipatan"))


@cache
def money_scales() -> str:
    """A regex alternative of the short forms that multiply an amount of money only (`Rp 1,5 M`; `5 m` is a length)."""
    return "|".join(sorted(map(str, _short_scales()), key=lambda form: (-len(form), form)))


@cache
def _short_scales() -> dict[str, int]:
    return {str(entry["kata"]): int(entry["nilai"]) for entry in entries_of("bilangan", "uang")}


def money_scale(word: str) -> int:
    """What a scale word or its short form behind an amount of money multiplies by; 1 for anything else."""
    return _short_scales().get(word.casefold().rstrip("."), scale(word))


@cache
def ordinals() -> dict[str, int]:
    """Ordinal numbers without their blanks (`keduabelas`, as a diktum is labelled) to the number."""
    return {entry["kata"].replace(" ", ""): entry["nilai"] for entry in entries_of("bilangan", "tingkat")}


def decimal_text(value: Decimal) -> str:
    """A decimal as text, without exponent and without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def times(value: Decimal, factor: Decimal | int) -> Decimal:
    """A product with all its digits: the usual 28 are too few for what a cell may print."""
    return _EXACT.multiply(value, Decimal(factor))


def read_number(printed: str) -> str | None:
    """The number by Indonesian convention (point for thousands, comma for decimals); None for another shape.

    A point that can't separate thousands (`12.50`, `0.250`) is a decimal point; `1,250,000` and `1,234.56` have English
    separators.
    """
    if _PLAIN.fullmatch(printed):
        return decimal_text(Decimal(printed.replace(",", ".")))
    if _THOUSANDS.fullmatch(printed) and not printed.startswith("0"):
        return decimal_text(Decimal(printed.replace(".", "").replace(",", ".")))
    if _POINT.fullmatch(printed):
        return decimal_text(Decimal(printed))
    if _ENGLISH.fullmatch(printed):
        return decimal_text(Decimal(printed.replace(",", "")))
    if _APOSTROPHES.fullmatch(printed):
        return printed.replace("'", "")
    return None


def without_blanks(text: str) -> str:
    """The text with the thousands of its numbers run together (`1 000 dokumen` -> `1000 dokumen`).

    `100 125` stays: the second number may be a correction of the first."""
    return _BLANKS.sub(lambda match: match[0] if _TWO.fullmatch(match[0]) else match[0].replace(" ", ""), text)


def readings(printed: str) -> tuple[str, ...]:
    """All readings, the most likely first: `1,250` may be 1.25 or, with an English comma, 1250; `1.234.56` has one sign
    for thousands and decimals."""
    if doubted := _DOUBTED.fullmatch(printed):
        digits, part = re.sub(r"\D", "", printed), doubted[1] or doubted[2]
        return (decimal_text(Decimal(digits).scaleb(-len(part))), digits)
    value = read_number(printed)
    if value is None:
        return ()
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", printed):
        return (decimal_text(Decimal(printed.replace(",", "."))), printed.replace(",", ""))
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", printed):
        return (value, decimal_text(Decimal(printed)))
    return (value,)


def read_words(words: str) -> int | None:
    """A number written out (`dua ratus lima puluh`), as decrees put it in brackets after the digits, or None."""
    total = group = last = 0
    seen = False
    for word in words.casefold().split():
        if word in _words("dasar"):
            last, seen = _words("dasar")[word], True
        elif word in _words("utuh"):
            group, last, seen = group + _words("utuh")[word], 0, True
        elif word == "belas":
            last += 10
        elif word in ("puluh", "ratus"):
            group, last = group + last * (10 if word == "puluh" else 100), 0
        elif word in _words("kelipatan"):
            total, group, last = total + (group + last) * scale(word), 0, 0
        else:
            return None
    return total + group + last if seen else None


def scale(word: str) -> int:
    """What `ribu`, `juta`, `miliar`, `triliun` multiply by; 1 for anything else."""
    return _words("kelipatan").get(word.casefold(), 1)
