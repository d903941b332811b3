"""A table in the flow of a source: one of indicators with its rows, or one of anything else as it stands.

What makes them stands in `extract/table/drawn`, which a text without drawn tables never needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemas.layout import Line

if TYPE_CHECKING:
    from extract.table.drawn.assembly import Assembly
    from extract.table.drawn.seam import Seam
    from extract.table.drawn.sheet import Sheet, TablePart
    from schemas.base import Finding, Place
    from schemas.decree import Cell, Heading, KeptTable, Row, Text


@dataclass(slots=True, eq=False)
class DrawnTable:
    """A table as read: its headings and rows, the pages and boxes of its parts (as displayed), the seams; `others` are
    the rows of the table of programs below it, `said` are findings: lost characters, rows that hold several indicators;
    `bands` are the group rows above each row, and below the last one, by its position, each with its lines. `number` is
    its 1-based position in the flow."""

    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    places: tuple[Place, ...]
    seams: tuple[Seam, ...]
    sheet: Sheet
    made: Assembly
    others: tuple[dict[str, Cell], ...] = ()
    said: tuple[Finding, ...] = ()
    bands: Mapping[int, Sequence[Sequence[Text]]] = field(default_factory=dict)
    number: int = 0

    @property
    def parts(self) -> list[TablePart]:
        """Its parts, page by page."""
        return self.sheet.parts

    @property
    def upright(self) -> bool:
        """Is it a sheet of one indicator, label beside value?"""
        return all(part.grid.upright for part in self.parts)

    @property
    def text(self) -> str:
        """What somebody who looks ahead sees of it: its headings, side by side."""
        return "   ".join(heading.text.as_printed for heading in self.headings)


@dataclass(slots=True, eq=False)
class OtherSheet:
    """A table of anything but indicators where it stands: `parts` page by page, `number` its 1-based position in the
    flow."""

    table: KeptTable
    parts: list[TablePart]
    number: int = 0

    @property
    def page(self) -> int:
        """The page (1-based) of its first part."""
        return self.parts[0].page

    @property
    def text(self) -> str:
        """What somebody who looks ahead sees of it: its headings, side by side."""
        return "   ".join(heading.as_printed for heading in self.table.headings)


#: What a flow is made of.
FlowItem = Line | DrawnTable | OtherSheet
