"""The lines of an area -> what they tell of gutters; how wide columns are, and which words of the head stand in which.

Input: the lines of an area and its head. Output: what each position is worth as a gutter, and what gutters are worth
together: white between the words of many lines, words of the head in the columns in which they stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

import numpy as np

from extract.table.inked.areas import Area
from extract.table.inked.gutters import LEAST, Floats, Ints, column_parts, cut_lines, tops_of, worth_of
from extract.table.inked.ink import FAR, InkLine
from extract.table.inked.line_forms import is_group
from extract.table.inked.named import PrintedHead, WordKey
from extract.table.inked.placed import goes_across
from extract.table.inked.standing import Standing

#: The worst that one gutter counts.
_WORST = -4.0
#: What it costs beyond that if all lines print letters at it, of those that do or have white there between words; so
#: large a share costs nothing (justified type).
_CUT, _FEW = 12.0, 0.4
#: So many lines below a head show columns.
_ROWS = 6
#: Columns may stand so far behind a page's text: it shows nothing of the last ones.
_BEYOND = 40
#: A gutter counts so much at most, and of what it is worth beyond that this share.
_MOST, _MORE = 3.0, 0.1
#: A word of the head that stands in another column than elsewhere (less where it stands so near), and two column
#: numbers in one column.
_ASTRAY, _NUMBER, _NEAR, _TWO = 1.0, 0.35, 4.0, 12.0
#: Words of a head whose middles are so far apart may be of two columns.
_PARTED = 3
_ShapeKey = tuple[tuple[int, ...], frozenset[tuple[WordKey, int]]]


@dataclass(frozen=True, slots=True)
class AreaPage:
    """What an area tells: its lines that don't stand across columns, what each position is worth as a gutter and
    counts as one, what stands between two, the positions that may be gutters, the left edge, the head, what its own
    gutters count, and whether it is surely the same table as elsewhere."""

    area: Area
    inside: list[InkLine]
    worth: list[float]
    counted: Floats
    between: Standing
    spots: tuple[int, ...]
    left: int
    head: PrintedHead
    own: float
    same: bool
    #: the gutters that are most like some shapes, and their worth
    fitted: dict[_ShapeKey, tuple[float, tuple[int, ...]]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, area: Area, head: PrintedHead, same: bool) -> AreaPage:
        inside = [line for line in area.lines if not _is_across(line, area)] or list(area.lines)
        worth = worth_of(inside)
        cut = cut_lines(inside, len(worth))
        own = sum(_counted(worth[gutter], cut[gutter]) for gutter in area.gutters)
        spots = {at for at in tops_of(worth) if worth[at] > LEAST + _WORST} | set(area.gutters)
        spots |= _between_words(head, worth, spots)
        wide = [*worth, *[0.0] * _BEYOND]
        left = min(line.ink[0].left for line in area.lines) - 1
        return cls(
            area,
            inside,
            wide,
            np.array([_counted(one, *own) for one, *own in zip_longest(wide, cut, fillvalue=0.0)]),
            _standing(inside, head),
            tuple(sorted(spots)),
            left,
            head,
            own,
            same,
        )

    def named(self, gutters: Sequence[int]) -> list[int]:
        """The column of each word of the head."""
        return [sum(gutter < word.middle for gutter in gutters) for word in self.head.words]


def _between_words(head: PrintedHead, worth: Sequence[float], spots: Collection[int]) -> set[int]:
    """The best positions between words of a head beside each other that no other position parts."""
    middles = sorted({int(word.middle) for word in head.words})
    return {
        max(range(low, high), key=lambda at: (worth[at], at))
        for low, high in pairwise(middles)
        if high - low >= _PARTED and high <= len(worth) and not any(low <= spot < high for spot in spots)
    }


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """How wide the columns are, the last one aside, and which words of the head stand in which."""

    widths: tuple[int, ...]
    columns: Mapping[WordKey, int]

    @property
    def key(self) -> _ShapeKey:
        """What shapes that are the same share."""
        return self.widths, frozenset(self.columns.items())


def _is_across(line: InkLine, area: Area) -> bool:
    """Does a line stand across the columns, or is it a group row by its form (`A. BIDANG KEPEGAWAIAN`; a text that
    digits count may be a cell's)?"""
    return goes_across(line, area.gutters) or (is_group(line) and not line.ink[0].text[0].isdigit())


def _standing(lines: Sequence[InkLine], head: PrintedHead) -> Standing:
    """What stands between gutters in the lines below the head, if these are enough to show columns, and in it."""
    last = max((line for word in head.words for line, _ in [word.place]), default=0)
    body = [line for line in lines if line.number > last]
    if len(body) < _ROWS or len(body) == len(lines):
        return Standing(column_parts(lines), head)
    return Standing(column_parts(body), head, column_parts([line for line in lines if line.number <= last]))


def _counted(worth: float, cut: float) -> float:
    """What a gutter counts when pages are compared: pages count alike, however many lines they have. One at which most
    lines (`cut`: their share) print letters is none."""
    over = max(0.0, worth - LEAST - _MOST)
    return max(worth - LEAST - over + _MORE * over, _WORST) - _CUT * max(0.0, cut - _FEW)


def miscounted(page: AreaPage, gutters: Sequence[int]) -> float:
    """What it costs that there are more or fewer columns than column numbers."""
    return _TWO * abs(len(page.head.words) - len(gutters) - 1) if page.head.counted else 0.0


def names_cost(page: AreaPage, gutters: Sequence[int]) -> float:
    """What the head of a page says against columns: those of which it has no word, and how many there are."""
    edges = np.array((page.left, *gutters, FAR))
    unnamed = page.between.unnamed(edges[:-1], edges[1:])
    return float(unnamed.sum()) + page.between.borrowed(gutters) + miscounted(page, gutters)


def worth_on(shape: ColumnShape, page: AreaPage, gutters: Sequence[int]) -> float:
    """What gutters are worth on a page, however wide the columns of a shape are elsewhere."""
    astray = Astray.of(shape, page)
    edges = np.array((page.left, *gutters, FAR))
    at = edges[1:-1]
    astray_by = np.array([astray.costs(number, at[number]) for number in range(len(at))])
    own = page.between.columns(edges[:-2], at).worths(page.counted[at] - astray_by)
    last = page.between.unnamed(edges[-2:-1], edges[-1:])
    return float(own.sum() - last.sum()) - page.between.apart(gutters) - page.between.borrowed(gutters)


def best_between(page: AreaPage, gutters: tuple[int, ...], number: int) -> tuple[int, ...]:
    """The gutters of a page with one of them wherever it is worth most between its neighbours."""
    plain = ColumnShape((0,) * len(gutters), {})
    low = gutters[number - 1] if number else page.left
    high = gutters[number + 1] if number + 1 < len(gutters) else len(page.worth)
    ways = [gutters, *((*gutters[:number], at, *gutters[number + 1 :]) for at in page.spots if low < at < high)]
    return max(ways, key=lambda way: worth_on(plain, page, way))


@dataclass(frozen=True, slots=True)
class Astray:
    """For each gutter of a shape the middles of the head's words that stand left and right of it."""

    sides: tuple[tuple[Floats, Floats], ...]
    each: float

    @classmethod
    def of(cls, shape: ColumnShape, page: AreaPage) -> Astray:
        known = [
            (column, word.middle)
            for word, key in zip(page.head.words, page.head.keys, strict=True)
            if (column := shape.columns.get(key)) is not None
        ]
        return cls(
            tuple(
                (
                    np.array([m for column, m in known if column <= n]),
                    np.array([m for column, m in known if column > n]),
                )
                for n in range(len(shape.widths))
            ),
            _NUMBER if page.head.counted else _ASTRAY,
        )

    def costs(self, number: int, at: Ints) -> Floats:
        """What it costs that words of the head stand on the other side of a gutter than elsewhere, for each position
        that the gutter may have."""
        left, right = self.sides[number]
        if not len(left) and not len(right):
            return np.zeros(np.shape(at))
        far = np.concatenate([left[:, None] - at, at - right[:, None]])
        cost: Floats = self.each * np.clip(far / _NEAR, 0.0, 1.0).sum(axis=0)
        return cost
