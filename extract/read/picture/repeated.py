"""A word that a document prints again and again, always read alike, is likelier right: a name that no dictionary knows.

The weights are those of words on pages scanned badly (`extract/read/picture/likely.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from extract.read.picture.likely import bare, kind_of
from schemas.layout import Word

#: How much each doubling (natural logarithm) of a word's count speaks for it, by what the dictionary says of it.
_KNOWN, _STRANGE = 0.87, 2.19
_BY_KIND = {"known": _KNOWN, "name": _STRANGE, "lower": _STRANGE, "caps": _STRANGE}
#: More than so many are no better: a misreading may be a habit.
_MOST = 4


def with_repeated(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of a document's pages, each as likely as its repetition makes it."""
    counts = Counter(bare(word.text) for words in pages for word in words)
    return [[_likelier(word, counts[bare(word.text)]) for word in words] for words in pages]


def _likelier(word: Word, count: int) -> Word:
    weight = _BY_KIND.get(kind_of(word.text), 0.0)
    if count < 2 or not weight or not 0 < word.sure < 1:
        return word
    odds = log(word.sure / (1 - word.sure)) + weight * log(min(count, _MOST))
    return word._replace(sure=1 / (1 + exp(-odds)))
