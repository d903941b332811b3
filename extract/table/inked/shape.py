"""A shape of columns, and one page -> the gutters of the page that are most like it.

Input: how wide columns are and which words of the head stand in which, and the lines of an area. Output: gutters, and
what they are worth: white between the words of many lines, columns about as wide as elsewhere, words of the head in
the columns in which they stand elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.table.inked.areas import Area
from extract.table.inked.content import EMPTY, UNTOLD, ToldWords
from extract.table.inked.gutters import LEAST, column_parts, full_lines, holds_between, tops_of, worth_of
from extract.table.inked.ink import FAR, InkLine
from extract.table.inked.named import PrintedHead, WordKey
from extract.table.inked.placed import goes_across

#: What a column costs for each character by which it is wider or narrower than the shape says, and the worst that one
#: gutter counts.
_OTHER_WIDTH, _WORST = 0.25, -4.0
#: So many characters may a column be wider or narrower for nothing.
_ABOUT = 2
#: So much wider or narrower than the shape says a column is none, whatever its words are.
_FAR_OFF = 24
#: Columns may stand so far behind a page's text: it shows nothing of the last ones.
_BEYOND = 40
#: A gutter counts so much at most, and of what it is worth beyond that this share.
_MOST, _MORE = 3.0, 0.1
#: A word of the head that stands in another column than elsewhere, a column without a word of the head, and two column
#: numbers in one column.
_ASTRAY, _NUMBER, _UNNAMED, _TWO = 1.0, 0.35, 6.0, 12.0
#: Columns beside each other of which hardly any line has both, and the share of lines that is enough.
_APART, _TOGETHER = 6.0, 0.3
#: It costs less where it stands so near: an extractor sets each line on its own.
_NEAR, _OFF = 4.0, 6.0
#: So many blanks part the headings of two columns; what it costs that a column has both.
_WHITE, _HEADS = 3, 2.0
#: Words of a head whose middles are so far apart may be of two columns.
_PARTED = 3
#: For a position the best gutters up to it, and what they are worth.
_Ways = dict[int, tuple[float, tuple[int, ...]]]


class _Between:
    """What stands between two gutters: whether parts of enough lines do (white counts once, and costs where it is taken
    for a column), and what it costs that no word of the head does."""

    def __init__(self, parts: Sequence[tuple[int, int, int]], head: PrintedHead) -> None:
        self._parts = parts
        self._full = full_lines(parts)
        self._named = [] if head.counted else sorted(word.middle for word in head.words)
        self._whites = [] if head.counted else head.whites(_WHITE)
        self._known: dict[tuple[int, int], tuple[bool, float]] = {}

    def worth(self, low: int, high: int, counted: float, empty: float = EMPTY) -> float:
        """What a column with its right gutter is worth, if that counts so much and `empty` is what it costs that the
        column has nothing."""
        known = self._known.get((low, high))
        if known is None:
            known = holds_between(self._parts, low, high, self._full), self.unnamed(low, high)
            self._known[low, high] = known
        return (counted if known[0] else -empty) - known[1]

    def holds(self, low: int, high: int) -> bool:
        """Does anything stand between two gutters?"""
        return any(low <= left and right <= high + 1 for left, right, _ in self._parts)

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


@dataclass(frozen=True, slots=True)
class AreaPage:
    """What an area tells: its lines that don't stand across columns, what each position is worth as a gutter and
    counts as one, what stands between two, the positions that may be gutters, the left edge, the head, what its own
    gutters count, and whether it is surely the same table as elsewhere."""

    area: Area
    inside: list[InkLine]
    worth: list[float]
    counted: list[float]
    between: _Between
    spots: tuple[int, ...]
    left: int
    head: PrintedHead
    own: float
    same: bool

    @classmethod
    def of(cls, area: Area, head: PrintedHead, same: bool) -> AreaPage:
        inside = [line for line in area.lines if not goes_across(line, area.gutters)] or list(area.lines)
        worth = worth_of(inside)
        own = sum(_counted(worth[gutter]) for gutter in area.gutters)
        spots = {at for at in tops_of(worth) if worth[at] > LEAST + _WORST} | set(area.gutters)
        spots |= _between_words(head, worth, spots)
        wide = [*worth, *[0.0] * _BEYOND]
        left = min(line.ink[0].left for line in area.lines) - 1
        return cls(
            area,
            inside,
            wide,
            [_counted(one) for one in wide],
            _Between(column_parts(inside), head),
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


def _counted(worth: float) -> float:
    """What a gutter counts when pages are compared: pages count alike, however many lines they have."""
    over = max(0.0, worth - LEAST - _MOST)
    return max(worth - LEAST - over + _MORE * over, _WORST)


def gutters_like(shape: ColumnShape, page: AreaPage, told: ToldWords = UNTOLD) -> tuple[float, tuple[int, ...]]:
    """The gutters of a page that are most like those of a shape, and what they are worth; `told` is what other pages
    tell of the words in the columns. A page may show nothing of a column (a merged cell that has its text on the page
    before): its gutters stand at one place."""
    astray = _Astray.of(shape, page)
    ways: _Ways = {page.left: (0.0, ())}
    want = page.left
    for number, width in enumerate(shape.widths):
        want = min(want + width, len(page.worth) - 1)
        found = {
            at: _best(ways, page, (number, width), at, page.counted[at] - astray.cost(number, at), told)
            for at in {*page.spots, want}
            if at > min(ways)
        }
        for at, (score, path) in ways.items():
            without = score - told.hidden(number) - page.between.unnamed(at, at), (*path, at)
            found[at] = max(found.get(at, without), without)
        ways = found
    score, path = max((score - _last(page, at, told), path) for at, (score, path) in ways.items())
    score -= page.between.apart(path) + page.between.borrowed(path)
    return score - _miscounted(page, path), path


def _last(page: AreaPage, at: int, told: ToldWords) -> float:
    """What the last column costs, if it begins at a gutter."""
    return page.between.unnamed(at, FAR) - told.last(at, FAR, page.between.holds(at, FAR))


def _miscounted(page: AreaPage, gutters: Sequence[int]) -> float:
    """What it costs that there are more or fewer columns than column numbers."""
    return _TWO * abs(len(page.head.words) - len(gutters) - 1) if page.head.counted else 0.0


def names_cost(page: AreaPage, gutters: Sequence[int]) -> float:
    """What the head of a page says against columns: those of which it has no word, and how many there are."""
    edges = (page.left, *gutters, FAR)
    unnamed = sum(page.between.unnamed(low, high) for low, high in pairwise(edges))
    return unnamed + page.between.borrowed(gutters) + _miscounted(page, gutters)


def worth_on(shape: ColumnShape, page: AreaPage, gutters: Sequence[int]) -> float:
    """What gutters are worth on a page, however wide the columns of a shape are elsewhere."""
    astray = _Astray.of(shape, page)
    own = sum(
        page.between.worth(before, at, page.counted[at] - astray.cost(number, at))
        for number, (before, at) in enumerate(pairwise((page.left, *gutters)))
    )
    return own - page.between.unnamed(gutters[-1], FAR) - page.between.apart(gutters) - page.between.borrowed(gutters)


def _best(
    ways: _Ways, page: AreaPage, column: tuple[int, int], at: int, counted: float, told: ToldWords
) -> tuple[float, tuple[int, ...]]:
    """The best way to a gutter over those before it, behind a column (its number and width)."""
    worth = page.between.worth
    number, width = column
    empty = told.hidden(number)
    score, before = max(
        (
            score
            + worth(before, at, counted, empty)
            + (told.fit(before, at, number) if abs(at - before - width) <= _FAR_OFF else 0.0)
            - _OTHER_WIDTH * max(0, abs(at - before - width) - _ABOUT),
            before,
        )
        for before, (score, _) in ways.items()
        if before < at
    )
    return score, (*ways[before][1], at)


@dataclass(frozen=True, slots=True)
class _Astray:
    """For each gutter of a shape the middles of the head's words that stand left and right of it."""

    sides: tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]
    each: float

    @classmethod
    def of(cls, shape: ColumnShape, page: AreaPage) -> _Astray:
        known = [
            (column, word.middle)
            for word, key in zip(page.head.words, page.head.keys, strict=True)
            if (column := shape.columns.get(key)) is not None
        ]
        return cls(
            tuple(
                (tuple(m for column, m in known if column <= n), tuple(m for column, m in known if column > n))
                for n in range(len(shape.widths))
            ),
            _NUMBER if page.head.counted else _ASTRAY,
        )

    def cost(self, number: int, at: int) -> float:
        """What it costs that words of the head stand on the other side of a gutter than elsewhere."""
        left, right = self.sides[number]
        beyond = [middle - at for middle in left if middle > at] + [at - middle for middle in right if middle < at]
        return self.each * sum(min(1.0, far / _NEAR) for far in beyond)
