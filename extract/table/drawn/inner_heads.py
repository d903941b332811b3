"""Heads inside a table's own lines: two tables drawn as one, with the next holder in a band between them.

Input: the parts of a grid. Output: the same, such bands apart from them. A band is one if it is a single cell over all
columns that begins with a label of a block's head (`Jabatan : Arsiparis Terampil`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bahasa.labels import starts_with_label
from bahasa.parts import PartName, parts_in, parts_where
from extract.read.pdf.words import lines_of
from extract.table.drawn.sheet import Rest, TablePart


def heads_apart(pieces: Sequence[TablePart]) -> Iterator[TablePart | Rest]:
    """The parts of a grid, and between them the bands of heads, top to bottom."""
    for piece in pieces:
        heading, first = piece.heading, piece.first
        at = heading.body if heading is not None else first
        while at < piece.stop:
            stop = _end_of_head(piece, at)
            if stop > at:
                if at > first:
                    yield replace(piece, first=first, stop=at, heading=heading)
                yield piece.grid, at, stop
                heading, first = None, stop
            at = max(stop, at + 1)
        if first < piece.stop:
            yield replace(piece, first=first, heading=heading)


def _end_of_head(piece: TablePart, at: int) -> int:
    """Behind the last band of the head that begins with band `at`; `at` itself where none does."""
    if not _opens(piece, at, parts_where(lambda part: part.begins)):
        return at
    stop = at + 1
    while stop < piece.stop and _opens(piece, stop, parts_in("head")):
        stop += 1
    return stop


def _opens(piece: TablePart, band: int, parts: Sequence[PartName]) -> bool:
    cells = dict.fromkeys(piece.grid.owner[band])
    if len(cells) != 1 or (cell := next(iter(cells))).r0 != band or not cell.words:
        return False
    first = lines_of(cell.words)[0].text
    return ":" in first and starts_with_label(first, *parts)
