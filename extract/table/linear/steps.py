"""The names of what speaks for a step from one run to the next, and for a row's end; the weights are the model's.

A step says several things, each about little: how the gap looks, which columns are passed over, what the row lacks. So
what is said is told in parts (`Said`), whose sums are the same in all tables and kept with the model.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.table.linear.facts import TableFacts
from extract.table.linear.model import Said
from extract.table.linear.runs import CONT, ROW, SAME, RowSoFar

#: Kinds of gap before a cell, as in facts.layout.
GAPS = ("lanjut", "ganti")


def step_names(facts: TableFacts, previous: int, row: RowSoFar, start: int, column: int, kind: int) -> list[str]:
    """Going from a run of column `previous` (-1 at the beginning) to one of this column and kind at gap `start`."""
    return [name for names, *about in step_said(facts, previous, row, start, column, kind) for name in names(*about)]


def step_said(facts: TableFacts, previous: int, row: RowSoFar, start: int, column: int, kind: int) -> list[Said]:
    """The same in parts."""
    roles = facts.roles
    line, page, gap = facts.layout[start]
    form = row.multi, line, row.after
    if kind == SAME:
        passed = roles[previous + 1 : column]
        return [(_next_cell, *form), (_each, "lewat=", passed), *_lacked_first(row, passed)]
    if kind == ROW:
        begun = (_next_row, *form, roles[column])
        lacked = _lacked_first(row, roles[:column]) if previous < 0 else []
        return [begun, (_each, "tanpa=", roles[:column]), *lacked, *_close_said(facts, previous, row)]
    found: list[Said] = [(_behind_break, "sambung" if kind == CONT else "baru", *form, roles[column])]
    if not row.after or column <= previous:
        lacking = tuple(role for k, role in enumerate(roles) if not row.mask >> k & 1)
        found.append((_cut, page, gap, facts.marked, facts.blank, roles[previous]))
        found.append((_each, "belahkurang=", lacking))
    return found


def _lacked_first(row: RowSoFar, roles: tuple[str, ...]) -> list[Said]:
    """What the table's first row lacks: nothing above it holds there."""
    return [(_each, "awaltanpa=", roles)] if row.first and roles else []


def _form(multi: bool, line: str, after: bool) -> str:
    return f"{'banyak' if multi else 'satu'}:{line}:{int(after)}"


def _next_cell(multi: bool, line: str, after: bool) -> list[str]:
    return ["langkah=sama", f"susun={_form(multi, line, after)}"]


def _next_row(multi: bool, line: str, after: bool, role: str) -> list[str]:
    return [f"susunbaris={_form(multi, line, after)}", f"baris>{role}"]


def _behind_break(name: str, multi: bool, line: str, after: bool, role: str) -> list[str]:
    return [f"{name}={role}", f"susun{name}={_form(multi, line, after)}"]


def _cut(page: int, gap: int, marked: bool, blank: bool, role: str) -> list[str]:
    return [f"belah={page}:{gap}:{int(marked)}{int(blank)}", f"belah<{role}"]


def _each(name: str, roles: Sequence[str]) -> list[str]:
    return [name + role for role in roles]


def standing_name(standing: str, before: bool, own: bool, gap: str) -> str:
    """How a cell stands to the one on its left, where each takes one line (False) or several. Cells at the top of their
    row share a line if the left one takes one line only, cells in its middle if both do."""
    heights = f"{'banyak' if before else 'satu'}:{'banyak' if own else 'satu'}"
    return f"tegak={standing}:{heights}:{gap}"


def close_names(facts: TableFacts, previous: int, row: RowSoFar) -> list[str]:
    """A row's end behind a run of column `previous` (-1: there was none): the cells that it lacks at its end. What it
    lacks before was counted when it was passed over: a search can't count it later."""
    return [name for names, *about in _close_said(facts, previous, row) for name in names(*about)]


def _close_said(facts: TableFacts, previous: int, row: RowSoFar) -> list[Said]:
    if previous < 0:
        return []
    if row.after:
        return [(_each, "usaisambung<", facts.roles[previous : previous + 1])]
    ended, lacking = facts.roles[previous : previous + 1], facts.roles[previous + 1 :]
    return [(_each, "baris<", ended), (_each, "kurang=", lacking), *_lacked_first(row, lacking)]
