"""The body of an indicator table as text -> its rows.

Input: a TableRegion (lines, headings in printed order, page seams). Output: rows with their cells, verbatim, with
places, a confidence and the reasons for each cell's beginning. Guarantees: every printed word is in exactly one cell
or in `unparsed`; any text gives a result; the same lines give the same result on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.region import TableRegion
from schemas.base import Finding
from schemas.decree import Row, Text


@dataclass(frozen=True, slots=True)
class SegmentedTable:
    """Rows as printed; texts that stand in the table's place and belong to no cell; findings (kind and order unset)."""

    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    unparsed: tuple[Text, ...] = ()


def segment(region: TableRegion) -> SegmentedTable:
    """The rows of a table's body."""
    from extract.table import aligned, linear
    from extract.table.columns import is_aligned
    from extract.table.model import load
    from extract.table.tokens import tokenize
    from extract.told import Told

    tokens = tokenize(region.lines, region.seams)
    if not len(tokens):
        return SegmentedTable()
    if not region.headings:
        return SegmentedTable(unparsed=(_whole(region),))
    told = Told([unit.split() for unit in region.units], region.pairs, region.words)
    if is_aligned(region.lines):
        return SegmentedTable(aligned.read_rows(load(), region.lines, region.seams, region.headings, told))
    return SegmentedTable(linear.read_rows(load(), tokens, region.headings, told))


def _whole(region: TableRegion) -> Text:
    from extract.piece import Piece, text_of

    printed = [line for line in region.lines if line.text.strip()]
    return text_of([Piece(line.text, line, rank) for rank, line in enumerate(printed)], ("tabel tanpa kepala kolom",))


__all__ = ["SegmentedTable", "segment"]
