"""How likely a word is read right: by what the recogniser says of its letters and of the page, and by the dictionary.

A recogniser that hesitates over a letter of a word has mostly read it right all the same; where the result is no word,
it has mostly not. The weights are those of a logistic regression over words of pages scanned badly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log
from statistics import fmean

from bahasa.kamus import is_known
from extract.read.picture.recogniser import Letter, Reading

#: Words of fewer letters tell nothing.
_FEW = 3
#: What hardly stands in a word: a point before two figures (the decimal sign is a comma), a comma before three, letters
#: beside figures, signs among letters.
_ODD = re.compile(r"(?<![\d.])\d+\.\d{1,2}$|,\d{3}$|\d[^\W\d_]|[^\W\d_]\d|[a-z][^\w\s/\-'’&(][a-z]")
_EDGES = " .,;:()[]{}\"'/-–+*%"
#: What speaks against a word: its kind, how far its least sure letter is from sure, what another sign has for it, how
#: unsure the page's letters are in the mean (logarithms), its length, a sign that has a look-alike (`.` and `,`).
_WEIGHTS = {
    "known": -5.28, "digit": -4.69, "short": -5.34, "caps": -3.94, "name": -2.69, "lower": -3.45, "mended": -6.18,
    "odd": -0.75, "unsure": 0.19, "other": 0.67, "page": 0.61, "length": -0.71, "marks": 0.39,
}  # fmt: skip
#: Certainties are told apart up to here.
_UNSURE, _PAGE = 0.002, 0.001


def page_sure(readings: Sequence[Reading]) -> float:
    """How sure the letters of a page are in the mean; 1 where there are none."""
    sure = [letter.sure for reading in readings for letter in reading]
    return fmean(sure) if sure else 1.0


def bare(word: str) -> str:
    """A word without the signs at its ends."""
    return word.strip(_EDGES)


def kind_of(word: str) -> str:
    """What the dictionary and its letters say of a word.

    >>> [kind_of(word) for word in ("Persentase,", "12", "ke", "Jumiah", "tmur", "RSUD", "90.5", "l2")]
    ['known', 'digit', 'short', 'name', 'lower', 'caps', 'odd', 'odd']
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


def likely(letters: Sequence[Letter], page: float = 1.0, mended: bool = False) -> float:
    """The probability that a word of these letters is what is printed, below 1; `page` is how sure the recogniser is of
    the page's letters in the mean, `mended` tells that the dictionary chose among what it held for possible."""
    against = evidence(letters, page, mended)
    return 1 - 1 / (1 + exp(-sum(_WEIGHTS[name] * value for name, value in against.items())))


def evidence(letters: Sequence[Letter], page: float, mended: bool) -> dict[str, float]:
    """What speaks against a word, by the names of its weights."""
    word = "".join(letter.sign for letter in letters)
    return {
        "mended" if mended else kind_of(word): 1.0,
        "unsure": log(1 - min(letter.sure for letter in letters) + _UNSURE) - log(_UNSURE),
        "other": log(max(letter.other for letter in letters) + _UNSURE) - log(_UNSURE),
        "page": log(1 - page + _PAGE) - log(_PAGE),
        "length": log(len(word)),
        "marks": float(any(sign in ".,;:" for sign in word)),
    }


def is_torn(head: str, tail: str) -> bool:
    """Are these the parts of one word that the dictionary knows, at least one of them no word by itself?

    >>> is_torn("A", "rsip"), is_torn("di", "bawah"), is_torn("di", "Arsip")
    (True, False, False)
    """
    parts = (head.lower(), bare(tail).lower())
    return tail[:1].islower() and is_known("".join(parts)) and not all(map(is_known, parts))
