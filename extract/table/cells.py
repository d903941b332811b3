"""Pieces of cells -> rows.

Input: for each piece its lines' parts, column, kind and border confidence. Output: the rows as printed, with places. A
word is in exactly one cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from bahasa.roles import NO, SASARAN
from extract.read.piece import Piece, join, text_of
from extract.table.row import row_of
from schemas.base import Role
from schemas.decree import Cell, Heading, Row, Text
from schemas.layout import Line


class LinePart(NamedTuple):
    """What one line has of a piece: its text, the line, and the line's rank among the lines that are not blank. If it
    begins with the rest of a broken word, `glued` is how sure that is. `span` is where it begins and ends in the line;
    None for the whole line."""

    text: str
    line: Line
    rank: int
    glued: float | None = None
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class TextCell:
    """A cell in the making."""

    parts: list[LinePart] = field(default_factory=list)
    confidence: float = 1.0
    reasons: list[str] = field(default_factory=list)

    def add(self, parts: Sequence[LinePart], confidence: float, reason: str) -> None:
        """Adds a piece."""
        self.parts += parts
        self.confidence = min(self.confidence, confidence)
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    def text(self, number: bool = False) -> Text:
        """The cell's text, wrapped lines joined. Digits right below each other in a cell of a `number` are one (`1` /
        `0`: no column is narrower)."""
        parts = _one_number(self.parts) if number else self.parts
        printed = [Piece(part.text, part.line, part.rank, part.span) for part in parts]
        mended = [part.glued for part in parts if part.glued is not None]
        if not mended:
            return text_of(printed, tuple(self.reasons)).model_copy(update={"border_confidence": self.confidence})
        lines: list[str] = []
        for part in parts:
            if part.glued is not None and lines:
                lines[-1] += part.text
            else:
                lines.append(part.text)
        text = text_of(printed, (*self.reasons, "kata yang terpotong di ujung baris disambung"))
        return text.model_copy(update={"as_printed": join(lines), "border_confidence": min(self.confidence, *mended)})


def _one_number(parts: Sequence[LinePart]) -> Sequence[LinePart]:
    below = all(b.rank - a.rank == 1 for a, b in pairwise(parts))
    digits = all(not (number := part.text.rstrip(".)")) or number.isdecimal() for part in parts)
    if len(parts) < 2 or not below or not digits:
        return parts
    return [parts[0], *(part._replace(glued=1.0) for part in parts[1:])]


_EMPTY = Text(as_printed="")


def printed_rows(drafts: Sequence[dict[int, TextCell]], headings: Sequence[Heading]) -> tuple[Row, ...]:
    """Rows from drafts (column -> cell). A sasaran that is not printed is covered by the one above it, if any is."""
    rows: list[Row] = []
    above = False
    roles = [heading.role for heading in headings]
    names = [heading.text.as_printed for heading in headings]
    for draft in drafts:
        cells = [_cell(draft.get(column), role, above) for column, role in enumerate(roles)]
        above = above or any(role == SASARAN and cell.span == "own" for role, cell in zip(roles, cells, strict=True))
        rows.append(row_of(roles, names, cells, page=_page(draft)))
    return tuple(rows)


def _cell(own: TextCell | None, role: Role, above: bool) -> Cell:
    if own:
        return Cell(text=own.text(role == NO))
    return Cell(text=_EMPTY, span="covered" if role == SASARAN and above else "empty")


def _page(draft: dict[int, TextCell]) -> int | None:
    parts = [part for cell in draft.values() for part in cell.parts]
    return min(parts, key=lambda part: part.line.number).line.page if parts else None
