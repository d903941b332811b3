"""Identifiers of laws: formed from what is printed, or not at all."""

from __future__ import annotations

import pytest

from bahasa.akn import akn_iri
from bahasa.law import parse_law

CITED = [
    ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", "/akn/id/act/uu/2014/23"),
    ("UU 23/2014 tentang Pemerintahan Daerah", "/akn/id/act/uu/2014/23"),
    ("Peraturan Presiden Nomor 29 Tahun 2014 tentang SAKIP;", "/akn/id/act/perpres/2014/29"),
    ("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang X;", "/akn/id/act/permen/dalam-negeri/2017/86"),
    ("Peraturan Daerah Kabupaten Paser Nomor 14 Tahun 2016 tentang X;", "/akn/id/act/perda/kabupaten-paser/2016/14"),
    ("Peraturan Daerah Nomor 4 Tahun 2021 tentang X;", None),
    ("Peraturan Menteri Negara PAN Nomor PER/20/M/PAN/141/2007 tentang X;", None),
    ("Undang-Undang Nomor 23 tentang Pemerintahan Daerah;", None),
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;", None),
]


@pytest.mark.parametrize(("printed", "iri"), CITED)
def test_an_iri_is_formed_from_what_is_printed_or_not_at_all(printed: str, iri: str | None) -> None:
    law = parse_law(printed)
    assert (akn_iri(law) if law else None) == iri
