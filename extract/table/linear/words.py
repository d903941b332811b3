"""A word by itself: as vocabularies hold it, and its outer form."""

from __future__ import annotations

from functools import lru_cache

from extract.read.row_numbers import ROW_NUMBER_BARE

#: So many words are remembered.
_KEPT = 1 << 14
_STRIP = ".,;:()[]\"'“”"


@lru_cache(maxsize=_KEPT)
def bare_word(word: str) -> str:
    """The word as vocabularies and phrases hold it: lower case, without punctuation around it."""
    return word.strip(_STRIP).lower()


@lru_cache(maxsize=_KEPT)
def shape(word: str) -> str:
    """The outer form of a word."""
    if ROW_NUMBER_BARE.match(word):
        return "nomor." if not word.isdecimal() else "nomor"
    if word[:1].isdecimal():
        return "angka"
    if not word[:1].isalpha():
        return "tanda"
    if len(word) > 1 and word.strip(_STRIP).isupper():
        return "kapital"
    return "besar" if word[:1].isupper() else "kecil"
