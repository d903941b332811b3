"""The lines of a table's body as a stream of words that keeps what the layout still tells.

In linear text the columns are gone. What is left beside the words: where a physical line ends, blank lines, form feeds,
runs of spaces inside a line, and whether a line ends in a space (in some extractors only a wrapped line does).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from schemas.layout import Line

#: Widths of characters in thousandths of the font size, for a text serif (rounded; only ratios count). What is not
#: named is as wide as a lower-case letter (NARROW and WIDE overrule it).
_LETTER, _CAPITAL, _SPACE = 480, 670, 250
_NARROW = dict.fromkeys("iljtfrI.,;:'!|()[]-/", 300)
_WIDE = dict.fromkeys("mwMW%@", 800)


@lru_cache(maxsize=1 << 14)
def width(text: str) -> int:
    """Approximate printed width of a text, in thousandths of the font size."""
    return sum(
        _WIDE.get(c) or _NARROW.get(c) or (_SPACE if c == " " else _CAPITAL if c.isupper() else _LETTER) for c in text
    )


class Fragment(NamedTuple):
    """A part of a word in a line (its index), and how sure it is that it goes on with the part before it; None where it
    is a word of its own (`IKU` / `3`)."""

    text: str
    line: int
    sure: float | None


@dataclass(frozen=True, slots=True)
class TableWords:
    """Words of a region; all lists have one entry a word.

    `line` is the index of the word's line in `lines`; `first` says that it opens its line; `gap` counts the blank lines
    before it; `page` is 0 inside a page, 1 where a form feed stands before the word, 2 where something of the page was
    taken out before it (a repeated heading); `wide` says that two or more spaces stand before it inside its line;
    `trail` says that the line before ends in a space (for words that open a line). `broken` has the parts of the words
    that a narrow column broke, by word.
    """

    lines: tuple[Line, ...]
    words: tuple[str, ...]
    line: tuple[int, ...]
    first: tuple[bool, ...]
    gap: tuple[int, ...]
    page: tuple[int, ...]
    wide: tuple[bool, ...]
    trail: tuple[bool, ...]
    broken: Mapping[int, tuple[Fragment, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def fragments(self, i: int) -> tuple[Fragment, ...]:
        """The parts of a word as printed: one, if no column broke it."""
        return self.broken[i] if i in self.broken else (Fragment(self.words[i], self.line[i], 1.0),)

    def head(self, count: int) -> TableWords:
        """The first words, so many of them."""
        words, line, first, gap = self.words[:count], self.line[:count], self.first[:count], self.gap[:count]
        page, wide, trail = self.page[:count], self.wide[:count], self.trail[:count]
        broken = {at: parts for at, parts in self.broken.items() if at < count}
        return TableWords(self.lines, words, line, first, gap, page, wide, trail, broken)

    def merged(self, taken: Mapping[int, tuple[int, float | None]]) -> TableWords:
        """The same with some words made one (by the first: how many they are, and how sure the parts go on): where it
        stands. What follows a part that opens its line opens it."""
        swallowed = {k for i, (count, _) in taken.items() for k in range(i + 1, i + count)}
        kept = [i for i in range(len(self)) if i not in swallowed]
        place = {i: k for k, i in enumerate(kept)}
        words, first, gap, page = list(self.words), list(self.first), list(self.gap), list(self.page)
        trail, broken = list(self.trail), {place[i]: parts for i, parts in self.broken.items() if i in place}
        for i, (count, sure) in taken.items():
            stop = i + count
            words[i] = "".join(self.words[i:stop])
            broken[place[i]] = tuple(
                part._replace(sure=sure) if k > i else part for k in range(i, stop) for part in self.fragments(k)
            )
            if count > 1 and stop < len(self) and first[stop - 1] and not first[stop]:
                first[stop], gap[stop], page[stop], trail[stop] = True, 0, 0, self.trail[stop - 1]
        return replace(
            self,
            words=tuple(words[i] for i in kept),
            line=tuple(self.line[i] for i in kept),
            first=tuple(first[i] for i in kept),
            gap=tuple(gap[i] for i in kept),
            page=tuple(page[i] for i in kept),
            wide=tuple(self.wide[i] and not first[i] for i in kept),
            trail=tuple(trail[i] for i in kept),
            broken=broken,
        )


_RUN = re.compile(r"\S+")


def tokenize(lines: Iterable[Line], seams: Iterable[int] = ()) -> TableWords:
    """Split lines into words. `seams` are line numbers before which something of the page was taken out."""
    lines, taken = tuple(lines), frozenset(seams)
    rows: list[tuple[str, int, bool, int, int, bool, bool]] = []
    gap, pending, last_page, trail = 0, 0, lines[0].page if lines else None, False
    for index, line in enumerate(lines):
        if line.number in taken:
            pending = 2
        if line.page != last_page:
            pending, last_page = max(pending, 1), line.page
        runs = list(_RUN.finditer(line.text))
        if not runs:
            gap += 1
            continue
        for k, run in enumerate(runs):
            wide = k > 0 and run.start() - runs[k - 1].end() > 1
            rows.append((run[0], index, k == 0, gap if k == 0 else 0, pending if k == 0 else 0, wide, trail and k == 0))
        gap, pending, trail = 0, 0, line.text[-1:].isspace()
    columns = list(zip(*rows, strict=True)) if rows else [()] * 7
    return TableWords(lines, *columns)
