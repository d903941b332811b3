"""The heads of tables in a text -> what they say of the columns, before these are known.

Input: the areas of a text. Output: for each area the words of its head, each with its middle. A head is what several
areas print at their top in the same words, or what stands above a row of column numbers; of the latter the numbers
count, one a column. Of a text without any such head the model of headings is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.read.column_numbers import numbered
from extract.table.inked.areas import Area
from extract.table.inked.cuts import Body, cuts_of
from extract.table.inked.headed import heading_heights
from extract.table.inked.ink import Ink, InkLine
from extract.table.inked.line_forms import is_group
from extract.table.inked.tops import HEAD_LINES, Words, tops_of_lines

#: A word of a head, wherever it is printed: the words of the head, its text, and which of those with this text it is.
WordKey = tuple[Words, str, int]
#: A head has so many words at least, and a line with so many parts.
_FEWEST, _COLUMNS = 4, 3


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A word of a head: its text, which of those with this text it is, its middle (characters), and its place (the
    number of its line, and its left end)."""

    text: str
    nth: int
    middle: float
    place: tuple[int, int]

    @classmethod
    def of(cls, ink: Ink, nth: int, line: InkLine) -> HeadWord:
        return cls(ink.text, nth, ink.middle, (line.number, ink.left))


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """The words of a head; `counted`: they are the row of column numbers, one a column."""

    words: tuple[HeadWord, ...] = ()
    counted: bool = False

    def whites(self, least: int) -> list[tuple[int, int]]:
        """The whites of so many blanks at least between words of one line: right end before, left end behind."""
        ends = [(line, left, left + len(word.text)) for word in self.words for line, left in [word.place]]
        return [
            (right, left)
            for (line, _, right), (below, left, _) in pairwise(ends)
            if line == below and left - right >= least
        ]

    def gaps(self, least: int) -> list[tuple[int, int]]:
        """The whites of so many blanks at least that all lines keep: right end before, left end behind. Lines of one
        heading stand below each other: what is beside a gap is of two columns."""
        found: list[tuple[int, int]] = []
        end = None
        for left, right in sorted((left, left + len(word.text)) for word in self.words for _, left in [word.place]):
            if end is not None and left - end >= least:
                found.append((end, left))
            end = right if end is None else max(end, right)
        return found

    @property
    def key(self) -> Words:
        """What is the same wherever this head is printed."""
        return tuple(sorted(word.text for word in self.words))

    @property
    def keys(self) -> list[WordKey]:
        """Each word as it is known again elsewhere."""
        key = self.key
        return [(key, word.text, word.nth) for word in self.words]


def heads_of(areas: Sequence[Area]) -> list[PrintedHead]:
    """The head of each area; one without words where none is seen."""
    tops = [tops_of_lines(area.lines) for area in areas]
    printed = Counter(key for own in tops for key in set(own))
    found = [_head(area, own, printed) for area, own in zip(areas, tops, strict=True)]
    if any(head.words for head in found):
        return found
    return [_of_lines(area, height) for area, height in zip(areas, _heights(areas), strict=True)]


def _heights(areas: Sequence[Area]) -> list[int]:
    """How many lines the head of each area takes, as the model of headings says by the area's own gutters."""
    bodies = [Body.of(area) for area in areas]
    return heading_heights(bodies, [cuts_of(body, middle=False) for body in bodies])


def _head(area: Area, tops: Sequence[Words], printed: Counter[Words]) -> PrintedHead:
    for line in area.lines[:HEAD_LINES]:
        if len(line.parts) >= 3 and numbered(line.texts) and _spans_all(line, area.gutters):
            return PrintedHead(tuple(HeadWord.of(ink, 0, line) for ink in line.ink), True)
    group = next((k for k, line in enumerate(area.lines[:HEAD_LINES]) if is_group(line)), HEAD_LINES)
    parted = next((k for k, line in enumerate(area.lines[:HEAD_LINES]) if len(line.parts) >= _COLUMNS), HEAD_LINES)
    again = [k for k in range(parted, group) if k < len(tops) and printed[tops[k]] > 1 and len(tops[k]) >= _FEWEST]
    if not again:
        return PrintedHead()
    return _of_lines(area, again[-1] + 1)


def _spans_all(line: InkLine, gutters: Sequence[int]) -> bool:
    """Do column numbers reach from the first column to the last, or to those beside them? `1 2 3 4` below `T W` does
    not: it is the end of the headings of four columns; nor do fewer numbers than columns that begin in a later one (the
    targets of four quarters)."""
    left, right = line.ink[0].left, line.ink[-1].right
    if len(line.parts) <= len(gutters) and left > gutters[0]:
        return False
    return len(gutters) < _COLUMNS or (left <= gutters[1] and right > gutters[-2])


def _of_lines(area: Area, height: int) -> PrintedHead:
    """The head that takes so many lines of an area."""
    seen: Counter[str] = Counter()
    words: list[HeadWord] = []
    for line in area.lines[_title_lines(area.lines[:height]) : height]:
        for ink in line.ink:
            words.append(HeadWord.of(ink, seen[ink.text], line))
            seen[ink.text] += 1
    return PrintedHead(tuple(words))


def _title_lines(head: Sequence[InkLine]) -> int:
    """How many lines at the top are a title that stands apart from the head: one text each, above white. It stands
    over the white that its columns keep, wherever that is."""
    parted = next((k for k, line in enumerate(head) if len(line.parts) >= _COLUMNS), 0)
    apart = (k for k in range(parted, 0, -1) if head[k].at - head[k - 1].at > 1)
    last = next(apart, 0)
    return last if all(len(line.parts) == 1 for line in head[:last]) else 0
