"""What each kind of evidence of the roles is worth, and whether their probabilities are true.

Measured on random tables whose headings and cells were not learned from: every third term of each role and half of the
labelled jabatan are kept out. Then one kind of evidence after the other is left out of what is asked.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.roles import RoleModel, decide
from training import tabular
from training.drawn_rows import Cells
from training.meaning import learn_roles
from training.tabular import TruthfulColumn, random_table

#: Kinds of evidence, each with how the names of its evidence begin.
KINDS = {
    "kata kepala": ("h:", "o:", "l:"),
    "kosakata": ("k:",),
    "isi sel": ("c:",),
    "tetangga": ("kiri:", "kanan:", "p:di bawah"),
    "letak": ("p:",),
    "kolom kembar": ("m:",),
}
_STEPS = (0.5, 0.8, 0.95, 0.99)
#: How often a heading that is asked for is spoilt; those that are learned from are spoilt more often.
_NOISE = 0.2
Table = Sequence[TruthfulColumn]
#: How sure something is, and whether it is right.
Told = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Worth:
    """Share of columns right without one kind of evidence ("" for none left out), of all and of those with a role."""

    without: str
    right: float
    counted: int


def measured(gold: Sequence[Sequence[Cells]], tables: int = 1500, seed: int = 23) -> Iterator[str]:
    """Lines of a report."""
    seen, unseen = _halves(gold, tables, seed)
    model = model_of_roles(learn_roles(seen))
    yield from calibration(told(model, unseen))
    for kind, begins in (("", ()), *KINDS.items()):
        worth = _worth(model, unseen, kind, begins)
        name = f"tanpa {worth.without}" if worth.without else "semua bukti"
        yield f"{name:24s} {worth.right:.4f} dari {worth.counted} kolom benar"


def _halves(gold: Sequence[Sequence[Cells]], tables: int, seed: int) -> tuple[list[Table], list[Table]]:
    """Tables to learn from, and tables of the terms and rows kept out."""
    return learned_and_asked(slice(0, None, 3), (gold[::2], gold[1::2]), tables, random.Random(seed))


def learned_and_asked(
    kept_out: slice, rows: tuple[Sequence[Sequence[Cells]], Sequence[Sequence[Cells]]], tables: int, rng: random.Random
) -> tuple[list[Table], list[Table]]:
    """Random tables to learn from, and a third as many to ask of: with the terms of each role that are kept out, each
    with the labelled rows of its own."""
    every = tabular.terms()["peran"]
    kept = {role: terms[kept_out] or terms for role, terms in every.items()}
    rest = {role: [term for term in terms if term not in kept[role]] or terms for role, terms in every.items()}
    try:
        tabular.terms()["peran"] = rest
        learned: list[Table] = [random_table(rng, rows[0]) for _ in range(tables)]
        tabular.terms()["peran"] = kept
        asked: list[Table] = [random_table(rng, rows[1], _NOISE) for _ in range(tables // 3)]
    finally:
        tabular.terms()["peran"] = every
    return learned, asked


def model_of_roles(data: dict[str, Any]) -> RoleModel:
    """The model of weights as `learn_roles` gives them."""
    return RoleModel(tuple(data["roles"]), tuple(data["bias"]), {k: tuple(v) for k, v in data["weights"].items()})


def _worth(model: RoleModel, tables: Sequence[Table], kind: str, begins: tuple[str, ...]) -> Worth:
    own = told(without_evidence(model, begins), tables)
    return Worth(kind, sum(right for _, right in own) / len(own), len(own))


def without_evidence(model: RoleModel, begins: tuple[str, ...]) -> RoleModel:
    """The model that knows no evidence whose name begins like this."""
    left = {name: row for name, row in model.weights.items() if not begins or not name.startswith(begins)}
    return model._replace(weights=left)


def told(model: RoleModel, tables: Sequence[Table]) -> list[Told]:
    """For each column how sure its role is, and whether it is right."""
    found = []
    for table in tables:
        columns: list[SeenColumn] = [column.seen for column in table]
        for column, decided in zip(table, decide(columns, model), strict=True):
            found.append((decided.sure, decided.role == column.role))
    return found


def calibration(own: Sequence[Told], what: str = "kolom") -> Iterator[str]:
    """Of what is so sure, how much is right."""
    for low, high in zip((0.0, *_STEPS), (*_STEPS, 1.01), strict=True):
        within = [right for sure, right in own if low <= sure < high]
        if within:
            yield f"keyakinan {low:.2f} sampai {min(high, 1):.2f}: {sum(within)} dari {len(within)} {what} benar"
