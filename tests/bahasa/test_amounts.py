"""Amounts in running text: where each one ends."""

from __future__ import annotations

import pytest

from bahasa.amounts import amounts_in


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("menyusun 12 laporan / 5 dokumen", ["12 laporan", "5 dokumen"]),
        ("sebesar 80% / 90 % pegawai", ["80%", "90 %"]),
        ("menyusun 12 laporan / kecamatan", ["12 laporan"]),
        ("mencapai 12 / 15 dokumen", ["12 / 15 dokumen"]),
        ("Jumlah 12 laporan dan 5 dokumen", ["12 laporan", "5 dokumen"]),
    ],
)
def test_a_stroke_before_a_number_begins_another_amount(text: str, amounts: list[str]) -> None:
    assert [text[one.start : one.end] for one in amounts_in(text)] == amounts
