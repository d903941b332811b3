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
    cuts = _Cuts(words, sums, model, _laid_plans())
    best = cuts.order()[:_GIVEN]
    return [(float(cuts.totals[k]), cuts.path(k)) for k in best if cuts.totals[k] > NEVER / 2]


@cache
def _tag(level: int, name: str, first: bool = True) -> int:
    return tags().index(Tag(level, name, first))


class _LaidPlans(NamedTuple):
    """Plans as arrays: the tag of the `first` word of each column and of `more` of them (plans x columns), and the
    place of each plan's `last` column."""

    first: Ways
    more: Ways
    last: Ways


@cache
def _laid_plans() -> _LaidPlans:
    """The usual plans."""
    columns = [[(1, name) for name in plan.upper] + [(2, name) for name in plan.lower] for plan in usual_plans()]
    size = max(map(len, columns))
    first, more = (
        np.array([[_tag(*one, begins) for one in own] + [0] * (size - len(own)) for own in columns])
        for begins in (True, False)
    )
    return _LaidPlans(first, more, np.array([len(own) - 1 for own in columns]))


class _Steps(NamedTuple):
    """What the steps to a word weigh, plan by plan: from the column at the `left`, begun or gone on with (2 x plans x
    columns), within the `same` one, to the first column from what stands above; from the last column's first word or a
    later one to a column's number and to what is `below`, and from those to themselves and to each other."""

    left: Floats
    opened: Floats
    same: Floats
    counted: Floats
    counts_on: float
    below: Floats
    behind: float
    goes_on: float

    @classmethod
    def of(cls, steps: Floats, plans: _LaidPlans) -> _Steps:
        first, more, last = plans
        number, text, each = _tag(0, NUMBER), _tag(0, TEXT), np.arange(len(last))
        ends = np.stack([first[each, last], more[each, last]])
        befores, here = np.stack([first, more]), np.stack([first, first])
        return cls(
            steps[befores[:, :, :-1], here[:, :, 1:]],
            steps[text, first[:, 0]],
            steps[befores, more],
            steps[ends, number],
            float(steps[number, number]),
            steps[ends, text],
            float(steps[number, text]),
            float(steps[text, text]),
        )


class _Cuts:
    """The best cuts of words into plans: where the words of each column begin and go on, all plans at once. Sums are
    arrays of plans x columns, for a word that begins a column and for one that goes on; `totals` are those of whole
    paths."""

    def __init__(self, words: Sequence[SeenWord], sums: Floats, model: TagModel, plans: _LaidPlans) -> None:
        self.words, self.sums, self.model = words, sums, model
        self.plans, self.each = plans, np.arange(len(plans.last))
        self.tags = np.stack([plans.first, plans.more])
        #: by word: which way each best sum came (see `_step`)
        self.came: list[tuple[Ways, ...]] = []
        self.totals = self._run()

    def order(self) -> list[int]:
        """The plans, the best first."""
        return [int(k) for k in np.argsort(-self.totals, kind="stable")]

    def _run(self) -> Floats:
        text, plans = _tag(0, TEXT), self.plans
        # nothing leads to the first word
        nothing, *kinds = (_Steps.of(steps, plans) for steps in (0 * self.model.steps[0], *self.model.steps))
        columns = np.full((2, *plans.first.shape), NEVER)
        numbers, below = np.full((2, len(plans.last)), NEVER)
        above = 0.0
        for i, word in enumerate(self.words):
            steps, own = kinds[word.first] if i else nothing, self.sums[i]
            opens = 0.0 if word.first else NEVER
            columns, numbers, below = self._step((columns, numbers, below), above + opens, steps, own, opens)
            above += own[text] + steps.goes_on
        ends = np.stack([*columns[:, self.each, plans.last], numbers, below])
        self.came.append((ends.argmax(axis=0),))
        totals: Floats = ends.max(axis=0)
        return totals

    def _step(
        self, state: tuple[Floats, Floats, Floats], above: float, steps: _Steps, own: Floats, opens: float
    ) -> tuple[Floats, Floats, Floats]:
        """One word more: the sums for a word that begins a column or goes on with one (2 x plans x columns), that
        numbers the columns, and that stands below the heading. Notes which of the states before each came from."""
        columns, numbers, below = state
        left, same = columns[:, :, :-1] + steps.left, columns + steps.same
        ends = columns[:, self.each, self.plans.last]
        counted = np.stack([*(ends + steps.counted + opens), numbers + steps.counts_on])
        outside = np.stack([*(ends + steps.below + opens), numbers + steps.behind + opens, below + steps.goes_on])
        made = np.empty_like(columns)
        made[0, :, 0] = above + steps.opened
        np.maximum(left[0], left[1], out=made[0, :, 1:])
        np.maximum(same[0], same[1], out=made[1])
        made += own.take(self.tags)
        self.came.append((left[1] > left[0], same[1] > same[0], counted.argmax(axis=0), outside.argmax(axis=0)))
        others = counted.max(axis=0) + own[_tag(0, NUMBER)], outside.max(axis=0) + own[_tag(0, TEXT)]
        return np.maximum(made, NEVER), *(np.maximum(sums, NEVER) for sums in others)

    def path(self, k: int) -> list[int]:
        """The tags of the words under plan k."""
        found: list[int] = []
        kind, column = int(self.came[-1][0][k]), int(self.plans.last[k])
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
            return int(self.tags[kind, k, column])
        return _tag(0, NUMBER if kind == _NUMBERS else TEXT)
