"""Sums that tables have in common, kept for the next table that needs them, and never more than so many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
K = TypeVar("K")
V = TypeVar("V")


class KeptSums(Generic[K, V]):
    """The last `most` sums that were asked for: a process that reads thousands of decrees (`katalog corpus`,
    `katalog serve`) must not grow with them.

    >>> kept = KeptSums[str, int](most=2)
    >>> [kept.of(word, lambda word=word: len(word)) for word in ("a", "bb", "ccc")], len(kept)
    ([1, 2, 3], 2)
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, key: K, made: Callable[[], V]) -> V:
        """What is kept under the key, made first where it is not; the one that was asked for longest ago goes."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        value = self._kept[key] = made()
        if len(self._kept) > self.most:
            self._kept.popitem(last=False)
        return value

    def clear(self) -> None:
        """Drops all."""
        self._kept.clear()
