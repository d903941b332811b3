"""Rows below each other without a target, where the other rows of the decree have one: what they print may stand one
column off.

A page that hides a column, or seems to have one more, shifts the cells of all of its rows, each of them a good text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bahasa.roles import TARGET
from bahasa.temuan import finding
from katalog.assemble.findings.place import about_block
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow

#: So many rows follow each other without a target; of so many others at least so large a share has one.
_RUN, _OTHERS, _FULL = 3, 5, 0.75


def check_blank_runs(catalogue: Catalogue) -> list[Finding]:
    """A finding for each such row."""
    runs = [(block, run) for block in catalogue.blocks for run in _runs(block)]
    rows = [row for block in catalogue.blocks for row in block.rows]
    blank = sum(map(_is_blank, rows)) - sum(len(run) for _, run in runs)
    others = len(rows) - sum(len(run) for _, run in runs)
    if others < _OTHERS or others - blank < _FULL * others:
        return []
    return [
        finding("tata-letak-ragu", about_block(block, f"rows/{row.row}"), dari=str(run[0].row), sampai=str(run[-1].row))
        for block, run in runs
        for row in run
    ]


def _runs(block: IndicatorBlock) -> Iterator[Sequence[IndicatorRow]]:
    """The rows without a target that follow each other, of a table with such a column."""
    if any(heading.role == TARGET for heading in block.headings):
        for blank, rows in groupby(block.rows, _is_blank):
            run = tuple(rows)
            if blank and len(run) >= _RUN:
                yield run


def _is_blank(row: IndicatorRow) -> bool:
    """Has a row no target where its own stands, none of a merged cell either?"""
    chosen = [one.cell for one in row.targets if one.chosen] or [one.cell for one in row.targets]
    cells = chosen or [row.cells[role] for role in row.cells if role == TARGET]
    return not any(cell.span == "covered" or cell.text.as_printed for cell in cells)
