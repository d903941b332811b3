"""What stands in each column of all pages -> how well the words between two gutters of one page fit a column.

Input: the pages of a table with their gutters. Output: for a page, two positions and a column, what the words between
them say for that column (positive) or against it, and what it costs that the page shows nothing of it. The words of the
page itself are left out of what is known, so that a page read wrongly does not bear out its own reading. A page that
hides a merged column has columns as wide as others have: only what stands in them tells which they are (`Jumlah ...`
begins indicators, `Dokumen ...` what proves them; a target is never left out, a number of a merged cell is).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from extract.table.inked.ink import FAR, InkLine

#: What one word says at most, and what all words of a column say at most.
_WORD, MOST = 2.0, 3.0
#: As many times is each word taken as seen that was never seen in a column.
_UNSEEN = 0.5
#: What it costs at least and at most that a page shows nothing of a column, and where nothing is known of it.
_LEAST, _FULL, EMPTY = 1.0, 6.0, 3.0
#: What costs so much is in no reading.
_NEVER = 100.0
#: A cell has about so many lines where nothing parts it from the next one.
_LINES = 4
#: What a word within a text counts beside the first one of a line, which may begin a cell.
_INNER, _FIRST = 0.2, "^"
_DIGITS = re.compile(r"\d+")
#: A word as it is known again: digits are alike, and the first word of a text is one of its own.
_Token = str


class ColumnPage(Protocol):
    """A page as lines, none of which stands across the columns."""

    @property
    def inside(self) -> Sequence[InkLine]: ...


@dataclass(slots=True)
class _ColumnTexts:
    """The words of each column of a page, how many lines of it have text, how many texts with white around them there
    are, and the lines of the page."""

    words: list[Counter[_Token]]
    lines: list[int]
    texts: list[int]
    height: int


@dataclass(slots=True)
class _Table:
    """What each word says for each column, and what one says that is new: a column that names the same few offices has
    no others."""

    counts: list[Counter[_Token]]
    sums: list[int]
    fresh: tuple[float, ...]
    known: dict[_Token, tuple[float, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, counts: list[Counter[_Token]]) -> _Table:
        sums = [sum(one.values()) for one in counts]
        once = [sum(n == 1 for n in one.values()) for one in counts]
        return cls(counts, sums, _logs(once, sums))

    def of_word(self, word: _Token) -> tuple[float, ...]:
        """What a word says for each column."""
        if word not in self.known:
            seen = [own[word] for own in self.counts]
            self.known[word] = _logs(seen, self.sums) if any(seen) else self.fresh
        return self.known[word]


def _logs(counts: Sequence[int], sums: Sequence[int]) -> tuple[float, ...]:
    shares = [(n + _UNSEEN) / (s + 2 * _UNSEEN) for n, s in zip(counts, sums, strict=True)]
    mean = sum(shares) / len(shares)
    return tuple(max(-_WORD, min(_WORD, math.log(share / mean))) for share in shares)


@dataclass(slots=True)
class ColumnWords:
    """What stands in the columns of all pages."""

    pages: list[_ColumnTexts]
    clear: frozenset[int]
    total: list[Counter[_Token]] = field(default_factory=list)
    _said: dict[tuple[int, int, int], tuple[float, ...]] = field(default_factory=dict)
    _tables: dict[int, _Table] = field(default_factory=dict)

    @classmethod
    def of(cls, pages: Sequence[ColumnPage], gutters: Sequence[Sequence[int]], clear: Collection[int]) -> ColumnWords:
        """The words of pages by these gutters, known from those that are `clear`."""
        seen = [_page_words(page, own) for page, own in zip(pages, gutters, strict=True)]
        total: list[Counter[_Token]] = [Counter() for _ in range(len(gutters[0]) + 1)]
        for at in clear:
            for k, words in enumerate(seen[at].words):
                total[k].update(words)
        return cls(seen, frozenset(clear), total)

    def fit(self, at: int, page: ColumnPage, low: int, high: int, column: int) -> float:
        """What the words between two gutters of the page number `at` say for a column."""
        key = at, low, high
        if key not in self._said:
            self._said[key] = self._fits(at, _words(page.inside, low, high))
        return self._said[key][column]

    def _fits(self, at: int, words: Counter[_Token]) -> tuple[float, ...]:
        table = self._tables.get(at)
        if table is None:
            own = self.pages[at].words if at in self.clear else [Counter[_Token]() for _ in self.total]
            table = self._tables[at] = _Table.of([all_ - mine for all_, mine in zip(self.total, own, strict=True)])
        said, number = [0.0] * len(self.total), 0.0
        for word, times in words.items():
            weight = times * (1.0 if word.startswith(_FIRST) else _INNER)
            number += weight
            for k, one in enumerate(table.of_word(word)):
                said[k] += weight * one
        # words of one row are alike in all of its columns: they bear each other out, and count less than so many
        return tuple(max(-MOST, min(MOST, one / math.sqrt(max(number, 1.0)))) for one in said)

    def hidden(self, at: int, column: int) -> float:
        """What it costs that the page number `at` shows nothing of a column: as many cells as it has elsewhere."""
        others = [page for k, page in enumerate(self.pages) if k != at and k in self.clear]
        height = sum(page.height for page in others)
        cells = sum(max(page.texts[column], page.lines[column] / _LINES) for page in others)
        return min(_FULL, _LEAST + cells / height * self.pages[at].height) if height else EMPTY


def _page_words(page: ColumnPage, gutters: Sequence[int]) -> _ColumnTexts:
    edges = [-1, *gutters, FAR]
    found = _ColumnTexts([], [], [], len(page.inside))
    for low, high in pairwise(edges):
        found.words.append(_words(page.inside, low, high))
        filled = [any(low < ink.middle <= high for ink in line.ink) for line in page.inside]
        found.lines.append(sum(filled))
        found.texts.append(sum(now and not before for before, now in pairwise([False, *filled])))
    return found


def _words(lines: Sequence[InkLine], low: int, high: int) -> Counter[_Token]:
    found: Counter[_Token] = Counter()
    for line in lines:
        own = [ink.text for ink in line.ink if low < ink.middle <= high]
        if own and not own[0][0].islower():
            found[_FIRST + _token(own[0])] += 1
        found.update(_token(text) for text in own)
    return found


def _token(text: str) -> _Token:
    return _DIGITS.sub("0", text.casefold()).strip("().,;:")


@dataclass(frozen=True, slots=True)
class ToldWords:
    """What all pages tell one of them; nothing where none is given. `never_held` and `never_hidden`: a column of which
    the page is taken to show nothing, and one of which it is taken to show something."""

    words: ColumnWords | None = None
    page: ColumnPage | None = None
    at: int = 0
    never_held: int | None = None
    never_hidden: int | None = None

    def turned(self, column: int, held: bool) -> ToldWords:
        """The same, but for a column that is hidden if it was `held`, and holds words if not."""
        return replace(self, never_held=column if held else None, never_hidden=None if held else column)

    def fit(self, low: int, high: int, column: int) -> float:
        """What the words between two gutters say for a column."""
        if column == self.never_held:
            return -_NEVER
        if self.words is None or self.page is None:
            return 0.0
        return self.words.fit(self.at, self.page, low, high, column)

    def silent(self, column: int) -> bool:
        """Is the same said for a column whatever its words are?"""
        return self.words is None or column == self.never_held

    def hidden(self, column: int) -> float:
        """What it costs that the page shows nothing of a column."""
        if column == self.never_hidden:
            return _NEVER
        return EMPTY if self.words is None else self.words.hidden(self.at, column)

    def last(self, low: int, high: int, holds: bool) -> float:
        """What the words behind a gutter, if any, say for the last column."""
        if self.words is None:
            return 0.0
        column = len(self.words.total) - 1
        return self.fit(low, high, column) if holds else -self.hidden(column)


#: Nothing is told of any word.
UNTOLD = ToldWords()
