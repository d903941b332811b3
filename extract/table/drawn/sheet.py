"""A table as drawn: its part on each page, and all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.row import DrawnRow
from schemas.layout import Grid

#: Bands `first`..`stop` - 1 of a grid that are no part of a table.
Rest = tuple[Grid, int, int]


@dataclass(slots=True, eq=False)
class TablePart:
    """One page's part of a table: bands `first`..`stop` - 1 of `grid`, with its heading where one is printed, and the
    edges of its columns where it prints none and these are others than the table's."""

    grid: Grid
    first: int
    stop: int
    heading: HeadingBand | None
    rows: list[DrawnRow] = field(default_factory=list)
    edges: Sequence[float] = ()

    @property
    def page(self) -> int:
        return self.grid.page

    @property
    def place(self) -> tuple[int, int]:
        """Its page, and the column there: a table is cut by the foot of a column as by that of a page."""
        return self.grid.page, self.grid.column

    @property
    def body(self) -> int:
        """The band at which its rows begin."""
        return self.heading.body if self.heading is not None else self.first

    @property
    def top(self) -> float:
        return self.grid.ys[self.first]

    @property
    def bottom(self) -> float:
        return self.grid.ys[self.stop]


@dataclass(slots=True, eq=False)
class Sheet:
    """A table over all its pages; `beside` is its other half, if its columns are printed on two pages."""

    columns: list[DrawnColumn]
    pieces: list[TablePart]
    beside: Sheet | None = None

    @property
    def parts(self) -> list[TablePart]:
        """Its parts, those of the other half behind them."""
        return self.pieces if self.beside is None else [*self.pieces, *self.beside.parts]

    def page_of(self, column: DrawnColumn) -> int:
        """The page that prints the heading of a column."""
        other = self.beside is not None and any(column is one for one in self.beside.columns)
        return (self.beside if self.beside is not None and other else self).pieces[0].page

    def placed(self, piece: TablePart) -> list[DrawnColumn]:
        """The columns where they stand in a part: as its own heading has them, within its own edges, or lined up at its
        left edge."""
        if piece.heading is not None:
            return piece.heading.columns
        if piece.edges:
            return [replace(c, x0=a, x1=b) for c, (a, b) in zip(self.columns, pairwise(piece.edges), strict=True)]
        shift = piece.grid.xs[0] - self.columns[0].x0
        return [replace(column, x0=column.x0 + shift, x1=column.x1 + shift) for column in self.columns]
