"""Units with a slip of the hand: to the unit that was meant, or left where several may be."""

from __future__ import annotations

import pytest

from normalize.values.targets import mended
from normalize.values.units import unit_meant


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
