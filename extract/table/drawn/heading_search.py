"""The headings of a document's grids, each looked for once; one that no words give away is known by its repetition.

Input: grids. Output: the heading of each. Columns may be called as no list knows and no rows bear out (`Pernyataan
Kinerja`, `Indikator Pencapaian`, `KUANT/OUTPUT`): what several grids print at their top alike, with other rows below,
is their heading all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from extract.read.pdf.grid import text_in
from extract.table.drawn.heading import (
    FEWEST,
    MAX_LEVELS,
    CellText,
    HeadingBand,
    heading_from,
    heading_on,
)
from extract.table.drawn.heading_levels import cells_printed, starting
from schemas.layout import Grid

#: How sure (a logarithm) is a heading that nothing but its repetition tells: any other is surer.
_REPEATED = 0.01
_Top = tuple[tuple[str, ...], ...]


class HeadingSearch:
    """Looks for the headings of a document's grids. Whoever gives unlike tables the same columns, joins a heading that
    a page cuts or reads a table asks for the same ones: each first heading is looked for once, and the words of each
    cell are put together once."""

    def __init__(self, grids: Iterable[Grid] = ()) -> None:
        self.text: CellText = cache(text_in)
        self._first: dict[Grid, HeadingBand | None] = {}
        self._tops = Counter(top for grid in grids for top in self._tops_of(grid))

    def first(self, grid: Grid) -> HeadingBand | None:
        """The first heading of a grid."""
        if grid not in self._first:
            self._first[grid] = heading_from(grid, text=self.text) or self._printed_alike(grid)
        return self._first[grid]

    def below(self, grid: Grid, start: int) -> HeadingBand | None:
        """The first heading at or below band `start`."""
        return heading_from(grid, start, self.text) if start else self.first(grid)

    def _printed_alike(self, grid: Grid) -> HeadingBand | None:
        """The top of a grid that others print as well, of as many levels as all of them have in common."""
        tops = self._tops_of(grid)
        shared = [len(top) - 1 for top in tops if self._tops[top] == self._tops[tops[0]] > 1]
        for last in reversed(shared):
            heading = heading_on(grid, 0, last, self.text) if self._has_row(grid, last + 1) else None
            if heading is not None:
                heading.odds = _REPEATED
                return heading
        return None

    def _tops_of(self, grid: Grid) -> list[_Top]:
        """What the first band prints, the first two, ..."""
        bands = [
            tuple(self.text(cell) for cell in starting(grid, band)) for band in range(min(MAX_LEVELS, len(grid.owner)))
        ]
        return [tuple(bands[: count + 1]) for count in range(len(bands))]

    def _has_row(self, grid: Grid, body: int) -> bool:
        return any(cells_printed(grid, band) >= FEWEST for band in range(body, len(grid.owner)))
