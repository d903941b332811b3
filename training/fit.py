"""Labelled tables -> a model, with its gate and bounds."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from extract.table.linear.evidence import Elsewhere
from extract.table.linear.model import Model
from training.average import average
from training.bounds import bounded, gate_of
from training.data import lessons, set_anew
from training.habits import all_habits
from training.learn import Example, common_words, learn
from training.written import written_pairs, written_words

Gate = tuple[dict[str, float], float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: passes over the tables, copies in new layouts in each pass, the seed of all chance, and how many
    models with seeds of their own are averaged; `jobs` processes work on them. A share of `others` of the new layouts
    has the columns of other agencies."""

    passes: int = 10
    copies: int = 10
    seed: int = 1
    runs: int = 4
    jobs: int = 1
    others: float = 0.0


@dataclass(frozen=True, slots=True)
class _Run:
    """One model of several."""

    tables: tuple[Example, ...]
    names: tuple[str, ...]
    vocabulary: frozenset[str]
    gate: Gate
    plan: Plan
    number: int


def fit(tables: Sequence[Example], names: Sequence[str], plan: Plan) -> Model:
    """A model from labelled tables; `names` are those of their gold files."""
    if plan.others:
        tables = [replace(table, elsewhere=Elsewhere(written_pairs(), all_habits())) for table in tables]
    vocabulary = common_words(tables) | (written_words() if plan.others else frozenset())
    rng = random.Random(plan.seed)
    typeset = [set_anew(name, names, tables[0], rng, plan.others) for name in names for _ in range(plan.copies)]
    gate = gate_of([*tables, *typeset], vocabulary)
    runs = [_Run(tuple(tables), tuple(names), vocabulary, gate, plan, k) for k in range(plan.runs)]
    if plan.jobs > 1:
        with ProcessPoolExecutor(plan.jobs) as pool:
            models = list(pool.map(_run, runs))
    else:
        models = [_run(run) for run in runs]
    model = average(models)
    model.elsewhere = tables[0].elsewhere
    return bounded(model, [*tables, *typeset])


def _run(run: _Run) -> Model:
    plan = run.plan
    passes = lessons(run.tables, run.names, plan.passes, plan.copies, plan.seed + 1000 * run.number, plan.others)
    return learn(_counted(passes, run.number), run.vocabulary, run.gate)


def _counted(passes: Iterable[list[Example]], run: int) -> Iterator[list[Example]]:
    for number, batch in enumerate(passes, 1):
        print(f"model {run + 1}, pass {number}: {len(batch)} tables", file=sys.stderr, flush=True)
        yield batch
