"""The roles of a table's columns, decided together: each role is given to one column, a target to several.

Input: a table's columns as printed. Output: for each its role in the likeliest reading of the whole table, and its
probability (the share of all readings, by their weight, that give it this role).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bahasa.roles import OTHERS, about_role
from extract.table.meaning.evidence import SeenColumn, evidence_of
from schemas.base import Role

#: Weights are hundredths of natural logarithms.
_UNIT = 100.0
#: A role is not considered for a column where it weighs so much less than the best one.
_HOPELESS = 9.0


@dataclass(frozen=True, slots=True)
class RoleModel:
    """`weights` maps a name of evidence to its weight for each of `roles`."""

    roles: tuple[Role, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    def scores(self, names: Iterable[str]) -> list[float]:
        """The sum of the weights of this evidence for each role, in natural logarithms."""
        rows = [row for name in names if (row := self.weights.get(name))]
        return [sum(weights) / _UNIT for weights in zip(self.bias, *rows, strict=True)]


@dataclass(frozen=True, slots=True)
class Decided:
    """A column's role with its probability."""

    role: Role
    sure: float


@cache
def role_model() -> RoleModel:
    """The weights that `make train` learned."""
    import json

    data = json.loads(files("extract.table.meaning").joinpath("roles.json").read_text(encoding="utf-8"))
    return RoleModel(tuple(data["roles"]), tuple(data["bias"]), {k: tuple(v) for k, v in data["weights"].items()})


def decide(columns: Sequence[SeenColumn], model: RoleModel | None = None) -> list[Decided]:
    """The role of each column, left to right."""
    model = model or role_model()
    scores = [model.scores(names) for names in evidence_of(columns)]
    options = [_options(row) for row in scores]
    bits = [0 if role == OTHERS or about_role(role).repeats else 1 << k for k, role in enumerate(model.roles)]
    before = _sums(scores, options, bits)
    after = _sums(scores[::-1], options[::-1], bits)[::-1]
    sure = [_shares(before[i], after[i + 1], row, options[i], bits) for i, row in enumerate(scores)]
    best = _likeliest_path(scores, options, bits)
    return [Decided(model.roles[k], shares[k]) for k, shares in zip(best, sure, strict=True)]


def _shares(
    before: dict[int, float], after: dict[int, float], row: Sequence[float], options: Sequence[int], bits: Sequence[int]
) -> dict[int, float]:
    """The share of all readings of the table that give the column each of these roles."""
    weight = {k: _mass(before, after, row[k], bits[k]) for k in options}
    top = max(weight.values())
    total = sum(math.exp(w - top) for w in weight.values())
    return {k: math.exp(w - top) / total for k, w in weight.items()}


def _likeliest_path(
    scores: Sequence[Sequence[float]], options: Sequence[Sequence[int]], bits: Sequence[int]
) -> tuple[int, ...]:
    """The roles of the likeliest reading of the whole table."""
    paths: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row, choice in zip(scores, options, strict=True):
        now: dict[int, tuple[float, tuple[int, ...]]] = {}
        for used, (weight, path) in paths.items():
            for k in choice:
                if not used & bits[k] and (used | bits[k] not in now or weight + row[k] > now[used | bits[k]][0]):
                    now[used | bits[k]] = weight + row[k], (*path, k)
        paths = now
    return max(paths.values(), key=lambda entry: entry[0])[1]


def _options(row: Sequence[float]) -> list[int]:
    best = max(row)
    return [k for k, score in enumerate(row) if score > best - _HOPELESS or k == len(row) - 1]


def _sums(
    scores: Sequence[Sequence[float]], options: Sequence[Sequence[int]], bits: Sequence[int]
) -> list[dict[int, float]]:
    """For the columns up to each place: the log of the summed weights of all readings, by the roles that they used."""
    sums: list[dict[int, float]] = [{0: 0.0}]
    for row, choice in zip(scores, options, strict=True):
        now: dict[int, float] = {}
        for used, weight in sums[-1].items():
            for k in choice:
                if not used & bits[k]:
                    now[used | bits[k]] = _add(now.get(used | bits[k]), weight + row[k])
        sums.append(now)
    return sums


def _mass(before: dict[int, float], after: dict[int, float], score: float, bit: int) -> float:
    total: float | None = None
    for used, weight in before.items():
        if used & bit:
            continue
        for others, further in after.items():
            if not (used | bit) & others:
                total = _add(total, weight + score + further)
    return -math.inf if total is None else total


def _add(a: float | None, b: float) -> float:
    if a is None:
        return b
    high, low = (a, b) if a > b else (b, a)
    return high + math.log1p(math.exp(low - high))
