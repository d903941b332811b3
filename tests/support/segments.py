"""A stand-in for the segmentation of tables: these tests are about everything around it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.read.piece import Piece, text_of
from extract.table.region import TableRegion
from schemas.base import Finding
from schemas.decree import Row, Text


@dataclass(frozen=True)
class Unread:
    """A table whose body stays unread."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    unparsed: tuple[Text, ...]


def unread(region: TableRegion) -> Unread:
    """No rows: the whole body is unparsed."""
    lines = [line for line in region.lines if line.text.strip()]
    pieces = [Piece(line.text.strip(), line, rank) for rank, line in enumerate(lines)]
    return Unread((), (), (text_of(pieces),) if pieces else ())
