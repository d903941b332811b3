"""Words with which targets begin and go on, by their first word: what `bahasa.target_at` looks up.

Input: target.toml and nilai.toml, read once. Guarantee: forms of one first word stand with the longest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bahasa.target_words import forms_of, grades, telling_grades

#: Signs around a word that is meant as it is printed: `"Informatif"`.
_QUOTES = '"“”'

#: Forms by their first word, each as its words, the longest first.
Forms = dict[str, tuple[tuple[str, ...], ...]]


@cache
def forms_in(*tables: str) -> Forms:
    """The forms of these tables of target.toml."""
    return _by_first([form for table in tables for form in forms_of(table)])


@cache
def texts() -> Forms:
    """Targets without a number: grades, and `Tepat waktu`."""
    return _by_first([*telling_grades(), *forms_of("tanpa_angka")])


@cache
def led_grades() -> Forms:
    """Grades behind a word that leads them (`Akreditasi Dasar`), where every name of one is a grade."""
    return _by_first([*grades()])


def _by_first(forms: Sequence[str]) -> Forms:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms, key=lambda form: (-len(form.split()), form)):
        words = tuple(form.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(texts) for first, texts in found.items()}


@cache
def openers() -> frozenset[str]:
    """The first words of targets that don't begin with a digit, in lower case: few words are one of them."""
    phrases = (forms_in("pembatas", "arah", "antara", "pengantar", "kosong", "awalan"), texts())
    return frozenset(word for some in phrases for word in some)


def phrase_end(phrases: Forms, words: Sequence[str], i: int) -> int:
    """The end of the longest phrase at word i, in any case; i where there is none."""
    for phrase in phrases.get(words[i].strip(_QUOTES).casefold(), ()):
        if tuple(word.strip(_QUOTES).casefold() for word in words[i : i + len(phrase)]) == phrase:
            return i + len(phrase)
    return i


def opens(word: str) -> bool:
    """Whether a target may begin with a word that is no number."""
    return word.strip(_QUOTES).casefold() in openers()
