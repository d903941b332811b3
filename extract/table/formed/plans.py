"""The usual columns of tables of indicators, and what a heading looks like that is cut into them.

A beam over the words of a heading follows what its words speak for; the columns that rows speak for may be far behind
where words are known for something else. So each usual order of columns is asked as well: where would the words be cut
if the table had these, and how much speaks against it?
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import permutations, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bahasa.roles import INDIKATOR, NO, OTHERS, PENANGGUNG_JAWAB, RUMUS, SASARAN, SATUAN, SUMBER_DATA, TARGET
from extract.table.formed.evidence import SeenWord
from extract.table.formed.tagger import NEVER, Floats, TagModel
from extract.table.formed.tags import NUMBER, OVER, TEXT, Tag, tags

#: So many plans are given back.
_GIVEN = 200
#: What may stand behind all of these.
_LASTS = ((), (PENANGGUNG_JAWAB,), (OTHERS,))
#: Years, quarters, aspects: so many parts does a target have.
_PARTS = range(2, 7)
#: What a word is: the first one of a column, a later one, a column's number, below the heading, above it.
_BEGUN, _ON, _NUMBERS, _BELOW, _ABOVE = range(5)
Ways = NDArray[np.int64]


class ColumnPlan(NamedTuple):
    """The columns of both levels by the names of their tags, left to right."""

    upper: tuple[str, ...]
    lower: tuple[str, ...] = ()


@cache
def usual_plans() -> tuple[ColumnPlan, ...]:
    """Number, sasaran and what it is done by or not, indikator, then targets, rumus and source in any order, and at the
    end who is in charge, something else or nothing."""
    pair = (TARGET, SATUAN)
    targets = [ColumnPlan(()), ColumnPlan((TARGET,)), ColumnPlan(pair), ColumnPlan(pair[::-1])]
    targets += [ColumnPlan((OVER,), lower) for lower in (pair, pair[::-1], *((TARGET,) * n for n in _PARTS))]
    targets.append(ColumnPlan((TARGET, OVER), (TARGET,) * 4))
    lefts = [(*left, INDIKATOR) for left in ((NO, SASARAN), (NO,), (SASARAN,), ())]
    # `Sasaran` / `Program` / `Indikator`
    lefts += [(*left, SASARAN, OTHERS, INDIKATOR) for left in ((NO,), ())]
    rights = [right for size in range(3) for right in permutations((RUMUS, SUMBER_DATA), size)]
    found = [
        ColumnPlan((*left, *right[:at], *target.upper, *right[at:], *last), target.lower)
        for left, right, target, last in product(lefts, rights, targets, _LASTS)
        for at in range(len(right) + 1 if target.upper else 1)
    ]
    return tuple(dict.fromkeys(found))


def planned_paths(words: Sequence[SeenWord], sums: Floats, model: TagModel) -> list[tuple[float, list[int]]]:
    """The best path of tags of each plan, with its sum, the best plans first."""
    cuts = _Cuts(words, sums, model, usual_plans())
    best = cuts.order()[:_GIVEN]
    return [(float(cuts.totals[k]), cuts.path(k)) for k in best if cuts.totals[k] > NEVER / 2]


@cache
def _tag(level: int, name: str, first: bool = True) -> int:
    return tags().index(Tag(level, name, first))


class _Cuts:
    """The best cuts of words into plans: where the words of each column begin and go on, all plans at once. Sums are
    arrays of plans x columns, for a word that begins a column and for one that goes on; `totals` are those of whole
    paths."""

    def __init__(self, words: Sequence[SeenWord], sums: Floats, model: TagModel, plans: Sequence[ColumnPlan]) -> None:
        self.words, self.sums, self.model, self.plans = words, sums, model, plans
        columns = [[(1, name) for name in plan.upper] + [(2, name) for name in plan.lower] for plan in plans]
        self.size = max(map(len, columns))
        self.last = np.array([len(own) - 1 for own in columns])
        self.first, self.more = (
            np.array([[_tag(*one, begins) for one in own] + [0] * (self.size - len(own)) for own in columns])
            for begins in (True, False)
        )
        self.each = np.arange(len(plans))
        #: by word: which way each best sum came (see `_step`)
        self.came: list[tuple[Ways, ...]] = []
        self.totals = self._run()

    def order(self) -> list[int]:
        """The plans, the best first."""
        return [int(k) for k in np.argsort(-self.totals, kind="stable")]

    def _run(self) -> Floats:
        text = _tag(0, TEXT)
        shape = (len(self.plans), self.size)
        state = [np.full(shape, NEVER), np.full(shape, NEVER), *(np.full(shape[0], NEVER) for _ in range(2))]
        above = 0.0
        for i, word in enumerate(self.words):
            # nothing leads to the first word
            steps, own = self.model.steps[int(word.first)] * bool(i), self.sums[i]
            opens = 0.0 if word.first else NEVER
            state, came = self._step(state, above + opens, steps, own, opens)
            self.came.append(came)
            above += own[text] + steps[text, text]
        begun, on, numbers, below = state
        ends = np.stack([begun[self.each, self.last], on[self.each, self.last], numbers, below])
        self.came.append((ends.argmax(axis=0),))
        totals: Floats = ends.max(axis=0)
        return totals

    def _step(
        self, state: Sequence[Floats], above: float, steps: Floats, own: Floats, opens: float
    ) -> tuple[list[Floats], tuple[Ways, ...]]:
        """One word more: the sums for a word that begins a column, goes on with one, numbers the columns, or stands
        below the heading; and which of the states before each came from."""
        first, more, number, text = self.first, self.more, _tag(0, NUMBER), _tag(0, TEXT)
        begun, on, numbers, below = state
        left = np.stack(
            [begun[:, :-1] + steps[first[:, :-1], first[:, 1:]], on[:, :-1] + steps[more[:, :-1], first[:, 1:]]]
        )
        opened = (above + steps[text, first[:, 0]])[:, None]
        new_begun = np.concatenate([opened, left.max(axis=0)], axis=1) + own[first]
        same = np.stack([begun + steps[first, more], on + steps[more, more]])
        ends = [(sums[self.each, self.last], tag[self.each, self.last]) for sums, tag in ((begun, first), (on, more))]
        counted = np.stack(
            [*(total + steps[tag, number] + opens for total, tag in ends), numbers + steps[number, number]]
        )
        left_behind = [total + steps[tag, text] + opens for total, tag in ends]
        outside = np.stack([*left_behind, numbers + steps[number, text] + opens, below + steps[text, text]])
        kinds = (left, same, counted, outside)
        sums = [
            new_begun,
            same.max(axis=0) + own[more],
            counted.max(axis=0) + own[number],
            outside.max(axis=0) + own[text],
        ]
        return [np.maximum(one, NEVER) for one in sums], tuple(kind.argmax(axis=0) for kind in kinds)

    def path(self, k: int) -> list[int]:
        """The tags of the words under plan k."""
        found: list[int] = []
        kind, column = int(self.came[-1][0][k]), int(self.last[k])
        for came in self.came[-2::-1]:
            found.append(self._tag_of(kind, k, column))
            if kind == _ABOVE or (kind == _BEGUN and not column):
                kind = _ABOVE
            elif kind == _BEGUN:
                column -= 1
                kind = int(came[_BEGUN][k, column])
            elif kind == _ON:
                kind = int(came[_ON][k, column])
            else:
                kind = int(came[kind][k])
        return found[::-1]

    def _tag_of(self, kind: int, k: int, column: int) -> int:
        if kind in (_BEGUN, _ON):
            return int((self.first, self.more)[kind][k, column])
        return _tag(0, NUMBER if kind == _NUMBERS else TEXT)
