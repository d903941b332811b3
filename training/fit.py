"""Labelled tables -> a model, with its gate and bounds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.table.model import Model
from training.bounds import bounded, gate_of
from training.data import lessons, set_anew
from training.learn import Example, common_words, learn


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: passes over the tables, copies in new layouts in each pass, the seed of all chance."""

    passes: int = 10
    copies: int = 10
    seed: int = 1


def fit(tables: Sequence[Example], names: Sequence[str], plan: Plan) -> Model:
    """A model from labelled tables; `names` are those of their gold files."""
    vocabulary = common_words(tables)
    rng = random.Random(plan.seed)
    typeset = [set_anew(name, names, tables[0], rng) for name in names for _ in range(plan.copies)]
    gate = gate_of([*tables, *typeset], vocabulary)
    passes = lessons(tables, names, plan.passes, plan.copies, plan.seed)
    return bounded(learn(_counted(passes), vocabulary, gate), [*tables, *typeset])


def _counted(passes: Iterable[list[Example]]) -> Iterator[list[Example]]:
    import sys

    for number, batch in enumerate(passes, 1):
        print(f"pass {number}: {len(batch)} tables", file=sys.stderr, flush=True)
        yield batch
