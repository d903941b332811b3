"""Units by their printed names: who leads one, which name a holder prints."""

from __future__ import annotations

import pytest

from bahasa.acronyms import acronym, possible_acronyms
from bahasa.data import entries_of
from bahasa.units import leads, led_by, permanent, printed_unit, unit_heads


@pytest.mark.parametrize(
    ("holder", "unit"),
    [
        ("Kepala Sub Bagian Perencanaan dan Keuangan", "Sub Bagian Perencanaan dan Keuangan"),
        ("Kepala Bidang Pengembangan dan Mutasi", "Bidang Pengembangan dan Mutasi"),
        ("KEPALA SEKSI SEJARAH DAN NILAI TRADISI", "SEKSI SEJARAH DAN NILAI TRADISI"),
        ("Sub. Bidang Kerawanan Pangan.", "Sub. Bidang Kerawanan Pangan"),  # a unit itself
        ("Pengelola Kepegawaian", ""),  # leads none
        ("Kepalang Bidang", ""),
        ("Plt. Kepala Bidang Mutasi", "Bidang Mutasi"),
        ("Kasubag Umum", ""),  # leads Sub Bagian Umum, but doesn't print it
        ("Sekretaris", ""),
        ("Subbagian Umum", "Subbagian Umum"),
        ("Ketua Komite Medik", "Komite Medik"),
    ],
)
def test_printed_unit(holder: str, unit: str) -> None:
    assert printed_unit(holder) == unit


@pytest.mark.parametrize("position", range(len(unit_heads())))
def test_a_head_is_told_by_its_own_entry(position: int) -> None:
    """The example is matched by its own entry and not by one before it."""
    entry = entries_of("kepala", "kepala")[position]
    assert next(n for n, head in enumerate(unit_heads()) if head.pola.fullmatch(entry["contoh"])) == position


def test_who_leads_for_a_time_leads_the_same_unit() -> None:
    for entry in entries_of("kepala", "sementara"):
        assert permanent(entry["contoh"]) == entry["hasil"]
        assert led_by(entry["contoh"]) == led_by(entry["hasil"]) is not None


def test_a_leader_whose_unit_no_pattern_knows() -> None:
    assert leads("Wakil Kepala Dinas") and led_by("Wakil Kepala Dinas") is None
    assert not leads("Pengelola Kepegawaian")


def test_acronyms_of_an_agency() -> None:
    name = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Paser"
    assert acronym(name) == "BKPSDM"
    assert possible_acronyms(name) == ["BKP", "BKPS", "BKPSD", "BKPSDM", "BKPSDMK", "BKPSDMKP"]
    assert acronym("Dinas Kesehatan") == ""
