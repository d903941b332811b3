"""Entries of a list of fungsi that may be several read as one."""

from __future__ import annotations

import pytest
from labelled import SOURCE, block

from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from schemas.base import Place
from schemas.decree import Decree, ExtractedDecree, Item, Text


def doubted(*entries: tuple[str | None, str], sure: float = 1.0, tall: float = 12.0) -> list[tuple[str, list[str]]]:
    """The fields pointed at, with what the message says."""
    place = Place(page=1, bbox=(40.0, 100.0, 500.0, 100.0 + tall))
    fungsi = tuple(
        Item(no=no, text=Text(as_printed=printed, places=(place,), character_confidence=sure))
        for no, printed in entries
    )
    decree = Decree(blocks=(block("IKI", 1, "Analis", fungsi=fungsi),))
    found = assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree))).findings
    return [(one.field, list(one.values.values())) for one in found if one.code == "baca-butir"]


@pytest.mark.parametrize(
    ("printed", "rest"),
    [
        ("menyusun laporan harian; memfasilitasi gladi lapang;", "“memfasilitasi gladi”"),
        ("memimpin dinas (Jitupasna). Indikator Kinerja :", "“Indikator Kinerja”"),
        ("memimpin dinas. Indikator Kinerja :", "“Indikator Kinerja”"),
        ("menyusun laporan; dan", ""),
        ("menyusun laporan; serta mengirim laporan;", ""),
        ("membina pegawai Gol. III dan Gol. IV;", ""),
        ("menghitung nilai 1.5 s.d. 2;", ""),
        ("membina kantor di Prov. Kalimantan Timur menurut Permendagri. Nomor 5;", ""),
        ("mengelola rencana; pelaksanaan; dan pelaporan;", ""),
        ("membina Perangkat Daerah. Pelaksanaan evaluasi", "“Pelaksanaan”"),
        ("membina aparatur desa. Pelaksanaan evaluasi", "“Pelaksanaan”"),
        ("penyusunan rencana; pelaksanaan monitoring pegawai; dan pelaporan", "“pelaksanaan monitoring pegawai; dan”"),
        (" ", ""),
    ],
)
def test_an_end_within_an_entry(printed: str, rest: str) -> None:
    assert doubted(("a", printed), ("b", "melapor.")) == ([("fungsi/1", [rest])] if rest else [])


def test_the_number_of_another_entry_within_one() -> None:
    assert doubted(("a", "menyusun rencana b. melapor"), ("c", "membina")) == [("fungsi/1", ["b"])]
    assert doubted(("1", "menyusun rencana 2) melapor")) == [("fungsi/1", ["2"])]
    # the list has it, and a number that is none of its own
    assert doubted(("a", "menyusun surat b. dan c."), ("b", "melapor")) == []
    assert doubted(("a", "menyusun rencana 2) melapor"), ("b", "membina")) == []


def test_a_list_that_goes_on() -> None:
    assert doubted(("a", "menyusun;"), ("b", "melapor; dan")) == [("fungsi/2", ["dan"])]
    assert doubted(("a", "menyusun; dan"), ("b", "melapor.")) == []


def test_numbers_that_skip_are_doubtful_where_ocr_read_them() -> None:
    skipping = (("a", "menyusun"), ("b", "melapor"), ("d", "membina"))
    assert doubted(*skipping, sure=0.95) == [("fungsi/2", ["d"])]
    # in print the decree skips
    assert doubted(*skipping) == []


def test_a_scan_whose_list_is_one_text_without_number() -> None:
    assert doubted((None, "pembinaan desa deteksi dini"), sure=0.95, tall=36.0) == [("fungsi/1", [])]
    assert doubted((None, "pembinaan desa"), sure=0.95) == []
    assert doubted((None, "pembinaan desa deteksi dini"), tall=36.0) == []
    assert doubted((None, "pembinaan desa"), (None, "deteksi dini"), sure=0.95, tall=36.0) == []


def test_a_number_that_no_entry_has() -> None:
    untaken = ((None, "a, menyusun rencana;"), (None, "b. membina seksi;"))
    assert doubted(*untaken, sure=0.95) == [("fungsi/1", ["a"]), ("fungsi/2", ["b"])]
    # in print it is what the decree prints; and words that are no number
    assert doubted(*untaken) == []
    assert doubted((None, "UU. menyusun rencana;"), (None, "menyusun;"), sure=0.95) == []


def test_a_bracket_in_place_of_an_end() -> None:
    ends = (("a", "menyusun rencana)"), ("b", "membina seksi;"), ("c", "menilai desa (Pilkades)"), ("d", "menilai."))
    assert doubted(*ends, sure=0.95) == [("fungsi/1", [")", ";"])]
    assert doubted(*ends) == []


def test_an_end_that_a_scan_shows_otherwise() -> None:
    mixed = (("a", "menyusun rencana,"), ("b", "melapor;"), ("c", "membina."))
    assert doubted(*mixed, sure=0.95) == [("fungsi/1", [",", ";"])]
    lost = (("a", "melayani transportasii"), ("b", "melapor;"), ("c", "membina;"), ("d", "menilai."))
    assert doubted(*lost, sure=0.95) == [("fungsi/1", ["i", ";"])]
    # whatever the others end with: no word, but for its last letter
    alone = (("a", "menyusun data kepegawaiani"), ("b", "menilai kegiatani"), ("c", "membina laporani"))
    assert doubted(*alone, sure=0.95) == [(f"fungsi/{at}", ["i", ";"]) for at in (1, 2, 3)]
    torn = (("a", "menyusun data yang berlaku i"), ("b", "melapor/"), ("c", "membina Golongan I"), ("d", "menilai;"))
    assert doubted(*torn, sure=0.95) == [("fungsi/1", ["i", ";"]), ("fungsi/2", ["/", ";"])]
    assert doubted(("a", "menyusun data;"), ("b", "membina seksi"), sure=0.95) == []
    # of two entries either may be the one that the decree prints so, and `dan` stands behind its mark
    assert doubted(("a", "melayani"), ("b", "melapor;"), ("c", "membina."), sure=0.95) == []
    assert doubted(*lost[1:3], ("c", "menilai; dan"), ("d", "membina."), sure=0.95) == []
    # the last one ends as if it went on; where every `;` was misread, each otherwise
    goes_on = (("a", "menyusun rencana;"), ("b", "membina seksi:"))
    assert doubted(*goes_on, sure=0.95) == [("fungsi/2", [":", ";"])]
    assert doubted(("a", "menyusun data:"), ("b", "membina laporani"), sure=0.95) == [
        ("fungsi/1", [":", ";"]),
        ("fungsi/2", ["i", ";"]),
    ]
    # in print, or where each entry ends so, it is what the decree prints
    assert doubted(*mixed) == []
    assert doubted(("a", "menyusun,"), ("b", "melapor,"), ("c", "membina."), sure=0.95) == []
