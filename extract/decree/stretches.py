"""The lines of a document between its drawn tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.read.piece import Piece
from extract.table.flow import FlowRow


def stretches(rows: Sequence[FlowRow]) -> Iterator[tuple[Sequence[Piece], int]]:
    """For each row the lines up to the next drawn table that it stands among, and the position of the first."""
    start = 0
    while start < len(rows):
        lines: list[Piece] = []
        for row in rows[start:]:
            if not isinstance(row, Piece):
                break
            lines.append(row)
        stretch = lines, start
        start += len(lines) + 1
        yield from [stretch] * (len(lines) + 1)
