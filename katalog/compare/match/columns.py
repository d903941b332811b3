"""Which column is which: by its role, by its heading, and by what stands in its cells.

`BUKTI DUKUNG` and `Eviden` share no word; but where the rows that stayed print the same under both, it is one column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bahasa.roles import OTHERS, TARGET
from katalog.compare.match.assign import assign
from katalog.compare.match.entries import HINTED, SAME, Pairs, pair_equal, rest
from katalog.compare.match.likeness import Likeness
from katalog.compare.match.names import other_name
from katalog.compare.match.thing import NOTHING, Thing
from schemas.decree import TargetScope

#: What the cells are worth: all alike outweigh two headings that have nothing in common.
CELLS = 0.6


def match_columns(blocks: Pairs, rows: Pairs, likeness: Likeness) -> Pairs:
    """Pairs of columns of matched jabatan. `rows` are the rows that are known to be the same."""
    below: dict[int, Pairs] = {}
    for old, new in rows:
        if old.block is not None:
            below.setdefault(id(old.block), []).append((old, new))
    return [
        pair
        for old, new in blocks
        for pair in _matched(old.lists["kolom"], new.lists["kolom"], below.get(id(old), []), likeness)
    ]


def _matched(old: Sequence[Thing], new: Sequence[Thing], rows: Pairs, likeness: Likeness) -> Pairs:
    pairs, done = pair_equal(old, new, lambda column: f"{column.hint}|{column.said.key}")
    by_role, found = pair_equal(rest(old, done), rest(new, done), _known_role)
    by_role += _to_the_chosen(rest(old, done | found), rest(new, done | found))
    found |= {id(column) for pair in by_role for column in pair}
    left, right = (rest(columns, done | found) for columns in (old, new))
    gains = {
        (i, j): _likeness(ours, theirs, rows, likeness) - SAME
        for i, ours in enumerate(left)
        for j, theirs in enumerate(right)
    }
    return pairs + by_role + [(left[i], right[j]) for i, j in assign(gains, (len(left), len(right)))]


def _known_role(column: Thing) -> str:
    """The role; of several columns of targets with what each is for: the year 2021 is not the year 2025."""
    if column.hint == OTHERS:
        return ""
    scope = _scope(column)
    return column.hint if scope is None else f"{column.hint} {scope.model_dump_json()}"


def _to_the_chosen(old: Sequence[Thing], new: Sequence[Thing]) -> Pairs:
    """The one column of targets of one side is, of several on the other, the one that holds the rows' target."""
    sides = [[column for column in columns if column.hint == TARGET] for columns in (old, new)]
    alone = [len(columns) == 1 and _scope(columns[0]) is None for columns in sides]
    several = [[column for column in columns if column.column and column.column.chosen] for columns in sides]
    if alone[0] and several[1]:
        return [(sides[0][0], several[1][0])]
    return [(several[0][0], sides[1][0])] if alone[1] and several[0] else []


def _scope(column: Thing) -> TargetScope | None:
    return column.column.scope if column.column else None


def _likeness(old: Thing, new: Thing, rows: Pairs, likeness: Likeness) -> float:
    if _scope(old) != _scope(new):
        return 0.0
    hinted = HINTED if old.hint == new.hint else 0.0
    words = likeness.alike(old.said.value, new.said.value) + hinted
    return max(words, CELLS * _same_cells(old, new, rows)) if old.hint == new.hint == OTHERS else words


def _same_cells(old: Thing, new: Thing, rows: Pairs) -> float:
    """The share of rows that print the same in both columns, among those that print something in one. What one text
    fills (`-` in every row) tells nothing."""
    names = other_name(old.said.printed), other_name(new.said.printed)
    cells = [
        (ours.fields.get(names[0], NOTHING).key, theirs.fields.get(names[1], NOTHING).key) for ours, theirs in rows
    ]
    told = [pair for pair in cells if any(pair)]
    if len(Counter(pair[0] for pair in told)) < 2:
        return 0.0
    return sum(ours == theirs for ours, theirs in told) / len(told)
