"""What running text names: where a mention ends, and what it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bahasa.date import dates_in, read_date
from bahasa.law import laws_in, parse_law, same_regulation
from bahasa.mentions import mention_kinds, mentions_in, rulers
from bahasa.target import parse_target
from schemas.decree import Law

# (text, [(label, words, value)])
NAMED = [
    # a title ends where the sentence goes on
    ("bahwa berdasarkan PP Nomor 8 Tahun 2006 tentang Pelaporan Keuangan, perlu menetapkan",
     [("PERATURAN", "PP Nomor 8 Tahun 2006 tentang Pelaporan Keuangan", "Peraturan Pemerintah Nomor 8 Tahun 2006")]),
    # but not at a comma of its own
    ("Perbup Nomor 29 Tahun 2020 tentang Kedudukan, Susunan organisasi, serta Tata Kerja;",
     [("PERATURAN", "Perbup Nomor 29 Tahun 2020 tentang Kedudukan, Susunan organisasi, serta Tata Kerja",
       "Peraturan Bupati Nomor 29 Tahun 2020")]),
    # short forms; two in one sentence
    ("sesuai UU 23/2014 dan Permendagri 86/2017",
     [("PERATURAN", "UU 23/2014", "Undang-Undang Nomor 23 Tahun 2014"),
      ("PERATURAN", "Permendagri 86/2017", "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017")]),
    # the year stands in the number
    ("Peraturan Menteri PAN Nomor PER/20/M/PAN/141/2007 tentang Pedoman",
     [("PERATURAN", "Peraturan Menteri PAN Nomor PER/20/M/PAN/141/2007 tentang Pedoman",
       "Peraturan Menteri PAN Nomor PER/20/M/PAN/141/2007")]),
    # no regulation is named
    ("sesuai peraturan perundang-undangan yang berlaku dan keputusan pimpinan", []),
    ("peraturan pelaksanaan Undang-Undang Nomor 5 Tahun 2014",
     [("PERATURAN", "Undang-Undang Nomor 5 Tahun 2014", "Undang-Undang Nomor 5 Tahun 2014")]),
    ("sejak 1 Agust 2022 sampai Desember 2024 (03-01-2025)",
     [("TANGGAL", "1 Agust 2022", "2022-08-01"), ("TANGGAL", "Desember 2024", "2024-12"),
      ("TANGGAL", "03-01-2025", "2025-01-03")]),
    ("Jumlah 12 laporan dibagi 3 kali, atau 95,5 % (12 Dok.)",
     [("JUMLAH", "12 laporan", "12 laporan"), ("SATUAN", "laporan", "laporan"), ("JUMLAH", "3 kali", "3 kali"),
      ("SATUAN", "kali", "kali"), ("JUMLAH", "95,5 %", "95.5 %"), ("SATUAN", "%", "%"),
      ("JUMLAH", "12 Dok.", "12 dokumen"), ("SATUAN", "Dok.", "dokumen")]),
    ("8 Jenis dan 5 Dokumen",
     [("JUMLAH", "8 Jenis", "8 jenis"), ("SATUAN", "Jenis", "jenis"), ("JUMLAH", "5 Dokumen", "5 dokumen"),
      ("SATUAN", "Dokumen", "dokumen")]),
    # numbers that count nothing
    ("2.1 Prosentase pelaku usaha yang dibina", []),
    ("Pasal 5 ayat (2) huruf a, Nomor 23 Tahun 2014, tahun 2021 dan 7", []),
    ("sebesar Rp 1,5 miliar per tahun", [("UANG", "Rp 1,5 miliar", "1500000000 Rp")]),
    ("sebesar Rp 1,5 M per tahun", [("UANG", "Rp 1,5 M", "1500000000 Rp")]),
    # `Baik` is a grade only where it is the cell
    ("Pelayanan Baik memperoleh BB (70)", [("NILAI", "BB (70)", "BB 70")]),
    # a name goes on over what joins it, and stops before another one
    ("kepada Kepala Bidang Mutasi, Promosi dan Kinerja dan Camat Tanah Grogot untuk ditindaklanjuti",
     [("JABATAN", "Kepala Bidang Mutasi, Promosi dan Kinerja", "Kepala Bidang Mutasi, Promosi dan Kinerja"),
      ("UNIT", "Bidang Mutasi, Promosi dan Kinerja", "Bidang Mutasi, Promosi dan Kinerja"),
      ("JABATAN", "Camat Tanah Grogot", "Camat Tanah Grogot")]),
    ("DINAS KOMUNIKASI, INFORMATIKA, PERSANDIAN DAN STATISTIK DAERAH, yang",
     [("UNIT", "DINAS KOMUNIKASI, INFORMATIKA, PERSANDIAN DAN STATISTIK DAERAH",
       "DINAS KOMUNIKASI, INFORMATIKA, PERSANDIAN DAN STATISTIK DAERAH")]),
    ("Laporan bidang yang telah diinput kepada kepala", []),
    ("Peraturan Badan Kepegawaian Negara Nomor 11 Tahun 2017",
     [("PERATURAN", "Peraturan Badan Kepegawaian Negara Nomor 11 Tahun 2017",
       "Peraturan Badan Kepegawaian Negara Nomor 11 Tahun 2017"),
      ("UNIT", "Badan Kepegawaian Negara", "Badan Kepegawaian Negara")]),
    ("sub kegiatan dan Program Penunjang Urusan yang didanai",
     [("PROGRAM", "Program Penunjang Urusan", "Program Penunjang Urusan")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), NAMED, ids=[text[:40] for text, _ in NAMED])
def test_what_a_text_names(text: str, named: list[tuple[str, str, str]]) -> None:
    assert [(one.label, text[one.start : one.end], one.value) for one in mentions_in(text)] == named


def test_a_law_inside_a_title_is_one_of_its_own() -> None:
    text = "UU Nomor 9 Tahun 2015 tentang Perubahan Kedua atas uu NOMOR 23 Tahun 2014 tentang Pemerintahan Daerah (LN)"
    assert [(law.nomor, text[start:end][-8:]) for start, end, law in laws_in(text)] == [
        ("9", "n Daerah"),
        ("23", "n Daerah"),
    ]


def test_paragraphs_are_read_apart_and_broken_lines_together() -> None:
    assert [one.value for one in mentions_in("sampai 31 Desember\n2022")] == ["2022-12-31"]
    assert mentions_in("tanggal 31\n\nDesember") == []
    (one,) = mentions_in("judul\n\npada 3 Mei 2020", ["tanggal"])
    assert (one.start, one.end) == (12, 22)


@given(st.text(alphabet="aAbB 12.,/()-%:;\n", max_size=60), st.sampled_from(["PP Nomor ", "Rp", "Kepala ", "3 Mei "]))
def test_any_text_is_read_and_every_mention_is_its_own_words(noise: str, start: str) -> None:
    text = start + noise
    for one in mentions_in(text):
        assert 0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() == text[one.start : one.end]


@given(st.lists(st.sampled_from([text for text, _ in NAMED]), min_size=1, max_size=3))
def test_mentions_of_paragraphs_are_those_of_each(texts: list[str]) -> None:
    assert len(mentions_in("\n\n".join(texts))) == sum(len(mentions_in(text)) for text in texts)


def test_what_a_mention_means_is_what_its_words_mean_alone() -> None:
    """Where it ends and what it means are asked of one vocabulary."""
    for text, _ in NAMED:
        for start, end, law in laws_in(text):
            assert parse_law(text[start:end]) == law
        for start, end, date in dates_in(text):
            assert read_date(text[start:end]) in (date, None)
        for one in mentions_in(text, ["jumlah"]):
            if one.label == "JUMLAH":
                assert parse_target(text[one.start : one.end]).value == one.value.split()[0]


def test_every_kind_is_found_by_a_ruler_and_has_answers() -> None:
    kinds = mention_kinds()
    assert {kind.komponen for kind in kinds.values()} == set(rulers())
    assert all(kind.label == label == label.upper() and kind.arti.endswith(".") for label, kind in kinds.items())
    assert len({kind.warna for kind in kinds.values()}) == len(kinds)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Peraturan Daerah", "Peraturan Daerah Kabupaten Paser", True),
        ("Peraturan Menteri Keuangan", "Peraturan Menteri Dalam Negeri", False),
        ("Peraturan", "Peraturan Pemerintah", False),
        ("Undang-Undang", "Undang - Undang", True),
    ],
)
def test_one_regulation_under_two_names(one: str, other: str, same: bool) -> None:
    laws = [Law(jenis=jenis, nomor="5", tahun=2014, tentang=None) for jenis in (one, other)]
    assert same_regulation(laws[0], laws[1]) is same
    assert not same_regulation(laws[0], laws[1].model_copy(update={"tahun": 2015}))
