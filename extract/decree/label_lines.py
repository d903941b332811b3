"""Labels of a text's heads that stand on several lines above their values -> one line each.

Input: the rows of the flow. Output: the same, `1. Jabatan` / `Struktural/Pelaksana` / `: Kepala Bidang` as one piece
on the line of its value. Guarantee: every character of every line is in one piece.

Extractors that read a head cell by cell print its left cell, wrapped where the column ends, and the value below it.
Heads print their labels again and again, each with another value: by that such lines are told from cells of a table
(`Realisasi belanja` / `: pagu anggaran`), and from what stands above a label by chance.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bahasa.labels import is_whole_label
from bahasa.parts import head_labels
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.meaning.fields import FORM

#: A label takes so many lines at most, and is printed so often at least.
_LINES, _FEWEST = 3, 2
_VALUE = re.compile(r"[:：]\s*\S")
_COUNTED = re.compile(r"(?:\d{1,2}|[A-Za-z])[.)]\s")
#: What no line of a label has: a digit behind its number, a sign that ends a sentence or a value.
_NO_LABEL = re.compile(r"[:：;,\t]|\d(?![.)]\s)|[.]$|^[-•*–]")

#: The texts of a label's lines, top to bottom.
Printed = tuple[str, ...]


def labels_joined(rows: Sequence[FlowRow], positions: Sequence[int]) -> tuple[list[FlowRow], list[int]]:
    """The rows and their positions in the flow, each such label in one row at the position of its first line.

    >>> from schemas.layout import Line
    >>> texts = ["2. Tugas", "Jabatan", ": Menyusun data", "2. Tugas", "Jabatan", ": Mengelola arsip"]
    >>> rows = [Piece(text, Line(text, n), n) for n, text in enumerate(texts)]
    >>> [(row.text, at) for row, at in zip(*labels_joined(rows, range(6)))]
    [('2. Tugas Jabatan : Menyusun data', 0), ('2. Tugas Jabatan : Mengelola arsip', 3)]
    """
    starts = dict(_labels(rows))
    inside = {row for end, start in starts.items() for row in range(start, end)}
    kept = [at for at in range(len(rows)) if at not in inside]
    joined = [_joined(rows, starts[at], at) if at in starts else rows[at] for at in kept]
    return joined, [positions[starts.get(at, at)] for at in kept]


def _labels(rows: Sequence[FlowRow]) -> Iterator[tuple[int, int]]:
    """The row of the value and the first row of each such label."""
    values: dict[Printed, set[str]] = defaultdict(set)
    counts: Counter[Printed] = Counter()
    # `Nama` / `Jabatan` / `: Siti Aminah` / `: Kepala Seksi` are two labels
    alone = (at for at, row in enumerate(rows) if _is_value(row) and not any(map(_is_value, rows[at + 1 : at + 2])))
    above = {at: _above(rows, at) for at in alone}
    for at, printed in above.items():
        for count in range(1, len(printed) + 1):
            values[printed[-count:]].add(rows[at].text)
            counts[printed[-count:]] += 1
    for at, printed in above.items():
        # what stands above some of the heads only is no part of the label
        own = next(
            (printed[-k:] for k in range(len(printed), 0, -1) if counts[printed[-k:]] == counts[printed[-1:]]), ()
        )
        # `Kabupaten Bima` / `Tugas` / `: Menyusun data`: the value above goes on; `2. Tugas` / `Jabatan` is one label
        whole = own and (_COUNTED.match(own[0]) is not None or is_whole_label(" ".join(own), *head_labels()))
        known = own and is_whole_label(own[-1], *head_labels()) and (len(own) == 1 or not whole)
        if len(values[own]) >= _FEWEST and not known and FORM.match(" ".join((*own, rows[at].text))):
            yield at, at - len(own)


def _is_value(row: FlowRow) -> bool:
    return isinstance(row, Piece) and row.line.sheet is None and _VALUE.match(row.text) is not None


def _above(rows: Sequence[FlowRow], at: int) -> Printed:
    """The lines above a value that may be its label's, up to the one that counts it."""
    printed: list[str] = []
    for row in reversed(rows[max(0, at - _LINES) : at]):
        text = row.text.strip() if isinstance(row, Piece) and row.line.sheet is None else ""
        if not text or text != row.text.rstrip() or _NO_LABEL.search(text):
            break
        # `PERJANJIAN KINERJA` above `Jabatan` is a title
        if printed and text.isupper() and not printed[0].isupper():
            break
        printed.insert(0, text)
        if _COUNTED.match(text):
            break
    return tuple(printed)


def _joined(rows: Sequence[FlowRow], start: int, end: int) -> FlowRow:
    value = rows[end]
    text = " ".join(row.text.strip() for row in rows[start : end + 1])
    return replace(value, text=text, line=replace(value.line, text=text)) if isinstance(value, Piece) else value
