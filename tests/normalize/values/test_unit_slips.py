"""Units with a slip of the hand and signs of a computer: to what was meant, or left where several may be."""

from __future__ import annotations

import pytest

from normalize.place import Field
from normalize.values.targets import TargetReader, mended
from normalize.values.units import unit_meant
from schemas.decree import Cell, Row, Text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("12 dokuemn", "12 dokumen"),
        ("2 laporna", "2 laporan"),
        ("3 kegitan", "3 kegiatan"),
        ("4 berkass", "4 berkas"),
        ("12 (dua belas) dokuemn", "12 (dua belas) dokumen"),
        ("12 doku men", "12 dokumen"),
        ("2 lapor an", "2 laporan"),
        ("12 dokumen", "12 dokumen"),
        ("5 bungkus", "5 bungkus"),  # a word that is no unit is no slip of one
        ("3 orng", "3 orng"),  # too short to be sure
        ("sesuai kebutuhan", "sesuai kebutuhan"),
    ],
)
def test_units(printed: str, meant: str) -> None:
    assert mended(printed)[0] == meant


def test_every_unit_survives_its_transpositions() -> None:
    """Two letters of a long unit changed: that unit, or none for sure, and never another one."""
    for unit in ("dokumen", "laporan", "kegiatan", "perangkat daerah", "rekomendasi", "kelompok"):
        for i in range(1, len(unit) - 1):
            slipped = unit[:i] + unit[i + 1] + unit[i] + unit[i + 2 :]
            meant = unit_meant(slipped)
            assert slipped == unit or meant is None or meant[0] == unit, slipped


@pytest.mark.parametrize(
    ("printed", "value", "read", "rules"),
    [
        ("â‰¥ 85 %", "≥ 85 %", ("85", "%"), ["huruf"]),
        ("&ge; 85 %", "≥ 85 %", ("85", "%"), ["huruf"]),
        # with a Cyrillic о
        ("12dоkumen", "12 dokumen", ("12", "dokumen"), ["huruf", "satuan"]),
    ],
)
def test_signs_that_a_computer_made_something_else_of(
    printed: str, value: str, read: tuple[str, str], rules: list[str]
) -> None:
    """The print keeps them, the value and the reading have what was meant, each edit is told."""
    text = Text.model_validate({"as_printed": printed, "value": printed})
    row = Row.model_validate({"cells": {"target": Cell.model_validate({"text": text})}})
    made = TargetReader(lambda at: Field("IKI/1/rows/1/target", "target"), lambda field: None).row(row, row, ())
    cell = made.row.cells["target"]
    assert (cell.text.as_printed, cell.text.value) == (printed, value)
    target = made.row.target
    assert target is not None and (target.value, target.unit) == read
    assert [edit.rule for edit in made.edits] == rules
