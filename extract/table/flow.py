"""Layout -> the flow that a decree is read from: lines, and tables with their rows, in reading order.

Input: the Layout of any source. Output: a Flow. What is drawn as a table of indicators is one item, over all its pages;
a table of anything else is one that is kept as it stands; what is drawn and is no table (a holder drawn as one) is read
as lines. A text source with columns or cards is read as a page of print is; in any other a table is found by its
heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR
from extract.read.piece import Piece
from extract.table.sheet import DrawnTable, FlowItem, OtherSheet
from schemas.layout import Grid, Layout, Line

#: What is left of the flow without blank lines and what belongs to the page.
FlowRow = Piece | DrawnTable | OtherSheet


#: A text has tables in columns if so many lines have three parts that stand apart.
_FEWEST = 2
#: Of so many lines one must be of parts; of texts in columns one in ten is, or more.
_RARE = 200
_THREE_PARTS = re.compile(r"\S {2,}\S.*?\S {2,}\S|\S\t+\S.*?\t")


# `Indikator : ...`, `2. Indikator Kinerja   Persentase ...`; `; Indikator` / `Kinerja: ...` within a sentence
_LABELLED = re.compile(
    r"^[^\S\n]*(?:\S{1,3}[^\S\n]+)?([^\W\d][^:：\n]{2,60}?)(?:[^\S\n]*[:：]|[^\S\n]{3,}(?=\S)|\t)"
    r"|[;,.][^\S\n]+([^\W\d][^:：;,.\n]{0,58}(?:\n[^:：;,.\n]{0,58})?)[:：]",
    re.M,
)


class Flow(NamedTuple):
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
    printed = any(isinstance(item, Grid) or item.sheet is not None for item in layout.flow)
    if not printed:
        return _text_flow(layout.lines, keep) or Flow(layout.lines)
    from extract.table.cards.upright import with_cards

    layout = with_cards(layout)
    if not layout.grids:
        return Flow(layout.lines)
    from extract.table.drawn.content import drawn_flow

    return Flow(drawn_flow(layout, keep))


def _text_flow(lines: Sequence[Line], keep: bool) -> Flow | None:
    """The flow of a text that is read as a page of print is: its tables in columns, and the cards of indicators among
    its other lines; None for a text without either."""
    columns, cards = stands_in_columns(lines), _may_have_cards(lines)
    if not (columns or cards):
        return None
    from extract.table.drawn.content import drawn_flow
    from extract.table.inked.read import inked_layout, lines_as_layout

    inked = inked_layout(lines) if columns else None
    if cards:
        from extract.table.cards.upright import with_cards

        # tables first: a line of their cells begins as a label with its value does
        inked = with_cards(inked or lines_as_layout(lines))
    flow = Flow(drawn_flow(inked, keep)) if inked is not None and inked.grids else None
    return flow if flow is not None and flow.tables else None


def _may_have_cards(lines: Sequence[Line]) -> bool:
    """Does a line begin with what the indikator is called on a card (`Indikator   : Persentase ...`)? The question is
    cheap, see `stands_in_columns`."""
    found = _LABELLED.finditer("\n".join(line.text for line in lines))
    labels = {" ".join((match[1] or match[2]).split()) for match in found}
    return any(role_of_heading(label) == INDIKATOR for label in labels)


def stands_in_columns(lines: Sequence[Line]) -> bool:
    """Have some lines of a text three parts or more that stand apart, and not few among very many (`Tugas  :  Melakukan
    ... dan  pendokumentasian`: 11 of 4,277)? The question is cheap, so that nothing of tables told by their form is
    loaded or tried on any other text."""
    apart = columned(lines)
    return apart >= _FEWEST and apart * _RARE >= len(lines)


def columned(lines: Sequence[Line]) -> int:
    """How many lines have three parts or more that stand apart."""
    wide = [line.text for line in lines if "  " in line.text or "\t" in line.text]
    return sum(_THREE_PARTS.search(text) is not None for text in wide)


def areas_of(flow: Sequence[FlowItem]) -> dict[int, list[tuple[float, float]]]:
    """Where the drawn tables stand, page by page."""
    areas: dict[int, list[tuple[float, float]]] = {}
    for table in flow:
        if not isinstance(table, Line):
            for part in table.parts:
                areas.setdefault(part.page, []).append((part.top, part.bottom))
    return areas
