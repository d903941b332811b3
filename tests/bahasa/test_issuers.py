"""Who issued a decree, and the region that it belongs to, by what the decree is called."""

from __future__ import annotations

import pytest

from bahasa.issuers import issuer_in, region_in, written_name


@pytest.mark.parametrize(
    ("called", "office", "region"),
    [
        ("KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN PASER", "Dinas Kesehatan", "Kabupaten Paser"),
        ("Keputusan Kepala Dinas Sosial Kota Bontang", "Dinas Sosial", "Kota Bontang"),
        ("PERATURAN BUPATI PASER", "Bupati Paser", "Kabupaten Paser"),
        ("KEPUTUSAN WALI KOTA BONTANG", "Wali Kota Bontang", "Kota Bontang"),
        ("KEPUTUSAN PLT. KEPALA BADAN PANGAN PROVINSI JAWA BARAT", "Badan Pangan", "Provinsi Jawa Barat"),
        ("KEPUTUSAN PELAKSANA HARIAN KEPALA DINAS SOSIAL KOTA BONTANG", "Dinas Sosial", "Kota Bontang"),
        ("KEPUTUSAN PJ. BUPATI PASER", "Bupati Paser", "Kabupaten Paser"),
        ("Badan Kepegawaian Negara", "Badan Kepegawaian Negara", None),
        ("KEPUTUSAN INSPEKTUR", "Inspektur", None),
        # a kind of region without its name is none
        ("Inspektorat Kabupaten", "Inspektorat Kabupaten", None),
    ],
)
def test_issuer(called: str, office: str, region: str | None) -> None:
    assert issuer_in(called) == (office, region)


def test_a_kind_alone_names_nobody() -> None:
    assert issuer_in("KEPUTUSAN") is None and issuer_in("") is None


def test_the_region_of_a_title() -> None:
    assert region_in("INDIKATOR KINERJA UTAMA DI LINGKUNGAN PEMERINTAH KABUPATEN PASER") == "Kabupaten Paser"
    assert region_in("Indikator Kinerja Utama") is None


def test_only_a_name_in_capitals_is_written_anew() -> None:
    assert written_name("DINAS PERPUSTAKAAN DAN KEARSIPAN") == "Dinas Perpustakaan dan Kearsipan"
    assert written_name("UPT WILAYAH III") == "Upt Wilayah III"
    assert written_name("RSUD dr. Kanudjoso") == "RSUD dr. Kanudjoso"
