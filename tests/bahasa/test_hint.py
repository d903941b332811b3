"""What a row says about a bare number in its target cell."""

from __future__ import annotations

import pytest

from bahasa.hint import Hint, hint_of
from bahasa.inggris import english_words, only_english


@pytest.mark.parametrize(
    ("indikator", "satuan", "kind", "unit", "factor"),
    [
        ("Jumlah dokumen", "", "count", None, 1),
        ("Jumlah dokumen", "Dokumen", "count", "dokumen", 1),
        ("Persentase ASN", "", "percent", "%", 1),
        # some agencies number their indikator, and spell it so
        ("2.1 Prosentase pelaku usaha", "", "percent", "%", 1),
        ("Nilai SAKIP", "", "index", None, 1),
        ("Peserta diklat (orang)", "", "count", "orang", 1),
        # a bracket that is no unit says nothing
        ("Nilai kinerja (IPA)", "", "index", None, 1),
        # the column decides, whatever the indikator begins with
        ("Persentase ASN", "orang", "count", "orang", 1),
        ("Jumlah pendapatan", "Rp (juta)", "money", "Rp", 1_000_000),
        ("Jumlah pendapatan", "rupiah", "money", "Rp", 1),
        ("", "", "count", None, 1),
    ],
)
def test_hint(indikator: str, satuan: str, kind: str, unit: str | None, factor: int) -> None:
    hint = hint_of(indikator, satuan)
    assert (hint.kind, hint.unit, hint.factor) == (kind, unit, factor)


def test_it_says_where_it_is_said() -> None:
    assert hint_of("Persentase ASN", "").note == "satuan % dari indikator; sel hanya memuat bilangan"
    assert hint_of("Persentase ASN", "orang").note == "satuan dari kolom satuan"
    assert hint_of("Peserta (orang)", "").note == "satuan dari kurung pada indikator"
    assert hint_of("Jumlah dokumen", "") == Hint()


def test_english_words_that_are_indonesian_as_well() -> None:
    """`data` is both: rules for Indonesian words may touch it, those for English terms may not."""
    assert only_english() < english_words()
    assert {"key", "performance"} <= only_english()
    assert all(word == word.lower() for word in english_words())


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("TARGET (%)", "%"),
        ("TARGET % 2025", "%"),
        ("Target (dalam juta rupiah)", "Rp"),
        ("TARGET (orang)", "orang"),
        # two units: nobody can say which a number has
        ("TARGET (dokumen / %)", None),
        ("TARGET (dokumen) (%)", None),
        ("TARGET (Rp / %)", None),
        # a scale alone is no money, and what is to be reached no unit
        ("TARGET (ribu)", None),
        ("TARGET 100%", None),
        ("TARGET (TAHUN)", None),
    ],
)
def test_the_heading_says_one_unit_or_none(heading: str, unit: str | None) -> None:
    assert hint_of("Jumlah wisatawan", "", heading).unit == unit
