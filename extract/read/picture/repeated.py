"""A word that a document prints again and again, always read alike, is likelier right: a name that no dictionary knows.

A known word counts with its marks (`berlaku:` among many `berlaku;` is no repetition). A habit of the recogniser does
not count: `pegawal` is read for each `pegawai` of a page.

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
#: More than so many are no better: a misreading may be a habit.
_MOST = 4


def with_repeated(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of a document's pages, each as likely as its repetition makes it."""
    counts = Counter(_printed(word) for words in pages for word in words)
    return [[_likelier(word, counts[_printed(word)]) for word in words] for words in pages]


def _printed(word: Word) -> str:
    return word.text if kind_of(word.text) == "known" else bare(word.text)


def _likelier(word: Word, count: int) -> Word:
    weight = _BY_KIND.get(kind_of(word.text), 0.0)
    if count < 2 or not weight or not 0 < word.sure < 1 or is_lookalike(bare(word.text)):
        return word
    odds = log(word.sure / (1 - word.sure)) + weight * log(min(count, _MOST))
    return word._replace(sure=1 / (1 + exp(-odds)))
