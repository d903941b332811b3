"""The unit beside the numbers of a target, by what stands in the cells."""

from __future__ import annotations

import pytest

from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.paired import units_beside_numbers

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
