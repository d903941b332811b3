"""Corrections of reading of whole rows: joined with the next, split, dropped, added.

Each function applies one decision to the opened decree. No letter is lost, but of a row that a person says is not
printed; what it read is kept with the decision.
"""

from __future__ import annotations

from collections.abc import Mapping

from normalize.koreksi.demands import ink_of
from normalize.koreksi.kinds import GabungBaris, HapusBaris, PisahBaris, TambahBaris
from normalize.koreksi.look_up import AlreadySo, LookUp, Reading, StaleKoreksi, row_below
from normalize.koreksi.opened import OpenBlock, OpenRow, Spot, split_path
from normalize.koreksi.row_cells import (
    BETWEEN,
    blank_cell,
    joined,
    row_cells_of,
    row_words,
    seen_cell,
    tokens_of,
    with_cells,
    word_set,
)
from schemas.decree import Cell, PrintedTarget, Row


def join_rows(decision: GabungBaris, where: LookUp) -> Reading:
    """The next row is the rest of this one."""
    block, row = _upper(decision, where)
    below = row_below(block, row, 1)
    if below is None or row_words(below.row) != word_set(decision.isi):
        said = where.words_at(Spot(block, below)) if below else ""
        raise StaleKoreksi(f"baris berikutnya membaca “{said}”", Spot(block, row), said)
    before = _said(row.row), _said(below.row)
    upper, lower = row.cells, below.cells
    made = {column: _joined_cell(upper.get(column), lower.get(column)) for column in {**upper, **lower}}
    row.named |= below.named
    row.was += below.was
    block.rows.remove(below)
    row.put(with_cells(_with_columns_of(row.row, below.row), made))
    return Reading(Spot(block, row), BETWEEN.join(before), _said(row.row))


def _joined_cell(upper: Cell | None, lower: Cell | None) -> Cell:
    if upper is None or lower is None:
        return upper or lower or blank_cell()
    if not lower.text.as_printed:
        return upper
    if not upper.text.as_printed:
        return lower
    return seen_cell(joined(upper.text.as_printed, lower.text.as_printed), upper, lower)


def split_row(decision: PisahBaris, where: LookUp) -> Reading:
    """A row that is two."""
    block, row = _found(where.row(decision, decision.tercetak))
    cells, before = row.cells, _said(row.row)
    upper: dict[str, Cell] = {}
    lower = {column: blank_cell(bool(cell.text.as_printed) or cell.span == "covered") for column, cell in cells.items()}
    for column, stays, goes in zip(decision.kolom, decision.isi, decision.bawah, strict=True):
        old = cells.get(column)
        if old is None or ink_of(old.text.as_printed) != ink_of(stays + goes):
            read = old.text.as_printed if old else ""
            if _is_split(row, decision):
                raise AlreadySo(Spot(block, row))
            said = f"bagian-bagiannya tidak memuat seluruh teks kolom {column}, “{read}”"
            raise StaleKoreksi(said, Spot(block, row), before)
        upper[column], lower[column] = seen_cell(stays, old), seen_cell(goes, old)
    added = _like(row.row, lower)
    row.put(with_cells(row.row, upper))
    block.rows.insert(block.rows.index(row) + 1, added)
    return Reading(Spot(block, row), before, BETWEEN.join((_said(row.row), _said(added.row))))


def _is_split(row: OpenRow, decision: PisahBaris) -> bool:
    """Does the row read what stays of it?"""
    cells = row.cells
    return all(
        column in cells and cells[column].text.as_printed == said
        for column, said in zip(decision.kolom, decision.isi, strict=True)
    )


def drop_row(decision: HapusBaris, where: LookUp) -> Reading:
    """A row that is not printed. What it reads in a merged cell stands in the next row that the cell spans."""
    block, row = _dropped(decision, where)
    before, below = _said(row.row), row_below(block, row, 1)
    if below is not None:
        covered = {column for column, cell in below.cells.items() if cell.span == "covered"}
        printed = {column: cell for column, cell in row.cells.items() if cell.text.as_printed}
        below.put(with_cells(below.row, {column: printed[column] for column in printed if column in covered}))
    block.rows.remove(row)
    return Reading(Spot(block, row), before, "")


def _dropped(decision: HapusBaris, where: LookUp) -> tuple[OpenBlock, OpenRow]:
    """The row; AlreadySo where nothing like it is read."""
    try:
        return _found(where.row(decision, decision.tercetak))
    except StaleKoreksi as stale:
        wanted, there = tokens_of(decision.tercetak), tokens_of([stale.words])
        if 2 * len(wanted & there) < len(wanted):
            raise AlreadySo from None
        raise


def add_row(decision: TambahBaris, where: LookUp) -> Reading:
    """A row that was not read, below another one or above the first."""
    block, above = _anchor(decision, where)
    at = block.rows.index(above) + 1 if above else 0
    below = block.rows[at] if at < len(block.rows) else None
    if below is not None and row_words(below.row) >= word_set(decision.isi):
        raise AlreadySo(Spot(block, below))
    pattern = (above or below).row if (above or below) else Row(cells={})  # type: ignore[union-attr]
    cells = {
        column: blank_cell(below is not None and column in (under := below.cells) and under[column].span == "covered")
        for column in row_cells_of(pattern)
    }
    if unknown := [
        column for column in decision.kolom if column not in cells and ("/" in column or column not in block.columns)
    ]:
        raise StaleKoreksi(f"kolom {', '.join(unknown)} tidak ada pada tabel itu", Spot(block, above))
    said = dict(zip(decision.kolom, decision.isi, strict=True))
    added = _like(pattern, {**cells, **{column: seen_cell(text) for column, text in said.items()}})
    block.rows.insert(at, added)
    return Reading(Spot(block, added), "", _said(added.row))


def _anchor(decision: TambahBaris, where: LookUp) -> tuple[OpenBlock, OpenRow | None]:
    """The row above the one that is added; none at the beginning of a table."""
    if split_path(decision.tempat)[1] or decision.tercetak:
        return _found(where.row(decision, decision.tercetak))
    return where.block(decision), None


def _like(row: Row, cells: Mapping[str, Cell]) -> OpenRow:
    """A new row with these cells, of the same table and page as another."""
    blank = row.model_copy(
        update={
            "cells": {},
            "targets": tuple(PrintedTarget(cell=blank_cell()) for _ in row.targets),
            "others": {heading: blank_cell() for heading in row.others},
            "target": None,
            "stacked": False,
        }
    )
    made = OpenRow(blank)
    made.put(with_cells(blank, cells))
    return made


def _with_columns_of(row: Row, other: Row) -> Row:
    """The row with a blank cell for each column that only the other has."""
    more = other.targets[len(row.targets) :]
    targets = (*row.targets, *(PrintedTarget(cell=blank_cell()) for _ in more))
    others = {heading: blank_cell() for heading in other.others if heading not in row.others}
    return row.model_copy(update={"targets": targets, "others": {**row.others, **others}})


def _upper(decision: GabungBaris, where: LookUp) -> tuple[OpenBlock, OpenRow]:
    """The first of the two rows; AlreadySo where one row reads all of it."""
    try:
        return _found(where.row(decision, decision.tercetak))
    except StaleKoreksi:
        wanted = tokens_of((*decision.tercetak, *decision.isi))
        for block in where.decree.blocks:
            for row in block.rows:
                like = where.likeness(decision, Spot(block, row))
                if like.row and like.holder and tokens_of(row_words(row.row)) == wanted:
                    raise AlreadySo(Spot(block, row)) from None
        raise


def _found(spot: Spot) -> tuple[OpenBlock, OpenRow]:
    assert spot.block is not None and spot.row is not None
    return spot.block, spot.row


def _said(row: Row) -> str:
    """What the row reads, from left to right."""
    return BETWEEN.join(cell.text.as_printed for cell in row_cells_of(row).values() if cell.text.as_printed)
