"""Tables of a document that prints their heading above the first one only.

Each block begins with the same label (`Nama Jabatan : ...`). Where one prints it and no heading before the next, its
rows have the columns of the table before: below the caption that stands right above the first table, else from the line
on that begins to count anew, or from a group row on as the first table does (`MISI KE-1 : ...`), else behind the
sentence that ends the head. A code in the first row (`1a-` / `CP.`) says nothing of how the other tables count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bahasa.roles import NO
from extract.read.piece import Piece
from extract.table.heading import TableHeading
from extract.table.linear.groups import names_group
from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import FORM, LIST_ITEM

#: How sure the columns are where no heading says them.
_SURE = 0.9
#: The head of a block takes at most so many lines.
_HEAD = 60
_FIRST = re.compile(r"\s*(\(?1[.)]*)(?:\s|$)")
#: `1a-CP.`, `1b-N`; `SP1`, `IKU 1`
_CODE = re.compile(r"\s*(?:1[a-z]?[.-]+\w*|[A-Z]{1,4}[ .-]?1(?=[.)]?\s))")


def tables_without_heading(rows: Sequence[Piece], found: Mapping[int, TableHeading]) -> dict[int, TableHeading]:
    """The tables that have the heading of the one before, by the position of their first row."""
    if not found or min(found[min(found)].end, len(rows)) == len(rows):
        return {}
    first = found[min(found)]
    again = {label for label in map(_label, rows[first.end :]) if label}
    # `NOMOR : 800/53/2022` is of the decree's own head
    head = rows[max(0, min(found) - _HEAD) : min(found)]
    labels = [label for label in map(_label, head) if label in again]
    begins = _Beginning.of(head, labels, rows[first.end].text, first.headings[0].role == NO)
    starts = [at for at, row in enumerate(rows) if labels and _label(row) == labels[0]]
    made: dict[int, TableHeading] = {}
    for start, stop in pairwise([*starts, len(rows)]):
        above = [at for at in found if at < start]
        if not above or any(start < at < stop for at in found):
            continue
        row = begins.first_row(rows[start:stop])
        if row is not None:
            made[start + row] = _without_print(found[max(above)], start + row)
    return made


@dataclass(frozen=True, slots=True)
class _Beginning:
    """How the tables of a document begin: the `labels` of a head, the one right above a table (`caption`), what the
    first row begins to count with (`mark`; both may be empty), whether a `group` row stands above that, whether rows
    have a `number` at all, and whether a head ends as a sentence does."""

    labels: Sequence[str]
    caption: str
    mark: str
    group: bool
    number: bool
    sentence: bool

    @classmethod
    def of(cls, head: Sequence[Piece], labels: Sequence[str], row: str, number: bool) -> _Beginning:
        """By the head of the first table and its first line."""
        caption = _label(head[-1]) if head and _opens(head[-1]) else ""
        mark = _mark(row)
        return cls(labels, caption, mark, not mark and names_group(row), number, bool(head) and _ends(head[-1]))

    def first_row(self, block: Sequence[Piece]) -> int | None:
        """Where the table of another block begins, None where nothing shows it."""
        if self.caption:
            found = (at + 1 for at, row in enumerate(block[:-1]) if _opens(row) and _label(row) == self.caption)
            return next(found, None)
        last = max((at for at, row in enumerate(block) if _label(row) in self.labels), default=0)
        counted = self._counted(block, last) if self.mark or self.number else None
        if self.group:
            # `IKU 1 Lulusan` is a row whose number has a name; other tables count `1`, `SP1`
            group = (at for at in range(last + 1, len(block)) if names_group(block[at].text))
            return min((at for at in (next(group, None), counted) if at is not None), default=None)
        return self._behind_sentence(block, last) if counted is None and not self.mark else counted

    def _counted(self, block: Sequence[Piece], last: int) -> int | None:
        """The row that counts anew as the first table does, below the last label of the head and a list that it
        opens."""
        below = range(last + 1, len(block))
        begins = [at for at in below if self._begins(block[at].text)]
        # `1.1. Meningkatnya ...` below a first table that counts `1.`
        begins = begins or [at for at in below if _CODE.match(block[at].text)]
        if _opens(block[last]) and begins[:1] == [last + 1]:
            del begins[0]  # the first item of a list below its label
        return begins[0] if begins else None

    def _begins(self, text: str) -> bool:
        return _mark(text) == self.mark if self.mark else bool(_mark(text) or _CODE.match(text))

    def _behind_sentence(self, block: Sequence[Piece], last: int) -> int | None:
        """The row behind the last label's text, if that ends as the first head does: a list goes on with its items."""
        if not self.sentence:
            return None
        behind = (at for at in range(last + 1, len(block)) if _ends(block[at - 1]))
        return next((at for at in behind if block[at].text[:1].isupper() and not LIST_ITEM.match(block[at].text)), None)


def _opens(row: Piece) -> bool:
    """Whether a line is a label without a value."""
    match = FORM.match(row.text)
    return match is not None and not match["nilai"]


def _ends(row: Piece) -> bool:
    return row.text.rstrip().endswith((".", ";"))


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
    return heading._replace(headings=unsure, pieces=(), numbers=(), end=first)
