"""What stands between two gutters of a page, and what it says for a column there.

Input: the parts of a page's lines that may be of one column, and the words of its head. Output: what a column between
two positions is worth: whether enough lines have text there, whether a word of the head names it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from extract.table.inked.content import EMPTY
from extract.table.inked.gutters import full_lines, holds_between
from extract.table.inked.ink import FAR
from extract.table.inked.named import PrintedHead

#: A column without a word of the head; it costs less where one stands so near: an extractor sets each line on its own.
_UNNAMED, _OFF = 6.0, 6.0
#: Columns beside each other of which hardly any line has both, and the share of lines that is enough.
_APART, _TOGETHER = 6.0, 0.3
#: So many blanks part the headings of two columns; what it costs that a column has both (twice if all lines keep them).
_WHITE, _HEADS = 3, 2.0


class Standing:
    """What stands between two gutters: whether parts of enough lines do (white counts once, and costs where it is taken
    for a column), and what it costs that no word of the head does."""

    def __init__(
        self, parts: Sequence[tuple[int, int, int]], head: PrintedHead, heading: Sequence[tuple[int, int, int]] = ()
    ) -> None:
        """`parts` are those of the rows, `heading` those of the lines above them."""
        self._parts = parts
        self._full = full_lines(parts)
        self._both = [*heading, *parts] if heading else parts
        self._named = [] if head.counted else sorted(word.middle for word in head.words)
        self._whites = [] if head.counted else [*head.whites(_WHITE), *head.gaps(_WHITE), *head.gaps(_WHITE)]
        self._known: dict[tuple[int, int], tuple[bool, bool, float]] = {}

    def worth(self, low: int, high: int, counted: float, empty: float = EMPTY) -> float:
        """What a column with its right gutter is worth, if that counts so much and `empty` is what it costs that the
        column has nothing; less where a heading alone stands in it (cells are blank, or stand beside it)."""
        known = self._known.get((low, high))
        if known is None:
            holds = holds_between(self._parts, low, high, self._full)
            named = holds or holds_between(self._both, low, high, self._full)
            known = holds, named, self.unnamed(low, high)
            self._known[low, high] = known
        return (counted if known[0] else 0.0 if known[1] else -empty) - known[2]

    def holds(self, low: int, high: int) -> bool:
        """Does anything stand between two gutters?"""
        return any(low <= left and right <= high + 1 for left, right, _ in self._parts)

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

    def unnamed(self, low: int, high: int) -> float:
        """What it costs that a column has no word of the head: less where one stands near."""
        if not self._named:
            return 0.0
        at = bisect_right(self._named, low)
        off = min((max(middle - high, 0.0) for middle in self._named[at : at + 1]), default=_OFF)
        off = min(off, *(low - middle for middle in self._named[max(0, at - 1) : at]), _OFF)
        return _UNNAMED * off / _OFF

    def borrowed(self, gutters: Sequence[int]) -> float:
        """What it costs beyond `unnamed` that a column has no word of the head but the only ones of its neighbour, and
        that one has those of two."""
        edges = [-1, *gutters, FAR]
        own = [[m for m in self._named if low < m <= high] for low, high in pairwise(edges)]
        cost = 0.0
        for k, (low, high) in enumerate(pairwise(edges)):
            left, right = own[k - 1] if k else [], own[k + 1] if k + 1 < len(own) else []
            spare = any(m <= low - _OFF for m in left) or any(m > high + _OFF for m in right)
            if self._named and not own[k] and not spare:
                cost += _UNNAMED - self.unnamed(low, high)
        # words far apart on one line of a head (`IV      SUMBER`) are headings of two columns
        return cost + _HEADS * sum(not any(left - 1 <= at <= right for at in gutters) for left, right in self._whites)


def _never_together(a: Collection[int], b: Collection[int]) -> bool:
    few, many = sorted((a, b), key=len)
    near = sum(any(number + d in many for d in (-1, 0, 1)) for number in few)
    return near < _TOGETHER * len(few)
