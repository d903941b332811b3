"""Tables of a document that prints their heading above the first one only.

Each block begins with the same label (`Nama Jabatan : ...`). Where one prints it and no heading before the next, its
rows have the columns of the table before: from the last line on that begins to count anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.piece import Piece
from extract.table.heading import TableHeading
from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import FORM

#: How sure the columns are where no heading says them.
_SURE = 0.9
#: The head of a block takes at most so many lines.
_HEAD = 60
_FIRST = re.compile(r"\s*(\(?1[.)]*)(?:\s|$)")


def tables_without_heading(rows: Sequence[Piece], found: Mapping[int, TableHeading]) -> dict[int, TableHeading]:
    """The tables that have the heading of the one before, by the position of their first row."""
    if not found or min(found[min(found)].end, len(rows)) == len(rows):
        return {}
    first = found[min(found)]
    labels = [label for label in map(_label, rows[max(0, min(found) - _HEAD) : min(found)]) if label]
    mark = _mark(rows[first.end].text)
    starts = [at for at, row in enumerate(rows) if labels and _label(row) == labels[0]]
    made: dict[int, TableHeading] = {}
    for start, stop in pairwise([*starts, len(rows)]):
        above = [at for at in found if at < start]
        if not mark or not above or any(start < at < stop for at in found):
            continue
        begins = _first_row(rows[start:stop], labels, mark)
        if begins is not None:
            made[start + begins] = _without_print(found[max(above)], start + begins)
    return made


def _first_row(block: Sequence[Piece], labels: Sequence[str], mark: str) -> int | None:
    """The row that counts anew as the first table does, below the last label of the head and a list that it opens."""
    last = max((at for at, row in enumerate(block) if _label(row) in labels), default=0)
    begins = [at for at in range(last + 1, len(block)) if _mark(block[at].text) == mark]
    value = FORM.match(block[last].text)
    if value and not value["nilai"] and begins[:1] == [last + 1]:
        del begins[0]  # the first item of a list below its label
    return begins[0] if begins else None


def _mark(text: str) -> str:
    match = _FIRST.match(text)
    return match[1] if match else ""


def _label(row: Piece) -> str:
    match = FORM.match(row.text)
    return squashed(match["label"]) if match else ""


def _without_print(heading: TableHeading, first: int) -> TableHeading:
    unsure = tuple(
        one.model_copy(update={"role_confidence": min(one.role_confidence, _SURE)}) for one in heading.headings
    )
    return replace(heading, headings=unsure, pieces=(), numbers=(), end=first)
