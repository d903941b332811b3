"""A row as drawn on one page."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.layout import DrawnCell


@dataclass(slots=True)
class DrawnRow:
    """A row as drawn on one page. `cells` has for each column the cells that start here, `above` the cell that spans
    it from an earlier row (or None). `group` is the cell of a group row. `stacked`: drawn in one with others;
    `doubtful`: holds several indicators that can't be told apart."""

    page: int
    top: float
    bottom: float
    cells: list[list[DrawnCell]]
    above: list[DrawnCell | None]
    group: DrawnCell | None = None
    stacked: bool = False
    doubtful: bool = False

    @property
    def blank(self) -> bool:
        return not any(region.words for cells in self.cells for region in cells) and self.group is None

    def has_text(self, column: int) -> bool:
        return any(region.words for region in self.cells[column])

    def bottom_drawn(self) -> bool:
        """Is a line drawn below the row, under most of its cells?"""
        regions = {id(r): r for cells in self.cells for r in cells}
        last = [r for r in regions.values() if abs(r.bottom - self.bottom) < 1.0]
        return not last or sum(r.bottom_drawn for r in last) * 2 >= len(last)

    def top_drawn(self) -> bool:
        regions = [r for cells in self.cells for r in cells]
        return not regions or sum(r.top_drawn for r in regions) * 2 >= len(regions)
