"""Indonesian dates to ISO 8601.

Input: any text, such as `Pada tanggal, 29 Desember 2022`, `1 Agust 2022`, `03-01-2023`. Output: `2022-12-29`, or None
where no date of the calendar stands in it. Day before month, as Indonesian letters write it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from bahasa.data import entries_of
from bahasa.either import either
from bahasa.fold import fold

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
#: The tables of tanggal.toml that say that a number is a time of the day.
_CLOCK = ("pukul", "zona")
#: `Bandung, 2014`, `Tana Paser, 3 Januari 2023`: place and date without `Ditetapkan di`.
_PLACED = re.compile(
    r"\s*([A-Z][A-Za-z .'-]{2,40}?)\s*,\s*((?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\s*$",
)
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")


@cache
def _months() -> dict[str, int]:
    forms: dict[str, int] = {}
    for number, entry in enumerate(entries_of("tanggal", "bulan"), 1):
        for form in (entry["nama"], *entry["bentuk"]):
            forms[str(form).casefold()] = number
    return forms


def month_of(word: str) -> int | None:
    """The number of the month that a word names, however decrees spell it (`Peb` is 2); None for any other word."""
    return _months().get(word.casefold())


@cache
def month_names() -> tuple[str, ...]:
    """Names of the months in their order, as they are spelled today."""
    return tuple(str(entry["nama"]) for entry in entries_of("tanggal", "bulan"))


@cache
def _named() -> re.Pattern[str]:
    # the longest form first: `agust` must not be read as `agus` followed by a letter
    names = either(_months())
    return re.compile(
        rf"(?<!\d)(?:(\d{{1,2}})\s*(?:bulan\s+)?)?(?<![a-z])({names})\.?,?\s*(?:tahun\s+)?(\d{{4}})(?!\d)", re.I
    )


@cache
def _joined() -> re.Pattern[str]:
    # `15-Jan-2026`, `15/Jan/2026`, `Jan-2026`, as spreadsheets print them; no number of a letter (`800/12/Mei/2023`)
    names = either(_months())
    return re.compile(rf"(?<![\w./-])(?:(\d{{1,2}})([-/.]))?({names})(?(2)\2|[-/])(\d{{4}})(?![\w/-])", re.I)


@cache
def clock_times() -> re.Pattern[str]:
    """A time of the day with the word or the zone that says that it is one: `pukul 16.00 WIB`, `16:00`, `jam 4`."""
    words, zones = (either(str(form) for e in entries_of("tanggal", name) for form in e["bentuk"]) for name in _CLOCK)
    hour, minutes = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
    return re.compile(
        rf"(?:(?:{words})\s*{hour}(?:[.:]{minutes}){{0,2}}(?:\s*(?:{zones}))?|{hour}(?:[.:]{minutes}){{1,2}}\s*(?:{zones})"
        rf"|{hour}(?::{minutes}){{1,2}})(?!\w)",
        re.I,
    )


@cache
def _day() -> re.Pattern[str]:
    names = either(_months())
    return re.compile(rf"(\d{{1,2}})\s+(?:bulan\s+)?({names})\.?", re.I)


def _iso(year: str, month: int, day: str) -> str | None:
    try:
        return datetime.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def read_date(text: str) -> str | None:
    """The first full date in the text as ISO 8601, or None."""
    return next((date for _, _, date in _dates(fold(text))), None)


def place_with_date(text: str) -> tuple[str, str] | None:
    """The place and the date, or year, of a line that is nothing else, as above a signature.

    >>> place_with_date("   Tana Paser, 3 Januari 2023")
    ('Tana Paser', '3 Januari 2023')
    """
    match = _PLACED.match(text)
    return (match[1], match[2]) if match else None


def dates_in(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, date) of every full date and every month of a year in a running text, in order.

    >>> list(dates_in("sejak 03 Januari 2023 sampai Desember 2024"))
    [(6, 21, '2023-01-03'), (29, 42, '2024-12')]
    """
    months = ((m.start(), m.end(), _month(m)) for m in _named().finditer(text) if not m[1])
    yield from sorted([*_dates(text), *months])


def _dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Full dates, first those with the month's name, then those in digits."""
    for match in _named().finditer(text):
        if match[1] and (date := _iso(match[3], _months()[match[2].casefold()], match[1])):
            yield match.start(), match.end(), date
    for match in _joined().finditer(text):
        if match[1] and (date := _iso(match[4], _months()[match[3].casefold()], match[1])):
            yield match.start(), match.end(), date
    for match in _NUMERIC.finditer(text):
        if date := _iso(match[4], int(match[3]), match[1]):
            yield match.start(), match.end(), date
    for match in _ISO.finditer(text):
        if date := _iso(match[1], int(match[2]), match[3]):
            yield match.start(), match.end(), date


def _month(match: re.Match[str]) -> str:
    return f"{match[3]}-{_months()[match[2].casefold()]:02d}"


def read_month(text: str) -> str | None:
    """A text that is a month with its year and nothing else (`Desember 2022`) as `2022-12`, or None."""
    folded = fold(text)
    if joined := _joined().fullmatch(folded):
        return None if joined[1] else f"{joined[4]}-{_months()[joined[3].casefold()]:02d}"
    match = _named().fullmatch(folded)
    return _month(match) if match and not match[1] else None


def read_day(text: str) -> str | None:
    """A text that is a day of a month, of no year, and nothing else (`31 Desember`) as `--12-31`, or None."""
    match = _day().fullmatch(fold(text))
    if match is None:
        return None
    # a leap year has every day that a year can have
    date = _iso("2000", _months()[match[2].casefold()], match[1])
    return f"-{date[4:]}" if date else None


@cache
def weekdays() -> dict[str, int]:
    """The days of the week in lower case, however decrees spell them, to their number from Monday (0) on."""
    days = enumerate(entries_of("tanggal", "hari"))
    return {str(form).casefold(): number for number, one in days for form in (one["nama"], *one["bentuk"])}


@cache
def words_of_weeks() -> frozenset[str]:
    """The days of the week in lower case that are words for a week too: `Minggu 3 Mei` is the third one of May."""
    return frozenset(
        str(form).casefold()
        for one in entries_of("tanggal", "hari")
        for form in (one["nama"], *one["bentuk"])
        if one.get("pekan")
    )


def fits_weekday(word: str, date: str) -> bool:
    """Is a date (ISO 8601, its day among them) on this day of the week?

    >>> fits_weekday("Jumat", "2023-12-29"), fits_weekday("Senin", "2023-12-29")
    (True, False)
    """
    return datetime.date.fromisoformat(date).weekday() == weekdays()[word.casefold()]


def is_month(word: str) -> bool:
    """True for a month's name or its short form (`Maret`, `Mar.`)."""
    return word.rstrip(".").casefold() in _months()


def is_date(text: str) -> bool:
    """True where the text is a date and nothing else (`31 Desember 2022`)."""
    folded = fold(text)
    shape = (
        _named().fullmatch(folded)
        or _joined().fullmatch(folded)
        or _NUMERIC.fullmatch(folded)
        or _ISO.fullmatch(folded)
    )
    return shape is not None and read_date(folded) is not None
