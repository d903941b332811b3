"""Labels a table's words from its gold rows: which row, role and piece each word belongs to.

The text of a table holds every word of every cell once. Cells follow each other in the order of the columns; at a page
break a row's cells stop half-way and their rests follow, again in that order. The alignment with the fewest pieces is
found by a search over (next word, row, words used of each cell).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bahasa.roles import SASARAN


@dataclass(frozen=True, slots=True)
class WordLabel:
    """`row` counts from 0; `role` names the column; `cont` says that the piece continues a cell that a page break
    cut."""

    row: int
    role: str
    cont: bool


def role_of_column(column: str) -> str:
    """The role of a column that a table may have several of.

    >>> role_of_column("target#2")
    'target'
    """
    return column.partition("#")[0]


@dataclass(frozen=True, slots=True)
class _State:
    row: int
    column: int
    used: tuple[int, ...]
    open_sasaran: tuple[int, int]
    cut: bool


_Cells = list[list[list[str]]]
_Came = dict[tuple[int, _State], "tuple[tuple[int, _State], WordLabel] | None"]


class CannotAlign(Exception):
    """The gold's words are not the table's words."""


def align(words: Sequence[str], rows: Sequence[dict[str, str | None]], roles: Sequence[str]) -> list[WordLabel]:
    """One label a word. Raises CannotAlign with the furthest position reached."""
    cells = [[(row.get(role) or "").split() for role in roles] for row in rows]
    sas = roles.index(SASARAN) if SASARAN in roles else -1
    none = (-1, 0)
    start = _State(-1, len(roles), (), none, False)
    queue: list[tuple[int, int, int, _State]] = [(0, 0, 0, start)]
    came: _Came = {(0, start): None}
    best: dict[tuple[int, _State], int] = {(0, start): 0}
    tick, furthest = 0, 0
    while queue:
        cost, negative, _, state = heapq.heappop(queue)
        position = -negative
        if best.get((position, state), cost) < cost:
            continue
        furthest = max(furthest, position)
        if position == len(words):
            if _complete(state, cells):
                return _trace(came, (position, state))
            continue
        for price, new, label in _steps(state, words[position], cells, roles, sas):
            key = (position + 1, new)
            if cost + price < best.get(key, 1 << 30):
                best[key] = cost + price
                came[key] = ((position, state), label)
                tick += 1
                heapq.heappush(queue, (cost + price, -(position + 1), tick, new))
    raise CannotAlign(f"word {furthest}: {' '.join(words[max(0, furthest - 5) : furthest + 5])}")


def _complete(state: _State, cells: _Cells) -> bool:
    done = state.row == len(cells) - 1 and all(u == len(c) for u, c in zip(state.used, cells[-1], strict=True))
    return done and state.open_sasaran[0] < 0


def _steps(
    state: _State, word: str, cells: _Cells, roles: Sequence[str], sas: int
) -> Iterator[tuple[int, _State, WordLabel]]:
    """(price, next state, label) for every way in which `word` can be the next one."""
    row, used = state.row, state.used
    if row >= 0:
        for c in range(len(roles)):
            have = cells[row][c]
            if used[c] < len(have) and have[used[c]] == word:
                same = c == state.column
                fresh = used[c] == 0
                if not same and fresh and not state.cut and c < state.column:
                    continue
                cont = not fresh and (not same or _piece_is_cont(state, c))
                price = 0 if same and not fresh else (1 if fresh else 6)
                cut = state.cut or (not fresh and not same)
                new = _State(row, c, (*used[:c], used[c] + 1, *used[c + 1 :]), state.open_sasaran, cut)
                yield price, new, WordLabel(row, roles[c], cont)
        r, k = state.open_sasaran
        if r >= 0 and cells[r][sas][k] == word:
            same = state.column == -1
            left = (r, k + 1) if k + 1 < len(cells[r][sas]) else (-1, 0)
            yield (0 if same else 6), _State(row, -1, used, left, True), WordLabel(r, SASARAN, True)
    yield from _next_row(state, word, cells, roles, sas)


def _piece_is_cont(state: _State, c: int) -> bool:
    return state.cut and state.column == c


def _next_row(
    state: _State, word: str, cells: _Cells, roles: Sequence[str], sas: int
) -> Iterator[tuple[int, _State, WordLabel]]:
    row, used = state.row, state.used
    if row + 1 >= len(cells):
        return
    left = state.open_sasaran
    if row >= 0:
        for c, have in enumerate(cells[row]):
            if used[c] < len(have):
                # only a sasaran may go on below the row that opened it: its cell is merged over the next rows
                if c != sas or used[c] == 0 or left[0] >= 0:
                    return
                left = (row, used[c])
    for c, have in enumerate(cells[row + 1]):
        if have:
            if have[0] == word and not (c == sas and left[0] >= 0):
                start = tuple(1 if k == c else 0 for k in range(len(roles)))
                yield 1, _State(row + 1, c, start, left, False), WordLabel(row + 1, roles[c], False)
            # a later cell may only come first where the earlier ones are empty
            return


def _trace(came: _Came, key: tuple[int, _State]) -> list[WordLabel]:
    labels: list[WordLabel] = []
    step = came[key]
    while step is not None:
        key, label = step
        labels.append(label)
        step = came[key]
    return labels[::-1]
