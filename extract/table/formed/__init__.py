"""Headings of tables in linear text, told by how their words and lines stand and by the rows below them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.piece import Piece
from extract.table.aligned.pages import is_aligned
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading


def headings_by_form(rows: Sequence[FlowRow]) -> dict[int, TableHeading]:
    """The headings of a text in one column whose tables the vocabulary doesn't know, by the position of their first
    row; a document with drawn or aligned tables has none, and loads no weights for it."""
    lines = [row for row in rows if isinstance(row, Piece)]
    if len(lines) < len(rows) or is_aligned([row.line for row in lines]):
        return {}
    from extract.table.formed.find import headings_of_text

    return headings_of_text(lines)
