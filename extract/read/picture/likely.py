"""How likely a word is read right: by what the recogniser says of its letters and of the page, and by the dictionary.

A recogniser that hesitates over a letter of a word has mostly read it right all the same; where the result is no word,
it has mostly not. The weights are those of a logistic regression over words of pages scanned badly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import exp, log
from statistics import fmean
from typing import NamedTuple

from bahasa.kamus import is_known
from extract.read.picture.lookalike import is_lookalike
from extract.read.picture.recogniser import Letter, Reading

#: Words of fewer letters tell nothing.
_FEW = 3
#: What hardly stands in a word: a point before two figures (the decimal sign is a comma), a comma before three, letters
#: beside figures (a mark between them: `15.kali`; not that of an item: `1.Kepala`), signs among letters.
_ODD = re.compile(r"(?<![\d.])\d+\.\d{1,2}$|,\d{3}$|\d[^\W\d_]|\d{2}[.,][a-z]|[^\W\d_]\d|[a-z][^\w\s/\-'’&(][a-z]")
_EDGES = " .,;:()[]{}\"'/-–+*%"
#: What speaks against a word: its kind, how far its least sure letter is from sure, what another sign has for it, both
#: together over all its letters, how unsure the letters of its line and of the page are in the mean (logarithms), its
#: length, a sign that has a look-alike (`.` and `,`), and letters that look like those of a word that is known.
_WEIGHTS = {
    "known": -5.1, "digit": -5.12, "short": -5.81, "caps": -3.95, "name": -3.2, "lower": -2.93, "mended": -6.0,
    "odd": -1.31, "other": 0.17, "all": 0.78, "page": 0.07, "line": 0.2, "length": -1.12, "marks": 0.59, "near": 2.29,
}  # fmt: skip
#: Certainties are told apart up to here.
_UNSURE, _MEAN = 0.002, 0.001


def mean_sure(readings: Sequence[Reading]) -> float:
    """How sure the letters of some lines are in the mean; 1 where there are none."""
    sure = [letter.sure for reading in readings for letter in reading]
    return fmean(sure) if sure else 1.0


def bare(word: str) -> str:
    """A word without the signs at its ends."""
    return word.strip(_EDGES)


@lru_cache(maxsize=1 << 14)
def kind_of(word: str) -> str:
    """What the dictionary and its letters say of a word.

    >>> [kind_of(word) for word in ("Persentase,", "12", "ke", "Jumiah", "tmur", "RSUD", "90.5", "l2", "15.kali")]
    ['known', 'digit', 'short', 'name', 'lower', 'caps', 'odd', 'odd', 'odd']
    """
    inner = bare(word)
    if _ODD.search(inner):
        return "odd"
    if any(letter.isdigit() for letter in inner):
        return "digit"
    if len(inner) < _FEW:
        return "short"
    parts = inner.replace("/", "-").split("-")
    if is_known(inner.lower()) or all(len(part) < _FEW or is_known(part.lower()) for part in parts):
        return "known"
    if inner.isupper():
        return "caps"
    return "lower" if inner.islower() else "name"


class Around(NamedTuple):
    """How sure the recogniser is of the letters of a word's page, and of those of its line, in the mean."""

    page: float = 1.0
    line: float = 1.0


_SURE_AROUND = Around()


def likely(letters: Sequence[Letter], around: Around = _SURE_AROUND, mended: bool = False) -> float:
    """The probability that a word of these letters is what is printed, below 1; `mended` tells that the dictionary
    chose among what the recogniser held for possible."""
    against = evidence(letters, around, mended)
    return 1 - 1 / (1 + exp(-sum(_WEIGHTS[name] * value for name, value in against.items())))


def evidence(letters: Sequence[Letter], around: Around, mended: bool) -> dict[str, float]:
    """What speaks against a word, by the names of its weights."""
    word = "".join(letter.sign for letter in letters)
    return {
        "mended" if mended else kind_of(word): 1.0,
        "other": _beyond(max(letter.other for letter in letters), _UNSURE),
        "all": _beyond(sum(1 - letter.sure + letter.other / 2 for letter in letters), _UNSURE),
        "page": _beyond(1 - around.page, _MEAN),
        "line": _beyond(1 - around.line, _MEAN),
        "length": log(len(word)),
        "marks": float(any(sign in ".,;:" for sign in word)),
        "near": float(is_lookalike(bare(word))),
    }


def _beyond(doubt: float, least: float) -> float:
    """The logarithm of a doubt, 0 for none."""
    return log(doubt + least) - log(least)


def is_torn(head: str, tail: str) -> bool:
    """Are these the parts of one word that the dictionary knows, at least one of them no word by itself?

    >>> is_torn("A", "rsip"), is_torn("di", "bawah"), is_torn("di", "Arsip")
    (True, False, False)
    """
    parts = (head.lower(), bare(tail).lower())
    return tail[:1].islower() and is_known("".join(parts)) and not all(map(is_known, parts))
