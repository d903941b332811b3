"""The lines of tables that are read as text: those between a heading and the next section, blank ones included."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.decree.section import Section, body_of
from extract.table.heading import TableHeading
from extract.table.sheet import FlowItem
from schemas.layout import Line


def give_bodies(
    sections: Sequence[Section], flow: Sequence[FlowItem], positions: Sequence[int], taken: Collection[int]
) -> None:
    """Gives each table without drawn rows its body. `positions` say where the rows that are not blank stand in the
    flow; the lines of `taken` belong to the page, or are the heading printed again."""
    starts = [*positions, len(flow)]
    ends = [starts[section.start] for section in sections[1:]] + [len(flow)]
    for section, end in zip(sections, ends, strict=True):
        if section.table is not None and section.drawn is None:
            below = flow[_below(section.table, positions) : end]
            section.body, section.seams = body_of([item for item in below if isinstance(item, Line)], taken)


def _below(table: TableHeading, positions: Sequence[int]) -> int:
    """Where the flow goes on below a heading."""
    printed = (*table.pieces, *table.numbers)
    return positions[printed[-1].rank] + 1 if printed else positions[table.end]
