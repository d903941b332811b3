"""Corrections of reading of a column: what its cells are.

The cells of every row are given to the columns anew, as the headings stand; none is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bahasa.fold import fold_words, path_segment
from bahasa.roles import OTHERS, TARGET, about_role
from bahasa.target_scope import scopes_of
from normalize.koreksi.kinds import PeranKolom
from normalize.koreksi.look_up import AlreadySo, LookUp, Reading, StaleKoreksi
from normalize.koreksi.opened import OpenBlock, Spot, split_path
from normalize.koreksi.row_cells import blank_cell, row_cells_of, seen_text
from schemas.base import Role
from schemas.decree import Cell, Heading, PrintedTarget, Row, TargetScope, Text


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column of a table: how its cells were kept (`key`), and what it is. `heading` is None where none was read."""

    key: str
    role: Role
    heading: Heading | None = None

    @property
    def printed(self) -> str:
        """Its heading as printed."""
        return self.heading.text.as_printed if self.heading else ""


def give_role(decision: PeranKolom, where: LookUp) -> Reading:
    """The role of a column, in one table or in all that have such a column."""
    first = where.block(decision)
    blocks = [first, *(one for one in where.decree.blocks if decision.di == "semua" and one is not first)]
    changed, stale = [], None
    for block in blocks:
        try:
            changed.append(_changed(decision, block))
        except StaleKoreksi as error:
            stale = stale or error
    if any(changed):
        return Reading(Spot(first), decision.kolom, decision.peran)
    raise AlreadySo(Spot(first)) if changed else (stale or StaleKoreksi("kolom itu tidak ada"))


def _changed(decision: PeranKolom, block: OpenBlock) -> bool:
    """Gives the role in this block; False where the column has it, beyond doubt."""
    columns = open_columns(block)
    role: Role = decision.peran  # type: ignore[assignment]
    headed = [at for at, one in enumerate(columns) if _is_headed(one, decision)]
    at = next((at for at in headed if columns[at].key == decision.kolom), None)
    if at is None:
        if any(columns[other].role == role for other in headed if decision.tercetak):
            return False
        raise StaleKoreksi(f"kolom {decision.kolom} “{decision.tercetak}” tidak ada pada tabel itu", Spot(block))
    if columns[at].role == role:
        return _made_sure(block, columns, at)
    taken = None if about_role(role).repeats else next((i for i, one in enumerate(columns) if one.role == role), None)
    if taken is not None:
        columns[taken] = replace(columns[taken], role=columns[at].role)
    columns[at] = replace(columns[at], role=role)
    _rebuild(block, columns)
    return True


def _made_sure(block: OpenBlock, columns: list[OpenColumn], at: int) -> bool:
    """A person says that the role is right: it is in no doubt any more."""
    heading = columns[at].heading
    if heading is None or heading.role_confidence == 1.0:
        return False
    columns[at] = replace(columns[at], heading=heading.model_copy(update={"role_confidence": 1.0}))
    _rebuild(block, columns)
    return True


def head_column(spot: Spot, printed: str) -> None:
    """The column's heading reads so, where the spot is one; a column without a role is kept by it."""
    block, (_, _, within) = spot.block, split_path(spot.path)
    if block is None or not within.startswith("headings/"):
        return
    columns = open_columns(block)
    at = int(within.rpartition("/")[2]) - 1
    heading = block.block.headings[at]
    text = seen_text(printed, heading.text)
    columns[at] = replace(columns[at], heading=heading.model_copy(update={"text": text}))
    _rebuild(block, columns)


def _is_headed(column: OpenColumn, decision: PeranKolom) -> bool:
    return not decision.tercetak or fold_words(column.printed) == fold_words(decision.tercetak)


def open_columns(block: OpenBlock) -> list[OpenColumn]:
    """The columns of the block: those of its headings in their order, then those that no heading tells."""
    found = []
    several = sum(heading.role == TARGET for heading in block.block.headings) > 1
    targets = 0
    for heading in block.block.headings:
        key: str = heading.role
        if heading.role == TARGET and several:
            targets += 1
            key = f"targets/{targets}"
        elif heading.role == OTHERS:
            key = f"{OTHERS}/{path_segment(heading.text.as_printed)}"
        found.append(OpenColumn(key, heading.role, heading))
    known = {one.key for one in found}
    bare = (column for column in block.columns if column not in known)
    return found + [OpenColumn(column, _role_of(column)) for column in bare]


def _role_of(column: str) -> Role:
    kept = column.partition("/")[0]
    return TARGET if kept == "targets" else kept  # type: ignore[return-value]


def _rebuild(block: OpenBlock, columns: Sequence[OpenColumn]) -> None:
    """Every row and heading of the block with the columns as they are now."""
    titles = _titles(columns)
    keys = _new_keys(columns, titles)
    block.renamed = {old: keys.get(new, new) for old, new in block.renamed.items()} | {
        old: new for old, new in keys.items() if old not in block.renamed.values() and old != new
    }
    for row in block.rows:
        row.put(_row_with(row.row, keys, titles))
    headings = tuple(_headed(one) for one in columns if one.heading is not None)
    block.block = block.block.model_copy(update={"headings": headings})


def _titles(columns: Sequence[OpenColumn]) -> dict[str, str]:
    """What each column without a role is kept by, by the key it had: its heading, or what it was called; each is
    another one, since two cells under one name would be one."""
    titles: dict[str, str] = {}
    # those that have no role already keep their name
    for one in sorted(columns, key=lambda one: not one.key.startswith(f"{OTHERS}/")):
        if one.role != OTHERS or one.key in titles:
            continue
        name = one.printed or one.key.partition("/")[2] or one.key
        number, free = 1, name
        while path_segment(free) in map(path_segment, titles.values()):
            number += 1
            free = f"{name} ({number})"
        titles[one.key] = free
    return titles


def _new_keys(columns: Sequence[OpenColumn], titles: dict[str, str]) -> dict[str, str]:
    """The key of each column now by the one it had."""
    targets = [one.key for one in columns if one.role == TARGET]
    keys: dict[str, str] = {}
    for one in columns:
        if one.role == TARGET and len(targets) > 1:
            keys[one.key] = f"targets/{targets.index(one.key) + 1}"
        elif one.role == OTHERS:
            keys[one.key] = f"{OTHERS}/{path_segment(titles[one.key])}"
        else:
            keys[one.key] = one.role
    return keys


def _row_with(row: Row, keys: dict[str, str], titles: dict[str, str]) -> Row:
    cells: dict[Role, Cell] = {}
    others: dict[str, Cell] = {}
    targets: dict[int, Cell] = {}
    for old, cell in row_cells_of(row).items():
        kept, _, name = keys.get(old, old).partition("/")
        if kept == OTHERS:
            others[titles.get(old, name)] = cell
        elif kept == "targets":
            targets[int(name)] = cell
        else:
            cells[kept] = cell  # type: ignore[index]
    count = max(targets, default=0)
    several = tuple(PrintedTarget(cell=targets.get(at, blank_cell())) for at in range(1, count + 1))
    return row.model_copy(update={"cells": cells, "others": others, "targets": several})


def _headed(column: OpenColumn) -> Heading:
    heading = column.heading or Heading(role=column.role, text=Text(as_printed=""))
    if heading.role == column.role:
        return heading
    scope: TargetScope | None = scopes_of([(column.printed,)])[0] if column.role == TARGET else None
    return heading.model_copy(update={"role": column.role, "role_confidence": 1.0, "scope": scope})
