"""A word that a document prints again and again, always read alike, is likelier right: a name that no dictionary knows.

A known word counts with its marks (`berlaku:` among many `berlaku;` is no repetition). A habit of the recogniser does
not count: `pegawal` is read for each `pegawai` of a page. A word that no dictionary knows is in doubt where the
document prints another one again and again that differs by one letter: two `Kepegavain` among eight `Kepegawain`.

The weights are those of words on pages scanned badly (`extract/read/picture/likely.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from extract.read.picture.likely import bare, kind_of
from extract.read.picture.lookalike import is_lookalike
from schemas.layout import Word

#: How much each doubling (natural logarithm) of a word's count speaks for it, by what the dictionary says of it.
_KNOWN, _STRANGE = 1.63, 2.3
_BY_KIND = {"known": _KNOWN, "name": _STRANGE, "lower": _STRANGE, "caps": _STRANGE}
_STRANGERS = frozenset({"name", "lower", "caps"})
#: More than so many are no better: a misreading may be a habit.
_MOST = 4
#: A word of so many letters that another one is so many times as common as is no likelier than this.
_LONG, _TIMES, _RIVALLED = 6, 3, 0.5


def with_repeated(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of a document's pages, each as likely as its repetition makes it."""
    counts = Counter(_printed(word) for words in pages for word in words)
    rivalled = _rivalled(counts)
    return [
        [
            word._replace(sure=min(word.sure, _RIVALLED))
            if _printed(word) in rivalled
            else _likelier(word, counts[_printed(word)])
            for word in words
        ]
        for words in pages
    ]


def _rivalled(counts: Counter[str]) -> set[str]:
    """The words that no dictionary knows and that are, but for one letter, much commoner ones."""
    long = [word for word in counts if len(word) >= _LONG and word.isalpha()]
    return {
        word
        for word in long
        if kind_of(word) in _STRANGERS
        and any(counts[other] >= _TIMES * counts[word] and _is_one_letter_off(word, other) for other in long)
    }


def _is_one_letter_off(word: str, other: str) -> bool:
    """
    >>> _is_one_letter_off("Kepegavain", "Kepegawain"), _is_one_letter_off("Kepegawain", "kepegawain")
    (True, False)
    """
    off = [(a, b) for a, b in zip(word, other, strict=False) if a != b]
    return len(word) == len(other) and len(off) == 1 and off[0][0].lower() != off[0][1].lower()


def _printed(word: Word) -> str:
    return word.text if kind_of(word.text) == "known" else bare(word.text)


def _likelier(word: Word, count: int) -> Word:
    weight = _BY_KIND.get(kind_of(word.text), 0.0)
    if count < 2 or not weight or not 0 < word.sure < 1 or is_lookalike(bare(word.text)):
        return word
    odds = log(word.sure / (1 - word.sure)) + weight * log(min(count, _MOST))
    return word._replace(sure=1 / (1 + exp(-odds)))
