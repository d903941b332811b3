"""Texts that are a whole cell of their column somewhere: `Badan Pusat Statistik` is a sumber data in other rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from katalog.compare.match.key import key_of
from katalog.compare.match.thing import Thing


class Tails:
    """The whole cells of both decrees, by their columns."""

    def __init__(self, decrees: Iterable[Thing]) -> None:
        self._known: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for decree in decrees:
            for block in decree.lists["jabatan"]:
                for row in block.lists["indikator"]:
                    for name, said in row.fields.items():
                        self._known[name].add(tuple(key_of(word) or word for word in said.own.split()))

    def size(self, words: Sequence[str], column: str) -> int:
        """How many words at the end of these are such a text of a column, 0 where none are; never all of them."""
        known = self._known.get(column, set())
        return next((len(words) - at for at in range(1, len(words)) if tuple(words[at:]) in known), 0)
