"""Layout -> the flow that a decree is read from: lines, and tables with their rows, in reading order.

Input: the Layout of any source. Output: a Flow. What is drawn as a table of indicators is one item, over all its pages;
a table of anything else is one that is kept as it stands; what is drawn and is no table (a holder drawn as one) is read
as lines. In a text source a table is found by its heading, or where the vocabulary doesn't know that by the
columns that it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bahasa.headings import known_headings
from extract.read.piece import Piece
from extract.table import heading
from extract.table.sheet import DrawnTable, FlowItem, OtherSheet
from schemas.layout import Grid, Layout, Line

#: What is left of the flow without blank lines and what belongs to the page.
FlowRow = Piece | DrawnTable | OtherSheet


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines and tables in reading order."""

    items: tuple[FlowItem, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines outside drawn tables."""
        return tuple([item for item in self.items if isinstance(item, Line)])

    @property
    def tables(self) -> tuple[DrawnTable, ...]:
        """The drawn tables of indicators."""
        return tuple([item for item in self.items if isinstance(item, DrawnTable)])


def flow_of(layout: Layout, keep: bool = True) -> Flow:
    """The lines and tables of a layout. Without `keep` the words of each grid are let go as soon as its table's cells
    are made and proven complete: a long decree has many."""
    if any(isinstance(item, Grid) for item in layout.flow):
        from extract.table.drawn.content import drawn_flow

        return Flow(drawn_flow(layout, keep))
    if known_by_words(layout.lines):
        return Flow(layout.lines)
    from extract.table.inked.read import inked_flow

    return Flow(inked_flow(layout.lines))


def known_by_words(lines: Sequence[Line]) -> bool:
    """Does the reader of text find a heading, and know each of its columns by its words? It is left to that reader."""
    rows = [Piece(line.text, line, rank) for rank, line in enumerate(line for line in lines if line.text.strip())]
    found = (heading.find(rows, at) for at in range(len(rows)))
    return any(one is not None and all(letters in known_headings() for letters in one.key) for one in found)


def areas_of(flow: Sequence[FlowItem]) -> dict[int, list[tuple[float, float]]]:
    """Where the drawn tables stand, page by page."""
    areas: dict[int, list[tuple[float, float]]] = {}
    for table in flow:
        if not isinstance(table, Line):
            for part in table.parts:
                areas.setdefault(part.page, []).append((part.top, part.bottom))
    return areas
