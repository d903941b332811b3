"""Sheets of one indicator each -> tables with one row, their labels the heading.

A manual of indicators prints each on a sheet of its own, label beside value: `Sasaran Strategis | : | Meningkatnya
derajat kesehatan`, `Indikator Kinerja | : | Angka Kematian Ibu`, `Formula | : | Jumlah ...`. It is a table set upright:
what stands in its first column heads what stands beside it. Such a grid is one by its form (a label and one value in
each band), and by its labels, together with the values of all sheets that print the same ones: they are headings of a
table of indicators, the indikator surely among them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bahasa.headings import role_of_heading
from bahasa.labels import starts_with_label
from bahasa.roles import INDIKATOR, OTHERS, about_role
from extract.read.pdf.grid import text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.meaning.evidence import SeenColumn, squashed
from extract.table.meaning.roles import decide
from schemas.layout import DrawnCell, Grid

#: A sheet has so many labels, each of so many words at most.
_LABELS, _WORDS = 4, 8
#: So sure must the indikator be, and so many columns with a role beside it.
_SURE, _ROLES = 0.8, 2
_COLONS = ":："
#: The parts of a head that no sheet of an indicator has.
_HEAD = ("tugas", "fungsi")
# `3. Formula`, `a. Satuan`
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]\s*(?=\w)")


class SheetLabel(NamedTuple):
    """A label of a sheet, its number and colon with it, and its value (None where none is printed)."""

    label: Sequence[DrawnCell]
    value: DrawnCell | None

    @property
    def name(self) -> str:
        """The label alone."""
        texts = [text_in(cell).strip(f" {_COLONS}") for cell in self.label]
        return _NUMBER.sub("", " ".join(text for text in texts if text and not ROW_NUMBER_ALONE.match(text)))


def upright(grids: Sequence[Grid]) -> list[Grid]:
    """The grids, sheets of indicators among them as tables with one row."""
    sheets = {at: entries for at, grid in enumerate(grids) if (entries := _entries(grid))}
    alike: dict[tuple[str, ...], list[list[SheetLabel]]] = defaultdict(list)
    for entries in sheets.values():
        alike[_key(entries)].append(entries)
    told = {key for key, same in alike.items() if _of_indicators(same)}
    return [
        _turned(grid, sheets[at]) if at in sheets and _key(sheets[at]) in told else grid
        for at, grid in enumerate(grids)
    ]


def _key(entries: Sequence[SheetLabel]) -> tuple[str, ...]:
    return tuple(squashed(entry.name) for entry in entries)


def _entries(grid: Grid) -> list[SheetLabel]:
    """The labels of a grid with their values, band by band; empty where it is no sheet of them."""
    entries: list[SheetLabel] = []
    for band, row in enumerate(grid.owner):
        cells = [cell for cell in dict.fromkeys(row) if cell.words]
        if any(cell.r0 != band for cell in cells):
            return []
        entry = _entry(cells)
        if entry is None:
            return []
        entries.append(entry)
    names = {squashed(entry.name) for entry in entries}
    return entries if len(entries) >= _LABELS and len(names) == len(entries) else []


def _entry(cells: Sequence[DrawnCell]) -> SheetLabel | None:
    """The cells of a band as a label (behind its number, with its colon) and one value; None where they are more."""
    texts = [text_in(cell) for cell in cells]
    at = 1 + bool(texts and ROW_NUMBER_ALONE.match(texts[0]))
    if at > len(cells) or len(texts[at - 1].split()) > _WORDS or not texts[at - 1].strip(_COLONS):
        return None
    at += at < len(cells) and not texts[at].strip(_COLONS)
    return SheetLabel(cells[:at], cells[at] if at < len(cells) else None) if len(cells) <= at + 1 else None


def _of_indicators(sheets: Sequence[Sequence[SheetLabel]]) -> bool:
    """Are the labels of like sheets, with the values of all, headings of a table of indicators?"""
    columns = [
        SeenColumn((entries[0].name,), tuple(text_in(one.value) if one.value else "" for one in entries))
        for entries in zip(*sheets, strict=True)
    ]
    if any(starts_with_label(f"{column.headings[0]} :", *_HEAD) for column in columns):
        # a head has the same form: `Nama Jabatan`, `Tugas`, `Fungsi`, and `Indikator Kinerja :` above its table
        return False
    if not any(role_of_heading(column.headings[0]) == INDIKATOR and all(column.cells) for column in columns):
        return False
    decided = decide(columns)
    sure = any(one.role == INDIKATOR and one.sure >= _SURE for one in decided)
    named = [one.role for one in decided if one.role not in (INDIKATOR, OTHERS) and one.sure >= _SURE]
    return sure and len(named) >= _ROLES and any(about_role(role).telling for role in named)


def _turned(grid: Grid, entries: Sequence[SheetLabel]) -> Grid:
    """A sheet as a table with one row. Cells keep their words and their own width, so places stay those of the page;
    columns share the width of the sheet alike."""
    x0, top, x1, bottom = grid.box
    xs = tuple(x0 + (x1 - x0) * k / len(entries) for k in range(len(entries) + 1))
    heads, values = [], []
    for k, entry in enumerate(entries):
        first = entry.label[0]
        words = [word for cell in entry.label for word in cell.words]
        heads.append(replace(first, c0=k, c1=k, r0=0, r1=0, x1=entry.label[-1].x1, words=words))
        value = entry.value or replace(first, words=[])
        values.append(replace(value, c0=k, c1=k, r0=1, r1=1))
    return replace(
        grid, xs=xs, ys=(top, (top + bottom) / 2, bottom), owner=[heads, values], cells=[*heads, *values], upright=True
    )
