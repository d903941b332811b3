"""Units that a document names."""

from __future__ import annotations

from extract.decree.units import named_units
from extract.read.text import layout_of_lines


def test_units_and_printed_abbreviations() -> None:
    lines = layout_of_lines("Keputusan Kepala BKPSDM\nBPK RI dan BKPSDM").lines
    holders = [
        "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA KABUPATEN PASER",
        "Kepala Bidang X",
        "Kepala Bidang X",
    ]
    assert named_units(holders, lines) == (holders[0], "Bidang X", "BKPSDM")
