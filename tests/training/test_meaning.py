"""Random tables and labels to learn from, and that learning gives the same weights again."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from extract.table.meaning.fields import FIELDS
from schemas.base import ROLES
from training.heads import examples_in, random_document
from training.meaning import learn_meaning
from training.tabular import random_table, terms
from training.worth import KINDS, measured


def rows_of(gold: dict[str, Any]) -> list[list[dict[str, str]]]:
    return [part["rows"] for name, part in sorted(gold.items()) if name.startswith("j")][:3]


def test_random_tables(gold: dict[str, Any]) -> None:
    rng = random.Random(1)
    tables = [random_table(rng, rows_of(gold)) for _ in range(300)]
    assert {column.role for table in tables for column in table} == {*ROLES, "others"}
    for table in tables:
        assert len({len(column.seen.cells) for column in table}) == 1
        roles = {column.role for column in table}
        assert sum(column.role == "indikator" for column in table) == 1 or roles <= {"no", "others"}


def test_random_fields(gold: dict[str, Any]) -> None:
    rng = random.Random(1)
    heads = [part for name, part in sorted(gold.items()) if name.startswith("j")][:3]
    documents = [random_document(rng, heads) for _ in range(100)]
    assert {field for _, truth in documents for field in truth.values()} == set(FIELDS)
    assert {field for document in documents for _, field in examples_in(document)} == set(FIELDS)


def test_the_same_seed_gives_the_same_file(gold: dict[str, Any], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        learn_meaning(rows_of(gold), tmp_path / name, tables=40)
    assert (tmp_path / "a" / "roles.json").read_bytes() == (tmp_path / "b" / "roles.json").read_bytes()
    assert json.loads((tmp_path / "a" / "head.json").read_text(encoding="utf-8"))["weights"]


def test_each_kind_of_evidence_is_worth_something_measured(gold: dict[str, Any]) -> None:
    before = {role: list(words) for role, words in terms()["peran"].items()}
    lines = list(measured(rows_of(gold), tables=30))
    assert [line.split(" 0.")[0].strip() for line in lines[-1 - len(KINDS) :]] == [
        "semua bukti",
        *(f"tanpa {kind}" for kind in KINDS),
    ]
    assert terms()["peran"] == before
