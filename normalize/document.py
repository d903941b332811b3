"""The document as a witness: how often it prints each word and each pair of words.

Input: the folded prose texts of a decree. Counts are of printed forms; lookups by `casefold` are named so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from normalize.keyslips import Slip

#: A word as the rules see it: letters, with hyphens inside (`perundang-undangan`).
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Document:
    """Counts of printed words (`forms`), of words without case (`words`), and of neighbouring words (`pairs`)."""

    forms: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    _lengths: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    #: What candidates.py found for a word in this document: a word that repeats is looked up once.
    memo: dict[str, list[tuple[str, Slip]]] = field(default_factory=dict)

    def by_length(self, length: int) -> list[tuple[str, int]]:
        """The words of a length, sorted, each with its letters as a bit mask; made once, after the counting."""
        if not self._lengths:
            for word in sorted(self.words):
                self._lengths.setdefault(len(word), []).append((word, letters_of(word)))
        return self._lengths.get(length, [])


def letters_of(word: str) -> int:
    """The set of a word's letters as a bit mask (a to z; all others share one bit)."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) - 97 if "a" <= letter <= "z" else 26)
    return mask


def read_document(texts: Iterable[str]) -> Document:
    """Counts over the texts. A pair is two words with only blanks between them."""
    document = Document()
    for text in texts:
        previous, end = "", -1
        for match in WORD.finditer(text):
            word = match[0]
            folded = word.casefold()
            document.forms[word] += 1
            document.words[folded] += 1
            if previous and text[end : match.start()].isspace():
                document.pairs[previous, folded] += 1
            previous, end = folded, match.end()
    return document
