"""Units that a document names."""

from __future__ import annotations

import pytest

from extract.decree.units import named_units, unit_of
from extract.read.text import split


@pytest.mark.parametrize(
    ("holder", "unit"),
    [
        ("Kepala Sub Bagian Perencanaan dan Keuangan", "Sub Bagian Perencanaan dan Keuangan"),
        ("Kepala Bidang Pengembangan dan Mutasi", "Bidang Pengembangan dan Mutasi"),
        ("KEPALA SEKSI SEJARAH DAN NILAI TRADISI", "SEKSI SEJARAH DAN NILAI TRADISI"),
        ("Sub. Bidang Kerawanan Pangan.", "Sub. Bidang Kerawanan Pangan"),  # a unit itself
        ("Pengelola Kepegawaian", ""),  # leads none
        ("Kepalang Bidang", ""),
    ],
)
def test_unit_of(holder: str, unit: str) -> None:
    assert unit_of(holder) == unit


def test_units_and_printed_abbreviations() -> None:
    lines = split("Keputusan Kepala BKPSDM\nBPK RI dan BKPSDM").lines
    holders = [
        "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA KABUPATEN PASER",
        "Kepala Bidang X",
        "Kepala Bidang X",
    ]
    assert named_units(holders, lines) == (holders[0], "Bidang X", "BKPSDM")
