"""What stands between two gutters of a page, and what it says for a column there.

Input: the parts of a page's lines that may be of one column, and the words of its head. Output: what a column between
two positions is worth: whether enough lines have text there, whether a word of the head names it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.table.inked.content import EMPTY
from extract.table.inked.gutters import Filled, Floats, Ints, Truths
from extract.table.inked.ink import FAR
from extract.table.inked.named import PrintedHead

#: A column without a word of the head; it costs less where one stands so near: an extractor sets each line on its own.
_UNNAMED, _OFF = 6.0, 6.0
#: Columns beside each other of which hardly any line has both, and the share of lines that is enough.
_APART, _TOGETHER = 6.0, 0.3
#: So many blanks part the headings of two columns; what it costs that a column has both (twice if all lines keep them).
_WHITE, _HEADS = 3, 2.0


@dataclass(frozen=True, slots=True)
class StandingColumns:
    """Columns between two positions (arrays of any shape): those with text in enough lines, those with text there or
    in the head, and what it costs that no word of the head names them."""

    holds: Truths
    holds_or_named: Truths
    unnamed: Floats

    def worths(self, counted: Floats, empty: float = EMPTY) -> Floats:
        """What the columns are worth with their right gutters, if these count so much and `empty` is what it costs that
        a column has nothing; less where a heading alone stands in it (cells are blank, or stand beside it)."""
        without = np.where(self.holds_or_named, 0.0, -empty)
        worth: Floats = np.where(self.holds, counted, without) - self.unnamed
        return worth


class Standing:
    """What stands between two gutters: whether parts of enough lines do (white counts once, and costs where it is taken
    for a column), and what it costs that no word of the head does."""

    def __init__(
        self, parts: Sequence[tuple[int, int, int]], head: PrintedHead, heading: Sequence[tuple[int, int, int]] = ()
    ) -> None:
        """`parts` are those of the rows, `heading` those of the lines above them."""
        self._parts = parts
        self._filled = Filled(parts)
        self._named_below = Filled([*heading, *parts]) if heading else self._filled
        self._furthest = max((left for left, _, _ in parts), default=-1)
        self._named = [] if head.counted else sorted(word.middle for word in head.words)
        self._middles: Floats = np.array([-np.inf, *self._named, np.inf])
        self._whites = [] if head.counted else [*head.whites(_WHITE), *head.gaps(_WHITE), *head.gaps(_WHITE)]

    def columns(self, lows: Ints, highs: Ints) -> StandingColumns:
        """The columns between two positions (arrays that are broadcast)."""
        holds, named = self._filled.between(lows, highs), self._named_below.between(lows, highs)
        return StandingColumns(holds, named, self.unnamed(lows, highs))

    def holds(self, low: int, high: int) -> bool:
        """Does anything stand between two gutters?"""
        return any(low <= left and right <= high + 1 for left, right, _ in self._parts)

    def begins(self, low: int) -> bool:
        """Does anything begin at a position or behind it?"""
        return low <= self._furthest

    def stand(self, low: int, high: int) -> bool:
        """Do parts have their middles between two positions?"""
        return any(low < (left + right) / 2 <= high for left, right, _ in self._parts)

    def apart(self, gutters: Sequence[int]) -> float:
        """What it costs that columns beside each other have text, but hardly ever in one line or (cells centred in
        their rows) in lines beside each other: they are one, with its texts in the middle."""
        edges = [-1, *gutters, FAR]
        lines = [
            {number for left, right, number in self._parts if low <= left and right <= high + 1}
            for low, high in pairwise(edges)
        ]
        return _APART * sum(_never_together(a, b) for a, b in pairwise(lines))

    def unnamed(self, lows: Ints, highs: Ints) -> Floats:
        """What it costs that columns have no word of the head: less where one stands near."""
        if not self._named:
            return np.zeros(np.broadcast(lows, highs).shape)
        at = np.searchsorted(self._middles[1:-1], lows, side="right")
        beside = np.minimum(np.maximum(self._middles[at + 1] - highs, 0.0), lows - self._middles[at])
        return _UNNAMED * np.minimum(beside, _OFF) / _OFF

    def borrowed(self, gutters: Sequence[int]) -> float:
        """What it costs beyond `unnamed` that a column has no word of the head but the only ones of its neighbour, and
        that one has those of two."""
        edges = [-1, *gutters, FAR]
        own = [[m for m in self._named if low < m <= high] for low, high in pairwise(edges)]
        cost, alone = 0.0, self.unnamed(np.array(edges[:-1]), np.array(edges[1:]))
        for k, (low, high) in enumerate(pairwise(edges)):
            left, right = own[k - 1] if k else [], own[k + 1] if k + 1 < len(own) else []
            spare = any(m <= low - _OFF for m in left) or any(m > high + _OFF for m in right)
            if self._named and not own[k] and not spare:
                cost += _UNNAMED - float(alone[k])
        # words far apart on one line of a head (`IV      SUMBER`) are headings of two columns
        return cost + _HEADS * sum(not any(left - 1 <= at <= right for at in gutters) for left, right in self._whites)


def _never_together(a: Collection[int], b: Collection[int]) -> bool:
    few, many = sorted((a, b), key=len)
    near = sum(any(number + d in many for d in (-1, 0, 1)) for number in few)
    return near < _TOGETHER * len(few)
