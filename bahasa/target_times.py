"""Targets that are a time: a date, a month, a day of every year, a span of several units.

Each reader takes a folded cell and gives a Target for the whole cell or None. `31 Desember 2022`, `1 tahun 6 bulan`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bahasa.data import entries_of
from bahasa.date import clock_times, fits_weekday, is_date, read_date, read_day, read_month, weekdays, words_of_weeks
from bahasa.either import either
from bahasa.hint import Hint
from bahasa.number import NUMBER, decimal_text, read_number, times
from bahasa.satuan import read_unit
from bahasa.target_words import alternatives, joined_notes
from schemas.decree import Target


@cache
def _before_date() -> re.Pattern[str]:
    # `pada tanggal 5 Mei 2023`, `Tgl. 5 Mei 2023`, `Jumat, 29 Desember 2023`, `hingga hari Senin tanggal 2 Mei 2022`
    until, day = alternatives("menjelang_tanggal"), either(weekdays())
    return re.compile(
        rf"(?:(?P<pada>pada|per)\s+|(?P<sampai>{until})\s+)?(?:(?P<sebut>hari\s+)?(?P<hari>{day})\s*(?P<koma>[,/])?\s+(?=\S))?"
        r"(?P<tanggal>(?:tanggal|tgl\b\.?)\s*[:,]?\s*)?(?=\d)",
        re.I,
    )


def read_deadline(text: str, hint: Hint) -> Target | None:
    """`31 Desember 2022`; `Desember 2022` (`2022-12`); `31 Desember` of any year (`--12-31`, as ISO 8601 writes it). A
    day of the week that the date does not have is a doubt (`Senin, 29 Desember 2023`, a Friday)."""
    text, clock = _without_clock(text.rstrip(".;, "))
    match = _before_date().match(text)
    bare = text[match.end() :] if match else text
    date = read_date(bare) if is_date(bare) else read_month(bare)
    note = "paling lambat" if match and match["sampai"] else None
    if match and _is_week(match):
        return None
    if date and match and match["hari"] and not fits_weekday(match["hari"], date):
        return Target(kind="ambiguous", candidates=(date,), note="hari dan tanggal tidak cocok")
    if date:
        return Target(kind="date", date=date, note=joined_notes(note, clock))
    day = read_day(bare)
    return Target(kind="date", date=day, note=joined_notes(note, clock, "tahun tidak tercetak")) if day else None


@cache
def _clocked() -> re.Pattern[str]:
    # `10 Juli 2025 pukul 16.00 WIB`, `2025-07-10 16:00`, `pukul 16.00 WIB tanggal 10 Juli 2025`
    clock = clock_times().pattern
    return re.compile(
        rf"(?P<front>{clock})[,\s]\s*(?=\S)(?P<date>.*\d.*)|(?P<day>.*\d.*?)[,\s]\s*\(?(?P<behind>{clock})\)?", re.I
    )


def _without_clock(text: str) -> tuple[str, str | None]:
    """A date without the time of its day, and that time for the note."""
    match = _clocked().fullmatch(text)
    if match is None:
        return text, None
    return match["date"] or match["day"], match["front"] or match["behind"]


def _is_week(match: re.Match[str]) -> bool:
    """`Minggu 3 Mei`: a week of the month, where nothing says that a day is meant."""
    said = match["sebut"] or match["koma"] or match["tanggal"]
    return not said and (match["hari"] or "").casefold() in words_of_weeks()


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
