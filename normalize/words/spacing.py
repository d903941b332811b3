"""Spacing that office typing gets wrong: blanks before punctuation, on one side of a stroke, inside brackets.

Rules of the Indonesian spelling guide (EYD): punctuation follows its word without a blank and is followed by one;
a stroke and a hyphen have none. In a formula (`A : B x 100%`) a colon or stroke is an operator and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from bahasa.satuan import measures_by_form
from normalize.words.rules import Correction, of_text_alone

_FORMULA = re.compile(r"[x×X*]\s*100|[=÷∑]|\d\s*[:/]\s*\d+\s*[x×]|\)\s*[:/]\s*\(")

Change = Callable[[re.Match[str], str], str | None]


def _is_formula(text: str) -> bool:
    return _FORMULA.search(text) is not None


def _close(match: re.Match[str], text: str) -> str | None:
    """`program ,` -> `program,`. A colon in a formula divides."""
    if match["mark"] == ":" and _is_formula(text):
        return None
    return match["word"] + match["mark"]


def _stroke(match: re.Match[str], text: str) -> str | None:
    """`strategis /actual`, `apel/ rekap`: a blank on one side only."""
    if _is_formula(text) or (bool(match["a"]) == bool(match["b"])):
        return None
    return f"{match['left']}/{match['right']}"


def _spaced_stroke(match: re.Match[str], text: str) -> str | None:
    return None if _is_formula(text) else f"{match['left']}/{match['right']}"


def _twin(match: re.Match[str], text: str) -> str | None:
    """`Undang - Undang`: the same word on both sides is one reduplicated word."""
    return f"{match['left']}-{match['right']}" if match["left"].casefold() == match["right"].casefold() else None


_W = r"[\w%)\]”\"’']+"


class _Spacing(NamedTuple):
    """A rule: it is tried only where the text holds one of `signs` (most texts hold none)."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    change: Change
    evidence: str
    certainty: float = 1.0


#: Marks that nearly all texts have, but few of them right before a letter.
_MARKS = (",", ";")
_MARK_IN_WORD = re.compile(r"[,;][^\W\d_]")

_RULES: tuple[_Spacing, ...] = (
    _Spacing((" ,", " ;", " :", " ."),
             re.compile(rf"(?P<word>{_W})\s+(?P<mark>[,;:](?!\S*[-)(])|\.(?=\s|$)|[,;](?=\S))"), _close,
             "tanda baca melekat pada kata di depannya"),
    _Spacing(("/",), re.compile(r"(?P<left>[^\W\d_]{2,}|\d+)(?P<a>\s?)/(?P<b>\s?)(?P<right>[^\W\d_]{2,})"), _stroke,
             "garis miring tanpa spasi; di sisi lain memang tanpa spasi"),
    _Spacing((" / ",), re.compile(r"(?P<left>[^\W\d_]{2,})\s/\s(?P<right>[^\W\d_]{2,})"), _spaced_stroke,
             "garis miring ditulis tanpa spasi", 0.7),
    _Spacing(("- ", " -"), re.compile(r"(?P<left>[^\W\d_]{3,})(?:\s+-\s*|\s*-\s+)(?P<right>[^\W\d_]{3,})"), _twin,
             "kata ulang ditulis dengan tanda hubung tanpa spasi"),
    _Spacing(("- ", " -", "– ", " –"),
             re.compile(r"\b(?P<left>(?:19|20)\d\d)(?:\s+[-–]\s*|\s*[-–]\s+)(?P<right>(?:19|20)\d\d)\b"),
             lambda m, _: f"{m['left']}-{m['right']}", "rentang tahun ditulis tanpa spasi", 0.95),
    _Spacing(_MARKS, re.compile(r"(?P<left>[^\W\d_]{2,})(?P<mark>[,;])(?P<right>[^\W\d_]{2,})"),
             lambda m, _: f"{m['left']}{m['mark']} {m['right']}", "spasi sesudah tanda baca"),
    _Spacing(("( ",), re.compile(r"\(\s+(?P<right>\w+)"),
             lambda m, _: f"({m['right']}", "kurung buka melekat pada kata"),
    _Spacing((" )",), re.compile(r"(?P<left>[\w.%]+)\s+\)"),
             lambda m, _: f"{m['left']})", "kurung tutup melekat pada kata"),
    _Spacing(("(",), re.compile(r"(?P<left>[^\W\d_]{3,})\((?P<right>[^\W\d_]{2,})"),
             lambda m, _: f"{m['left']} ({m['right']}", "spasi sebelum kurung buka", 0.95),
    _Spacing(("n +", "n+ ", "n -", "n- "), re.compile(r"\b(?P<left>n)\s*(?P<mark>[+-])\s*(?P<right>[1-5])\b"),
             lambda m, _: f"{m['left']}{m['mark']}{m['right']}", "rumus tahun ditulis tanpa spasi (n+1)", 0.95),
)  # fmt: skip
_SIGNS = re.compile("|".join(map(re.escape, dict.fromkeys(sign for rule in _RULES for sign in rule.signs))))


@of_text_alone
def correct_spacing(text: str) -> list[Correction]:
    """Corrections of spacing; the words stay as they are."""
    found: list[Correction] = []
    if not _SIGNS.search(text):
        return found
    for rule in _RULES:
        if not any(map(text.__contains__, rule.signs)) or (rule.signs == _MARKS and not _MARK_IN_WORD.search(text)):
            continue
        for match in rule.pattern.finditer(text):
            after = rule.change(match, text)
            if after is not None and after != match[0]:
                found.append(Correction(match.start(), match.end(), after, "spasi", rule.evidence, rule.certainty))
    return found


#: A letter right behind a number, which few texts have.
_GLUED = re.compile(r"\d[^\W\d_]")


@cache
def _glued_unit() -> re.Pattern[str]:
    # units of at least four letters: `3dokumen`, but not `KP4` or `PP23`
    names = {form for form in measures_by_form() if len(form) >= 4 and form.isalpha()}
    return re.compile(rf"(?<![\w.,/-])(\d+)({'|'.join(sorted(names, key=lambda n: (-len(n), n)))})\b", re.I)


@of_text_alone
def split_units(text: str) -> list[Correction]:
    """`3dokumen` -> `3 dokumen`: a number glued to a unit of the vocabulary."""
    if not _GLUED.search(text):
        return []
    return [
        Correction(m.start(), m.end(), f"{m[1]} {m[2]}", "satuan", "bilangan dan satuan ditulis terpisah")
        for m in _glued_unit().finditer(text)
    ]
