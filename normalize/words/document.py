"""The document as a witness: how often it prints each word and each pair of words.

Input: the folded prose texts of a decree. Counts are of printed forms; lookups by `casefold` are named so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise

from normalize.words.keyslips import Slip
from normalize.words.text_words import text_words

#: Comparisons of words that a document may cost, some two seconds' worth; a decree of 45 jabatan takes 1 in 140.
PATIENCE = 10_000_000

#: Words of a length that begin (or end) with a letter, each with its letters as a bit mask.
Bucket = list[tuple[str, int]]


@dataclass(slots=True)
class Effort:
    """What the search for misspelled words has cost, in comparisons. Counted and not timed, so that the same decree
    stops at the same word on every machine."""

    spent: int = 0
    #: Words that the dictionary was asked about.
    asked: set[str] = field(default_factory=set)
    #: Words that were left alone because nothing was left to spend.
    left: set[str] = field(default_factory=set)

    def pay(self, word: str, steps: int) -> bool:
        """True where the search for this word may go on."""
        if self.spent + steps > PATIENCE:
            self.left.add(word)
            return False
        self.spent += steps
        return True


@dataclass(slots=True)
class Document:
    """Counts of printed words (`forms`), of words without case (`words`), of neighbouring words (`pairs`), and of the
    words that stand between two words (`between`)."""

    forms: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    between: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    _index: dict[tuple[int, str, bool], Bucket] | None = None
    #: What candidates.py found for a word in this document: a word that repeats is looked up once.
    memo: dict[str, dict[str, Slip]] = field(default_factory=dict)
    #: The same of the document before its last corrections, and the words that those brought.
    earlier: dict[str, dict[str, Slip]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    _brought: Bucket | None = None
    #: Shared with the documents before and after this one's corrections.
    effort: Effort = field(default_factory=Effort)

    _preceding: dict[str, dict[str, int]] = field(default_factory=dict)
    _settled: frozenset[str] | None = None
    _lone: frozenset[str] | None = None

    def settled(self, known: Callable[[str], bool]) -> frozenset[str]:
        """The words that are printed more than twice and `known`: nothing is wrong with them, wherever they stand."""
        if self._settled is None:
            self._settled = frozenset(word for word, count in self.words.items() if count > 2 and known(word))
        return self._settled

    def lone(self, often: int) -> frozenset[str]:
        """The words that stand once between two words where another one stands so `often`; most texts hold none."""
        if self._lone is None:
            frames = [counts for counts in self.between.values() if len(counts) > 1 and max(counts.values()) >= often]
            self._lone = frozenset(word for counts in frames for word, count in counts.items() if count == 1)
        return self._lone

    def preceding(self, word: str) -> dict[str, int]:
        """The words printed before a word, with their counts."""
        if not self._preceding:
            for (first, second), count in self.pairs.items():
                self._preceding.setdefault(second, {})[first] = count
        return self._preceding.get(word, {})

    def brought(self, meant: Callable[[str], bool]) -> Bucket:
        """The words that the last corrections brought and that may be `meant`."""
        if self._brought is None:
            self._brought = [(other, letters_of(other)) for other in self.added if meant(other)]
        return self._brought

    def alike(self, word: str, meant: Callable[[str], bool]) -> list[Bucket]:
        """The words that a slip could make of this one: about as long, with the same first or last letter. Only words
        that may be `meant`; the index is made once, after the counting."""
        if self._index is None:
            self._index = {}
            for other in filter(meant, sorted(self.words)):
                entry = (other, letters_of(other))
                self._index.setdefault((len(other), other[0], True), []).append(entry)
                self._index.setdefault((len(other), other[-1], False), []).append(entry)
        ends = ((word[0], True), (word[-1], False))
        lengths = range(len(word) - 3, len(word) + 4)
        return [self._index.get((length, *end), []) for length in lengths for end in ends]


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
    forms: list[str] = []
    runs: list[tuple[str, ...]] = []
    # a text that repeats (sumber data) is looked at once
    for text, times in Counter(texts).items():
        tokens = text_words(text)
        forms += [match[0] for match in tokens.matches] * times
        runs += tokens.runs * times
        _count_between(document, tokens.runs, times)
    document.forms.update(forms)
    document.words.update(chain.from_iterable(runs))
    document.pairs.update(chain.from_iterable(map(pairwise, runs)))
    if earlier is not None:
        document.earlier, document.effort = earlier.memo, earlier.effort
        document.added = sorted(document.words.keys() - earlier.words.keys())
    return document


def _count_between(document: Document, runs: Iterable[tuple[str, ...]], times: int) -> None:
    """Counts the words that stand between two others."""
    for run in runs:
        for before, word, after in zip(run, run[1:], run[2:], strict=False):
            counts = document.between.setdefault((before, after), {})
            counts[word] = counts.get(word, 0) + times
