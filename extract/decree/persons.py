"""The table of persons above a block -> the office of who holds it.

The form of a pegawai's targets begins with two persons side by side: `PEGAWAI YANG DINILAI | PEJABAT PENILAI KINERJA`
over `JABATAN | Pranata Komputer | JABATAN | Kepala Bidang Informatika`. The holder is who is rated, whatever the office
is called (`JABATAN | Pengelola Data`); where no heading says who that is, it is the only jabatan in the table.
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

#: The rank of labels that a jabatan stands at (`Jabatan`, `Nama Jabatan`).
_OF_JABATAN = 1


class PersonsOffice(NamedTuple):
    """An office in a table of persons, with its label as printed, and whether the heading over it says that who holds
    it is rated."""

    label: str
    office: Text
    rated: bool


def office_of_holder(tables: Sequence[KeptTable]) -> PersonsOffice | None:
    """The office of the holder in the last of these tables that names any; None where it names several and says of none
    that he is rated."""
    for table in reversed(tables):
        offices = list(_offices(table))
        # `-` below `PEGAWAI YANG DINILAI`: nobody holds it, and the superior doesn't
        own = [one for one in offices if one.rated or not _says_rated(table)]
        if offices:
            return own[0] if len(own) == 1 else None
    return None


def _says_rated(table: KeptTable) -> bool:
    return any(rated().search(heading.as_printed) for heading in table.headings)


def _offices(table: KeptTable) -> Iterator[PersonsOffice]:
    printed = [cell for cell in table.cells if cell.text.as_printed]
    for label, value in pairwise(printed):
        rank = _rank(label.text.as_printed) if label.row == value.row else None
        printed_value = value.text.as_printed
        # at a label of jabatan stands one, whatever it is called, if the form is filled in; at one of units too
        # (`Unit Kerja | Dinas Sosial`)
        named = rank == _OF_JABATAN and any(map(str.isalpha, printed_value)) and not _rank(printed_value)
        if named or (rank and names_office(printed_value)):
            is_rated = rated().search(_heading(table, value)) is not None
            yield PersonsOffice(label.text.as_printed, value.text, is_rated)


def _rank(text: str) -> int | None:
    """The rank of the holder's label that a text is, None where it is none."""
    words = fold_words(text)
    return next((one.rank for one in labels_of("pemangku") if words == fold_words(" ".join(one.words))), None)


def _heading(table: KeptTable, cell: KeptCell) -> str:
    """The heading over a cell: of its column, else of the nearest one to the left that has one."""
    texts = [heading.as_printed for heading in table.headings[: cell.column]]
    return next((text for text in reversed(texts) if text), "")
