"""Letters of another alphabet that look like ours (`ikаn` with a Cyrillic `а`), from a keyboard, a scan or a copied
page: nobody sees them on paper, and they hide a word from every search and comparison."""

from __future__ import annotations

import re

#: Cyrillic and Greek letters, each with the Latin one that nobody tells from it.
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеіјорсухѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ",
    "ABESIJKMHOPCTXYaeijopcyxsdhABEZHIKMNOPTYXoc",
)  # fmt: skip
_OURS, _FOREIGN = re.compile("[0-9A-Za-z]"), re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W_]+")


def words_of_two(text: str) -> list[tuple[int, int, str]]:
    """Words and numbers in which letters of two alphabets stand, and all that are not ours look like ours: where each
    begins and ends, and the word in ours. A word of another alphabet alone is one of another language.

    >>> words_of_two("15 pаket Москва"), words_of_two("paket σ")
    ([(3, 8, 'paket')], [])
    """
    if text.isascii() or not _FOREIGN.search(text):
        return []
    return [
        (m.start(), m.end(), ours)
        for m in _WORD.finditer(text)
        if _OURS.search(m[0]) and _FOREIGN.search(m[0]) and not _FOREIGN.search(ours := m[0].translate(_ALIKE))
    ]


def in_one_alphabet(text: str) -> str:
    """The text with such words in our letters."""
    for start, end, ours in words_of_two(text):
        text = text[:start] + ours + text[end:]
    return text
