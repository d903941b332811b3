"""Cells whose words are the same in both decrees, only cut otherwise, where a reading is in doubt: no change, but said.

Where a text shows no lines, where a cell ends is concluded, and a finding says so where that is not certain. Two
editions may then be cut at other words: `Produksi dibagi luas panen Badan Pusat Statistik` beside an empty cell, and
`Produksi dibagi luas panen` beside `Badan Pusat Statistik`. All words of both rows stand there, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from bahasa.roles import SASARAN
from bahasa.temuan import doubts_reading, row_of_field
from katalog.compare.diff.lists import Placed
from katalog.compare.match.key import parts
from katalog.compare.match.thing import Thing
from schemas.base import Finding
from schemas.catalogue import Catalogue
from schemas.diff import Change


class _Words(NamedTuple):
    """The words of a table in the order of its print, and which of them each cell has, by its thing's id and name."""

    words: list[str]
    cells: dict[tuple[str, str], range]


def doubted_rows(catalogue: Catalogue) -> frozenset[str]:
    """The ids of rows, and of the sasaran above them, of which a finding doubts how they were read."""
    where = {_row_of(found) for found in catalogue.findings if _is_doubt(found)}
    rows = [row for block in catalogue.blocks for row in block.rows if (block.kind, block.order, row.row) in where]
    return frozenset(name for row in rows for name in (row.id, row.sasaran_id) if name)


def _is_doubt(found: Finding) -> bool:
    return found.severity != "info" and not found.answered and doubts_reading(found.code)


def _row_of(found: Finding) -> tuple[str | None, int | None, int | None]:
    return found.kind, found.order, row_of_field(found.field)


def cut_otherwise(placed: Sequence[Placed], old: Thing, new: Thing, doubted: frozenset[str]) -> list[Placed]:
    """Those of the changes in a table that only say that its words are parted into other cells, where a row is in
    doubt."""
    likely = [one for one in placed if one[2].kind == "changed" and not doubted.isdisjoint(_things(one[2]))]
    if not likely:
        return []
    ours, theirs = _words_of(old), _words_of(new)
    same_old, same_new = _aligned(ours.words, theirs.words)
    return [
        one for one in likely if _is_same(one[2].old_id, one[2], ours, same_old)
        and _is_same(one[2].new_id, one[2], theirs, same_new)
    ]  # fmt: skip


def _things(change: Change) -> set[str]:
    return {name for name in (change.old_id, change.new_id) if name}


def _is_same(thing: str | None, change: Change, table: _Words, same: set[int]) -> bool:
    """Are all words of a side of a change in the other table, in their order?"""
    words = table.cells.get((thing or "", change.field or change.object))
    return words is not None and same.issuperset(words)


def _aligned(ours: list[str], theirs: list[str]) -> tuple[set[int], set[int]]:
    """The places of the words that both tables have, in one order."""
    old: set[int] = set()
    new: set[int] = set()
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        old.update(range(block.a, block.a + block.size))
        new.update(range(block.b, block.b + block.size))
    return old, new


def _words_of(block: Thing) -> _Words:
    made = _Words([], {})
    order = {one.column.name: one.place for one in block.lists["kolom"] if one.column is not None}
    for row in block.lists["indikator"]:
        if row.sasaran is not None and row.sasaran.rows[0] is row:
            _add(made, row.sasaran.id, SASARAN, row.sasaran.said.printed)
        for name in sorted(row.fields, key=lambda name: order.get(name, len(order))):
            _add(made, row.id, name, row.fields[name].own)
    return made


def _add(made: _Words, thing: str, name: str, text: str) -> None:
    start = len(made.words)
    made.words.extend(parts(text))
    made.cells[thing, name] = range(start, len(made.words))


def without(placed: Iterable[Placed], gone: Sequence[Placed]) -> list[Placed]:
    """The changes but for these."""
    left = {id(one) for one in gone}
    return [one for one in placed if id(one) not in left]
