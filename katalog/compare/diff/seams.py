"""Cells whose words are the same in both decrees, only cut otherwise, where a reading is in doubt: no change, but said.

Where a text shows no lines, where a cell ends is concluded, and a finding says so where that is not certain. Two
editions may then be cut at other words: `Produksi dibagi luas panen Badan Pusat Statistik` beside an empty cell, and
`Produksi dibagi luas panen` beside `Badan Pusat Statistik`. All words of both rows stand there, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from bahasa.roles import SASARAN, TARGET
from bahasa.temuan import doubts_reading, row_of_field
from katalog.compare.diff.lists import Placed
from katalog.compare.match.key import parts
from katalog.compare.match.thing import Thing
from schemas.base import Finding
from schemas.catalogue import Catalogue
from schemas.diff import Change

#: Rows above and below that are looked at as well: a cell's words may have been read into the next row.
_BESIDE = 1


class _Words(NamedTuple):
    """The words of some rows in the order of their print, and which of them each cell has, by its thing's id and
    name."""

    words: list[str]
    cells: dict[tuple[str, str], range]


def doubted_cells(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """What findings doubt to have been read rightly, of rows: the row's id, or that of the sasaran above it, and the
    column; no column where the row as a whole is in doubt."""
    rows = {(block.kind, block.order, row.row): row for block in catalogue.blocks for row in block.rows}
    cells: set[tuple[str, str]] = set()
    for found in catalogue.findings:
        row = rows.get((found.kind, found.order or 0, row_of_field(found.field) or 0)) if _is_doubt(found) else None
        if row is not None:
            cells.update((name, _column(found.field)) for name in (row.id, row.sasaran_id) if name)
    return frozenset(cells)


def _is_doubt(found: Finding) -> bool:
    return found.severity != "info" and not found.answered and doubts_reading(found.code)


def _column(field: str) -> str:
    """`rows/3/rumus` is about the rumus, `rows/3/targets/2` about a target, `rows/3` about the row."""
    steps = field.split("/")
    return "" if len(steps) < 3 else TARGET if steps[2] == "targets" else steps[2]


def with_doubts(placed: Iterable[Placed], doubted: frozenset[tuple[str, str]]) -> Iterator[Placed]:
    """The changes, those of a cell in doubt, or of a row that is as a whole, marked."""
    for place, rank, one in placed:
        column = (one.field or one.object).partition("/")[0]
        unsure = any((name, about) in doubted for name in _things(one) for about in ("", column))
        yield place, rank, one.model_copy(update={"doubted": True}) if unsure else one


def cut_otherwise(
    placed: Sequence[Placed], old: Thing, new: Thing, doubted: frozenset[tuple[str, str]]
) -> list[Placed]:
    """Those of the changes in a table that only say that its words are parted into other cells, where something of a
    row is in doubt."""
    rows = {name for name, _ in doubted}
    likely = [one for one in placed if one[2].kind == "changed" and not rows.isdisjoint(_things(one[2]))]
    places = _places(old), _places(new)
    return [one for one in likely if _is_cut_otherwise(one[2], (old, new), places)]


def _is_cut_otherwise(change: Change, tables: tuple[Thing, Thing], places: tuple[dict[str, int], ...]) -> bool:
    """Do all words of both sides of a change stand in the other table, near its row and in their order?"""
    near: list[_Words] = []
    sides = change.old_id, change.new_id
    for name, table, known in zip(sides, tables, places, strict=True):
        if name not in known:
            return False
        near.append(_words_near(table, known[name]))
    own = [
        words.cells.get((name or "", change.field or change.object)) for words, name in zip(near, sides, strict=True)
    ]
    same = _aligned(near[0].words, near[1].words)
    return all(cell is not None and held.issuperset(cell) for cell, held in zip(own, same, strict=True))


def _places(block: Thing) -> dict[str, int]:
    """The rows of a table by their ids, and the first rows of its sasaran by theirs."""
    rows = block.lists["indikator"]
    first = {one.id: one.rows[0].place for one in block.lists["sasaran"] if one.rows}
    return {**{row.id: row.place for row in rows}, **first}


def _things(change: Change) -> set[str]:
    return {name for name in (change.old_id, change.new_id) if name}


def _aligned(ours: list[str], theirs: list[str]) -> tuple[set[int], set[int]]:
    """The places of the words that both tables have, in one order."""
    old: set[int] = set()
    new: set[int] = set()
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        old.update(range(block.a, block.a + block.size))
        new.update(range(block.b, block.b + block.size))
    return old, new


def _words_near(block: Thing, place: int) -> _Words:
    """The words of a row and of those beside it."""
    made = _Words([], {})
    order = {one.column.name: one.place for one in block.lists["kolom"] if one.column is not None}
    for row in block.lists["indikator"][max(0, place - _BESIDE) : place + _BESIDE + 1]:
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
