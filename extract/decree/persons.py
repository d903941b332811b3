"""The table of persons above a block -> the office of who holds it.

The form of a pegawai's targets begins with two persons side by side: `PEGAWAI YANG DINILAI | PEJABAT PENILAI KINERJA`
over `JABATAN | Pranata Komputer | JABATAN | Kepala Bidang Informatika`. The holder is who is rated; in a table
with one office alone it is that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bahasa.fold import fold_words
from bahasa.labels import labels_of
from bahasa.openers import rated
from extract.table.meaning.fields import names_office
from schemas.decree import KeptCell, KeptTable, Text


class PersonsOffice(NamedTuple):
    """An office in a table of persons, with its label as printed and the heading over it."""

    label: str
    office: Text
    heading: str


def office_of_holder(tables: Sequence[KeptTable]) -> PersonsOffice | None:
    """The office of the holder in the last of these tables that names any; None where it names several and says of none
    that he is rated."""
    for table in reversed(tables):
        offices = list(_offices(table))
        own = [one for one in offices if rated().search(one.heading)]
        if len(own) == 1 or len(offices) == 1:
            return (own or offices)[0]
        if offices:
            return None
    return None


def _offices(table: KeptTable) -> Iterator[PersonsOffice]:
    printed = [cell for cell in table.cells if cell.text.as_printed]
    for label, value in pairwise(printed):
        beside = label.row == value.row and names_office(value.text.as_printed)
        if beside and _is_label(label.text.as_printed):
            yield PersonsOffice(label.text.as_printed, value.text, _heading(table, value))


def _is_label(text: str) -> bool:
    words = fold_words(text)
    return any(words == fold_words(" ".join(label.words)) for label in labels_of("pemangku"))


def _heading(table: KeptTable, cell: KeptCell) -> str:
    """The heading over a cell: of its column, else of the nearest one to the left that has one."""
    texts = [heading.as_printed for heading in table.headings[: cell.column]]
    return next((text for text in reversed(texts) if text), "")
