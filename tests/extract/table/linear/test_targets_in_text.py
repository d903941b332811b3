"""Where a target ends among the words of a table in linear text."""

from __future__ import annotations

import pytest

from extract.table.context import DocumentContext
from extract.table.linear.model import agency_model
from extract.table.linear.read import best_reading
from extract.table.linear.targets import Targets
from extract.table.linear.tokens import tokenize
from extract.table.linear.words import bare_word
from schemas.layout import Line

ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
SOURCE_BEHIND = ("no", "sasaran", "indikator", "rumus", "target", "sumber_data")
UNIT_BEHIND = ("no", "sasaran", "indikator", "target", "satuan", "rumus")


def of(text: str, roles: tuple[str, ...] = ROLES, running: str = "") -> tuple[str, str, bool]:
    """The target at the first `3` or `65` of a text, its kind, and whether nothing may cut it."""
    words, beside = text.split(), running.split()
    targets = Targets.of(words, [bare_word(w) for w in words], roles, {(beside[0], beside[1])} if beside else set())
    at = next(i for i, word in enumerate(words) if word in ("3", "65"))
    end, kind = targets.at[at]
    return " ".join(words[at:end]), kind, targets.whole[at] == end > at


@pytest.mark.parametrize(
    ("text", "roles", "found"),
    [
        ("Jumlah berita acara 3 Berita Acara Daftar hadir", ROLES, ("3 Berita Acara", "satuan", True)),
        ("Jumlah berita acara 3 BERITA ACARA 100", ROLES, ("3 BERITA ACARA", "satuan", True)),
        ("Lama proses 3 Tahun Hasil rekapitulasi", ROLES, ("3 Tahun", "satuan", True)),
        # a sentence goes on: the rumus may begin with the unit
        ("Jumlah dokumen 3 Dokumen yang disusun", ROLES, ("3 Dokumen", "satuan?", False)),
        # the words around the unit's end stand together elsewhere, but not where they are behind a number themselves
        ("Jumlah dokumen perencanaan 3 Dokumen Perencanaan Daerah", ROLES, ("3 Dokumen", "satuan?", False)),
        ("3 Dokumen Daftar hadir 2 3 Dokumen Daftar hadir", ROLES, ("3 Dokumen", "satuan", True)),
        # no unit that is known, or a column of its own for it
        ("Jumlah naskah 3 naskahan Daftar hadir", ROLES, ("3 naskahan", "satuan", False)),
        ("Jumlah dokumen 3 Dokumen Daftar hadir", UNIT_BEHIND, ("3 Dokumen", "satuan", False)),
        # parts of the agency have the same word
        ("Jumlah bidang 3 Bidang Jumlah urusan", ROLES, ("3 Bidang", "satuan", True)),
        ("Nilai kinerja 65 Bidang Penilaian Kinerja", SOURCE_BEHIND, ("65", "angka", False)),
        ("Jumlah bidang 3 Bidang Bidang Penilaian Kinerja", SOURCE_BEHIND, ("3 Bidang", "satuan", True)),
    ],
)
def test_a_unit_is_the_targets_where_something_begins_behind_it(
    text: str, roles: tuple[str, ...], found: tuple[str, str, bool]
) -> None:
    assert of(text, roles) == found


@pytest.mark.parametrize(
    ("text", "roles", "found"),
    [
        ("Level kapabilitas APIP Level 3 Hasil penilaian", ROLES, "Level 3"),
        ("Level kapabilitas APIP Level 3", ROLES, "Level 3"),
        ("kapabilitas APIP level 3 Hasil penilaian", ROLES, "3"),  # a word of a sentence
        ("kapabilitas APIP Level 3 ke atas", ROLES, "3"),  # goes on as one
        ("kapabilitas APIP Level 3 Hasil penilaian", UNIT_BEHIND, "3"),  # a column of units may hold it
    ],
)
def test_a_word_that_leads_a_number_is_the_targets(text: str, roles: tuple[str, ...], found: str) -> None:
    words = text.split()
    targets = Targets.of(words, [bare_word(w) for w in words], roles)
    assert found in {" ".join(words[at:end]) for at, (end, _) in enumerate(targets.at)}
    assert (found == "Level 3") is any(words[at] == "Level" and end > at for at, (end, _) in enumerate(targets.at))


def test_running_text_tells_what_stands_together() -> None:
    text = "Jumlah dokumen 3 Dokumen Perencanaan Daerah"
    assert of(text) == ("3 Dokumen", "satuan", True)
    assert of(text, running="dokumen perencanaan") == ("3 Dokumen", "satuan?", False)


def test_no_target_goes_on_with_another_number_where_several_columns_hold_targets() -> None:
    words = ["85", "%", "25", "50", "-", "-", "3", "Dokumen", "4"]
    roles = ("indikator", "target", "target", "rumus")
    assert Targets.of(words, words, roles).apart == {2, 3, 5, 8}
    assert not Targets.of(words, words, ("indikator", "target", "rumus")).apart
    # numbers within one target
    for text in ("Rp 312.000.000 Rp 312.000.000", "98 per 100.000 KH 98 per 100.000 KH"):
        words = text.split()
        assert Targets.of(words, words, roles).apart <= {len(words) // 2}


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Tingkat hunian kisaran 50-60 % Kamar", {3}),
        ("Tatap muka antara 24 - 26 jam Jadwal", {3, 4, 5}),
        ("Kehilangan air turun dari 34% menjadi 31% Bagian", {3, 4, 5, 6}),
        ("Waktu ≤ 2 hari kerja Loket", {2}),
        ("Angka penurunan 5 % Dinas", set()),  # `Angka penurunan` may be a cell
        ("Jumlah laporan 3 laporan Dinas", set()),
    ],
)
def test_no_cell_ends_between_a_number_and_what_leads_it(text: str, inner: set[int]) -> None:
    words = text.split()
    assert Targets.of(words, [bare_word(w) for w in words], ROLES).inner == inner


def test_a_unit_that_begins_the_next_cell_may_be_cut_from_a_bare_number() -> None:
    """`82,75` | `Nilai Reformasi Birokrasi` under other orders of columns: the weights of other agencies tell."""
    rows = [
        ("1", "Birokrasi yang bersih", "82,75", "Nilai Reformasi Birokrasi", "Lembar hasil evaluasi"),
        ("2", "Anggaran yang terserap", "91,2", "Nilai Kinerja Anggaran", "Aplikasi SMART"),
        ("3", "Pegawai yang kompeten", "78", "Indeks Profesionalitas ASN", "Badan Kepegawaian Negara"),
        ("4", "Arsip yang tertata", "88,4", "Nilai Pengawasan Kearsipan", "Arsip Nasional"),
    ]
    tokens = tokenize([Line(" ".join(row), number) for number, row in enumerate(rows, 1)])
    roles = ("no", "sasaran", "target", "indikator", "sumber_data")
    reading = best_reading(agency_model(), tokens, roles, DocumentContext(), alone=True)
    targets = [" ".join(tokens.words[run.start : run.end]) for run in reading.path if roles[run.column] == "target"]
    assert targets == [row[2] for row in rows]


@pytest.mark.parametrize(
    ("text", "roles", "found"),
    [
        ("Jumlah layanan 65 - 85 % Rekap", ROLES, ("65 - 85 %", "persen")),
        ("Jumlah layanan 3 – 12 hari Rekap", ROLES, ("3 – 12 hari", "satuan")),
        # `Kondisi Awal | Realisasi | Target`: a dash is an empty cell as well
        ("Jumlah laporan 3 - 12 laporan Register", ("no", "indikator", "others", "others", "target"), ("3", "angka")),
        ("Jumlah laporan 3 - 12 laporan", ("no", "indikator", "target", "target", "target"), ("3", "angka")),
        ("Nilai 65 - 85 %", ("no", "indikator", "others", "target", "satuan"), ("65", "angka")),
    ],
)
def test_a_dash_joins_numbers_where_no_other_column_holds_one(
    text: str, roles: tuple[str, ...], found: tuple[str, str]
) -> None:
    assert of(text, roles)[:2] == found
