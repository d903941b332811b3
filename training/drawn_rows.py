"""Rows with the usual cells, to draw tables from: labelled ones of tests/gold, such as were written for this
(written.py), or put together from plain phrases (phrases.toml)."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from training.written import OF_TABLE, written_tables

HERE = Path(__file__).resolve().parent
Cells = dict[str, str]
_CELLS = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data", "penanggung_jawab", OF_TABLE)
#: Shares of the tables that have labelled rows and written ones; the others' rows are put together from phrases.
_GOLD, _WRITTEN = 0.2, 0.65


@cache
def phrases() -> dict[str, list[str]]:
    """The phrases to make rows of."""
    return tomllib.loads((HERE / "phrases.toml").read_text(encoding="utf-8"))


def plain_rows(rng: random.Random, gold: Sequence[Mapping[str, str | None]]) -> list[Cells]:
    """Rows with the six usual cells: labelled ones, or such as another agency may print."""
    drawn = rng.random()
    if drawn < _GOLD:
        return _rows_of(rng, gold)
    return _rows_of(rng, rng.choice(written_tables())) if drawn < _GOLD + _WRITTEN else _made_rows(rng)


def _rows_of(rng: random.Random, gold: Sequence[Mapping[str, str | None]]) -> list[Cells]:
    rows = [{key: row.get(key) or "" for key in _CELLS if key in row or key != OF_TABLE} for row in gold]
    if rng.random() < 0.4:
        rows = [{**row, "no": f"{i}{rng.choice(['', '.'])}"} for i, row in enumerate(rows, 1)]
    if rng.random() < 0.3:
        last = ""
        for row in rows:
            last = row["sasaran"] = row["sasaran"] or last
    return rows


def _made_rows(rng: random.Random) -> list[Cells]:
    p = phrases()
    rows: list[Cells] = []
    per_row = rng.random() < 0.4
    percent = rng.random() < 0.4
    # an agency may print what is done as its indikator, or nothing as its sasaran
    measures = p["upaya"] if rng.random() < 0.25 else p["ukuran"]
    outcomes = rng.choice([p["hasil"]] * 8 + [p["upaya"], ["-"]])
    number = 0
    while len(rows) < rng.randint(2, 12):
        thing, field = rng.choice(p["hal"]), rng.choice(p["bidang"])
        fill = {"hal": thing, "bidang": field}
        new = not rows or rng.random() < 0.5
        number += new or per_row
        rows.append(
            {
                "no": str(number) if new or per_row else "",
                "sasaran": _begun(rng.choice(outcomes), thing) if new else "",
                "indikator": f"{rng.choice(measures)} {thing if rng.random() < 0.7 else rng.choice(p['hal'])}",
                "target": f"{rng.randint(1, 100)}{rng.choice(['%', ' %', ' persen'])}" if percent else _target(rng),
                "rumus": rng.choice(p["rumus"]).format(**fill),
                "sumber_data": rng.choice(p["sumber"]).format(**fill),
            }
        )
    return rows


def _begun(first: str, thing: str) -> str:
    return first if first == "-" else f"{first} {thing}"


def _target(rng: random.Random) -> str:
    p = phrases()
    return rng.choice(p["nilai"]) if rng.random() < 0.35 else f"{rng.randint(1, 400)} {rng.choice(p['satuan'])}"
