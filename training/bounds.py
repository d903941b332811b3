"""How far the search must look: a gate for gaps, and how far behind a right state may be, measured on labelled tables
with a wide allowance."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

from extract.table.linear.decode import Beginnings, Search, gate_score
from extract.table.linear.model import Model
from extract.table.linear.runs import CONT, FRESH, WordRun
from training.learn import Example, gold_path, in_vocabulary, prepare

#: Times what the labelled pieces needed (of ends, of beginnings).
ALLOWANCE = 2.4, 1.1
#: A missed boundary weighs as much as this many gaps looked at in vain.
_MISS = 8.0
_ROUNDS, _RATE, _SCALE = 6, 0.03, 100
#: Share of the labelled boundaries that the gate may leave out (odd seams of typeset tables; none of the decree's).
_LOST = 0.0005


def gate_of(examples: Sequence[Example], vocabulary: frozenset[str]) -> tuple[dict[str, float], float]:
    """(weights, least sum): a logistic regression for "a cell begins here", by attributes of the gap alone."""
    gaps = list(_gaps(examples, vocabulary))
    weights: dict[str, float] = {}
    sums: dict[str, float] = {}
    for turn in range(_ROUNDS):
        random.Random(turn).shuffle(gaps)
        for attributes, begins in gaps:
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, gate_score(weights, attributes)))))
            step = _RATE * (_MISS * (1 - chance) if begins else -chance)
            for attribute in attributes:
                weights[attribute] = weights.get(attribute, 0.0) + step
        for attribute, weight in weights.items():
            sums[attribute] = sums.get(attribute, 0.0) + weight
    gate = {attribute: float(round(total / _ROUNDS * _SCALE)) for attribute, total in sorted(sums.items())}
    scores = sorted(gate_score(gate, attributes) for attributes, begins in gaps if begins)
    least = scores[int(_LOST * len(scores))]
    return gate, float(round(least - 0.1 * abs(least)))


def _gaps(examples: Iterable[Example], vocabulary: frozenset[str]) -> Iterable[tuple[list[str], bool]]:
    for example in examples:
        starts = {run.start for run in gold_path(example.labels, example.columns)}
        for i, attributes in enumerate(prepare(example).gaps):
            if 0 < i < len(example.tokens):
                yield in_vocabulary(attributes, vocabulary), i in starts


def bounded(model: Model, examples: Sequence[Example]) -> Model:
    """The model with `beam` and `lead`: wide enough for all but a few of the labelled pieces that a first reading
    finds."""
    beam: list[float] = []
    lead: list[float] = []
    for example in examples:
        prepared = prepare(example)
        search = _Watched(model, prepared.rules, prepared.gaps)
        path = search.run().path
        gold = set(gold_path(example.labels, example.columns))
        beam += [search.behind(run.end, _lane(run)) for run in path if run in gold]
        lead += [search.late(run) for run in path if run in gold]
    model.beam = float(round(_most(beam) * ALLOWANCE[0]))
    model.lead = float(round(_most(lead) * ALLOWANCE[1]))
    return model


def _most(values: list[float]) -> float:
    """What all but one in a thousand of the values need."""
    return sorted(values)[int(0.999 * (len(values) - 1))]


class _Watched(Search):
    """A search that remembers how far each beginning was behind the best one at its gap."""

    def _begin(self, i: int, first: Beginnings, second: Beginnings) -> None:
        best = max(score for score, _, _ in first)
        self.__dict__.setdefault("seen", {})[i] = [best - score if node else 0.0 for score, _, node in first]
        super()._begin(i, first, second)

    def late(self, run: WordRun) -> float:
        """How far behind the best one the beginning of this run was."""
        seen: dict[int, list[float]] = self.__dict__.get("seen", {})
        return seen[run.start][_lane(run)] if run.start in seen else 0.0


def _lane(run: WordRun) -> int:
    return 2 * run.column + (run.kind in (CONT, FRESH))
