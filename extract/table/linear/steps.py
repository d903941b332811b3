"""The names of what speaks for a step from one run to the next, and for a row's end; the weights are the model's."""

from __future__ import annotations

from extract.table.linear.facts import TableFacts
from extract.table.linear.runs import CONT, ROW, SAME, RowSoFar

#: Kinds of gap before a cell, as in facts.layout.
GAPS = ("lanjut", "ganti")


def step_names(facts: TableFacts, previous: int, row: RowSoFar, start: int, column: int, kind: int) -> list[str]:
    """Going from a run of column `previous` (-1 at the beginning) to one of this column and kind at gap `start`."""
    roles = facts.roles
    line, page, gap = facts.layout[start]
    form = f"{'banyak' if row.multi else 'satu'}:{line}:{int(row.after)}"
    if kind == SAME:
        return ["langkah=sama", f"susun={form}", *(f"lewat={roles[k]}" for k in range(previous + 1, column))]
    if kind == ROW:
        out = [f"susunbaris={form}", f"baris>{roles[column]}", *(f"tanpa={roles[k]}" for k in range(column))]
        return out + close_names(facts, previous, row)
    name = "sambung" if kind == CONT else "baru"
    out = [f"{name}={roles[column]}", f"susun{name}={form}"]
    if not row.after or column <= previous:
        out += [f"belah={page}:{gap}:{int(facts.marked)}{int(facts.blank)}", f"belah<{roles[previous]}"]
        out += [f"belahkurang={roles[k]}" for k in range(len(roles)) if not row.mask >> k & 1]
    return out


def standing_name(standing: str, before: bool, own: bool, gap: str) -> str:
    """How a cell stands to the one on its left, where each takes one line (False) or several. Cells at the top of their
    row share a line if the left one takes one line only, cells in its middle if both do."""
    heights = f"{'banyak' if before else 'satu'}:{'banyak' if own else 'satu'}"
    return f"tegak={standing}:{heights}:{gap}"


def close_names(facts: TableFacts, previous: int, row: RowSoFar) -> list[str]:
    """A row's end behind a run of column `previous` (-1: there was none): the cells that it lacks at its end. What it
    lacks before was counted when it was passed over: a search can't count it later."""
    if previous < 0:
        return []
    if row.after:
        return [f"usaisambung<{facts.roles[previous]}"]
    return [f"baris<{facts.roles[previous]}", *(f"kurang={role}" for role in facts.roles[previous + 1 :])]
