"""Where a target ends: the same words as its meaning, and nothing of the cell behind it."""

from __future__ import annotations

import pytest
from test_target import ROWS

from bahasa.amounts import amounts_in
from bahasa.data import entries_of
from bahasa.satuan import measures_by_form
from bahasa.target import parse_target
from bahasa.target_at import led_end, target_at
from bahasa.units import unit_nouns

# (words, where the target at word 0 ends, its kind)
ENDS: list[tuple[str, int, str]] = [
    ("3 Berita Acara Jumlah berita acara", 3, "satuan?"),
    ("70 – 85 % Rekam", 4, "persen"),
    ("4,5 - 7,0 % SIRUP", 4, "persen"),
    ("20 – 30 hari Jumlah", 4, "satuan"),
    ("85 - 70 % Jumlah", 1, "angka"),  # two cells
    ("77,5 - 78 Jumlah", 1, "angka"),
    ("B / 68,00 Hasil", 3, "nilai"),
    ("B / Hasil", 1, "nilai?"),
    ("A / 5 orang Rekap", 1, "nilai?"),
    ("Sangat Baik (60,01 ke atas) Hasil", 5, "nilai"),
    ("105 laporan (35 x 3) Rekap", 5, "satuan"),
    ("1 unit (0,5 ha) Foto", 4, "satuan"),
    ("12 laporan (Jumlah hari 2022) Rekap", 2, "satuan"),
    ("12 laporan (A + B)/2 Rekap", 2, "satuan"),
    ("Rp850.000 /hari Survei", 2, "uang"),
    ("Rp850.000/hari Survei", 1, "uang"),
    ("3,20 skala 4 Survei", 3, "angka"),
    ("75 m' Berita", 2, "satuan"),
    ("12 Butir Jumlah butir", 2, "satuan?"),
    ("8 Jenis dan 5 Dokumen Bidang Pelayanan", 5, "satuan?"),
    ("500 Exemplar dan 50 CD Seksi Data", 5, "satuan?"),
    ("12 dokumen dan 3 laporan Jumlah", 5, "satuan"),
    ("12 dokumen dan laporan", 2, "satuan"),
    ("2 Peta dan 5 tahun sekali", 5, "satuan"),
    ("1 Nota Dinas Nota dinas", 3, "satuan?"),
    ("60 Peserta/orang Jumlah", 2, "satuan?"),
    ("12 Dok. Data dukung", 2, "satuan"),
    ("3 Kali Data", 2, "satuan"),
    ("12 berita acara", 3, "satuan"),
    ("14 hari kerja sejak", 3, "satuan"),
    ("12 dokumen perencanaan", 2, "satuan"),
    ("12 Jumlah dokumen", 1, "angka"),
    ("3 dokumen.", 1, "angka"),
    ("3dokumen Jumlah", 1, "satuan"),
    ("1 3dokumen Jumlah", 2, "satuan"),
    ("2 x 24 jam Jumlah", 4, "satuan"),
    ("80 s.d. 90 % Jumlah", 4, "persen"),
    ("3 sampai dengan 5 hari Jumlah", 5, "satuan"),
    ("12 (dua belas) Laporan", 4, "satuan?"),
    ("100 % pegawai", 2, "persen"),
    ("≥ 90 % Jumlah", 3, "persen"),
    ("minimal 80% Jumlah", 2, "persen"),
    ("paling lama 3 hari Jumlah", 4, "satuan"),
    ("paling lama dalam 3 hari", 0, ""),
    ("31 Desember 2022 Jumlah", 3, "tanggal"),
    ("Desember 2022", 2, "tanggal"),
    ("Rp 1,5 miliar Jumlah", 3, "uang"),
    ("Rp. 2.500.000,- Jumlah", 2, "uang"),
    ("B (80) Jumlah", 2, "nilai"),
    ("BB Jumlah", 1, "nilai?"),
    ("Sangat Baik Jumlah", 2, "kata"),
    ("Sangat Baik (88,5) Jumlah", 3, "nilai"),
    ("Tepat waktu Jumlah", 2, "kata"),
    ("baik Jumlah", 0, ""),
    ("Jumlah 3 dokumen", 0, ""),
    ("- Jumlah", 1, "nihil"),
    ("tidak ada Jumlah", 0, ""),
    ("Opini WTP Jumlah", 2, "nilai?"),
    ("Nilai 80 Jumlah", 0, ""),
    ("65 Bidang Penilaian Kinerja", 1, "angka"),
    ("12 dokumen Dokumen usulan", 2, "satuan"),  # a number and its unit
    ("5 dokumen dokumen evaluasi", 2, "satuan"),  # the rumus begins in lower case
    ("3dokumen Rancangan", 1, "satuan"),  # glued
    ("1 3dokumen Rancangan", 2, "satuan"),  # `1` / `3dokumen`, ambiguous but one target
    ("1 (satu) dokumen", 3, "satuan"),
    ("4.230 data Data", 2, "satuan"),
    ("100% Jumlah", 1, "persen"),
    ("95,5 % Jumlah", 2, "persen"),
    ("BB (70) Nilai", 2, "nilai"),
    ("B Nilai", 1, "nilai?"),
    ("70 Jumlah ASN", 1, "angka"),
    ("12 (dua belas) bulan Jumlah", 4, "satuan"),
    ("12 (dua belas) Laporan Jumlah", 4, "satuan?"),
    ("1 Laporan Jumlah", 2, "satuan?"),
    ("10 (sepuluh hari kerja", 1, "angka"),  # the bracket stays open
    ("Maksimal 5 hari kerja", 4, "satuan"),
    ("minimal dua", 0, ""),
    ("Rp 1.000.000 Jumlah", 2, "uang"),
    ("Rp. 250.000.000,- Jumlah", 2, "uang"),
    ("Rp1.000.000 Jumlah", 1, "uang"),
    ("31 Desember 2023 Laporan", 3, "tanggal"),
    ("31 Maret Laporan", 2, "tanggal"),
    ("Desember 2023 Laporan", 2, "tanggal"),
    ("Desember ini", 0, ""),
    ("Tepat sasaran", 0, ""),
    ("- Dokumen", 1, "nihil"),
    ("Dokumen usulan", 0, ""),
    ("2005-2025", 1, "angka"),
]


#: Spans of several units, signs, short scales and grades by two names end where they end, with words behind them.
FURTHER = [
    ("1 tahun 6 bulan Jumlah", 4, "satuan"), ("2 jam 30 menit", 4, "satuan"), ("12 bulan 3 Laporan", 2, "satuan"),
    ("-2,5 % Jumlah", 2, "persen"), ("Rp 1,5 M Dinas", 3, "uang"), ("A (Sangat Baik) Nilai", 3, "nilai"),
    ("Baik (B) Nilai", 2, "nilai"), ("Akreditasi Dasar Nilai", 2, "kata"), ("Dasar hukum", 0, ""),
    ("Terakreditasi", 1, "kata"), ("98 per 100.000 KH Jumlah", 4, "satuan"), ("5 per bulan Jumlah", 3, "satuan"),
    ("3 laporan per bulan Jumlah", 4, "satuan"), ("1 : 25 Jumlah", 3, "angka"), ("12 dari 15 unit Jumlah", 4, "satuan"),
    ("antara 94 - 98 % Jumlah", 5, "persen"), ("antara 21–30 hari Jumlah", 3, "satuan"), ("antara Pemerintah", 0, ""),
    ("RP 24.000.000 Jumlah", 2, "uang"), ('"Informatif" Nilai', 1, "kata"), ("15 menit/pasien Jumlah", 2, "satuan"),
    ("81,5 / A Penilaian", 3, "nilai"), ("86 (Baik) Nilai", 2, "nilai"), ("3 kali × 35 anggota Rapat", 5, "satuan"),
    ("≥ 4 (skala 5) Nilai", 4, "angka"), ("naik 5 % Jumlah", 3, "persen"), ("Penurunan angka", 0, ""),
    ("maks 2 kali Jumlah", 3, "satuan"), ("Max 2 insiden Jumlah", 3, "satuan"), ("minimal Baik Jumlah", 2, "kata"),
    ("12 ‰ Jumlah", 2, "persen"), ("95%; 100% Jumlah", 2, "persen"), ("1 kali; 2 kali; 3 kali Rapat", 6, "satuan"),
    ("95%; Laporan", 0, ""), ("H+3 Jumlah", 1, "tanggal"), ("12 per Desember", 1, "angka"),
    ("12 laporan; 2 Mutu", 2, "satuan"), ("95%; 2. Mutu", 1, "persen"), ("90%;", 1, "persen"),
    ("12 dari seluruh", 1, "angka"), ("10 Juli 2025 pukul 16.00 WIB Tanda", 6, "tanggal"),
    ("10/07/2025 16:00 Tanda", 2, "tanggal"), ("31 Desember pukul kerja", 2, "tanggal"),
]  # fmt: skip

#: Words that lead a number, and what stands behind it, are the target's.
LED = [
    ("turun dari 34% menjadi 31% Bidang", 5, "persen"), ("naik dari 3 unit menjadi 5 unit Bidang", 7, "satuan"),
    ("meningkat ke 3 besar Bidang", 0, ""), ("meningkat dari 2020 ke 2021 Bidang", 0, ""), ("Rasio 08:00 WIB", 0, ""),
    ("naik menjadi 2025 Bidang", 0, ""), ("naik dari 1990 orang ke 2025 orang Bidang", 7, "satuan"),
    ("Rasio 2023 : 12 Bidang", 0, ""),
    ("meningkat menjadi 85 % Bidang", 4, "persen"), ("turun dari jabatan", 0, ""), ("naik ke pangkat", 0, ""),
    ("sebesar 60% (9 dari 15) Dinas", 5, "persen"), ("sebanyak 12 dokumen Dinas", 3, "satuan"), ("sebesar itu", 0, ""),
    ("Rasio 6:1.000 Bagian", 2, "nilai"), ("Rasio 6 : 1.000 Bagian", 4, "nilai"), ("Rasio guru", 0, ""),
    ("08:00 WIB", 0, ""), ("3 kali sehari per kecamatan Dinas", 5, "satuan"), ("2 kali setahun Dinas", 3, "satuan"),
    ("2 org per TPS Sesuai", 4, "satuan"), ("20 pasien/bln Dinas", 2, "satuan"), ("<150 mg/L Hasil", 2, "satuan"),
    ("Rp 1,05 jt / kunjungan Dinas", 5, "uang"),
    ("80% per tahun Dinas", 3, "persen"), ("B (65 - 70) Dinas", 4, "nilai"),
    ("12 dokumen (RKA) Dinas", 2, "satuan"), ("3 kali Setiap bulan", 2, "satuan"),
    ("95% per 31 Des", 1, "persen"),
    ("H-60 hari Dinas", 2, "tanggal"), ("12 SD/MI Dinas", 1, "angka"), ("5 kg/kapita/tahun Dinas", 2, "satuan"),
    ("5 kg/ kapita/ tahun", 2, "satuan"), ("1.200 judul / 2.400 eks Buku", 5, "satuan"),
    # no target's tails: labels of heads, formulas, a cell that goes on elsewhere
    ("2. Jabatan / Eselon", 2, "satuan?"), ("2. Bidang / Bagian", 1, "angka"),
    ("15 menit / semua kebakaran", 2, "satuan"), ("3 titik per Jadwal", 2, "satuan"), ("17025:2017 Dinas", 0, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end", "kind"), [*ENDS, *FURTHER, *LED])
def test_where_it_ends(text: str, end: int, kind: str) -> None:
    assert target_at(text.split(), 0) == (end, kind)


@pytest.mark.parametrize("form", measures_by_form())
def test_every_form_of_a_unit_ends_a_target(form: str) -> None:
    # `65` / `Bidang Penilaian Kinerja`: with a capital it is a part of the agency
    for printed in (form, form.title(), form.upper()) if form not in unit_nouns() else (form,):
        words = f"3 {printed}".split()
        assert target_at([*words, "Jumlah", "data"], 0)[0] == len(words)
        assert parse_target(" ".join(words)).value == "3"


#: Cells whose end only the words around it tell (see `bahasa.target_at`).
LEFT = {
    "30 Rumah Ibadah", "40 CD", "12 dokumen (LPPD)", "dua belas dokumen", "100 % pegawai", "80%-90%", "80 – 90",
    "minimal Nilai 80", "maksimal Nilai 80", "≤ nilai 80", "Nilai 80", "1 000", "1 250 dokumen", "Rp 12 500 000",
    "100 000 orang", "100 125 orang", "1 hari, 2 jam dan 5 menit", "1 ½ tahun", "1'234 dokumen", "100 ％",
    "102/100.000 KH", "1OO %", "3,51 dari skala 4", "= 100%", "Level 3",
    "Level 3 (Terdefinisi)", "Peringkat ke-3", "Rp 1 M - Rp 2,5 M",
    "dua (2) laporan", "dua (3) laporan", "l dokumen", "¾", "III", "akhir Desember 2023", "2 1/2 jam",
    "76 % ≤ 90%", "Level III", "Level XI", "Selesai 100 %",
    "Peringkat 3 dari 38 kabupaten", "2O kegiatan", "5O", "1OO", "8О %", "8S %", "1B dokumen", "10 O", "1 O dokumen",
    "2Set", "5m² - 10m²", "b. 12 dokumen", "(c) 85 %", "2. 150 unit", "- 12 dokumen",
    "dari 34 menjadi 31 %",
    "(3 hari kerja).", "(90 %)", "100% pada 12 kecamatan", "85 % dari 40 desa", "85 % dari tahun 2022", "85 %…",
    "97,5 persen dari total 1.200 orang", "; 85 %", "Hari Jumat tanggal 29 Desember 2023", "Jumat, 29 Desember 2023",
    "Minggu, 31 Desember", "Rp 1.000.000,-/keluarga", "Rp 45.000.000,- (empat puluh juta rupiah)", "Rp 750 juta,-",
    "Rp. 1.000.000,- - Rp. 2.000.000,-", "Rp. 2.000.000,-- (dua juta rupiah)", "Selasa, 29 Desember 2023",
    "Tgl. 5 Mei 2023", "[30 orang]", "hingga 31 Desember 2023", "paling lambat tgl 10 Januari 2024",
    "Jumat 29 Desember 2023", "Minggu tanggal 31 Desember 2023", "hari Minggu 31 Desember 2023",
    "85 % semester satu", "60% pada triwulan 2", "85% pada 31 Desember", "90 % dari pengaduan",
    "1.2E+06 objek", "10 Juli 2025 (pukul 16.00)", "5E-02", "Dokumen: 10-12", "Dokumen: 12", "Hari kerja: maksimal 14",
    "Jan-2026", "Jumat, 31 Oktober 2025 pkl. 12.00", "Jumlah dokumen : 12 (dua belas)", "Jumlah: 12 dokumen",
    "Laporan = 4", "Nilai: 80", "Persen = 95,5", "Rp 1,25E+09", "Rupiah 250.000.000", "Rupiah: 250.000.000,-",
    "pukul 16.00 WIB tanggal 10 Juli 2025",
    "Dokumen: 1.250", "Jumlah kelompok: 2", "Persentase: 97.50", "IDR: 1.250.000,00",
    "per 31 Desember 2023", "{WTP}", "«12 dokumen»", "‘90 %’", "• 12 dokumen",
}  # fmt: skip


def test_no_chain_of_numbers_is_too_long_to_read() -> None:
    for link in (":", "x", "dari"):
        assert target_at(["1", link] * 2000 + ["2"], 0)[0] < 10
    assert target_at(["1;"] * 2000 + ["2"], 0)[0] < 10


@pytest.mark.parametrize(
    "words",
    [
        "minimal", "sebesar", "≥", "meningkat", "turun dari", "naik menjadi", "naik dari minimal", "3 dari minimal",
        "12 laporan dan", "12 laporan x", "turun dari 3 menjadi",
    ],
)  # fmt: skip
@pytest.mark.parametrize("tail", ["", "80 %"])
def test_no_words_that_lead_others_are_too_many_to_read(words: str, tail: str) -> None:
    text = f"{words} " * 1500 + tail
    assert target_at(text.split(), 0)[0] <= 40 and led_end(text.split(), 0) <= 40
    assert all(len(text[one.start : one.end].split()) <= 40 for one in amounts_in(text))


def test_several_words_may_lead_a_number() -> None:
    words = ["Dinas", "naik", "menjadi", "minimal", "sebesar", "80", "%", "per", "tahun"]
    assert target_at(words, 1) == (9, "persen") and led_end(words, 1) == 3


def test_what_is_understood_ends_where_it_ends() -> None:
    cells = {cell: cell.split() for cell, _, _, expected in ROWS if cell.split() and expected["kind"] != "text"}
    assert {cell for cell, words in cells.items() if target_at(words, 0)[0] != len(words)} == LEFT


EXAMPLES = [
    str(entry["contoh"])
    for name, tables in (
        ("satuan", ("satuan",)), ("nilai", ("nilai",)), ("tanggal", ("bulan",)),
        ("target", ("kosong", "pembatas", "rentang", "kali", "tanpa_angka")),
    )
    for table in tables
    for entry in entries_of(name, table)
    if not entry.get("hanya_sel", False)
]  # fmt: skip


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_a_target_to_its_end(text: str) -> None:
    assert target_at(text.split(), 0)[0] == len(text.split())


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("kisaran 50-60 % Dinas", 1), ("≥ 80 %", 1), ("sebesar 60%", 1), ("turun dari 34% menjadi 31%", 4),
        ("paling lama 3 hari", 2), ("penurunan 5 %", 0), ("3 hari", 0), ("Jumlah dokumen", 0),
    ],
)  # fmt: skip
def test_what_leads_a_number(text: str, end: int) -> None:
    assert led_end(text.split(), 0) == end
