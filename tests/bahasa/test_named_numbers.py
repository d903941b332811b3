"""Numbers of a text that say which one, and not how many."""

from __future__ import annotations

import pytest

from bahasa.named_numbers import counts_something


@pytest.mark.parametrize(
    "text", ["ISO 9001:2015", "s.d. TW II 2024", "Juara 1", "Triwulan ke-2 tahun 2024", "paling lambat H+7"]
)
def test_names_count_nothing(text: str) -> None:
    assert not counts_something(text)


@pytest.mark.parametrize(
    "text",
    ["Rp18.750.500.00 0,00", "TW 1 dan 85", "2024 lembar", "2024 %", "2.024", "bulan 12 laporan", "IKM 85", "TW 1,5"],
)
def test_other_numbers_count(text: str) -> None:
    assert counts_something(text)
