"""Lines in columns -> where columns begin.

Input: the lines of one table on one page. Output: the blanks between columns. A gutter is a character position that
most lines leave blank between words; the gutters of a table are chosen together: those whose lines speak for them most,
with something that begins and ends between each two. A proportional type that was set on a grid of characters leaves
no position that all lines keep blank, so that words over a gutter speak against it and don't forbid it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.read.row_numbers import ROW_NUMBER_LOOSE
from extract.table.inked.ink import FAR, WIDE, InkLine
from schemas.layout import Word

#: Positions, what they are worth, and what holds of them.
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]
#: What a line says of a position between columns, wide white being 1: letters speak against it, those of a text that
#: begins where no other line has a beginning (a heading over several columns) less; one blank speaks for it where words
#: begin behind it on other lines.
_LETTER, _LETTER_ASTRAY, _BLANK, _BLANK_ALIGNED = -2.0, -0.4, -0.5, 0.4
#: A gutter must be worth so much; a column with fewer lines of its own than this is none.
LEAST, _OWN = 1.5, 2
#: A gutter is dropped rather than its neighbour if it is worth so much less.
_WEAKER = 2.0
#: One line is enough that shows so many columns.
_FULL = 5
#: What a line says of the white before its first word: little.
_BEFORE = 0.1
#: Words that begin so many times at a position line up there.
_LINED_UP = 2
#: White so far beside the text of a line is that of its column.
_BESIDE = 12
#: A heading stands on so many lines at most; one over several columns has so many words, and reaches so near to them.
_HEADING, _FEW, _NEAR = 14, 4, 4
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]{0,2}$")
#: Columns whose texts take turns do so so many times.
_TURNS = 3
#: The number of a row stands so near to the left edge.
_EDGE = 4


@dataclass(frozen=True, slots=True)
class Gutter:
    """A blank position, and how much speaks for it."""

    at: int
    worth: float


def gutters_of(lines: Sequence[InkLine]) -> list[int]:
    """The positions that part the columns of these lines, left to right: words left of one end at or before it."""
    if not lines:
        return []
    worth = worth_of(lines)
    spots = [Gutter(at, worth[at]) for at in tops_of(worth) if worth[at] > LEAST]
    parts = column_parts(lines)
    return _both_filled(_chosen(spots, parts), parts, worth)


def column_parts(lines: Sequence[InkLine]) -> list[tuple[int, int, int]]:
    """The parts of lines that may be of one column: where each begins and ends, and in which line. The numbers of rows
    are parts of their own, also one blank before a text (`1 Meningkatnya`)."""
    over = words_over(lines)
    numbered = _numbered(lines)
    return [
        (part[0].left, part[-1].right, line.number)
        for line in lines
        for whole in line.parts
        for part in ((whole[:1], whole[1:]) if whole[0].word in numbered else (whole,))
        if not any(ink.word in over for ink in part)
    ]


def _numbered(lines: Sequence[InkLine]) -> frozenset[Word]:
    """The numbers that lines begin with one blank before a text, if more than one does, and they are others."""
    left = min(line.ink[0].left for line in lines)
    first = [
        line.ink[0]
        for line in lines
        if len(line.parts[0]) > 1 and line.ink[0].left <= left + _EDGE and ROW_NUMBER_LOOSE.match(line.ink[0].text)
    ]
    return frozenset(ink.word for ink in first) if len({ink.text for ink in first}) > 1 else frozenset()


def worth_of(lines: Sequence[InkLine]) -> list[float]:
    """What all lines say of each position."""
    begins = Counter(part[0].left for line in lines for part in line.parts)
    # a phrase that comes again (`Perencanaan dan`) lines up with nothing but itself
    begun = Counter(at for at, _ in {(ink.left, ink.text) for line in lines for ink in line.ink})
    over = words_over(lines)
    seen: set[tuple[str, str, int]] = set()
    white: Counter[tuple[str, str, int, int]] = Counter()
    worth = [0.0] * (max(line.ink[-1].right for line in lines) + 1)
    for line in lines:
        for part in line.parts:
            astray = begins[part[0].left] < _LINED_UP and len(lines) > 3
            for ink in part:
                for x in range(ink.left, ink.right) if ink.word not in over else ():
                    worth[x] += _LETTER_ASTRAY if astray else _LETTER
        for x in range(line.ink[0].left):
            worth[x] += _BEFORE
        for left, right in pairwise(line.ink):
            pair = left.text, right.text, left.right
            if right.left - left.right >= WIDE:
                # rows that print the same text (`Meningkatnya   Produksi`) print its white as well
                same = (*pair, right.left)
                white[same] += not white[same] or (left.text.isalpha() and right.text.isalpha())
                for x in range(left.right, right.left):
                    worth[x] += 1.0 / white[same]
            elif pair not in seen and left.word not in over:
                seen.add(pair)
                worth[left.right] += _one_blank(left.text, left is line.ink[0], begun[right.left])
    return worth


def cut_lines(lines: Sequence[InkLine], size: int) -> list[float]:
    """For each of so many positions the share of lines that print a letter there, of those that do or have white there
    between two words or right beside their text."""
    letters, whites = [0] * size, [0] * size
    for line in lines:
        for ink in line.ink:
            for x in range(ink.left, ink.right):
                letters[x] += 1
        ends = [line.ink[0].left - _BESIDE, *(end for ink in line.ink for end in (ink.left, ink.right))]
        for left, right in zip(ends[::2], [*ends[1::2], line.ink[-1].right + _BESIDE], strict=True):
            for x in range(max(0, left), min(right, size)):
                whites[x] += 1
    return [own / (own + white) if own else 0.0 for own, white in zip(letters, whites, strict=True)]


def words_over(lines: Sequence[InkLine]) -> frozenset[Word]:
    """The words of headings that stand over several columns: above a gap of the line below, few, and begun where no
    other text begins."""
    begins = Counter(part[0].left for line in lines for part in line.parts)
    found: list[Word] = []
    for above, below in pairwise(lines[:_HEADING]):
        for part in above.parts:
            middle = (part[0].left + part[-1].right) / 2
            sides = [(a, b) for a, b in pairwise(below.ink) if a.right - 1 <= middle <= b.left + 1]
            near = any(a.right >= part[0].left - _NEAR and b.left <= part[-1].right + _NEAR for a, b in sides)
            if near and len(part) <= _FEW and begins[part[0].left] < _LINED_UP:
                found += [ink.word for ink in part]
    return frozenset(found)


def _one_blank(left: str, first: bool, begun: int) -> float:
    if first and _NUMBER.match(left):
        return 1.0
    return _BLANK_ALIGNED if begun >= _LINED_UP else _BLANK


def tops_of(worth: Sequence[float]) -> list[int]:
    """The last position of each stretch that is worth more than what stands beside it."""
    found: list[int] = []
    for x in range(1, len(worth) - 1):
        if worth[x] > worth[x + 1]:
            start = x
            while start > 0 and worth[start - 1] == worth[x]:
                start -= 1
            if start == 0 or worth[start - 1] < worth[x]:
                found.append(x)
    return found


def _chosen(spots: Sequence[Gutter], parts: Sequence[tuple[int, int, int]]) -> list[int]:
    """The gutters that are worth most together, something standing between each two, and beside the outermost."""
    edges = [Gutter(-1, 0.0), *spots, Gutter(FAR, 0.0)]
    at = np.array([edge.at for edge in edges])
    filled = Filled(parts).between(at[:, None], at)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for k in range(1, len(edges)):
        ways = [
            (best[j][0] + edges[k].worth - LEAST, j) for j in range(k) if best[j][0] > float("-inf") and filled[j, k]
        ]
        best.append(max(ways, key=lambda way: (way[0], -way[1]), default=(float("-inf"), 0)))
    if best[-1][0] == float("-inf"):
        return []
    chosen: list[int] = []
    k = best[-1][1]
    while k > 0:
        chosen.append(edges[k].at)
        k = best[k][1]
    return chosen[::-1]


class Filled:
    """Where parts of as many lines as a column needs (or of one that shows so many columns that it is enough) begin
    and end between two gutters: for each position the nearest end of a column that begins there."""

    def __init__(self, parts: Sequence[tuple[int, int, int]]) -> None:
        count = Counter(number for _, _, number in parts)
        full = {number for number, n in count.items() if n >= _FULL}
        begun: dict[int, list[tuple[int, int]]] = {}
        for left, right, number in parts:
            begun.setdefault(left, []).append((right, number))
        # the last one is that of all positions behind the parts
        self._ends: Ints = np.full(max(begun, default=-1) + 3, FAR + FAR)
        nearest: dict[int, int] = {}
        end = FAR + FAR
        for low in range(len(self._ends) - 3, -2, -1):
            for right, number in begun.get(low, ()):
                nearest[number] = min(right, nearest.get(number, right))
            if low in begun:
                ends = [*sorted(nearest.values())[_OWN - 1 : _OWN], *(nearest[n] for n in full & nearest.keys())]
                end = min(ends, default=end)
            self._ends[low + 1] = end

    def between(self, lows: Ints, highs: Ints) -> Truths:
        """For gutters beside each other (arrays of one shape, or that are broadcast to one): does a column between
        them hold so much?"""
        return self._ends[np.minimum(lows + 1, len(self._ends) - 1)] <= highs + 1


def _both_filled(gutters: Sequence[int], parts: Sequence[tuple[int, int, int]], worth: Sequence[float]) -> list[int]:
    """The gutters between columns that both have text on some line, or on lines that take turns: a heading that stands
    beside its column (centred, the cells to the left) makes no column of its own, nor do the first words of a column
    (`Laporan` above `kantor`)."""
    kept = list(gutters)
    k = 0
    while k < len(kept):
        low = kept[k - 1] if k else -1
        high = kept[k + 1] if k + 1 < len(kept) else FAR
        before = {number for left, right, number in parts if low <= left and right <= kept[k] + 1}
        behind = {number for left, right, number in parts if kept[k] <= left and right <= high + 1}
        if before & behind or _alternate(before, behind) or _alternate(behind, before):
            k += 1
        else:
            beside = [j for j in (k - 1, k + 1) if 0 <= j < len(kept) and worth[kept[j]] < worth[kept[k]] - _WEAKER]
            del kept[min([k, *beside], key=lambda j: worth[kept[j]])]
            k = max(0, k - 1)
    return kept


def _alternate(one: Collection[int], other: Collection[int]) -> bool:
    """Does each text of one column stand between two lines of the other, as one of one line does beside one of two
    where cells are set in the middle of their rows?"""
    return len(one) >= _TURNS and all({at - 1, at + 1} <= set(other) for at in one)
