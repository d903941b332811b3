"""Cells whose words are the same in both decrees, only cut otherwise, where a reading is in doubt: no change, but said.

Where a text shows no lines, where a cell ends is concluded, and a finding says so where that is not certain. Two
editions may then be cut at other words: `Produksi dibagi luas panen Badan Pusat Statistik` beside an empty cell, and
`Produksi dibagi luas panen` beside `Badan Pusat Statistik`. All words of both rows stand there, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bahasa.roles import TARGET
from bahasa.temuan import doubts_reading, row_of_field
from katalog.compare.diff.lists import Placed
from katalog.compare.diff.words_near import CellName, Window, aligned
from katalog.compare.match.thing import Said, Thing
from schemas.base import Finding
from schemas.catalogue import Catalogue
from schemas.diff import Change


def doubted_cells(catalogue: Catalogue) -> frozenset[CellName]:
    """What findings doubt to have been read rightly, of rows: the row's id, or that of the sasaran above it, and the
    column; no column where the row as a whole is in doubt."""
    rows = {(block.kind, block.order, row.row): row for block in catalogue.blocks for row in block.rows}
    cells: set[CellName] = set()
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


def with_doubts(placed: Iterable[Placed], doubted: frozenset[CellName]) -> Iterator[Placed]:
    """The changes, those of a cell in doubt, or of a row that is as a whole, marked."""
    for place, rank, one in placed:
        column = (one.field or one.object).partition("/")[0]
        unsure = any((name, about) in doubted for name in _things(one) for about in ("", column))
        yield place, rank, one.model_copy(update={"doubted": True}) if unsure else one


def cut_otherwise(placed: Sequence[Placed], old: Thing, new: Thing, doubted: frozenset[CellName]) -> list[Placed]:
    """Those of the changes in a table that only say that its words are parted into other cells, where something of a
    row is in doubt."""
    rows = {name for name, _ in doubted}
    likely = [one for one in placed if one[2].kind == "changed" and not rows.isdisjoint(_things(one[2]))]
    known = _rows(old), _rows(new)
    return [one for one in likely if _is_cut_otherwise(one[2], known)]


def _is_cut_otherwise(change: Change, known: tuple[dict[str, Thing], dict[str, Thing]]) -> bool:
    """Do all words of both sides of a change stand in the other table, near its row, in their order and together? What
    stands between them there was passed over: a word that went to another cell in print."""
    names = change.old_id or "", change.new_id or ""
    cells = [(name, change.field or change.object) for name in names]
    if any(name not in rows for name, rows in zip(names, known, strict=True)):
        return False
    near = [Window.of(rows[name], _as_read) for name, rows in zip(names, known, strict=True)]
    if any(cell not in window.cells for cell, window in zip(cells, near, strict=True)):
        return False
    later = aligned(near[0].keys, near[1].keys)
    earlier = {new: old for old, new in later.items()}
    ours, theirs = (window.span(window.cells.index(cell)) for cell, window in zip(cells, near, strict=True))
    return _stands_together(ours, later) and _stands_together(theirs, earlier)


def _stands_together(words: range, there: dict[int, int]) -> bool:
    """Whether the other print has these words as well, none between them; `there`: which word is which."""
    found = [there[word] for word in words if word in there]
    return len(found) == len(words) and all(after == before + 1 for before, after in pairwise(found))


def _as_read(thing: Thing, name: str, read: Said) -> Said:
    return read


def _rows(block: Thing) -> dict[str, Thing]:
    """The rows of a table by their ids, and the first rows of its sasaran by theirs."""
    first = {one.id: one.rows[0] for one in block.lists["sasaran"] if one.rows}
    return {**{row.id: row for row in block.lists["indikator"]}, **first}


def _things(change: Change) -> set[str]:
    return {name for name in (change.old_id, change.new_id) if name}


def without(placed: Iterable[Placed], gone: Sequence[Placed]) -> list[Placed]:
    """The changes but for these."""
    left = {id(one) for one in gone}
    return [one for one in placed if id(one) not in left]
