"""How alike two texts are, from 0 to 1: half by their letters, half by the words that tell.

`Jumlah dokumen ... yang tersedia` opens half of all indikator, so a word counts by how rare it is in both decrees
together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from rapidfuzz.distance import Indel

from katalog.compare.match.key import key_of, parts

Bag = dict[str, float]


class Likeness:
    """Compares texts of two decrees. `texts` are all of both, repeated ones too."""

    def __init__(self, texts: Iterable[str]) -> None:
        listed = list(texts)
        self._found = Counter(word for text in set(listed) for word in set(parts(text)))
        self._count = max(len(set(listed)), 1)
        self._bags: dict[str, tuple[Bag, float]] = {}

    def weight(self, word: str) -> float:
        """How much a word tells: near 0 for one that stands in every text."""
        return math.log((1 + self._count) / max(self._found[word], 1))

    def rare(self, text: str, most: int) -> list[str]:
        """The words that stand in at most so many texts."""
        return [word for word in dict.fromkeys(parts(text)) if self._found[word] <= most]

    def alike(self, first: str, second: str) -> float:
        """1 for two spellings of one text; two empty texts are alike, an empty and a printed one are not."""
        ours, theirs = key_of(first), key_of(second)
        if ours == theirs:
            return 1.0
        if not ours or not theirs:
            return 0.0
        return 0.5 * Indel.normalized_similarity(ours, theirs) + 0.5 * self._words(first, second)

    def _words(self, first: str, second: str) -> float:
        ours, all_ours = self._bag(first)
        theirs, all_theirs = self._bag(second)
        common = sum(min(weight, theirs[word]) for word, weight in ours.items() if word in theirs)
        return 2 * common / ((all_ours + all_theirs) or 1.0)

    def _bag(self, text: str) -> tuple[Bag, float]:
        if text not in self._bags:
            bag = {word: self.weight(word) * count for word, count in Counter(parts(text)).items()}
            self._bags[text] = (bag, sum(bag.values()))
        return self._bags[text]

    def bag(self, texts: Iterable[str]) -> Bag:
        """All words of some texts with their weights, scaled to length 1."""
        counted = Counter(word for text in texts for word in parts(text))
        bag = {word: self.weight(word) * count for word, count in counted.items()}
        length = math.sqrt(sum(weight * weight for weight in bag.values())) or 1.0
        return {word: weight / length for word, weight in bag.items()}


def cosine(first: Bag, second: Bag) -> float:
    """Of two bags of length 1."""
    if len(second) < len(first):
        first, second = second, first
    return math.fsum(weight * second[word] for word, weight in first.items() if word in second)
