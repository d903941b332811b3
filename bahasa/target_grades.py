"""Targets that are a grade: `BB`, `B (60-70)`, `88,31 (Sangat Baik)`, `A (Sangat Baik)`, `WTP`.

Reads a folded cell as a whole; the names are those of nilai.toml.
"""

from __future__ import annotations

import re
from functools import cache

from bahasa.either import either
from bahasa.hint import Hint
from bahasa.number import NUMBER, read_number
from bahasa.target_words import grades, without_prefix
from schemas.decree import Target

#: What stands between two names for one grade.
_SECOND = re.compile(r"[(/=]")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _forms() -> str:
    return either(grades())


@cache
def _grade() -> re.Pattern[str]:
    forms = _forms()
    number = rf"(?:(?P<bound>[<>≥≤]=?)\s*)?(?P<value>{NUMBER})(?:\s*[-–]\s*(?P<upper>{NUMBER}))?"
    return re.compile(
        rf"(?P<grade>{forms})(?:\s*(?:\(\s*{number}\s*\)|[/=:,]?\s*{number.replace('?P<', '?P<b_')}))?"
        rf"|(?P<c_value>{NUMBER})\s*(?:\(\s*(?P<c_grade>{forms})\s*\)|/\s*(?P<d_grade>{forms}))",
        re.I,
    )


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(rf"({_forms()})\s*(?:\(\s*({_forms()})\s*\)|[/=]\s*({_forms()}))", re.I)


def read_grade(text: str, hint: Hint) -> Target | None:
    """`BB (70)`, `Predikat B`; of two names for one grade (`Baik (B)`) the letters."""
    bare = without_prefix(text)
    if not (_has_grades_alone(text) or _has_grades_alone(bare)):
        return None
    two = _SECOND.search(text) is not None and len(_WORD.findall(text)) > 1
    if two and (match := _doubled().fullmatch(text) or _doubled().fullmatch(bare)):
        first, second = (grades()[name.casefold()] for name in match.groups() if name)
        if "/" in text and first != second and first.isupper() and second.isupper():
            return Target(kind="ambiguous", candidates=(first, second), note="dua predikat")
        grade, other = (second, first) if second.isupper() and not first.isupper() else (first, second)
        return Target(kind="grade", grade=grade, note=None if grade == other else f"predikat: {other}")
    match = _grade().fullmatch(text) or _grade().fullmatch(bare)
    return _graded(match) if match else None


def _has_grades_alone(text: str) -> bool:
    """Is each word of a text one that names of grades have? Most targets are told from grades by this alone."""
    words = _WORD.findall(text.casefold())
    return bool(words) and _grade_words().issuperset(words)


@cache
def _grade_words() -> frozenset[str]:
    return frozenset(word for name in grades() for word in _WORD.findall(name))


def _graded(match: re.Match[str]) -> Target | None:
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
