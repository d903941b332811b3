"""The document as a witness: how often it prints each word and each pair of words.

Input: the folded prose texts of a decree. Counts are of printed forms; lookups by `casefold` are named so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from normalize.keyslips import Slip
from normalize.tokens import tokens_of


@dataclass(slots=True)
class Document:
    """Counts of printed words (`forms`), of words without case (`words`), of neighbouring words (`pairs`), and of the
    words that stand between two words (`between`)."""

    forms: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    between: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    _lengths: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    #: What candidates.py found for a word in this document: a word that repeats is looked up once.
    memo: dict[str, list[tuple[str, Slip]]] = field(default_factory=dict)
    #: The same of the document before its last corrections, and the words that those brought.
    earlier: dict[str, list[tuple[str, Slip]]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    _preceding: dict[str, dict[str, int]] = field(default_factory=dict)

    def preceding(self, word: str) -> dict[str, int]:
        """The words printed before a word, with their counts."""
        if not self._preceding:
            for (first, second), count in self.pairs.items():
                self._preceding.setdefault(second, {})[first] = count
        return self._preceding.get(word, {})

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


def read_document(texts: Iterable[str], earlier: Document | None = None) -> Document:
    """Counts over the texts. Neighbours are words with only blanks between them.

    `earlier` is the document before its last corrections: what was found in it is used again where it still holds.
    """
    document = Document()
    for text in texts:
        tokens = tokens_of(text)
        start, end = 0, -1
        for i, match in enumerate(tokens.matches):
            document.forms[match[0]] += 1
            if i and not text[end : match.start()].isspace():
                _count_run(document, tokens.folded[start:i])
                start = i
            end = match.end()
        _count_run(document, tokens.folded[start:])
    if earlier is not None:
        document.earlier = earlier.memo
        document.added = sorted(document.words.keys() - earlier.words.keys())
    return document


def _count_run(document: Document, run: Sequence[str]) -> None:
    """Counts words that follow each other with only blanks between."""
    document.words.update(run)
    document.pairs.update(pairwise(run))
    for before, word, after in zip(run, run[1:], run[2:], strict=False):
        document.between.setdefault((before, after), Counter())[word] += 1
