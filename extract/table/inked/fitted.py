"""A shape of columns, and one page -> the gutters of the page that are most like it.

Input: how wide columns are and which words of the head stand in which, and a page. Output: gutters, and what they are
worth: white between the words of many lines, columns about as wide as elsewhere, words of the head in the columns in
which they stand elsewhere. Column by column, the best way to each position over all positions before it is kept (as
Viterbi does), all of them at once: a page of twelve columns has 60 positions, and is fitted to hundreds of shapes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.table.inked.content import MOST, UNTOLD, ToldWords
from extract.table.inked.gutters import Floats, Ints, Truths
from extract.table.inked.ink import FAR
from extract.table.inked.shape import AreaPage, Astray, ColumnShape, miscounted
from extract.table.inked.standing import StandingColumns

#: What a column costs for each character by which it is wider or narrower than the shape says.
_OTHER_WIDTH = 0.25
#: So many characters may a column be wider or narrower for nothing.
_ABOUT = 2
#: So much wider or narrower than the shape says a column is none, whatever its words are.
_FAR_OFF = 24
#: Worth less than any way; sums that are equal but for rounding differ by less than that.
_NONE, _ROUNDED = float("-inf"), 1e-6
_Path = tuple[int, ...]


def gutters_like(
    shape: ColumnShape, page: AreaPage, told: ToldWords = UNTOLD, stiff: float = _OTHER_WIDTH
) -> tuple[float, _Path]:
    """The gutters of a page that are most like those of a shape, and what they are worth; `told` is what other pages
    tell of the words in the columns, `stiff` what each character costs by which a column is wider or narrower. A page
    may show nothing of a column (a merged cell that has its text on the page before): its gutters stand at one place.
    The same shape is tried again and again while columns are joined and parted: it is fitted once."""
    if told is not UNTOLD or stiff != _OTHER_WIDTH:
        return _Ways.of(shape, page).best(told, stiff)
    if shape.key not in page.fitted:
        page.fitted[shape.key] = _Ways.of(shape, page).best(told, stiff)
    return page.fitted[shape.key]


@dataclass(frozen=True, slots=True)
class _Ways:
    """The positions that gutters of a page may have (`at`, from left to right), those that each column's right one may
    (`open`: an array of positions for each), and the columns between each two positions (row: the left one): how wide
    they are, and what stands in them."""

    shape: ColumnShape
    page: AreaPage
    at: Ints
    open: tuple[Truths, ...]
    astray: Astray
    wide: Ints
    columns: StandingColumns

    @classmethod
    def of(cls, shape: ColumnShape, page: AreaPage) -> _Ways:
        wants = np.minimum(page.left + np.cumsum(shape.widths), len(page.worth) - 1)
        at = np.array(sorted({page.left, *page.spots, *wants.tolist()}))
        spots = np.isin(at, page.spots)
        opened = tuple(spots | (at == want) for want in wants)
        columns = page.between.columns(at[:, None], at)
        return cls(shape, page, at, opened, Astray.of(shape, page), at - at[:, None], columns)

    def best(self, told: ToldWords, stiff: float) -> tuple[float, _Path]:
        """The best gutters, and what they are worth."""
        page, scores = self.page, np.where(self.at == self.page.left, 0.0, _NONE)
        hiding = np.diagonal(self.columns.unnamed)
        behind: list[Ints] = []
        for number in range(len(self.shape.widths)):
            shown, before = self._shown(scores, number, told, stiff)
            hidden = scores - told.hidden(number) - hiding
            behind.append(self._behind(behind, before, shown, hidden))
            scores = np.maximum(shown, hidden)
        scores = scores - page.between.unnamed(self.at, np.array([FAR])) + self._last(scores, told)
        score = float(scores.max())
        path = max(self._path(behind, k) for k in np.flatnonzero(scores == score).tolist())
        score -= page.between.apart(path) + page.between.borrowed(path)
        return score - miscounted(page, path), path

    def _shown(self, scores: Floats, number: int, told: ToldWords, stiff: float) -> tuple[Floats, Ints]:
        """For each position the best that a column which ends there may be worth with all before it, and the position
        at which it begins: of the ways of which one is worth as much the last."""
        counted = self.page.counted[self.at] - self.astray.costs(number, self.at)
        off = np.abs(self.wide - self.shape.widths[number])
        cost = stiff * np.maximum(off - _ABOUT, 0)
        ways = scores[:, None] + self.columns.worths(counted, told.hidden(number))
        ways[self.wide <= 0] = _NONE
        ways = ways + self._said(ways - cost, off <= _FAR_OFF, number, told) - cost
        before = len(ways) - 1 - np.argmax(ways[::-1], axis=0)
        best = np.where(self.open[number], ways[before, np.arange(len(ways))], _NONE)
        return best, before

    def _said(self, ways: Floats, near: Truths, number: int, told: ToldWords) -> Floats:
        """What the words of each column that is `near` as wide as it is elsewhere say for it (row: the position before
        it, column: that behind it). They are only looked at where the most that they may say would do."""
        if told.silent(number):
            return np.where(near, told.fit(0, 0, number), 0.0)
        said = np.zeros(ways.shape)
        sure = np.where(near, ways - MOST, ways).max(axis=0)
        for low, high in np.argwhere(near & (ways + (MOST + _ROUNDED) >= sure) & (ways > _NONE)):
            said[low, high] = told.fit(int(self.at[low]), int(self.at[high]), number)
        return said

    def _behind(self, behind: Sequence[Ints], before: Ints, shown: Floats, hidden: Floats) -> Ints:
        """Behind which position the best way to each stands (at itself, if the page hides the column): of two that are
        worth as much that whose gutters stand further on."""
        itself = np.arange(len(self.at))
        found = np.where(shown > hidden, before, itself)
        for k in np.flatnonzero((shown == hidden) & (shown > _NONE)).tolist():
            found[k] = max(int(before[k]), k, key=lambda at: self._path(behind, at))
        return found

    def _path(self, behind: Sequence[Ints], k: int) -> _Path:
        """The gutters on the way to a position: by what it and each one before stands behind."""
        path: list[int] = []
        for places in reversed(behind):
            path.append(int(self.at[k]))
            k = int(places[k])
        return tuple(path[::-1])

    def _last(self, scores: Floats, told: ToldWords) -> Floats:
        """What the words of the last column say for each position (that there is a way to) at which it may begin."""
        said = np.zeros(len(scores))
        if told.words is not None:
            for k in np.flatnonzero(scores > _NONE).tolist():
                low = int(self.at[k])
                said[k] = told.last(low, FAR, self.page.between.begins(low))
        return said
