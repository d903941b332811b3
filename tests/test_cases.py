"""Small documents, each with one kind of trouble (a hidden layer, raised note marks, a struck-out row): right, or said.

Each folder of tests/fixtures/kasus has an input and its truth: the blocks with their columns of indikator.csv; `absent`
are texts that no row may hold, `flagged` the finding that must point at what can't be read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from project import ROOT

import katalog
from katalog.show.tables.rows import ROWS

CASES = sorted(path.parent for path in (ROOT / "tests" / "fixtures" / "kasus").glob("*/truth.json"))

#: Findings that point at what can't be read in these.
FLAGGED = {"huruf-tak-dikenal"}


def _told(case: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables of the input's catalogue as rows by column."""
    source = next(path for path in case.iterdir() if path.stem == "input")
    catalogue = katalog.build(source)
    return {name: list(rows(catalogue)) for name, rows in ROWS.items()}


def _rows(told: dict[str, list[dict[str, Any]]], table: str, order: int) -> list[dict[str, Any]]:
    return [row for row in told[table] if row["jabatan_order"] == order]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """Every cell as in the truth; where that can't be, the finding says so."""
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    told = _told(case)
    if "flagged" in truth:
        assert truth["flagged"] in FLAGGED & {row["code"] for row in told["temuan"]}
        return
    assert len(told["jabatan"]) == len(truth["blocks"])
    for order, block in enumerate(truth["blocks"], 1):
        head = _rows(told, "jabatan", order)[0]
        assert {name: head[name] for name in ("jabatan_as_printed", "tugas_as_printed") if name in block} == {
            name: block[name] for name in ("jabatan_as_printed", "tugas_as_printed") if name in block
        }
        if "fungsi" in block:
            assert [row["fungsi_as_printed"] for row in _rows(told, "fungsi", order)] == block["fungsi"]
        rows = _rows(told, "indikator", order)
        found = [{name: row[name] or "" for name in want} for row, want in zip(rows, block["rows"], strict=True)]
        assert found == block["rows"]
    if truth.get("absent"):
        assert {"teks-tak-tampak", "tulisan-menimpa"} & {row["code"] for row in told["temuan"]}
    held = [value for row in told["indikator"] for value in row.values() if isinstance(value, str)]
    assert not [text for text in truth.get("absent", []) if any(text in value for value in held)]
