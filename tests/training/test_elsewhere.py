"""Rows of other agencies: what changes is how cells follow each other, never what stands in which column."""

from __future__ import annotations

import random
from typing import Any

from training.elsewhere import columns_elsewhere, other_headings, rows_elsewhere


def rows_of(gold: dict[str, Any]) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = gold["j01"]["rows"]
    return rows


def test_few_sources_numbered_indikator_and_mirrored_formulas_are_drawn(gold: dict[str, Any]) -> None:
    rng = random.Random(1)
    tables = [rows_elsewhere(rng, rows_of(gold)) for _ in range(200)]
    assert any(all(row["indikator"].startswith("- ") for row in rows if row["indikator"]) for rows in tables)
    assert any(len(rows) > 4 and len({row["sumber_data"] for row in rows}) == 1 for rows in tables)
    assert any(row["indikator"] and row["indikator"].lower() in row["rumus"] for rows in tables for row in rows)


def test_a_column_without_a_role_is_mostly_blank_now_and_then(gold: dict[str, Any]) -> None:
    rng = random.Random(2)
    columns = [column for _ in range(200) for column in columns_elsewhere(rng, rows_elsewhere(rng, rows_of(gold)))]
    others = [column.seen.cells for column in columns if column.role == "others"]
    assert any(0 < sum(map(bool, cells)) < len(cells) / 2 for cells in others)


def test_headings_over_several_columns_stay_one(gold: dict[str, Any]) -> None:
    rng = random.Random(3)
    for _ in range(100):
        plain = columns_elsewhere(rng, rows_elsewhere(rng, rows_of(gold)))
        printed = other_headings(rng, plain)
        over = {
            (a.seen.headings[0], b.seen.headings[0])
            for a, b in zip(plain, printed, strict=True)
            if len(a.seen.headings) > 1
        }
        assert len({before for before, _ in over}) == len(over)
