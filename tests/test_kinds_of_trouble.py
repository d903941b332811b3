"""Kinds of trouble, with variants of each: read right, or a finding points at it. Never wrong in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kasus import Kasus
from ragam_bentuk import of_shapes
from ragam_teks import of_texts
from ragam_tulisan import of_letters
from ragam_tutup import of_covers
from ragam_word import of_word

import katalog
from katalog.show.tables.rows import ROWS

CASES = [*of_letters(), *of_shapes(), *of_word(), *of_covers(), *of_texts()]
COLUMNS = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")


def verdict(case: Kasus, folder: Path) -> tuple[str, list[str]]:
    """`right`, or `flagged` or `silent` with what is wrong."""
    source = folder / f"masukan.{case.suffix}"
    source.write_bytes(case.data)
    try:
        catalogue = katalog.build(source)
    except katalog.KatalogError as error:
        return "flagged", [str(error)]
    told = {name: list(rows(catalogue)) for name, rows in ROWS.items()}
    wrong = [*_wrong(told, case), *(f"{text} is there" for text in case.absent if _holds(told, text))]
    warned = [row["code"] for row in told["temuan"] if row["severity"] in ("warning", "error")]
    if not wrong:
        return "right", warned
    pointing = [code for code in warned if code not in ("sumber-data-tanpa-unit", "tanpa-fungsi", "tanpa-tugas")]
    return ("flagged" if pointing else "silent"), [*wrong, *pointing]


def _wrong(told: dict[str, list[dict[str, Any]]], case: Kasus) -> list[str]:
    tables = (case.rows, *case.more)
    if len(told["jabatan"]) != len(tables):
        return [f"{len(told['jabatan'])} blocks, {len(tables)} printed"]
    wrong: list[str] = []
    for order, wanted in enumerate(tables, 1):
        rows = [row for row in told["indikator"] if row["jabatan_order"] == order]
        found = [[row[f"{name}_as_printed"] or "" for name in COLUMNS] for row in rows]
        if len(found) != len(wanted):
            wrong.append(f"{order}: {len(found)} rows, {len(wanted)} printed")
        pairs = zip(wanted, found, strict=False)
        wrong += [f"{a!r}: {b!r}" for want, got in pairs for a, b in zip(want, got, strict=True) if a != b]
    return wrong


def _holds(told: dict[str, list[dict[str, Any]]], text: str) -> bool:
    return any(text in value for row in told["indikator"] for value in row.values() if isinstance(value, str))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_right_or_said(case: Kasus, tmp_path: Path) -> None:
    """Right; where that can't be, the finding says so that is named, and nothing stays silent."""
    found, why = verdict(case, tmp_path)
    assert (found == "right" and not case.told) or case.told in why, why
