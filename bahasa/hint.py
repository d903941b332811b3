"""What the row of a target cell says about a bare number in it: its kind and unit.

Input: the indikator and the satuan of the row, and the heading above the target, printed or normalized. Output: a Hint.
The satuan column decides, then a unit in brackets at the end of the indikator (`... (orang)`), then one in the heading
(`TARGET (%)`), then the indikator's first word (target.toml).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from bahasa.fold import fold
from bahasa.number import scale, scale_words
from bahasa.satuan import read_unit
from bahasa.target_words import alternatives
from schemas.decree import TargetKind

_BRACKET = re.compile(r"\((?:dalam\s+)?([^()\d]{1,20})\)", re.I)
_PERCENT, _MONEY = re.compile(r"(?<![\d,.])\s*(%)(?!\w)"), re.compile(r"rp|rupiah", re.I)


class Hint(NamedTuple):
    """What the row says about a bare number: the kind and unit, and where that is said (for the note)."""

    kind: TargetKind = "count"
    unit: str | None = None
    note: str | None = None
    factor: int = 1


@cache
def _opener(kind: str) -> re.Pattern[str]:
    # `2.1 Prosentase pelaku usaha ...`: some agencies number their indikator
    return re.compile(rf"(?:[\d.]+\s+|[a-z][.)]\s+)?(?:{alternatives('indikator', jenis=kind)})(?![^\W\d_])", re.I)


def hint_of(indikator: str, satuan: str, heading: str = "") -> Hint:
    """What a bare number means in this row: the satuan column decides, then the indikator's unit in brackets, then that
    of the heading, then the indikator's first word."""
    if hint := _hint_of_unit(satuan, "satuan dari kolom satuan"):
        return hint
    text = fold(indikator)
    if (bracket := re.search(r"\(([^()\d]{1,20})\)?$", text)) and (unit := read_unit(bracket[1])) and unit.known:
        return _hint_of_unit(bracket[1], "satuan dari kurung pada indikator") or Hint()
    if hint := _hint_of_heading(heading):
        return hint
    if _opener("percent").match(text):
        return Hint("percent", "%", "satuan % dari indikator; sel hanya memuat bilangan")
    if _opener("index").match(text):
        return Hint("index", None, "jenis nilai/indeks dari indikator; sel hanya memuat bilangan")
    return Hint()


@cache
def _money_unit() -> re.Pattern[str]:
    return re.compile(rf"(?:rp\.?|rupiah)?\s*\(?({scale_words()})?\)?\s*(?:rp\.?|rupiah)?", re.I)


@lru_cache(maxsize=1 << 10)
def _hint_of_heading(heading: str) -> Hint | None:
    """`TARGET (%)`, `TARGET %`, `Target 2024 (Rp. juta)`, `TARGET (dokumen)`; of two units (`TARGET (dokumen / %)`)
    nobody can say which a number has, nor of a scale alone what is counted (`TARGET (ribu)`). One of time says what the
    target is for (`TARGET (TAHUN)`), not what it counts."""
    units = _BRACKET.findall(heading) or _PERCENT.findall(heading)
    if len(units) != 1:
        return None
    hint = _hint_of_unit(units[0], "satuan dari kepala kolom target")
    if hint is not None and hint.kind == "money":
        return hint if _MONEY.search(units[0]) else None
    known = hint is not None and (unit := read_unit(units[0])) is not None and unit.known
    return hint if hint is not None and known and hint.kind in ("percent", "count") else None


def _hint_of_unit(printed: str, note: str) -> Hint | None:
    text = fold(printed).strip("() ")
    if money := _money_unit().fullmatch(text):
        return Hint("money", "Rp", note, scale(money[1] or "")) if text else None
    unit = read_unit(text) if text else None
    if unit is None:
        return None
    kind = cast(TargetKind, unit.kind)
    return Hint(kind, None if kind in ("index", "grade") else unit.name, note)
