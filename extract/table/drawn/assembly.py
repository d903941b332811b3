"""A table's rows in the making, page breaks joined, before their texts are made."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.table.drawn.cell import CellDraft, CellLine
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.seam import Seam
from schemas.decree import Span

#: Cells are padded by at most this much (points); Word and LibreOffice take 5.4.
_PADDING = 9.0
#: The text of a group row and its lines.
GroupDraft = tuple[str, list[CellLine]]


@dataclass(slots=True)
class RowDraft:
    """A row in the making: a draft and a span for each column; see DrawnRow."""

    page: int
    drafts: list[CellDraft]
    spans: list[Span]
    group: GroupDraft | None = None
    seams: list[Seam] = field(default_factory=list)
    stacked: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class Assembly:
    """All rows of a table before their texts are made; `owner[c]` is the entry that holds the last text of a column,
    `tops` are how many entries stand above each group row."""

    columns: list[DrawnColumn]
    entries: list[RowDraft] = field(default_factory=list)
    groups: list[GroupDraft] = field(default_factory=list)
    owner: list[RowDraft | None] = field(default_factory=list)
    seams: list[Seam] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)


def make_room(made: Assembly) -> None:
    """Takes the column's padding off the room of its lines: the least distance of a line from the left border, since
    both sides are padded alike."""
    for i in range(len(made.columns)):
        lines = [line for entry in made.entries for line in entry.drafts[i].lines]
        pad = min((line.indent for line in lines), default=0.0)
        for line in lines:
            line.room -= 2 * max(0.0, min(pad, _PADDING))
