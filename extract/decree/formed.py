"""Lines `label : value` of a document -> what their labels open, told by their form and by all of their prints.

Input: the rows of the flow, and which of them are tables. Output: for a line its label, None where it opens no field of
a block. The labels are decided when the first one is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bahasa.labels import starts_with_label
from bahasa.openers import says_duty
from bahasa.parts import head_labels
from extract.decree.label import Found
from extract.decree.notes import counts_on_below
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading
from extract.table.linear.groups import first_groups, labelled_groups
from extract.table.meaning.fields import may_label
from extract.table.meaning.group_names import group_name, group_names
from extract.table.meaning.head_labels import FormedLabel, HeadLabels
from extract.table.sheet import DrawnTable

#: A label that no vocabulary knows must be so sure; so sure overrules the vocabulary between these parts.
_SURE, _SURER = 0.5, 0.8
#: Parts whose text is a name.
NAMES = ("pemangku", "identitas")


class FormedLabels:
    """The labels of a document; `table` gives the heading of the table that starts at a row."""

    def __init__(self, rows: Sequence[FlowRow], table: Callable[[int], TableHeading | None]) -> None:
        self.rows = rows
        self.table = table
        self._labels: HeadLabels | None = None
        tables = (row for row in rows if isinstance(row, DrawnTable))
        self._texts = [row.text if isinstance(row, Piece) else "" for row in rows]
        drawn = group_names(row.group for table in tables for row in table.rows if row.group)
        self._groups = drawn | group_names(self._above_rows())

    def _above_rows(self) -> Iterator[str]:
        """The lines of text that begin to count right above a row (`KLASTER A: BIDANG KEPEGAWAIAN` / `1 ...`), known
        labels apart (`Jabatan 1 : ...` / `1. ...`)."""
        texts = (self._texts[at] for at in first_groups(self._texts))
        return (text for text in texts if not starts_with_label(text, *head_labels()))

    def of_none(self, text: str) -> bool:
        """Whether a line has a label that opens no field (`Nomor : 800/12` below `Jabatan : Sekretaris`): it is no part
        of a name above it."""
        return self.formed(text) is None and self._labels is not None and self._labels.has(text)

    def formed(self, text: str) -> FormedLabel | None:
        """The label of a line that opens a field of a block; what is called as the group rows of tables is none."""
        if self._groups and group_name(text) in self._groups:
            return None
        if self._labels is None:
            self._labels = self._read_labels() if may_label(text) else None
        found = self._labels.formed(text) if self._labels else None
        return found if found and found.sure >= _SURE else None

    def told(self, found: Found, text: str) -> Found:
        """A known label with what the document tells of it: whether one that may name a holder or a unit (`Unit Kerja`)
        does the one or the other, and how sure its part is where its form speaks for another."""
        formed = self.formed(text) if found.colon and found.part in head_labels() else None
        if formed is None or formed.part == found.part:
            return found
        if found.part in NAMES and formed.part in NAMES and formed.sure >= _SURER:
            return found._replace(part=formed.part, sure=formed.sure)
        return found._replace(sure=1 - formed.sure)

    def stands_below(self, text: str) -> bool:
        """Is a line's label one that each table of the document has below it?"""
        return self._labels is not None and self._labels.stands_below(text)

    def opens_below(self, at: int, said: str) -> bool:
        """Does a tugas, said behind its label, stand below its table: not between two rows, and a deed or behind a
        label that each table has below it?"""
        told = says_duty(said) or self.stands_below(self.rows[at].text)
        return told and not counts_on_below(self.rows, at)

    def _read_labels(self) -> HeadLabels:
        *above, tail = self._between_tables()
        return HeadLabels(above, tail)

    def _between_tables(self) -> Iterator[list[str]]:
        """The lines above each table and those below the last one, without group rows."""
        groups = set(labelled_groups(self._texts))
        texts: list[str] = []
        for at, row in enumerate(self.rows):
            if at in groups:
                continue
            if self.table(at) is not None:
                yield texts
                texts = []
            elif isinstance(row, Piece):
                texts.append(row.text)
        yield texts
