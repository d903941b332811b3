"""The unit beside the numbers of a target, by what stands in the cells."""

from __future__ import annotations

import pytest

from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.paired import units_beside_numbers, wholes_of_parts

UNITS, NUMBERS = ("dokumen", "%", "kali"), ("12", "90,5", "≤ 4")


@pytest.mark.parametrize(
    ("heads", "cells", "found"),
    [
        ((("Target", "Sat."), ("Target", "Volume")), (UNITS, NUMBERS), [0]),
        ((("Target", "Volume"), ("Target", "Sat.")), (NUMBERS, UNITS), [1]),
        # two targets, an aspect, columns of their own, three below one heading, too few rows
        ((("Target", "Awal"), ("Target", "Akhir")), (NUMBERS, NUMBERS), []),
        ((("Target", "Kuantitas"), ("Target", "Kualitas")), (NUMBERS, ("Baik", "Baik", "Cukup")), []),
        ((("Satuan",), ("Target",)), (UNITS, NUMBERS), []),
        ((("Target", "A"), ("Target", "B"), ("Target", "C")), (UNITS, NUMBERS, NUMBERS), []),
        ((("Target", "Sat."), ("Target", "Volume")), (("dokumen", "", ""), ("12", "3", "")), []),
    ],
)
def test_units(heads: tuple[tuple[str, ...], ...], cells: tuple[tuple[str, ...], ...], found: list[int]) -> None:
    assert list(units_beside_numbers([SeenColumn(*one) for one in zip(heads, cells, strict=True)])) == found


QUARTERS = [("25", "50", "75", "85"), ("3", "6", "9", "12"), ("-", "-", "-", "WTP"), ("-", "-", "-", "12.3 17.0 66")]


def table(whole: tuple[str, ...]) -> list[SeenColumn]:
    parts = [SeenColumn(("Bertahap", f"TW {i + 1}"), tuple(row[i] for row in QUARTERS)) for i in range(4)]
    return [SeenColumn(("Hasil",), ("Data rapi",) * 4), SeenColumn(("Capaian",), whole), *parts]


def test_the_whole_is_as_much_as_the_last_part_or_as_all_together() -> None:
    assert [*wholes_of_parts(table(("85 %", "12 dokumen", "WTP", "12.317.066 ton")))] == [(1, (2, 3, 4, 5))]
    assert [*wholes_of_parts(table(("235", "30 dokumen", "WTP", "12.317.066 ton")))] == [(1, (2, 3, 4, 5))]


@pytest.mark.parametrize(
    "whole", [("80 %", "10 dokumen", "WDP", "11 ton"), ("85 %", "", "", ""), ("85 %", "11 dokumen", "WTP", "12 ton")]
)
def test_what_was_reached_before_is_none(whole: tuple[str, ...]) -> None:
    assert [*wholes_of_parts(table(whole))] == []
