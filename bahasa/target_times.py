"""Targets that are a time: a date, a month, a day of every year, a span of several units.

Each reader takes a folded cell and gives a Target for the whole cell or None. `31 Desember 2022`, `1 tahun 6 bulan`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bahasa.data import entries_of
from bahasa.date import is_date, read_date, read_day, read_month
from bahasa.hint import Hint
from bahasa.number import NUMBER, decimal_text, read_number, times
from bahasa.satuan import read_unit
from bahasa.target_words import alternatives
from schemas.decree import Target

_BEFORE_DATE = re.compile(r"^(?:pada\s+)?tanggal,?\s+", re.I)


def read_deadline(text: str, hint: Hint) -> Target | None:
    """`31 Desember 2022`; `Desember 2022` (`2022-12`); `31 Desember` of any year (`--12-31`, as ISO 8601 writes it)."""
    bare = _BEFORE_DATE.sub("", text)
    date = read_date(bare) if is_date(bare) else read_month(bare)
    if date:
        return Target(kind="date", date=date)
    day = read_day(bare)
    return Target(kind="date", date=day, note="tahun tidak tercetak") if day else None


@cache
def _smaller() -> dict[str, tuple[str, int]]:
    """A unit of time to the next smaller one and how many of these it has (`tahun` has 12 `bulan`)."""
    return {str(e["nama"]): (str(e["dalam"]), int(e["banyak"])) for e in entries_of("target", "waktu")}


_SPANS = re.compile(rf"({NUMBER})\s*([^\W\d_]+\.?(?: kerja)?)(?:\s*,\s*|\s+dan\s+|\s+|$)", re.I)


def read_spans(text: str, hint: Hint) -> Target | None:
    """`1 tahun 6 bulan` is 18 bulan, `2 jam 30 menit` 150 menit: each unit smaller than the one before."""
    found = list(_SPANS.finditer(text))
    if len(found) < 2 or "".join(match[0] for match in found) != text:
        return None
    total, unit = Decimal(0), ""
    for match in found:
        number, read = read_number(match[1]), read_unit(match[2])
        factor = _factor(unit, read.name) if read and unit else 1
        if number is None or read is None or read.kind != "duration" or factor is None:
            return None
        total, unit = total * factor + Decimal(number), read.name
    return Target(kind="duration", value=decimal_text(total), unit=unit)


def _factor(larger: str, smaller: str) -> int | None:
    """How many of a smaller unit make a larger one; None where no whole number does (a month has no days for sure)."""
    factor = 1
    while larger != smaller:
        if larger not in _smaller():
            return None
        larger, count = _smaller()[larger]
        factor *= count
    return factor if factor > 1 else None


@cache
def _times() -> re.Pattern[str]:
    return re.compile(rf"({NUMBER})\s*(?:{alternatives('kali')})\s*({NUMBER})\s*([^\W\d_].*)", re.I)


def read_product(text: str, hint: Hint) -> Target | None:
    """`2 x 24 jam`, as letters write two days."""
    match = _times().fullmatch(text)
    if match is None:
        return None
    first, second, unit = read_number(match[1]), read_number(match[2]), read_unit(match[3])
    if first is None or second is None or unit is None or unit.kind != "duration":
        return None
    value = decimal_text(times(Decimal(first), Decimal(second)))
    return Target(kind="duration", value=value, unit=unit.name, note=f"{match[1]} × {match[2]}")
