"""What a column of targets is for, by its heading (target_scope.toml): year, part of the year, aspect, version.

Input: the levels of each target column's heading, from top to bottom. Output: a TargetScope each, and whether a heading
says that its column holds no targets at all (`KONDISI AWAL`). The lowest level that says something about a question
answers it; only of parts of the year the smallest counts, wherever it stands. Total on any text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from bahasa.data import entries_of
from bahasa.date import month_of
from bahasa.either import either
from bahasa.number import ROMAN
from bahasa.target_words import alternatives, forms_of
from schemas.decree import Aspect, Period, TargetScope, Version

#: A form of fewer letters is a word of its own; longer ones are looked for in the letters of the heading.
_LONG = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = rf"(?:0?[1-9]|1[0-2]|{either(ROMAN)})"
#: `(BULAN)` names the unit, no part of the year.
_BRACKETS = re.compile(r"\([^()]*\)")
_BARE = re.compile(rf"\W*(?:ke\W*)?(?P<nomor>{_NUMBER})\W*", re.IGNORECASE)
#: Numbers that stand for parts of a year where nothing but all of them is printed: `I` to `IV` under `TARGET`.
_COUNTED: dict[int, Period] = {4: "triwulan", 12: "bulan"}
#: The months at whose ends parts of a year end: `31/3`, `30/6`, `30/9`, `31/12`, or `3 BLN` to `12 BLN`.
_ENDS: dict[tuple[int, ...], Period] = {(3, 6, 9, 12): "triwulan", (6, 12): "semester"}
_LAST_DAY = re.compile(r"\W*(?:2[89]|3[01])\s*[/.-]\s*(?P<bulan>0?[1-9]|1[0-2])(?:\s*[/.-]\s*\d{2,4})?\W*")
_MONTHS = re.compile(r"\d+")

#: The levels of a column's heading, from top to bottom.
Levels = tuple[str, ...]


class _Part(NamedTuple):
    """A part of the year with its number; `size` is how many of it a year has."""

    period: Period
    number: int | None
    size: int


def scopes_of(columns: Sequence[Levels]) -> list[TargetScope]:
    """The scope of each column of targets of one table, left to right.

    >>> [(one.period, one.period_number) for one in scopes_of([("TARGET",), ("TRIWULAN", "I"), ("TRIWULAN", "II")])]
    [(None, None), ('triwulan', 1), ('triwulan', 2)]
    """
    scopes = [_scope(levels) for levels in columns]
    bare = {at: number for at, levels in enumerate(columns) if (number := _bare(levels)) and not scopes[at].period}
    counted = _COUNTED.get(len(bare))
    if counted and list(bare.values()) == list(range(1, len(bare) + 1)):
        for at, number in bare.items():
            scopes[at] = scopes[at].model_copy(update={"period": counted, "period_number": number})
    ends = {at: month for at, levels in enumerate(columns) if (month := _last_month(levels, scopes[at]))}
    if (ended := _ENDS.get(tuple(ends.values()))) is not None:
        for number, at in enumerate(ends, 1):
            scopes[at] = scopes[at].model_copy(update={"period": ended, "period_number": number})
    return scopes


def _last_month(levels: Levels, scope: TargetScope) -> int | None:
    """The month at whose end a part of the year ends, as the lowest level says by a date, a month's name, or how many
    months have passed, None where it says none of them or which other part it is."""
    if not levels:
        return None
    if scope.period_number:
        named = _months_in(levels[-1])
        return named[0].number if named and named[0].period == scope.period == "bulan" else None
    if day := _LAST_DAY.fullmatch(levels[-1]):
        return int(day["bulan"])
    months = _MONTHS.findall(levels[-1]) if scope.period == "bulan" else []
    return int(months[0]) if len(months) == 1 else _bare(levels)


def borne_out(columns: Sequence[Levels]) -> list[bool]:
    """Which columns of one table that look like targets are such by their headings too: none that is called something
    else, and beside one that is called a target none that says nothing of it. All, where that would leave none.

    >>> borne_out([("NILAI TARGET",), ("SAT.",), ("TARGET", "TW I"), ("KONDISI AWAL",)])
    [True, False, True, False]
    """
    held = [holds_targets(levels) for levels in columns]
    named = [
        own and any(_positions("target", level) for level in levels) for own, levels in zip(held, columns, strict=True)
    ]
    if any(named):
        told = [scope != TargetScope() for scope in scopes_of(columns)]
        held = [own and (name or said) for own, name, said in zip(held, named, told, strict=True)]
    return held if any(held) else [True] * len(held)


@cache
def scope_words() -> frozenset[str]:
    """The words, in small letters, that say which part of the year or which aspect a target is for."""
    forms = (form for table in ("masa", "aspek") for form, _ in _forms(table))
    return frozenset(word for form in forms for word in re.findall(r"[^\W\d_]+", form) if len(word) > 1)


@lru_cache(maxsize=1 << 10)
def holds_targets(levels: Levels) -> bool:
    """Does nothing in a heading say that the column is no target? The first word about it on the lowest level counts:
    `TARGET CAPAIAN` is one, `REALISASI TARGET` is none; `Capaian yang Ditargetkan` is one whatever comes first. An
    aspect is one of targets: `BIAYA (Rp)` is one, `Rp` below the year alone is none.

    >>> holds_targets(("TARGET", "KONDISI AWAL 2020")), holds_targets(("TARGET", "2022", "Rp (juta)"))
    (False, False)
    """
    for level in reversed(levels):
        if _positions("ditargetkan", level):
            return True
        yes = min([*_positions("target", level), *_positions("aspek", level)], default=None)
        no = min(_positions("bukan_target", level), default=None)
        if yes is not None or no is not None:
            return no is None or (yes is not None and yes < no)
    return True


def called_otherwise(levels: Levels) -> bool:
    """Does the lowest level that says whether the column is one of targets call it something else, and nothing more?

    >>> called_otherwise(("TARGET", "KONDISI AWAL 2020")), called_otherwise(("REALISASI TARGET",))
    (True, False)
    """
    for level in reversed(levels):
        target, other = (bool(_positions(table, level)) for table in ("target", "bukan_target"))
        if target or other:
            return other and not target
    return False


def _positions(table: str, level: str) -> list[int]:
    return [at for form, _ in _forms(table) if (at := _found(form, level)) is not None]


@lru_cache(maxsize=1 << 10)
def _scope(levels: Levels) -> TargetScope:
    year, span = _year(levels)
    part = _part(levels)
    last = any(_positions("akhir", level) for level in levels)
    period = part.period if part else "tahun" if year or last else None
    return TargetScope(
        year=year,
        period=None if span and period == "tahun" else period,
        period_number=part.number if part else None,
        aspect=cast(Aspect | None, _said("aspek", levels)),
        version=cast(Version | None, _said("versi", levels)),
    )


def _year(levels: Levels) -> tuple[int | None, bool]:
    """The year of the lowest level that has one, and whether it has a span of years (`TARGET 2021-2026`)."""
    for level in reversed(levels):
        if years := {int(year) for year in _YEAR.findall(level)}:
            return (years.pop(), False) if len(years) == 1 else (None, _span().search(level) is not None)
    return None, False


@cache
def _until() -> re.Pattern[str]:
    """A word of a span in front of what it ends with, their letters alone (`sdmaret`)."""
    return re.compile(rf"^{either(map(_letters, forms_of('rentang')))}")


@cache
def _span() -> re.Pattern[str]:
    return re.compile(rf"(?:19|20)\d\d\s*(?:[-–—]|{alternatives('rentang')})\s*(?:19|20)\d\d", re.IGNORECASE)


@lru_cache(maxsize=1 << 10)
def run_together(levels: Levels) -> bool:
    """Does a heading name two years, or two parts of a year, without a span between them? Then the headings of two
    columns were read as one.

    >>> run_together(("TARGET 2022 2023",)), run_together(("TARGET 2021 s.d. 2026",))
    (True, False)
    """
    level = levels[-1] if levels else ""
    years = {int(year) for year in _YEAR.findall(level)}
    if len(years) > 1:
        return _span().search(level) is None
    text = _BRACKETS.sub(" ", level.casefold())
    return any(len(set(_counted(form).findall(text))) > 1 for form in words_of_parts())


@cache
def words_of_parts() -> frozenset[str]:
    """What a part of a year is called, no letter alone.

    >>> {"triwulan", "tw", "semester"} <= words_of_parts(), "q" in words_of_parts()
    (True, False)
    """
    return frozenset(form for form, _ in _forms("masa") if len(form) > 1)


def _said(table: str, levels: Levels) -> str | None:
    """What the lowest level that says something means; of two forms on it the longer one speaks."""
    for level in reversed(levels):
        for form, name in _forms(table):
            if _found(form, level) is not None:
                return name
    return None


@cache
def _forms(table: str) -> tuple[tuple[str, str], ...]:
    """The forms of a table with what they mean, the longest first."""
    forms = [(form, entry.get("nama", "")) for entry in entries_of("target_scope", table) for form in entry["bentuk"]]
    return tuple(sorted(forms, key=lambda one: (-len(one[0]), one)))


def _found(form: str, level: str) -> int | None:
    """Where a form stands among the letters of a level (0-based), None where it doesn't."""
    if _letters(form) not in _letters(level):
        return None
    if len(form) < _LONG:
        match = re.search(rf"(?<![^\W\d_]){_dotted(form)}(?![^\W\d_])", level.casefold())
        return len(_letters(level[: match.start()])) if match else None
    return _letters(level).find(_letters(form))


def _dotted(form: str) -> str:
    """The pattern of a form, also with points between its letters (`T.W. I`)."""
    return r"\.?".join(map(re.escape, form))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _part(levels: Levels) -> _Part | None:
    """The smallest part of the year that any level names; a number alone on the lowest level is that of the part above
    it (`TRIWULAN` over `II`)."""
    parts = [part for level in levels for part in _parts_in(level)]
    if not parts:
        return None
    smallest = max(parts, key=lambda part: (part.size if part.period != "tahun" else 0, part.number is not None))
    number = smallest.number or (_bare(levels) if len(levels) > 1 else None)
    return _Part(smallest.period, number if number and number <= smallest.size else None, smallest.size)


def _bare(levels: Levels) -> int | None:
    match = _BARE.fullmatch(levels[-1]) if levels else None
    return _number(match["nomor"]) if match else None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else ROMAN.index(text.casefold()) + 1


@lru_cache(maxsize=1 << 10)
def _parts_in(level: str) -> list[_Part]:
    level = _BRACKETS.sub(" ", level)
    found = [
        _Part(cast(Period, entry["nama"]), number or None, entry["banyak"])
        for entry in entries_of("target_scope", "masa")
        for form in entry["bentuk"]
        if (number := _numbered(form, level)) is not None
    ]
    return [*found, *_months_in(level)]


@cache
def _counted(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){_dotted(form)}\W*(?:ke\W*)?({_NUMBER})(?![^\W_])")


def _numbered(form: str, level: str) -> int | None:
    """The number behind a form, 0 for a form without one; None where the form is not printed. One letter (`B06`, `Q1`)
    takes a number to be a form."""
    text = level.casefold()
    if _letters(form) not in _letters(text):
        return None
    if counted := _counted(form).search(text):
        return _number(counted[1])
    if len(form) > 1 and (whole := re.fullmatch(rf"{form}(?:ke)?({_NUMBER})", _letters(text))):
        return _number(whole[1])  # a narrow column broke it (`TRI` / `W I`)
    if len(form) >= _LONG:
        broken = re.search(rf"{form}(?:ke)?({_NUMBER})?(?:$|tahun)", _letters(text))
        return _number(broken[1]) if broken and broken[1] else 0
    return 0 if len(form) > 1 and _found(form, level) is not None else None


def _months_in(level: str) -> list[_Part]:
    """The month that a level names; of `Januari - Maret` the part of the year that goes from one to the other."""
    months = [month for word in re.findall(r"[^\W\d_]+", level) if (month := month_of(word))]
    if not months and (broken := month_of(_until().sub("", _letters(level)))):
        months = [broken]  # a narrow column broke it (`S/D MARE` / `T`)
    if not months:
        return []
    first, count = months[0], months[-1] - months[0] + 1
    for period, length in (("bulan", 1), ("triwulan", 3), ("semester", 6)):
        if count == length and (first - 1) % length == 0:
            return [_Part(cast(Period, period), (first - 1) // length + 1, 12 // length)]
    return [_Part("bulan", None, 12)] if count < 12 else []
