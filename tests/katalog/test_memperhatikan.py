"""Memperhatikan from the source to the diff: a list of the preamble like Menimbang and Mengingat."""

from __future__ import annotations

from pathlib import Path

import pytest
from cetak import Cetak

from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.front import build, diff
from schemas.catalogue import Catalogue

LINES = (
    "KEPUTUSAN BUPATI PASER",
    "NOMOR 12 TAHUN 2023",
    "TENTANG",
    "INDIKATOR KINERJA UTAMA TAHUN 2023",
    "BUPATI PASER,",
    "Menimbang : a. bahwa perlu menetapkan indikator kinerja;",
    "Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
    "Memperhatikan : 1. Surat Edaran Menteri Nomor 3 Tahun 2022 tentang Indikator;",
    "2. Berita Acara Rapat Nomor 12;",
    "4. Peraturan Bupati Paser Nomor 5 Tahun 2021 tentang Rencana Kerja yag berlaku;",
    "MEMUTUSKAN :",
    "Menetapkan : KEPUTUSAN BUPATI TENTANG INDIKATOR KINERJA UTAMA.",
    "KESATU : Menetapkan Indikator Kinerja Utama.",
    "Ditetapkan di Tana Paser",
    "pada tanggal 3 Januari 2023",
    "BUPATI PASER,",
    "ttd",
    "FAHMI FADLI",
    "LAMPIRAN KEPUTUSAN BUPATI PASER",
    "INDIKATOR KINERJA UTAMA",
    "Nama Organisasi : Dinas Kesehatan",
    "Tugas : Melaksanakan urusan kesehatan.",
)


def printed(*lines: str) -> bytes:
    """The lines as a page of a PDF."""
    doc = Cetak()
    doc.page(595.0, 842.0)
    for number, line in enumerate(lines):
        doc.text(60.0, 80.0 + 16.0 * number, line)
    return doc.save()


def catalogue_of(data: bytes, path: Path) -> Catalogue:
    path.write_bytes(data)
    return build(path)


@pytest.fixture(params=["teks.txt", "cetak.pdf"])
def decree(request: pytest.FixtureRequest, tmp_path: Path) -> Catalogue:
    data = printed(*LINES) if request.param.endswith("pdf") else "\n".join(LINES).encode()
    return catalogue_of(data, tmp_path / request.param)


def test_entries_with_number_place_and_id(decree: Catalogue) -> None:
    entries = decree.decree.memperhatikan
    assert [entry.no for entry in entries] == ["1", "2", "4"]
    assert entries[1].text.as_printed == "Berita Acara Rapat Nomor 12;"
    assert all(entry.text.places and entry.id.startswith("memperhatikan/") for entry in entries)
    assert not decree.unparsed
    # what is not of the list stays where it is
    assert len(decree.decree.mengingat) == 1 and decree.decree.menetapkan is not None


def test_regulations_are_typed_and_other_entries_are_no_finding(decree: Catalogue) -> None:
    laws = [entry.law for entry in decree.decree.memperhatikan]
    assert laws[1] is None and laws[2] is not None
    assert (laws[2].jenis, laws[2].nomor, laws[2].tahun) == ("Peraturan Bupati Paser", "5", 2021)
    assert not [one for one in decree.findings if one.code == "hukum-tak-terbaca"]


def test_spelling_is_corrected_and_numbering_is_checked(decree: Catalogue) -> None:
    assert any(edit.place.startswith("preamble/memperhatikan/3") and edit.after == "yang" for edit in decree.edits)
    assert [one.field for one in decree.findings if one.code == "penomoran-lompat"] == ["memperhatikan/3"]


def test_the_diff_compares_it(tmp_path: Path) -> None:
    old = catalogue_of("\n".join(LINES).encode(), tmp_path / "lama.txt")
    lines = [line.replace("Nomor 12;", "Nomor 15;") for line in LINES if not line.startswith("4.")]
    new = catalogue_of("\n".join(lines).encode(), tmp_path / "baru.txt")
    made = diff(old, new)
    found = {(one.kind, one.object, one.old, one.new) for one in made.changes}
    assert ("changed", "memperhatikan", "Berita Acara Rapat Nomor 12;", "Berita Acara Rapat Nomor 15;") in found
    assert [one.kind for one in made.changes if one.object == "memperhatikan"].count("removed") == 1
    assert made.summary.objects["memperhatikan"].old == 3
    assert apply_diff(made, old) == printed_content(new)
