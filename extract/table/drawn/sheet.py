"""A table as drawn: its part on each page, and all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.row import DrawnRow
from schemas.layout import Grid


@dataclass(slots=True, eq=False)
class TablePart:
    """One page's part of a table: bands `first`..`stop` - 1 of `grid`, with its heading where one is printed."""

    grid: Grid
    first: int
    stop: int
    heading: HeadingBand | None
    rows: list[DrawnRow] = field(default_factory=list)

    @property
    def page(self) -> int:
        return self.grid.page

    @property
    def top(self) -> float:
        return self.grid.ys[self.first]

    @property
    def bottom(self) -> float:
        return self.grid.ys[self.stop]


@dataclass(slots=True, eq=False)
class Sheet:
    """A table over all its pages."""

    columns: list[DrawnColumn]
    pieces: list[TablePart]
