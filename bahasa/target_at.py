"""The closed grammar of targets, as far as a reader of words needs it: where a target ends and of which kind it is.

What a target means is normalize's; here it only has to be told from the cells around it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

_NUMBER = re.compile(r"^[<>≤≥±]?(?:Rp\.?)?\d[\d.,/]*(?:[-–]\d[\d.,]*)?(?:%|,-)?$")
_GLUED = re.compile(r"^\d[\d.,]*[a-z]{2,}$")
_GRADE = re.compile(r"^(?:[A-E]{1,3}[+-]?|WTP)$")
_BRACKET = re.compile(r"^\([^()]*\)$")
_LETTERS = re.compile(r"^[a-z]+$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
#: A number in words takes so many of them: `12 (dua belas) bulan`, `125 (seratus dua puluh lima)`.
_SPELLED = 5


@cache
def _vocabulary() -> dict[str, Any]:
    text = files("bahasa").joinpath("target_at.toml").read_text(encoding="utf-8")
    return {name: entry["kata"] for name, entry in tomllib.loads(text).items()}


@cache
def units() -> frozenset[str]:
    """Units that are printed with a capital as well, in lower case."""
    return frozenset(_vocabulary()["satuan"].split())


@cache
def _months() -> frozenset[str]:
    return frozenset(_vocabulary()["bulan"].split())


@cache
def _bounds() -> frozenset[str]:
    return frozenset(_vocabulary()["batas"])


@cache
def _links() -> frozenset[str]:
    return frozenset(_vocabulary()["sampai"])


@cache
def _words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Targets without a number, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for text in sorted(_vocabulary()["tanpa_angka"], key=len, reverse=True):
        words = tuple(text.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(texts) for first, texts in found.items()}


@cache
def _openers() -> frozenset[str]:
    """The characters that a target begins with: few words do."""
    texts = [*_bounds(), *_months(), *_words()]
    return frozenset("0123456789<>≤≥±R") | {c for text in texts for c in (text[0], text[0].upper())}


def target_at(words: Sequence[str], i: int) -> tuple[int, str]:
    """(end, kind) of the longest target that the closed grammar finds at word i; (i, "") where there is none.

    Kinds: `satuan` (a number with its unit: `12 dokumen`, `3dokumen`, `1 3dokumen`, `2 x 24 jam`), `satuan?` (the unit
    with a capital: a cell may begin there as well), `persen`, `nilai` (a grade, `B (80)`), `uang`, `tanggal`, `angka`
    (a bare number), `kata` (no number: `Tepat waktu`), `nihil` (`-`).
    """
    word = words[i]
    if word in {"-", "–"}:
        return i + 1, "nihil"
    if _GRADE.match(word):
        with_value = i + 1 < len(words) and _BRACKET.match(words[i + 1]) and any(c.isdigit() for c in words[i + 1])
        return (i + 2, "nilai") if with_value else (i + 1, "nilai?")
    if word[0] in _openers():
        return _number_at(words, i) or _words_at(words, i) or (i, "")
    return i, ""


def _words_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    for text in _words().get(words[i], ()):
        if tuple(words[i : i + len(text)]) == text:
            return i + len(text), "kata"
    if words[i].lower() in _months() and i + 1 < len(words) and _YEAR.match(words[i + 1]):
        return i + 2, "tanggal"
    return None


def _number_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    word, after = words[i], i + 1
    if after < len(words) and word.lower().rstrip(".") in _bounds():
        # `≥ 90 %`, `minimal 80%`
        return _number_at(words, after)
    if after < len(words) and word in {"Rp", "Rp."} and _NUMBER.match(words[after]):
        return after + 1, "uang"
    if _GLUED.match(word):
        return after, "satuan"
    if not _NUMBER.match(word):
        return None
    end = _past_spelled(words, after)
    if word.endswith("%"):
        return end, "persen"
    if "Rp" in word:
        return end, "uang"
    return _past_unit(words, end) if end < len(words) else (end, "angka")


def _past_unit(words: Sequence[str], end: int) -> tuple[int, str]:
    """The unit behind a number that ends at `end`."""
    unit = words[end]
    low = unit.lower()
    if unit == "%" or low == "persen":
        return end + 1, "persen"
    if unit in _links() and end + 1 < len(words) and (further := _number_at(words, end + 1)):
        return further
    if low in _months() and words[end - 1].isdigit():
        dated = end + 1 < len(words) and _YEAR.match(words[end + 1])
        return end + 1 + bool(dated), "tanggal"
    if (_LETTERS.match(unit) or _GLUED.match(unit)) and len(unit) > 2:
        return end + 1, "satuan"
    return (end + 1, "satuan?") if low in units() else (end, "angka")


def _past_spelled(words: Sequence[str], i: int) -> int:
    """The end of a number in words in brackets, if it stands at word i: `(satu)`, `(dua belas)`."""
    if i >= len(words) or not words[i].startswith("("):
        return i
    for end in range(i + 1, min(i + _SPELLED, len(words)) + 1):
        text = "".join(words[i:end])
        if text.endswith(")"):
            return end if text[1:-1].isalpha() else i
    return i
