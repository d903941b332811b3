"""Corrections of reading within rows: another text, words moved, cells joined and split.

Each function applies one decision to the opened decree and gives what it was about, with the texts before and after.
None loses a letter: what leaves a cell arrives in another one, and parts of a text are all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.fold import fold
from normalize.koreksi.demands import ink_of
from normalize.koreksi.kinds import BacaTeks, GabungSel, PindahTeks, PisahSel
from normalize.koreksi.look_up import AlreadySo, LookUp, Reading, StaleKoreksi, row_below
from normalize.koreksi.opened import OpenRow, Spot
from normalize.koreksi.read_columns import head_column
from normalize.koreksi.row_cells import blank_cell, joined, seen_cell, seen_text, with_cells
from schemas.decree import Cell

_CELL = re.compile(r"(?:(?P<offset>[+-]\d+)/)?(?P<column>.+)")


def read_text(decision: BacaTeks, where: LookUp) -> Reading:
    """Another text, in a cell or anywhere else."""
    spot = _found(decision, where)
    old = where.decree.text(spot)
    if fold(old.as_printed) == decision.menjadi:
        raise AlreadySo(spot)
    if fold(old.as_printed) != fold(decision.tercetak):
        raise StaleKoreksi(f"sudah dibetulkan menjadi “{old.as_printed}”", spot, old.as_printed)
    if spot.row is None:
        where.decree.put(spot, seen_text(decision.menjadi, old))
        head_column(spot, decision.menjadi)
    else:
        cell = spot.row.cells[spot.column]
        spot.row.put(with_cells(spot.row.row, {spot.column: seen_cell(decision.menjadi, cell)}))
    return Reading(spot, old.as_printed, decision.menjadi)


def _found(decision: BacaTeks, where: LookUp) -> Spot:
    """The text as it was read; AlreadySo where it reads right by itself."""
    try:
        return where.text(decision, decision.tercetak)
    except StaleKoreksi as stale:
        try:
            spot = where.text(decision, decision.menjadi)
        except StaleKoreksi:
            raise stale from None
        like = where.likeness(decision, spot)
        if like.row and like.holder and (decision.indikator or decision.jabatan or like.place):
            raise AlreadySo(spot) from None
        raise


def move_words(decision: PindahTeks, where: LookUp) -> Reading:
    """Words at the beginning or end of a cell, or all of it, to another cell."""
    spot = where.text(decision, decision.tercetak, lambda one: _rest_of(decision, where, one) is not None)
    row, rest = _row_of(spot), _rest_of(decision, where, spot)
    assert rest is not None
    ((other, column),) = _others(where, spot, [decision.ke])
    old = row.cells[spot.column]
    _receive(spot, other, column, decision.tercetak, old)
    row.put(with_cells(row.row, {spot.column: seen_cell(rest, old)}))
    return Reading(spot, old.text.as_printed, rest)


def _rest_of(decision: PindahTeks, where: LookUp, spot: Spot) -> str | None:
    """What stays in the cell when the words go; None where they are not its beginning or end."""
    words, printed = fold(decision.tercetak), fold(where.decree.text(spot).as_printed)
    if printed == words:
        return ""
    if printed.endswith(f" {words}"):
        return printed[: -len(words)].rstrip()
    return printed[len(words) :].lstrip() if printed.startswith(f"{words} ") else None


def join_cells(decision: GabungSel, where: LookUp) -> Reading:
    """Cells that belong to the first one."""
    spot = where.text(decision, decision.tercetak)
    row = _row_of(spot)
    first = row.cells[spot.column]
    others = _others(where, spot, decision.dengan)
    cells = [other.cells.get(column, blank_cell()) for other, column in others]
    if not any(cell.text.as_printed for cell in cells) and all(_reads(row, spot.column, said) for said in decision.isi):
        raise AlreadySo(spot)
    for cell, said in zip(cells, decision.isi, strict=True):
        if fold(cell.text.as_printed) != fold(said):
            raise StaleKoreksi(f"sel lanjutannya membaca “{cell.text.as_printed}”, bukan “{said}”", spot)
    whole = joined(first.text.as_printed, *(cell.text.as_printed for cell in cells))
    for other, column in others:
        below = other is not row and column == spot.column
        other.put(with_cells(other.row, {column: blank_cell(below)}))
    row.put(with_cells(row.row, {spot.column: seen_cell(whole, first, *cells)}))
    return Reading(spot, first.text.as_printed, whole)


def split_cell(decision: PisahSel, where: LookUp) -> Reading:
    """A cell whose text belongs to several."""
    spot = where.text(decision, decision.tercetak)
    row = _row_of(spot)
    old = row.cells[spot.column]
    others = [_beside(where, spot, name) for name in decision.ke]
    if ink_of(old.text.as_printed) != ink_of("".join(decision.isi)):
        if all(_reads(other, column, part) for (other, column), part in zip(others, decision.isi, strict=True)):
            raise AlreadySo(spot)
        raise StaleKoreksi(f"sudah dibetulkan menjadi “{old.text.as_printed}”", spot, old.text.as_printed)
    row.put(with_cells(row.row, {spot.column: blank_cell()}))
    for (other, column), part in zip(others, decision.isi, strict=True):
        _receive(spot, other, column, part, old)
    return Reading(spot, old.text.as_printed, joined(*decision.isi))


def _reads(row: OpenRow, column: str, words: str) -> bool:
    return fold(words) in fold(row.cells.get(column, blank_cell()).text.as_printed)


def _receive(spot: Spot, other: OpenRow, column: str, words: str, source: Cell) -> None:
    """Words put into a cell: before what stands there where they come from the left or from above, else behind."""
    old = other.cells.get(column, blank_cell())
    block = spot.block
    assert block is not None and spot.row is not None
    columns = block.columns
    here, there = block.rows.index(spot.row), block.rows.index(other)
    before = (here, columns.index(spot.column)) < (there, columns.index(column))
    parts = (words, old.text.as_printed) if before else (old.text.as_printed, words)
    other.put(with_cells(other.row, {column: seen_cell(joined(*parts), old, source)}))


def _others(where: LookUp, spot: Spot, names: Sequence[str]) -> list[tuple[OpenRow, str]]:
    """The cells of these names, each another one: no text is put into its own cell, or taken twice."""
    found = [_beside(where, spot, name) for name in names]
    if (spot.row, spot.column) in found or len(set(found)) < len(found):
        raise StaleKoreksi(f"sel {', '.join(names)} bukan sel lain", spot, where.words_at(spot))
    return found


def _beside(where: LookUp, spot: Spot, name: str) -> tuple[OpenRow, str]:
    """The row and column of a cell named from the one at `spot` (`rumus`, `+1/rumus`)."""
    match = _CELL.fullmatch(name)
    assert match is not None and spot.block is not None and spot.row is not None
    row = row_below(spot.block, spot.row, int(match["offset"] or 0))
    column = match["column"]
    if row is None or column not in spot.block.columns:
        raise StaleKoreksi(f"sel {name} tidak ada di sana", spot, where.words_at(spot))
    if column not in row.cells and "/" in column:
        raise StaleKoreksi(f"sel {name} tidak ada pada baris itu", spot, where.words_at(spot))
    return row, column


def _row_of(spot: Spot) -> OpenRow:
    if spot.row is None:
        raise StaleKoreksi("hanya sel tabel yang dapat digabung, dipisah, atau dipindah", spot)
    return spot.row
