"""A page in the columns that fit it best -> those that could as well have other words.

Input: a shape of columns, a page, its gutters and what other pages tell of the words in them. Output: the numbers of
the columns that have other words in a reading worth nearly as much. Readings differ by the columns of which the page
shows nothing: each column is taken once as hidden where it is shown, and shown where it is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.table.inked.content import ToldWords
from extract.table.inked.fitted import gutters_like
from extract.table.inked.ink import FAR
from extract.table.inked.shape import AreaPage, ColumnShape

#: A reading worth so little less may be the right one.
_MARGIN = 1.5


def unsure_columns(shape: ColumnShape, page: AreaPage, gutters: Sequence[int], told: ToldWords) -> frozenset[int]:
    """The columns of a page that have other words in a reading worth nearly as much."""
    own = _words(page, gutters)
    ways = [gutters_like(shape, page, told)]
    ways += [gutters_like(shape, page, told.turned(column, bool(held))) for column, held in enumerate(own)]
    near = [_words(page, other) for worth, other in ways if ways[0][0] - worth < _MARGIN]
    return frozenset(k for k, words in enumerate(own) if any(words != other[k] for other in near))


def _words(page: AreaPage, gutters: Sequence[int]) -> list[list[tuple[int, int]]]:
    """The words of each column by their lines and left ends."""
    return [
        [(line.number, ink.left) for line in page.inside for ink in line.ink if low < ink.middle <= high]
        for low, high in pairwise((-1, *gutters, FAR))
    ]
