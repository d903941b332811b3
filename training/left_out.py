"""Cross-validation of what columns mean: by agency, by layout, and without each kind of evidence.

An agency is every `AGENCIES`th heading of each role and every `AGENCIES`th labelled jabatan: the model that reads its
random tables has learned from the others alone. A layout is a kind of table (`LAYOUTS`): the model that reads it has
seen no table of that kind. A kind of evidence is left out of what is learned and of what is asked, for one agency.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from extract.table.meaning.roles import RoleModel
from training.drawn_rows import Cells
from training.meaning import learn_roles
from training.worth import KINDS, Table, Told, calibration, learned_and_asked, model_of_roles, told, without_evidence

AGENCIES = 4


def _roles(table: Table) -> list[str]:
    return [column.role for column in table]


def _levels(table: Table) -> bool:
    return any(len(column.seen.headings) > 1 for column in table)


#: Kinds of tables, each with what tells one.
LAYOUTS: dict[str, Callable[[Table], bool]] = {
    "kepala dua tingkat": _levels,
    "beberapa target": lambda table: _roles(table).count("target") > 1,
    "satuan terpisah": lambda table: "satuan" in _roles(table),
    "tanpa nomor": lambda table: "no" not in _roles(table),
    "tanpa sasaran": lambda table: "sasaran" not in _roles(table),
    "tanpa rumus dan sumber data": lambda table: not {"rumus", "sumber_data"} & set(_roles(table)),
    "kolom lain": lambda table: "others" in _roles(table),
    "target di belakang": lambda table: "target" in _roles(table)[-2:],
}


@dataclass(frozen=True, slots=True)
class Agency:
    """Tables to learn from, and those of an agency that was left out."""

    learned: list[Table]
    asked: list[Table]


def left_out(gold: Sequence[Sequence[Cells]], tables: int = 1000, seed: int = 29) -> Iterator[str]:
    """Lines of a report."""
    agencies = [_agency(gold, number, tables, seed) for number in range(AGENCIES)]
    models = [_learned(agency.learned) for agency in agencies]
    by_agency = [told(model, agency.asked) for model, agency in zip(models, agencies, strict=True)]
    for number, own in enumerate(by_agency, 1):
        yield _line(f"instansi {number} tidak dipelajari", own)
    yield _line("semua instansi", list(chain.from_iterable(by_agency)))
    yield from calibration(list(chain.from_iterable(by_agency)))
    yield from _by_layout(models[0], agencies[0])
    yield from _by_evidence(agencies[0])


def _agency(gold: Sequence[Sequence[Cells]], number: int, tables: int, seed: int) -> Agency:
    own = slice(number, None, AGENCIES)
    others = [rows for at, rows in enumerate(gold) if at % AGENCIES != number]
    return Agency(*learned_and_asked(own, (others, gold[own]), tables, random.Random(seed + number)))


def _learned(tables: Sequence[Table]) -> RoleModel:
    return model_of_roles(learn_roles(tables))


def _by_layout(model: RoleModel, agency: Agency) -> Iterator[str]:
    """Each layout read by a model that has seen none of its kind, and by the one that has."""
    for name, is_one in LAYOUTS.items():
        asked = [table for table in agency.asked if is_one(table)]
        rest = [table for table in agency.learned if not is_one(table)]
        if asked and rest:
            yield _line(f"{name}, tidak dipelajari", told(_learned(rest), asked))
            yield _line(f"{name}, dipelajari", told(model, asked))


def _by_evidence(agency: Agency) -> Iterator[str]:
    """One agency read without each kind of evidence, which was not learned either."""
    for kind, begins in KINDS.items():
        data = learn_roles(agency.learned, begins)
        yield _line(f"tanpa {kind}", told(without_evidence(model_of_roles(data), begins), agency.asked))


def _line(name: str, own: Sequence[Told]) -> str:
    right = sum(right for _, right in own)
    return f"{name:48s} {right / max(1, len(own)):.4f} dari {len(own)} kolom benar"
