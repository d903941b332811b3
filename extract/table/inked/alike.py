"""Pages of one table -> the same columns on each.

Input: the areas of a text, each with the gutters that its own lines show. Output: the same areas. A page with few rows
hides columns, or seems to have some more; its neighbours show them. All pages are solved together: a shape (how many
columns, how far apart, which words of the head stand in which) is looked for in which the gutters of all pages are
worth most. It begins with that of one page, is fitted to all, and loses or gains columns as long as that is worth more.
A page whose own columns are worth much more than those of the others has a table of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from extract.table.inked.areas import Area
from extract.table.inked.content import ColumnWords, ToldWords
from extract.table.inked.fitted import gutters_like
from extract.table.inked.ink import FAR
from extract.table.inked.named import WordKey, heads_of
from extract.table.inked.other_columns import unsure_columns
from extract.table.inked.shape import AreaPage, ColumnShape, best_between, names_cost, worth_on

#: A page whose own columns are worth so much more than those of the others has a table of its own.
_OWN = 10.0
#: What it costs that a column number, a word above one, or another word of a head, is placed in another column.
_NUMBER, _ABOVE, _WORD = 50.0, 4.0, 1.5
#: A gutter that a page's own lines show is the same so near (characters).
_NEAR = 8
#: Shapes that are tried first for each number of columns, how many numbers are tried further, and how often one is
#: mended at most.
_FIRST, _LIKELY, _ROUNDS = 2, 2, 6
#: How often the columns of pages are asked of the words in those of the others.
_TOLD = 3
#: Words decide on columns where so many of the pages show as many columns as there are; else they only raise a doubt.
_CLEAR = 0.4
#: So many blanks that all lines of a head keep part the headings of two columns.
_WHITE = 3
#: A column is parted where so many of the pages see a gutter of their own in it.
_SEEN = 0.25


@dataclass(frozen=True, slots=True)
class _Fit:
    """A shape on all pages: what it is worth, the gutters of each page, the pages that have a table of their own, and
    the columns of a page that could as well have other words."""

    shape: ColumnShape
    worth: float
    gutters: tuple[tuple[int, ...], ...]
    kept: frozenset[int]
    unsure: Mapping[int, frozenset[int]] = field(default_factory=dict)


def alike(areas: Sequence[Area], tops: Collection[int] = ()) -> list[Area]:
    """The areas with the columns that fit all of them best; one that they don't fit at all keeps its own, unless it
    is the same table: it has the head that most have, or none and stands at the top of a page (`tops`: the numbers of
    their first lines)."""
    heads = heads_of(areas)
    usual = Counter(head.key for head in heads if head.words).most_common(1)
    pages = [
        AreaPage.of(area, head, head.key == usual[0][0] if head.words else area.lines[0].number in tops)
        for area, head in zip(areas, heads, strict=True)
    ]
    if not pages:
        return []
    firsts: dict[int, list[_Fit]] = {}
    tried: Counter[int] = Counter()
    for page in sorted(pages, key=lambda page: -page.own):
        count = len(page.area.gutters)
        if tried[count] < _FIRST:
            tried[count] += 1
            edges = [page.left, *page.area.gutters]
            shape = ColumnShape(tuple(b - a for a, b in pairwise(edges)), {})
            firsts.setdefault(count, []).append(_settled(shape, pages))
    likely = sorted((max(fits, key=_worth) for fits in firsts.values()), key=_worth)[-_LIKELY:]
    best = _by_words(max((_mended(fit, pages) for fit in likely), key=_worth), pages)
    doubled = _doubled(best, pages)
    return [
        page.area
        if k in best.kept
        else replace(
            page.area,
            gutters=_as_own(best.shape, page, gutters),
            named=_named(page, best.shape),
            unsure=best.unsure.get(k, frozenset()) | doubled,
        )
        for k, (page, gutters) in enumerate(zip(pages, best.gutters, strict=True))
    ]


def _named(page: AreaPage, shape: ColumnShape) -> dict[tuple[int, int], tuple[int, float]]:
    """The columns of the head's words on a page as the shape has them. Column numbers are sure of theirs, and tell
    those of the words above them: an extractor sets the lines of a head on one grid, those of the rows on another."""
    counted = page.head.counted and len(page.head.words) == len(shape.widths) + 1
    cost = _NUMBER if counted else _WORD
    found = {
        word.place: (shape.columns[key], cost)
        for word, key in zip(page.head.words, page.head.keys, strict=True)
        if key in shape.columns
    }
    return {**_above(page), **found} if counted else found


def _above(page: AreaPage) -> dict[tuple[int, int], tuple[int, float]]:
    """The columns of the words above the column numbers: each has that of the nearest one."""
    middles = [word.middle for word in page.head.words]
    return {
        (line.number, ink.left): (min(range(len(middles)), key=lambda k: abs(middles[k] - ink.middle)), _ABOVE)
        for line in page.area.lines
        if line.number < page.head.words[0].place[0]
        for ink in line.ink
    }


def _as_own(shape: ColumnShape, page: AreaPage, gutters: Sequence[int]) -> tuple[int, ...]:
    """The gutters of a page, all or each where the page's own lines show them, if that is worth as much, and near for
    each: white is wide, and the shape says about where in it."""
    shown = page.area.gutters
    if len(shown) == len(gutters) and worth_on(shape, page, shown) >= worth_on(shape, page, gutters):
        return shown
    found: list[int] = []
    for at, after in pairwise((*gutters, gutters[-1] + _NEAR + 1)):
        low = max(found[-1] if found else page.left, at - _NEAR - 1)
        near = [own for own in shown if low < own < min(after, at + _NEAR + 1)]
        best = min(near, key=lambda own: abs(own - at), default=at)
        same_white = not page.between.stand(min(best, at), max(best, at))
        found.append(best if same_white and page.worth[best] >= page.worth[at] else at)
    return tuple(found)


def _doubled(fit: _Fit, pages: Sequence[AreaPage]) -> frozenset[int]:
    """The columns in which the heads of most pages name two: `Dasar Penghitungan      Data Diperoleh Dari`, the texts
    below a blank apart, and no page shows where they part."""
    headed = [k for k, page in enumerate(pages) if page.head.words and not page.head.counted and k not in fit.kept]
    seen = Counter(
        column
        for k in headed
        for column in {
            sum(gutter < (left + right) / 2 for gutter in fit.gutters[k])
            for right, left in pages[k].head.gaps(_WHITE)
            if not any(right - 1 <= gutter <= left for gutter in fit.gutters[k])
        }
    )
    return frozenset(column for column, count in seen.items() if 2 * count > len(headed))


def _worth(fit: _Fit) -> float:
    return fit.worth


def _settled(shape: ColumnShape, pages: Sequence[AreaPage]) -> _Fit:
    """A shape fitted to all pages, its widths and the columns of the head's words taken from all of them."""
    best = _fitted(_as_fitted(_fitted(shape, pages), pages), pages)
    again = _fitted(_as_fitted(best, pages), pages)
    return max(again, best, key=_worth)


def _mended(fit: _Fit, pages: Sequence[AreaPage]) -> _Fit:
    """The fit with columns joined and parted as long as all pages are worth more by it."""
    for _ in range(_ROUNDS):
        ways = [*_joined(fit.shape), *_parted(fit, pages)]
        best = max((_settled(way, pages) for way in ways), key=_worth, default=fit)
        if best.worth <= fit.worth:
            ways = [*_moved(fit, pages), *_nudged(fit, pages)]
            moved = max((_fitted(way, pages) for way in ways), key=_worth, default=fit)
            best = _settled(moved.shape, pages)
        if best.worth <= fit.worth:
            break
        fit = best
    return fit


def _by_words(fit: _Fit, pages: Sequence[AreaPage]) -> _Fit:
    """The fit with the columns of each page by what stands in them on the others: a page that hides a column has the
    widths of another shape."""
    own = [k for k in range(len(pages)) if k not in fit.kept]
    if not own:
        return fit
    count = len(fit.shape.widths)
    clear = [
        at for at, k in enumerate(own) if len(pages[k].area.gutters) == count or _shows_all(pages[k], fit.gutters[k])
    ]
    decide = len(clear) >= _CLEAR * len(own)
    for _ in range(_TOLD):
        words = ColumnWords.of([pages[k] for k in own], [fit.gutters[k] for k in own], clear or range(len(own)))
        told = {k: ToldWords(words, pages[k], at) for at, k in enumerate(own)}
        if not decide:
            break
        found = {k: gutters_like(fit.shape, pages[k], one)[1] for k, one in told.items()}
        gutters = tuple(found.get(k, one) for k, one in enumerate(fit.gutters))
        if gutters == fit.gutters:
            break
        fit = replace(fit, gutters=gutters)
    unsure = {k: unsure_columns(fit.shape, pages[k], fit.gutters[k], one) for k, one in told.items()}
    return replace(fit, unsure=unsure)


def _unbound(fit: _Fit, pages: Sequence[AreaPage]) -> ColumnShape:
    """The shape of as many columns that the pages with a head show, however wide the columns are."""
    plain = ColumnShape(fit.shape.widths, {})
    headed = frozenset(k for k, page in enumerate(pages) if page.head.words and k not in fit.kept)
    own = headed or frozenset(range(len(pages))) - fit.kept
    gutters = [gutters_like(plain, page, stiff=0.0)[1] if k in own else () for k, page in enumerate(pages)]
    others = frozenset(range(len(pages))) - own
    return _as_fitted(replace(fit, gutters=tuple(gutters), kept=others), pages)


def _shows_all(page: AreaPage, gutters: Sequence[int]) -> bool:
    """Does a page have text in each column?"""
    return all(page.between.holds(low, high) for low, high in pairwise((page.left, *gutters, FAR)))


def _nudged(fit: _Fit, pages: Sequence[AreaPage]) -> list[ColumnShape]:
    """The shapes with one gutter where most pages have it by what stands there, however wide the columns are elsewhere:
    the white between two columns may be wide (`-` at the left edge of columns whose heads stand in their middle)."""
    own = [k for k in range(len(pages)) if k not in fit.kept]
    found: list[ColumnShape] = [_unbound(fit, pages)]
    for number in range(len(fit.shape.widths)):
        gutters = list(fit.gutters)
        for k in own:
            gutters[k] = best_between(pages[k], gutters[k], number)
        if 2 * sum(gutters[k] != fit.gutters[k] for k in own) > len(own):
            found.append(_as_fitted(replace(fit, gutters=tuple(gutters)), pages))
    return found


def _moved(fit: _Fit, pages: Sequence[AreaPage]) -> list[ColumnShape]:
    """The shapes with one gutter elsewhere."""
    return [joined for parted in _parted(fit, pages) for joined in _joined(parted)]


def _joined(shape: ColumnShape) -> list[ColumnShape]:
    """The shapes with one gutter less."""
    widths = shape.widths
    if len(widths) < 3:
        return []
    inner = [(*widths[:k], widths[k] + widths[k + 1], *widths[k + 2 :]) for k in range(len(widths) - 1)]
    return [ColumnShape(one, {}) for one in (*inner, widths[:-1])]


def _parted(fit: _Fit, pages: Sequence[AreaPage]) -> list[ColumnShape]:
    """The shapes with one gutter more, where some pages see one of their own."""
    seen: dict[int, list[int]] = {}
    for page, gutters in zip(pages, fit.gutters, strict=True):
        edges = [page.left, *gutters]
        for at in set(page.area.gutters) - set(gutters):
            column = sum(edge < at for edge in edges) - 1
            if column >= 0 and min(abs(at - gutter) for gutter in gutters) > 1:
                seen.setdefault(column, []).append(at - edges[column])
    widths = fit.shape.widths
    found: list[ColumnShape] = []
    for column, offsets in sorted(seen.items()):
        if len(offsets) >= _SEEN * len(pages):
            at = int(median(offsets))
            if column == len(widths):
                found.append(ColumnShape((*widths, at), {}))
            elif at < widths[column]:
                found.append(ColumnShape((*widths[:column], at, widths[column] - at, *widths[column + 1 :]), {}))
    return found


def _as_fitted(fit: _Fit, pages: Sequence[AreaPage]) -> ColumnShape:
    """The shape as the pages show it that it was fitted to."""
    inside = [k for k in range(len(pages)) if k not in fit.kept] or list(range(len(pages)))
    edges = [[pages[k].left, *fit.gutters[k]] for k in inside]
    widths = tuple(int(median(own[n + 1] - own[n] for own in edges)) for n in range(len(fit.shape.widths)))
    votes: dict[WordKey, Counter[int]] = {}
    for k in inside:
        for key, column in zip(pages[k].head.keys, pages[k].named(fit.gutters[k]), strict=True):
            votes.setdefault(key, Counter())[column] += 1
    columns = {key: max(own, key=lambda column: (own[column], -column)) for key, own in votes.items()}
    for page in pages:
        if page.head.counted and len(page.head.words) == len(widths) + 1:
            # column numbers stand in the columns that they count
            columns |= {key: n for n, key in enumerate(page.head.keys)}
    return ColumnShape(widths, columns)


def _fitted(shape: ColumnShape, pages: Sequence[AreaPage]) -> _Fit:
    total = 0.0
    gutters: list[tuple[int, ...]] = []
    kept: set[int] = set()
    for k, page in enumerate(pages):
        score, found = gutters_like(shape, page)
        # a page without a head that shows some of these columns, and no others, hides the rest
        hides = not page.head.words and set(page.area.gutters) <= set(found)
        if score < page.own - _OWN and not page.same and not hides:
            kept.add(k)
            score = page.own - _OWN
        total += score
        gutters.append(found)
    headed = [names_cost(pages[k], gutters[k]) for k in range(len(pages)) if pages[k].head.words and k not in kept]
    # a head that is printed once is that of the pages behind it as well
    without = sum(not page.head.words for page in pages)
    total -= without * sum(headed) / len(headed) if headed else 0.0
    return _Fit(shape, total, tuple(gutters), frozenset(kept))
