"""The heads of tables in a text -> what they say of the columns, before these are known.

Input: the areas of a text. Output: for each area the words of its head, each with its middle. A head is what several
areas print at their top in the same words, or what stands above a row of column numbers; of the latter the numbers
count, one a column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.read.column_numbers import numbered
from extract.table.inked.areas import Area

#: A word of a head, wherever it is printed: the words of the head, its text, and which of those with this text it is.
WordKey = tuple[tuple[str, ...], str, int]
#: A head has so many lines at most, and so many words at least.
_LINES, _FEWEST = 14, 4


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A word of a head: its text, which of those with this text it is, and its middle (characters)."""

    text: str
    nth: int
    middle: float


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """The words of a head; `counted`: they are the row of column numbers, one a column."""

    words: tuple[HeadWord, ...] = ()
    counted: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same wherever this head is printed."""
        return tuple(sorted(word.text for word in self.words))

    @property
    def keys(self) -> list[WordKey]:
        """Each word as it is known again elsewhere."""
        key = self.key
        return [(key, word.text, word.nth) for word in self.words]


def heads_of(areas: Sequence[Area]) -> list[PrintedHead]:
    """The head of each area; one without words where none is seen."""
    tops = [_tops(area) for area in areas]
    printed = Counter(key for own in tops for key in set(own))
    return [_head(area, own, printed) for area, own in zip(areas, tops, strict=True)]


def _tops(area: Area) -> list[tuple[str, ...]]:
    """The words of the first lines, for each number of lines."""
    words: list[str] = []
    found: list[tuple[str, ...]] = []
    for line in area.lines[:_LINES]:
        words += [ink.text for ink in line.ink]
        found.append(tuple(sorted(words)))
    return found


def _head(area: Area, tops: Sequence[tuple[str, ...]], printed: Counter[tuple[str, ...]]) -> PrintedHead:
    for line in area.lines[:_LINES]:
        if len(line.parts) >= 3 and numbered(line.texts):
            return PrintedHead(tuple(HeadWord(ink.text, 0, (ink.left + ink.right) / 2) for ink in line.ink), True)
    again = [k for k, key in enumerate(tops) if printed[key] > 1 and len(key) >= _FEWEST]
    if not again:
        return PrintedHead()
    seen: Counter[str] = Counter()
    words: list[HeadWord] = []
    for line in area.lines[: again[-1] + 1]:
        for ink in line.ink:
            words.append(HeadWord(ink.text, seen[ink.text], (ink.left + ink.right) / 2))
            seen[ink.text] += 1
    return PrintedHead(tuple(words))
