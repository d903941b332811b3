"""Amounts in running text: numbers with a unit that is known, money, grades with their value.

Where one ends is asked of `target_at`, what it means of `parse_target`: the grammar of target cells. A number without a
unit, and a word that is a target only where it is the whole cell (`Baik`, `Tepat waktu`), name nothing in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bahasa.data import entries_of
from bahasa.function_words import function_words
from bahasa.satuan import read_unit
from bahasa.target import parse_target
from bahasa.target_at import target_at
from bahasa.target_forms import forms_in, phrase_end
from schemas.decree import Target


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at text[start:end]; its unit of measure, if words name one, is text[unit:end]."""

    start: int
    end: int
    target: Target
    unit: int | None = None


_NAMED = frozenset({"satuan", "satuan?", "persen", "nilai", "uang"})
#: A number and its unit have so many words at most.
_FAR = 8
_YEAR = re.compile(r"(?:19|20)\d\d")


def amounts_in(text: str) -> Iterator[Amount]:
    """The amounts of a text in order, none inside another.

    >>> [text[one.start : one.end] for text in ["Jumlah 12 laporan dibagi 3 kali, atau 95,5 % pegawai"]
    ...  for one in amounts_in(text)]
    ['12 laporan', '3 kali', '95,5 %']
    """
    spans = list(_words(text))
    words = [text[start:end] for start, end in spans]
    i = 0
    while i < len(words):
        # `sebesar 60%` is a target to a cell, and to a sentence an amount behind `sebesar`
        if (led := phrase_end(forms_in("pengantar"), words, i)) > i:
            i = led
            continue
        end, kind = target_at(words[: _stop(words, i)], i)
        found = _amount(text, words, spans, i, end) if kind in _NAMED else None
        if found is not None:
            yield found
        i = end if found is not None else i + 1


def _stop(words: Sequence[str], i: int) -> int:
    """Where an amount at word i ends at the latest: before what it is counted by (`12 laporan setiap tahun`), and
    before another one behind `dan`. A cell that says `8 Jenis dan 5 Dokumen` is one target, a text names two."""
    stop = next((k for k in range(i + 1, min(i + _FAR, len(words))) if _counted_by(words, k)), len(words))
    if not words[i][0].isdecimal():
        return stop
    pairs = (k for k in range(i + 1, min(i + _FAR, stop - 1)) if words[k] == "dan")
    return next((k for k in pairs if words[k + 1][0].isdecimal()), stop)


def _counted_by(words: Sequence[str], i: int) -> bool:
    further = phrase_end(forms_in("tiap", "sekali"), words, i)
    if i < further < len(words) and words[further][0].isdecimal():
        # `per 1.000 penduduk` is the unit of a rate, `12 / 15 dokumen` a share; `12 laporan / 5 dokumen` are two
        return words[i] == "/" and not words[i - 1][-1].isdecimal()
    return i < further


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Words without the punctuation of the sentence around them; `(12 dokumen)` is two without a bracket."""
    opened = False
    for match in re.finditer(r"\S+", text):
        start, end = match.span()
        word = match[0]
        if word[0] == "(" and word[1:2].isdecimal() and ")" not in word:
            start, opened = start + 1, True
        bare = word.rstrip(",;:.)" if opened else ",;:.")
        if bare and not word.endswith(",-"):
            opened = opened and ")" not in word
            # `Dok.` may be an abbreviation
            end = match.start() + len(bare) + (word[len(bare) : len(bare) + 1] == "." and bare[-1].isalpha())
        if end > start:
            yield start, end


@cache
def _pointing() -> frozenset[str]:
    """`Nomor 23`, `Pasal 5`, `huruf 3`: words before a number that counts nothing."""
    return frozenset(entry["kata"] for entry in entries_of("bilangan", "penunjuk"))


def _counts_nothing(words: Sequence[str], i: int, end: int) -> bool:
    """`Nomor 23`; `23 Tahun 2014`; `2.1 Prosentase pelaku usaha ...`, the number of an entry."""
    if i and words[i - 1].removesuffix(".").casefold() in _pointing():
        return True
    if end == len(words):
        return False
    if words[end - 1].casefold() == "tahun" and _YEAR.match(words[end]):
        return True
    return not i and words[end - 1][0].isupper() and words[end].casefold() not in function_words("sambung")


def _amount(text: str, words: Sequence[str], spans: Sequence[tuple[int, int]], i: int, end: int) -> Amount | None:
    if _counts_nothing(words, i, end):
        return None
    start, stop = spans[i][0], spans[end - 1][1]
    target = parse_target(text[start:stop])
    if target.kind in ("text", "none", "missing", "date", "ambiguous"):
        return None
    at = next((k for k in range(i + 1, end) if _known(words[k:end])), None)
    if target.kind in ("count", "duration", "index") and at is None:
        return None
    return Amount(start, stop, target, spans[at][0] if at is not None else None)


def _known(words: Sequence[str]) -> bool:
    unit = None if words[0][0] in "(" else read_unit(" ".join(words))
    return unit is not None and unit.known
