"""Targets by a closed grammar.

Input: the printed cell, with the indikator and the satuan of its row. Output: a Target; every text has one
(`text` where no rule reads it). The readers are tried in order; each takes the whole cell or leaves it.

Units: percent has `%`, money has `Rp` (as the decrees print it, not `IDR`), others are canonical names of satuan.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import cast

from bahasa.data import entries_of
from bahasa.date import is_date, read_date, read_month
from bahasa.fold import fold, without_note_marks
from bahasa.hint import Hint, hint_of
from bahasa.number import NUMBER, decimal_text, read_number, read_words, readings, scale, scale_words, without_blanks
from bahasa.satuan import read_unit
from bahasa.target_words import alternatives, grades
from schemas.decree import Target, TargetKind


@cache
def _none() -> re.Pattern[str]:
    return re.compile(alternatives("kosong"), re.I)


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(rf"({alternatives('pembatas')})(?![a-z])\s*(?=[\dA-Z])", re.I)


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('awalan')})\s*[:=]?\s+", re.I)


@cache
def _grade() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(grades(), key=lambda form: (-len(form), form)))
    number = rf"(?:(?P<bound>[<>≥≤]=?)\s*)?(?P<value>{NUMBER})(?:\s*[-–]\s*(?P<upper>{NUMBER}))?"
    return re.compile(
        rf"(?P<grade>{forms})(?:\s*(?:\(\s*{number}\s*\)|[/=:,]?\s*{number.replace('?P<', '?P<b_')}))?"
        rf"|(?P<c_value>{NUMBER})\s*(?:\(\s*(?P<c_grade>{forms})\s*\)|/\s*(?P<d_grade>{forms}))",
        re.I,
    )


def _join(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None


def _read_none(text: str, hint: Hint) -> Target | None:
    return Target(kind="none") if _none().fullmatch(text) else None


_TWO_NUMBERS = re.compile(r"(\d{1,3}) (\d{1,3})(?: ?([^\W\d_].*))?")


def _read_two_numbers(text: str, hint: Hint) -> Target | None:
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


@cache
def _money() -> re.Pattern[str]:
    scales = scale_words()
    return re.compile(
        rf"(?:(?:rp|idr)\.?\s*(?P<a>{NUMBER})(?:,-|,–|\.-)?(?:\s*(?P<as>{scales}))?(?:\s+rupiah)?"
        rf"|(?P<b>{NUMBER})(?:\s*(?P<bs>{scales}))?\s*rupiah)\.?(?:\s*\((?P<words>[^()\d]*)\))?",
        re.I,
    )


def _read_money(text: str, hint: Hint) -> Target | None:
    match = _money().fullmatch(text)
    number = read_number(match["a"] or match["b"]) if match else None
    if match is None or number is None:
        return None
    value = Decimal(number) * scale(match["as"] or match["bs"] or "")
    return Target(kind="money", value=decimal_text(value), unit="Rp")


def _read_date(text: str, hint: Hint) -> Target | None:
    bare = re.sub(r"^(?:pada\s+)?tanggal,?\s+", "", text, flags=re.I)
    date = read_date(bare) if is_date(bare) else read_month(bare)
    return Target(kind="date", date=date) if date else None


def _read_grade(text: str, hint: Hint) -> Target | None:
    match = _grade().fullmatch(text) or _grade().fullmatch(_prefix().sub("", text, count=1))
    if match is None:
        return None
    groups = match.groupdict()
    grade = grades()[(match["grade"] or match["c_grade"] or match["d_grade"]).casefold()]
    number = groups["value"] or groups["b_value"] or groups["c_value"]
    upper = groups["upper"] or groups["b_upper"]
    bound = groups["bound"] or groups["b_bound"]
    value = read_number(number) if number else None
    if number and value is None:
        return None
    note = f"batas pada nilai: {bound}" if bound else None
    return Target(kind="grade", value=value, upper=read_number(upper) if upper else None, grade=grade, note=note)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<low>{NUMBER})\s*(?P<u1>%|[^\W\d_]+)??\s*(?:[-–—]|{alternatives('rentang')})\s*"
        rf"(?P<high>{NUMBER})\s*(?P<u2>%|[^\W\d_].*)?",
        re.I,
    )


def _read_range(text: str, hint: Hint) -> Target | None:
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


# `12 (dua belas) laporan`, `3dokumen`, `95,5 % pegawai`, `1 (satu)`, `12 dokumen (LPPD)`
_AMOUNT = re.compile(
    rf"(?P<number>{NUMBER})\s*(?:\(\s*(?P<words>[a-z][a-z -]*?)\s*\)\s*)?(?P<unit>%[^()\d]*?|[^\W\d_][^()]*?)?"
    r"\s*(?P<remark>\([^()]*\))?[.;,]?",
    re.I,
)


def _read_amount(text: str, hint: Hint) -> Target | None:
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    words, unit_text, remark = match["words"], match["unit"], match["remark"]
    spelled = _spelled(words)
    if words and spelled is None:
        # `20 (dokumen)`: the unit in brackets; anything else is a remark
        unit_text, remark = (words, remark) if not unit_text else (unit_text, f"({words})")
    elif remark and spelled is None and (spelled := _spelled(remark[1:-1])) is not None:
        remark = None  # `100% (seratus persen)`
    note = f"keterangan: {remark}" if remark else None
    return _amount(match["number"], spelled, unit_text or "", note, hint)


def _spelled(words: str | None) -> int | None:
    """The number that a bracket spells out, a repeated `persen` aside."""
    return read_words(re.sub(r"\b(persen|prosen)\b", "", words, flags=re.I)) if words else None


def _amount(printed: str, spelled: int | None, unit_text: str, note: str | None, hint: Hint) -> Target | None:
    """A number with what stands behind it."""
    scaled = re.fullmatch(rf"({scale_words()})\b\s*(.*)", unit_text, re.I)
    factor, unit_text = (scale(scaled[1]), scaled[2]) if scaled else (1, unit_text)
    if percent := re.fullmatch(r"(?:%|persen\b|prosen\b|percent\b)\s*(.*)", unit_text, re.I):
        rest = f"persen dari: {percent[1]}" if percent[1] else None
        return _number("percent", printed, spelled, "%", _join(note, rest), factor)
    unit = read_unit(unit_text) if unit_text else None
    if unit_text and unit is None:
        return None
    if unit is None:
        return _number(hint.kind, printed, spelled, hint.unit, _join(note, hint.note), factor * hint.factor)
    kind = cast(TargetKind, "count" if unit.kind == "grade" else unit.kind)
    return _number(kind, printed, spelled, unit.name, note, factor)


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
    return Target(kind=kind, value=decimal_text(Decimal(value) * factor), unit=unit, note=note)


def _likely(kind: TargetKind, values: tuple[str, ...]) -> str | None:
    """The reading that the kind allows: nothing is 95125 percent; a count is whole; an index may be either."""
    if len(values) == 1:
        return values[0]
    by_size = sorted(values, key=Decimal)
    if kind in ("percent", "index"):
        # `95.125` after `%` can only be a decimal; an index such as `3.125` may be 3125 as well
        return by_size[0] if kind == "percent" or "." in values[0] else None
    return values[0] if "." not in values[0] else None


def _read_words(text: str, hint: Hint) -> Target | None:
    """`dua belas dokumen`, `seratus persen`: a number in words; as many words as make a number are taken."""
    words = text.split()
    for count in range(min(len(words), 8), 0, -1):
        number = read_words(" ".join(words[:count]))
        if number is not None:
            return _amount(str(number), None, " ".join(words[count:]), "bilangan ditulis dengan huruf", hint)
    return None


Reader = Callable[[str, Hint], Target | None]
_READERS: tuple[Reader, ...] = (
    _read_none, _read_two_numbers, _read_money, _read_date, _read_grade, _read_range, _read_amount, _read_words,
)  # fmt: skip


# a target is a few words; a longer cell is prose, however it begins
_LONGEST = 200


def parse_target(text: str, indikator: str = "", satuan: str = "") -> Target:
    """The target that a cell prints. `indikator` and `satuan` decide what a bare number is; both may be empty."""
    folded = without_note_marks(fold(text))
    if not folded:
        return Target(kind="missing")
    if len(folded) > _LONGEST:
        return Target(kind="text")
    bound = _bound().match(folded)
    rest = without_blanks(folded[bound.end() :] if bound else folded)
    target = _read(rest, hint_of(indikator, satuan))
    if target is None:
        return Target(kind="text", note="lebih dari satu bilangan" if len(re.findall(r"\d+", folded)) > 1 else None)
    # `minimal Nilai 80` is not `maksimal Nilai 80`: the bound holds however the rest was read
    note = _join(_bound_note(bound[1]) if bound else None, target.note)
    return target.model_copy(update={"note": note})


def _read(text: str, hint: Hint) -> Target | None:
    for reader in _READERS:
        if (target := reader(text, hint)) is not None:
            return target
    stripped = _prefix().sub("", text, count=1)
    # `Nilai 80`: the word before the number says that it is an index
    return _read_amount(stripped, Hint("index")) if stripped != text else None


def _bound_note(form: str) -> str:
    wanted = form.casefold()
    for entry in entries_of("target", "pembatas"):
        if wanted in entry["bentuk"]:
            return str(entry["catatan"])
    return form
