"""Labels of a head that count, without colons or points: `1. JABATAN` / `Kepala Bidang` / `2. TUGAS` / `3. FUNGSI`.

A known label alone on its line may be anything (`Tugas`, in a table of contents); where it has a number, a text stands
below it, and the next known label of a head counts on, all before a table, its value is that text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bahasa.entry_mark import number_behind
from bahasa.labels import LABEL_BORDER, labels_of, starts_with_label
from bahasa.parts import head_labels
from extract.decree.label import label_in
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading

#: A tugas and its fungsi take at most so many lines.
_REACH = 60
_NUMBER = re.compile(r"\s*(?P<nomor>\d{1,2}|[A-Z])(?P<tanda>[.)])\s")
# `2   TUGAS`: in a column of its own, without a point
_APART = re.compile(r"\s*(?P<nomor>\d{1,2}|[A-Z]|[IVX]{1,4})\s{3,}(?=\S)")
_FIRSTS = ("1", "A", "I")
#: A point of a head that has nothing but its table has so many words at most, its number with them.
_WORDS = 6


def counts_on(rows: Sequence[FlowRow], at: int, table: Callable[[int], TableHeading | None]) -> bool:
    """Does a label alone at this line have a number, text below, and the next label of the head the next number?"""
    number = _counted(rows[at])
    if not number or at + 1 >= len(rows) or _counted(rows[at + 1]):
        return False
    below = takewhile(lambda row: not table(row), range(at + 1, min(at + 1 + _REACH, len(rows))))
    following = next((counted for row in below if (counted := _counted(rows[row]))), "")
    return following == number_behind(number)


def ends_head(rows: Sequence[FlowRow], at: int) -> bool:
    """`4. TABEL IKU` below `3. FUNGSI` and its items `1)`, `2)`: the next point of the head, no item of the list."""
    match = _NUMBER.match(rows[at].text)
    if match is None or len(rows[at].text.split()) > _WORDS:
        return False
    style = match["tanda"]
    for row in reversed(rows[max(0, at - _REACH) : at]):
        if number := _counted(row):
            return number_behind(number) == match["nomor"]
        item = _NUMBER.match(row.text)
        if item is not None and item["tanda"] == style:
            return False
    return False


def counts_apart(rows: Sequence[FlowRow], at: int, table: Callable[[int], TableHeading | None]) -> bool:
    """Does a line begin with a number in a column of its own that does not count the labels of a head? The rows of a
    table do, and the items of a list (`2   Unit Kerja : tertib administrasi`). Those of a head begin with a known
    label, and go on with one."""
    own = _apart(rows, at)
    if not own or LABEL_BORDER in rows[at].text:
        return False
    above = range(at, max(-1, at - _REACH), -1)
    first = next((row for row in above if _apart(rows, row) in _FIRSTS and _same_style(_apart(rows, row), own)), None)
    if first is None or not starts_with_label(rows[first].text, *head_labels()):
        return True
    if first != at:
        return False
    below = takewhile(lambda row: not table(row), range(at + 1, min(at + 1 + _REACH, len(rows))))
    counted = (row for row in below if _same_style(_apart(rows, row), own))
    return not any(starts_with_label(rows[row].text, *head_labels()) for row in counted)


def _apart(rows: Sequence[FlowRow], at: int) -> str:
    match = _APART.match(rows[at].text) if isinstance(rows[at], Piece) else None
    return match["nomor"] if match else ""


def _same_style(number: str, other: str) -> bool:
    return number != "" and number.isdigit() == other.isdigit()


def _counted(row: FlowRow) -> str:
    """The number before a known label of a head that stands alone on its line; empty where it is none."""
    match = _NUMBER.match(row.text) if isinstance(row, Piece) else None
    if match is None:
        return ""
    for label in labels_of(*head_labels()):
        found = label_in(label, row.text)
        if found and not found.rest and label.bentuk == "titik_dua":
            return match["nomor"]
    return ""
