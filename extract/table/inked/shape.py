"""A shape of columns, and one page -> the gutters of the page that are most like it.

Input: how wide columns are and which words of the head stand in which, and the lines of an area. Output: gutters, and
what they are worth: white between the words of many lines, columns about as wide as elsewhere, words of the head in
the columns in which they stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from extract.table.inked.areas import Area
from extract.table.inked.content import UNTOLD, ToldWords
from extract.table.inked.gutters import LEAST, column_parts, cut_lines, tops_of, worth_of
from extract.table.inked.ink import FAR, InkLine
from extract.table.inked.line_forms import is_group
from extract.table.inked.named import PrintedHead, WordKey
from extract.table.inked.placed import goes_across
from extract.table.inked.standing import Standing

#: What a column costs for each character by which it is wider or narrower than the shape says, and the worst that one
#: gutter counts.
_OTHER_WIDTH, _WORST = 0.25, -4.0
#: What it costs beyond that if all lines print letters at it, of those that do or have white there between words; so
#: large a share costs nothing (justified type).
_CUT, _FEW = 12.0, 0.4
#: So many lines below a head show columns.
_ROWS = 6
#: So many characters may a column be wider or narrower for nothing.
_ABOUT = 2
#: So much wider or narrower than the shape says a column is none, whatever its words are.
_FAR_OFF = 24
#: Columns may stand so far behind a page's text: it shows nothing of the last ones.
_BEYOND = 40
#: A gutter counts so much at most, and of what it is worth beyond that this share.
_MOST, _MORE = 3.0, 0.1
#: A word of the head that stands in another column than elsewhere (less where it stands so near), and two column
#: numbers in one column.
_ASTRAY, _NUMBER, _NEAR, _TWO = 1.0, 0.35, 4.0, 12.0
#: Words of a head whose middles are so far apart may be of two columns.
_PARTED = 3
#: For a position the best gutters up to it, and what they are worth.
_Ways = dict[int, tuple[float, tuple[int, ...]]]
_ShapeKey = tuple[tuple[int, ...], frozenset[tuple[WordKey, int]]]
#: Worth less than any way; sums that are equal but for rounding differ by less than that.
_NONE, _ROUNDED = float("-inf"), 1e-6


@dataclass(frozen=True, slots=True)
class AreaPage:
    """What an area tells: its lines that don't stand across columns, what each position is worth as a gutter and
    counts as one, what stands between two, the positions that may be gutters, the left edge, the head, what its own
    gutters count, and whether it is surely the same table as elsewhere."""

    area: Area
    inside: list[InkLine]
    worth: list[float]
    counted: list[float]
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
            [_counted(one, *own) for one, *own in zip_longest(wide, cut, fillvalue=0.0)],
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


def gutters_like(
    shape: ColumnShape, page: AreaPage, told: ToldWords = UNTOLD, stiff: float = _OTHER_WIDTH
) -> tuple[float, tuple[int, ...]]:
    """The gutters of a page that are most like those of a shape, and what they are worth; `told` is what other pages
    tell of the words in the columns, `stiff` what each character costs by which a column is wider or narrower. A page
    may show nothing of a column (a merged cell that has its text on the page before): its gutters stand at one place.
    The same shape is tried again and again while columns are joined and parted: it is fitted once."""
    if told is not UNTOLD or stiff != _OTHER_WIDTH:
        return _gutters_like(shape, page, told, stiff)
    if shape.key not in page.fitted:
        page.fitted[shape.key] = _gutters_like(shape, page, told, stiff)
    return page.fitted[shape.key]


def _gutters_like(shape: ColumnShape, page: AreaPage, told: ToldWords, stiff: float) -> tuple[float, tuple[int, ...]]:
    astray = _Astray.of(shape, page)
    ways: _Ways = {page.left: (0.0, ())}
    want = page.left
    for number, width in enumerate(shape.widths):
        want = min(want + width, len(page.worth) - 1)
        ranked = sorted(((score, at) for at, (score, _) in ways.items()), reverse=True)
        first = min(ways)
        found = {
            at: _best(ways, ranked, page, (number, width), at, page.counted[at] - astray.cost(number, at), told, stiff)
            for at in {*page.spots, want}
            if at > first
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


def best_between(page: AreaPage, gutters: tuple[int, ...], number: int) -> tuple[int, ...]:
    """The gutters of a page with one of them wherever it is worth most between its neighbours."""
    plain = ColumnShape((0,) * len(gutters), {})
    low = gutters[number - 1] if number else page.left
    high = gutters[number + 1] if number + 1 < len(gutters) else len(page.worth)
    ways = [gutters, *((*gutters[:number], at, *gutters[number + 1 :]) for at in page.spots if low < at < high)]
    return max(ways, key=lambda way: worth_on(plain, page, way))


def _best(
    ways: _Ways,
    ranked: Sequence[tuple[float, int]],
    page: AreaPage,
    column: tuple[int, int],
    at: int,
    counted: float,
    told: ToldWords,
    stiff: float,
) -> tuple[float, tuple[int, ...]]:
    """The best way to a gutter over those before it, behind a column (its number and width). The ways are `ranked`,
    the best first; what stands between is only looked at where the best that it may say would do."""
    number, width = column
    empty = told.hidden(number)
    most = max(counted, -empty) + told.most + _ROUNDED
    best = (_NONE, page.left)
    for score, before in ranked:
        if score + most < best[0]:
            break
        off = abs(at - before - width)
        cost = stiff * (off - _ABOUT) if off > _ABOUT else 0.0
        if before >= at or score + most - cost < best[0]:
            continue
        said = told.fit(before, at, number) if off <= _FAR_OFF else 0.0
        best = max(best, (score + page.between.worth(before, at, counted, empty) + said - cost, before))
    score, before = best
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
