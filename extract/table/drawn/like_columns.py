"""Tables without upright lines that print one heading have the same columns on every page.

Input: the grids of a document. Output: the same, those seen by white alone in the columns that most of the tables under
their heading show, those of few rows where others have them: few rows show white that others don't, and hide some that
they do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.read.pdf.fitted import fitted_grid
from extract.table.drawn.heading import MAX_LEVELS, HeadingBand, heading_from
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.heads_alone import with_heads_alone
from schemas.layout import Grid, Word

#: The words of a heading, in the order of the alphabet.
Words = tuple[str, ...]
#: So many rows show where columns end; edges are as far apart (points) at least that are not those of the same table.
_ROWS, _APART = 3, 12.0


class Headed(NamedTuple):
    """A grid whose first bands are a heading; `at` is its place among all grids."""

    at: int
    grid: Grid
    heading: HeadingBand

    @property
    def printed(self) -> list[Word]:
        return _printed(self.grid, self.heading.last + 1)

    @property
    def words(self) -> Words:
        return sorted_words(self.printed)

    @property
    def edges(self) -> list[float]:
        """The edges of its columns (points)."""
        columns = self.heading.columns
        return [*(column.x0 for column in columns), columns[-1].x1]

    @property
    def rows(self) -> int:
        """How many rows show its columns, at most as many as it takes."""
        return min(_ROWS, len(self.grid.owner) - self.heading.body)


def with_like_columns(grids: Sequence[Grid], search: HeadingSearch) -> list[Grid]:
    """The grids, those of unlike columns under a heading of others in theirs, a heading alone in those of its rows."""
    grids = with_heads_alone(grids, search)
    loose = [(at, grid) for at, grid in enumerate(grids) if not grid.ruled]
    found = list(grids)
    if len(loose) < 2:
        return found
    usual = _usual([Headed(at, grid, head) for at, grid in loose if (head := search.first(grid)) and head.first == 0])
    for at, grid in loose:
        heads = (sorted_words(_printed(grid, bands)) for bands in range(1, MAX_LEVELS + 1))
        like = next((usual[words] for words in heads if words in usual), None)
        if like is not None and at not in {one.at for one in like}:
            nearest = min(like, key=lambda one: abs(one.at - at))
            found[at] = _refitted(grid, nearest) or grid
    return found


def _usual(headed: Sequence[Headed]) -> dict[Words, list[Headed]]:
    """For each heading the tables with the columns that are most common under it (of columns as common,
    the most) and the most rows."""
    alike: dict[Words, list[Headed]] = defaultdict(list)
    for one in headed:
        alike[one.words].append(one)
    usual: dict[Words, list[Headed]] = {}
    for words, same in alike.items():
        counted = Counter(one.heading.key for one in same)
        key = max(counted, key=lambda key: (counted[key], len(key)))
        likely = [one for one in same if one.heading.key == key]
        most = max(one.rows for one in likely)
        usual[words] = [one for one in likely if one.rows == most]
    return usual


def _refitted(grid: Grid, like: Headed) -> Grid | None:
    if len(grid.xs) == len(like.edges) and all(abs(a - b) < _APART for a, b in zip(grid.xs, like.edges, strict=True)):
        return None
    for flat in (False, True):
        fitted = fitted_grid(grid, like.edges, True, flat)
        heading = heading_from(fitted) if fitted is not None else None
        if heading is not None and heading.key == like.heading.key:
            return fitted
    return None


def _printed(grid: Grid, bands: int) -> list[Word]:
    """The words of the first bands of a grid, cell by cell."""
    cells = dict.fromkeys(cell for band in grid.owner[:bands] for cell in band)
    return [word for cell in cells for word in cell.words]


def sorted_words(words: Iterable[Word]) -> Words:
    """What words say, in whatever order they stand."""
    return tuple(sorted(word.text for word in words))
