"""Learns what columns mean: the weights of their roles, and of a band of cells being a heading.

Both are linear models with weights in whole hundredths of natural logarithms, fitted to random tables
(training/tabular.py) by maximum likelihood with a small penalty on large weights. The same seed gives the same file.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bahasa.roles import OTHERS
from extract.table.meaning.evidence import SeenColumn, evidence_of
from extract.table.meaning.head import head_evidence
from schemas.base import ROLES as NAMED
from training.drawn_rows import Cells
from training.tabular import TruthfulColumn, random_table

Array = np.ndarray[Any, Any]

#: The roles in the order of the weights.
ROLES = (*NAMED, OTHERS)
#: Evidence seen in fewer columns than this is left out, and weights smaller than this are.
_RARE, _SMALL = 15, 4
_PENALTY = 3e-5
#: A part of a heading that weighs so much for some role is one that headings print.
_TELLING = 25


def learn_roles(tables: Sequence[Sequence[TruthfulColumn]], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """The weights of the roles: `bias` one a role, `weights` by the names of evidence; not of names that begin
    like one of `without`."""
    seen = [names for table in tables for names in evidence_of([column.seen for column in table])]
    if without:
        seen = [frozenset(name for name in names if not name.startswith(without)) for names in seen]
    truth = np.array([ROLES.index(column.role) for table in tables for column in table])
    names = frequent(seen)
    weights, bias = fit_weights(matrix_of(seen, names), truth, len(ROLES))
    rows = {name: [int(x) for x in np.rint(100 * weights[i])] for name, i in names.items()}
    kept = {name: row for name, row in rows.items() if max(map(abs, row)) >= _SMALL}
    return {"roles": list(ROLES), "bias": [int(x) for x in np.rint(100 * bias)], "weights": kept}


def learn_heads(
    tables: Sequence[Sequence[TruthfulColumn]], roles: dict[str, Any], rng: random.Random
) -> dict[str, Any]:
    """The weights that tell a heading from a row: `known` are parts of words that headings print."""
    known = sorted(
        {
            name[2:].strip("<>")
            for name, row in roles["weights"].items()
            if name[:2] == "h:" and max(map(abs, row)) >= _TELLING
        }
    )
    examples = [example for table in tables for example in _bands(table, rng)]
    seen = [head_evidence(columns, frozenset(known)) for columns, _ in examples]
    names = frequent(seen, 1)
    weights, bias = fit_weights(matrix_of(seen, names), np.array([int(is_head) for _, is_head in examples]), 2, 2e-4)
    lead = {name: int(np.rint(100 * (weights[i, 1] - weights[i, 0]))) for name, i in names.items()}
    return {
        "bias": int(np.rint(100 * (bias[1] - bias[0]))),
        "known": known,
        "weights": {k: v for k, v in lead.items() if v},
    }


def _bands(table: Sequence[TruthfulColumn], rng: random.Random) -> Iterable[tuple[list[SeenColumn], bool]]:
    """The true heading of a table, and bands that are none: rows, column numbers, group rows."""
    columns = [column.seen for column in table]
    numbers = rng.choice([[f"({i})" for i, _ in enumerate(columns, 1)], [str(i) for i, _ in enumerate(columns, 1)]])
    group = rng.choice(["MISI 1 : Mewujudkan aparatur", "A. BIDANG KEPEGAWAIAN", "JUMLAH", "I. SEKRETARIAT"])
    groups: list[tuple[str, ...]] = [(group if not i else "",) for i, _ in enumerate(columns)]
    plain: list[tuple[str, ...]] = [() for _ in columns]
    counted: list[tuple[str, ...]] = [(number,) for number in numbers]
    below = rng.choice([counted, groups, *[plain] * 5])
    yield [SeenColumn(c.headings, (*extra, *c.cells)) for c, extra in zip(columns, below, strict=True)], True
    rows = len(columns[0].cells)
    for at in rng.sample(range(rows), min(rows, 2)):
        yield [SeenColumn((c.cells[at],) if c.cells[at] else (), c.cells[at + 1 :]) for c in columns], False
    yield [SeenColumn((number,), c.cells) for c, number in zip(columns, numbers, strict=True)], False
    yield [SeenColumn((group,) if not i else (), c.cells) for i, c in enumerate(columns)], False


def frequent(seen: Iterable[frozenset[str]], least: int = _RARE) -> dict[str, int]:
    counts = Counter(name for names in seen for name in names)
    return {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}


def matrix_of(seen: Sequence[frozenset[str]], names: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix

    rows = [sorted(names[name] for name in own if name in names) for own in seen]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), len(names)))


def fit_weights(seen: Any, truth: Array, kinds: int, penalty: float = _PENALTY) -> tuple[Array, Array]:
    """Weights (evidence by kind) and biases of the likeliest multinomial model."""
    from scipy.optimize import minimize

    count, width = seen.shape
    wanted = np.eye(kinds)[truth]

    def loss(flat: Array) -> tuple[float, Array]:
        weights, bias = flat[:-kinds].reshape(width, kinds), flat[-kinds:]
        sums = seen @ weights + bias
        sums = np.exp(sums - sums.max(1, keepdims=True))
        shares = sums / sums.sum(1, keepdims=True)
        error = (shares - wanted) / count
        value = -np.log(shares[np.arange(count), truth] + 1e-12).mean() + penalty * (weights**2).sum()
        return value, np.concatenate([(seen.T @ error + 2 * penalty * weights).ravel(), error.sum(0)])

    found = minimize(loss, np.zeros((width + 1) * kinds), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return found[:-kinds].reshape(width, kinds), found[-kinds:]


def learn_meaning(gold: Sequence[Sequence[Cells]], folder: Path, tables: int = 4000, seed: int = 11) -> None:
    """Learns both models from random tables and writes roles.json and head.json into a folder."""
    rng = random.Random(seed)
    roles = learn_roles([random_table(rng, gold) for _ in range(tables)])
    # amounts and short names beside the usual columns tell nothing of what a heading is
    rng = random.Random(seed)
    heads = learn_heads([random_table(rng, gold, beside=False) for _ in range(tables // 3)], roles, rng)
    for name, model in (("roles", roles), ("head", heads)):
        text = json.dumps(model, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (folder / f"{name}.json").write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
