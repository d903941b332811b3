"""Targets: the closed grammar, row by row."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from extracted_decrees import label
from hypothesis import given
from hypothesis import strategies as st

from bahasa.data import entries_of
from bahasa.hint import Hint
from bahasa.number import NUMBER, read_number, read_words, readings
from bahasa.satuan import read_unit
from bahasa.target import _READERS, Reader, parse_target
from bahasa.target_grades import _grade, read_grade
from bahasa.target_words import grades, without_prefix
from normalize.values.targets import render

_DOWN = "penurunan menjadi nilai ini"
# (cell, indikator, satuan, expected fields)
ROWS: list[tuple[str, str, str, dict[str, object]]] = [
    # number and unit, glued, over two lines, with Indonesian thousands
    ("3dokumen", "", "", {"kind": "count", "value": "3", "unit": "dokumen"}),
    ("12 \n dokumen", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("4.230 data", "", "", {"kind": "count", "value": "4230", "unit": "data"}),
    ("1020 dokumen", "", "", {"kind": "count", "value": "1020", "unit": "dokumen"}),
    ("1.250.000", "", "", {"kind": "count", "value": "1250000", "unit": None}),
    ("0 temuan", "", "", {"kind": "count", "value": "0", "unit": "temuan"}),
    ("5 Dokumen", "", "", {"kind": "count", "value": "5", "unit": "dokumen"}),
    ("12 dok.", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("12 x", "", "", {"kind": "count", "value": "12", "unit": "kali"}),
    ("60 Peserta/orang", "", "", {"kind": "count", "value": "60", "unit": "peserta/orang"}),
    ("30 Rumah Ibadah", "", "", {"kind": "count", "value": "30", "unit": "rumah ibadah"}),
    ("30 SKPD", "", "", {"kind": "count", "value": "30", "unit": "SKPD"}),
    ("40 CD", "", "", {"kind": "count", "value": "40", "unit": "CD"}),
    # what closes an amount of money, and the words in brackets
    ("Rp 980.000,--", "", "", {"kind": "money", "value": "980000", "unit": "Rp"}),
    ("Rp980.000,—", "", "", {"kind": "money", "value": "980000", "unit": "Rp"}),
    ("Rp 1.500.000.,-", "", "", {"kind": "money", "value": "1500000", "unit": "Rp"}),
    ("Rp. 1.500.000,=", "", "", {"kind": "money", "value": "1500000", "unit": "Rp"}),
    ("45.000.000,-", "", "", {"kind": "money", "value": "45000000", "unit": "Rp"}),
    ("45.000.000,-", "Nilai belanja", "Rp", {"kind": "money", "value": "45000000", "unit": "Rp"}),
    ("12.500,-", "", "sambungan", {"kind": "ambiguous", "candidates": ("12500",)}),
    ("1.200.-", "Jumlah peserta (orang)", "", {"kind": "ambiguous", "candidates": ("1200",)}),
    ("2.500,-", "Persentase lahan", "", {"kind": "ambiguous", "candidates": ("2500",)}),
    ("Rp 12.500,-", "", "sambungan", {"kind": "money", "value": "12500", "unit": "Rp"}),
    ("Rp 750 juta,-", "", "", {"kind": "money", "value": "750000000", "unit": "Rp"}),
    ("Rp1.000.000;", "", "", {"kind": "money", "value": "1000000", "unit": "Rp"}),
    ("Rp. 2.000.000,-- (dua juta rupiah)", "", "", {"kind": "money", "value": "2000000", "unit": "Rp"}),
    ("Rp 1.000.000,-/keluarga", "", "", {"kind": "money", "value": "1000000", "unit": "Rp"}),
    ("Rp. 1.000.000,- - Rp. 2.000.000,-", "", "", {"kind": "range", "value": "1000000", "upper": "2000000"}),
    (
        "Rp 45.000.000,- (empat puluh juta rupiah)",
        "",
        "",
        {"kind": "ambiguous", "candidates": ("45000000", "40000000")},
    ),
    ("Rp. 1.000.000.-2.000.000", "", "", {"kind": "text"}),
    ("12,-", "", "", {"kind": "text"}),
    # brackets, quotes and stray signs around the whole cell; what may be a loss, a mark or torn stays text
    ("[30 orang]", "", "", {"kind": "count", "value": "30", "unit": "orang"}),
    ("(3 hari kerja).", "", "", {"kind": "duration", "value": "3"}),
    ("{WTP}", "", "", {"kind": "grade", "grade": "WTP"}),
    ("(90 %)", "Persentase laporan", "", {"kind": "percent", "value": "90"}),
    ("(90 %)", "Laju pertumbuhan", "", {"kind": "text"}),
    ("(Rp. 1.000.000,-)", "", "", {"kind": "text"}),
    ("(12)", "", "", {"kind": "text"}),
    ("(5)", "Persentase laporan", "", {"kind": "text"}),
    ("(90 %", "", "", {"kind": "text"}),
    ("(1) 12 dokumen", "", "", {"kind": "text"}),
    ("- 12 dokumen", "", "", {"kind": "text"}),
    ("• 12 dokumen", "", "", {"kind": "count", "value": "12"}),
    ("‘90 %’", "", "", {"kind": "percent", "value": "90"}),
    ("«12 dokumen»", "", "", {"kind": "count", "value": "12"}),
    ("; 85 %", "", "", {"kind": "percent", "value": "85", "note": None}),
    ("85 %…", "", "", {"kind": "percent", "value": "85", "note": None}),
    # the day of the week, `tgl.` and `hingga` before a date; a day that the date does not have is a doubt
    ("Tgl. 5 Mei 2023", "", "", {"kind": "date", "date": "2023-05-05"}),
    ("Jumat, 29 Desember 2023", "", "", {"kind": "date", "date": "2023-12-29"}),
    ("Hari Jumat tanggal 29 Desember 2023", "", "", {"kind": "date", "date": "2023-12-29"}),
    ("paling lambat tgl 10 Januari 2024", "", "", {"kind": "date", "date": "2024-01-10"}),
    ("per 31 Desember 2023", "", "", {"kind": "date", "date": "2023-12-31"}),
    ("hingga 31 Desember 2023", "", "", {"kind": "date", "date": "2023-12-31"}),
    ("Minggu, 31 Desember", "", "", {"kind": "date", "date": "--12-31"}),
    ("Selasa, 29 Desember 2023", "", "", {"kind": "ambiguous", "candidates": ("2023-12-29",)}),
    ("Jumat, 30 Februari 2023", "", "", {"kind": "text"}),
    # `Minggu` is a week too
    ("Minggu 3 Mei", "", "", {"kind": "text"}),
    ("minggu 3 Januari 2024", "", "", {"kind": "text"}),
    ("Ahad 31 Desember 2023", "", "", {"kind": "text"}),
    ("hari Minggu 31 Desember 2023", "", "", {"kind": "date", "date": "2023-12-31"}),
    ("Minggu tanggal 31 Desember 2023", "", "", {"kind": "date", "date": "2023-12-31"}),
    ("Jumat 29 Desember 2023", "", "", {"kind": "date", "date": "2023-12-29"}),
    ("setiap tanggal 10", "", "", {"kind": "text"}),
    ("minggu ke-2 Januari 2023", "", "", {"kind": "text"}),
    ("sejak 1 Januari 2023", "", "", {"kind": "text"}),
    ("hingga", "", "", {"kind": "text"}),
    # the time of the day behind a date, or before it; alone it is no number of zones
    ("10 Juli 2025 pukul 16.00 WIB", "", "", {"kind": "date", "date": "2025-07-10", "note": "pukul 16.00 WIB"}),
    ("Jumat, 31 Oktober 2025 pkl. 12.00", "", "", {"kind": "date", "date": "2025-10-31", "note": "pkl. 12.00"}),
    ("10 Juli 2025 (pukul 16.00)", "", "", {"kind": "date", "date": "2025-07-10", "note": "pukul 16.00"}),
    ("10/07/2025 16:00", "", "", {"kind": "date", "date": "2025-07-10", "note": "16:00"}),
    ("2025-07-10 00:00:00", "", "", {"kind": "date", "date": "2025-07-10", "note": "00:00:00"}),
    ("pukul 16.00 WIB tanggal 10 Juli 2025", "", "", {"kind": "date", "date": "2025-07-10"}),
    ("10 Juli 2025 jam 25.00", "", "", {"kind": "text"}),
    ("16.00 WIB", "", "", {"kind": "text"}),
    ("12 dokumen jam 4", "", "", {"kind": "text"}),
    # a month's name between strokes, as a spreadsheet prints it
    ("15-Jan-2026", "", "", {"kind": "date", "date": "2026-01-15"}),
    ("15/Agu/2026", "", "", {"kind": "text"}),
    ("15/Agust/2026", "", "", {"kind": "date", "date": "2026-08-15"}),
    ("Jan-2026", "", "", {"kind": "date", "date": "2026-01"}),
    ("30-Feb-2026", "", "", {"kind": "text"}),
    ("15-Jan-26", "", "", {"kind": "text"}),
    # the unit before its number; what may say which one is left
    ("Dokumen: 12", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("Laporan = 4", "", "", {"kind": "count", "value": "4", "unit": "laporan"}),
    ("Jumlah dokumen : 12 (dua belas)", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("Jumlah: 12 dokumen", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("Rupiah: 250.000.000,-", "", "", {"kind": "money", "value": "250000000", "unit": "Rp"}),
    ("Rupiah 250.000.000", "", "", {"kind": "money", "value": "250000000", "unit": "Rp"}),
    ("Persen = 95,5", "", "", {"kind": "percent", "value": "95.5", "unit": "%"}),
    ("Hari kerja: maksimal 14", "", "", {"kind": "duration", "value": "14", "note": "batas atas (paling banyak)"}),
    ("Dokumen: 10-12", "", "", {"kind": "range", "value": "10", "upper": "12", "unit": "dokumen"}),
    ("Nilai: 80", "", "", {"kind": "index", "value": "80", "unit": None}),
    ("Tahun: 2025", "", "", {"kind": "text"}),
    ("Bulan: 6", "", "", {"kind": "text"}),
    ("Minggu: 3", "", "", {"kind": "text"}),
    ("Jam: 08", "", "", {"kind": "text"}),
    ("Tersusunnya: 12", "", "", {"kind": "text"}),
    *[
        (text, "", "", {"kind": "text"})
        for text in (
            *("Nomor: 3", "Tahap: 2", "Angkatan: 3", "Buku: 2", "Kelompok: 2", "Perda: 5", "SK: 12", "Sesi: 2"),
            *("Bulan ke: 6", "Tahun ke: 3", "Jam: 8", "jam = 14", "Hari ke: 3", "Laporan ke = 4"),
            *("Dokumen: 2025", "Dokumen: 2024-2025", "Laporan: 12-2025", "Laporan: 05", "Kegiatan: 1.02", "Data: 1.02"),
            *("Persentase: 1.000", "Rupiah: 1,5", "Rupiah: 5", "Rupiah: 2025"),
        )
    ],
    ("Jumlah kelompok: 2", "", "", {"kind": "count", "value": "2", "unit": "kelompok"}),
    ("Dokumen: 1.250", "", "", {"kind": "count", "value": "1250", "unit": "dokumen"}),
    ("Persentase: 97.50", "", "", {"kind": "percent", "value": "97.5", "unit": "%"}),
    ("IDR: 1.250.000,00", "", "", {"kind": "money", "value": "1250000", "unit": "Rp"}),
    # digits that a spreadsheet had no room for
    ("Rp 1,25E+09", "", "", {"kind": "money", "value": "1250000000", "unit": "Rp"}),
    ("1.2E+06 objek", "", "", {"kind": "count", "value": "1200000", "unit": "objek"}),
    ("5E-02", "", "", {"kind": "count", "value": "0.05"}),
    ("3E5", "", "", {"kind": "text"}),
    ("1,2E+06E+06", "", "", {"kind": "text"}),
    # English words of units
    ("12 documents", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("3 working days", "", "", {"kind": "duration", "value": "3", "unit": "hari kerja"}),
    ("95 percent", "", "", {"kind": "percent", "value": "95", "unit": "%"}),
    # a share of so many is that share; a share of a share, or of a time, and two targets are none
    ("85 % dari 40 desa", "", "", {"kind": "percent", "value": "85", "unit": "%"}),
    ("97,5 persen dari total 1.200 orang", "", "", {"kind": "percent", "value": "97.5", "unit": "%"}),
    ("100% pada 12 kecamatan", "", "", {"kind": "percent", "value": "100", "unit": "%"}),
    ("85 % dari tahun 2022", "", "", {"kind": "percent", "value": "85", "unit": "%"}),
    ("85 % dari 40 desa", "", "", {"kind": "percent", "value": "85", "note": "persen dari: 40 desa"}),
    ("60% pada triwulan 2", "", "", {"kind": "percent", "value": "60", "note": "keterangan: pada triwulan 2"}),
    ("85% pada 31 Desember", "", "", {"kind": "percent", "value": "85", "note": "keterangan: pada 31 Desember"}),
    ("85 % semester satu", "", "", {"kind": "percent", "value": "85", "note": "keterangan: semester satu"}),
    ("90 % dari pengaduan", "", "", {"kind": "percent", "value": "90", "note": "persen dari: pengaduan"}),
    ("85 % dari 34 %", "", "", {"kind": "text"}),
    ("85 % atau 34 desa", "", "", {"kind": "text"}),
    ("85 % dalam 5 hari", "", "", {"kind": "text"}),
    ("85 % dari 5 hari", "", "", {"kind": "text"}),
    ("90 % dari 3 kegiatan dan 2 laporan", "", "", {"kind": "text"}),
    ("85 % dari 40 - 50 desa", "", "", {"kind": "text"}),
    ("100 %, 5 dokumen", "", "", {"kind": "text"}),
    # a word that leads a number, and what it changes to
    ("sebesar 60% (9 dari 15)", "", "", {"kind": "percent", "value": "60", "note": "keterangan: (9 dari 15)"}),
    ("minimal sebanyak 12 dokumen", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("turun dari 34% menjadi 31%", "", "", {"kind": "percent", "value": "31", "note": f"{_DOWN}; semula 34%"}),
    ("meningkat dari 3 unit ke 5 unit", "", "", {"kind": "count", "value": "5", "unit": "unit"}),
    ("dari 34 menjadi 31 %", "", "", {"kind": "percent", "value": "31"}),
    ("naik menjadi 85%", "", "", {"kind": "percent", "value": "85", "note": "kenaikan menjadi nilai ini"}),
    ("turun dari 31% menjadi 34%", "", "", {"kind": "text"}),
    ("turun dari 3 orang menjadi 2 unit", "", "", {"kind": "text"}),
    # a rank, years, a way without a word that says so
    *(
        (text, "", "", {"kind": "text"})
        for text in (
            "meningkat ke 3 besar",
            "naik ke 5",
            "dari 2020 ke 2021",
            "meningkat dari 2020 ke 2021",
            "naik menjadi 2025",
            "dari 2020 menjadi 2021",
            "dari 12 ke 15",
            "dari 12 unit ke 15 unit",
            "Rasio 08:00",
            "Rasio 08:30",
            "Rasio 2023:12",
            "Rasio 1:0",
            "Perbandingan 10:00",
            "Rasio 2023 : 12 dokumen",
        )
    ),
    ("turun dari 15 ke 12", "", "", {"kind": "count", "value": "12"}),
    ("naik dari 1990 orang menjadi 2025 orang", "", "", {"kind": "count", "value": "2025", "unit": "orang"}),
    ("Rasio 1:2000", "", "", {"kind": "count", "value": "1", "unit": "per 2000"}),
    ("Rasio 6:1.000", "", "", {"kind": "count", "value": "6", "unit": "per 1000", "note": "rasio"}),
    ("Rasio 1:20", "", "", {"kind": "count", "value": "1", "unit": "per 20", "note": "rasio"}),
    ("08:00", "", "", {"kind": "text"}),
    ("Rp 1,05 jt / kunjungan", "", "", {"kind": "money", "value": "1050000", "note": "per kunjungan"}),
    ("80% per tahun", "", "", {"kind": "percent", "value": "80", "note": "per tahun"}),
    ("12 dokumen (LPPD)", "", "", {"kind": "count", "value": "12", "unit": "dokumen", "note": "keterangan: (LPPD)"}),
    ("20 (dokumen)", "", "", {"kind": "count", "value": "20", "unit": "dokumen"}),
    # the number of an item, beside that of its indikator; a figure alone may be a torn number
    ("b. 12 dokumen", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("(c) 85 %", "(c) Persentase arsip", "", {"kind": "percent", "value": "85"}),
    ("2. 150 unit", "2. Jumlah rambu", "", {"kind": "count", "value": "150", "unit": "unit"}),
    ("- 12 dokumen", "- Jumlah arsip", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("2. 150 unit", "Jumlah rambu", "", {"kind": "text", "value": None}),
    # digits with their words; words alone
    ("1 (satu)", "", "", {"kind": "count", "value": "1", "unit": None}),
    ("1 (satu) dokumen", "", "", {"kind": "count", "value": "1", "unit": "dokumen"}),
    ("12 (dua belas) laporan", "", "", {"kind": "count", "value": "12", "unit": "laporan"}),
    ("1 (dua) dokumen", "", "", {"kind": "ambiguous", "unit": "dokumen", "candidates": ("1", "2")}),
    ("dua (2) laporan", "", "", {"kind": "count", "value": "2", "unit": "laporan"}),
    ("dua (3) laporan", "", "", {"kind": "ambiguous", "candidates": ("3", "2"), "unit": "laporan"}),
    ("dua belas dokumen", "", "", {"kind": "count", "value": "12", "unit": "dokumen"}),
    # percent
    ("100%", "", "", {"kind": "percent", "value": "100", "unit": "%", "note": None}),
    ("95,5 %", "", "", {"kind": "percent", "value": "95.5", "unit": "%"}),
    ("100 persen", "", "", {"kind": "percent", "value": "100", "unit": "%"}),
    ("100% (seratus persen)", "", "", {"kind": "percent", "value": "100", "unit": "%", "note": None}),
    ("100 % pegawai", "", "", {"kind": "percent", "value": "100", "note": "persen dari: pegawai"}),
    ("95.125%", "", "", {"kind": "percent", "value": "95.125"}),
    # a bare number: the row says what it is
    ("70", "Persentase ASN dengan bobot nilai", "", {"kind": "percent", "value": "70", "unit": "%"}),
    ("70", "2.1 Prosentase pelaku usaha", "", {"kind": "percent", "value": "70", "unit": "%"}),
    ("80", "Indeks kepuasan pelayanan", "", {"kind": "index", "value": "80", "unit": None}),
    ("65,5", "Nilai SAKIP Perangkat Daerah", "", {"kind": "index", "value": "65.5", "unit": None}),
    ("3.125", "Indeks gini", "", {"kind": "ambiguous", "candidates": ("3125", "3.125")}),
    ("12", "Jumlah pelaku usaha (orang)", "", {"kind": "count", "value": "12", "unit": "orang"}),
    ("12", "Jumlah laporan", "", {"kind": "count", "value": "12", "unit": None, "note": None}),
    ("12", "Jumlah laporan", "Dokumen", {"kind": "count", "value": "12", "unit": "dokumen"}),
    ("80", "Indeks kepuasan", "%", {"kind": "percent", "value": "80", "unit": "%"}),
    ("500", "Nilai investasi", "Juta Rupiah", {"kind": "money", "value": "500000000", "unit": "Rp"}),
    ("B", "Predikat SAKIP", "Predikat", {"kind": "grade", "grade": "B", "value": None}),
    # grades
    ("B (80)", "", "", {"kind": "grade", "value": "80", "grade": "B", "unit": None}),
    ("BB (70)", "Nilai SAKIP Perangkat Daerah", "", {"kind": "grade", "value": "70", "grade": "BB"}),
    ("BB", "", "", {"kind": "grade", "grade": "BB", "value": None}),
    ("A", "", "", {"kind": "grade", "grade": "A"}),
    ("WTP", "", "", {"kind": "grade", "grade": "WTP"}),
    ("Opini Wajar Tanpa Pengecualian (WTP)", "", "", {"kind": "grade", "grade": "WTP"}),
    ("88,31 (Sangat Baik)", "", "", {"kind": "grade", "value": "88.31", "grade": "Sangat Baik"}),
    ("B (60-70)", "", "", {"kind": "grade", "value": "60", "upper": "70", "grade": "B"}),
    # nothing
    ("-", "", "", {"kind": "none"}),
    ("Nihil", "", "", {"kind": "none"}),
    ("", "", "", {"kind": "missing"}),
    (" \n ", "", "", {"kind": "missing"}),
    # spans of time
    ("12 bulan", "", "", {"kind": "duration", "value": "12", "unit": "bulan"}),
    ("2,5 hari", "", "", {"kind": "duration", "value": "2.5", "unit": "hari"}),
    ("14 hari kerja", "", "", {"kind": "duration", "value": "14", "unit": "hari kerja"}),
    ("30 mnt", "", "", {"kind": "duration", "value": "30", "unit": "menit"}),
    # spans of several units, each smaller than the one before; a month has no certain number of days
    ("1 tahun 6 bulan", "", "", {"kind": "duration", "value": "18", "unit": "bulan"}),
    ("2 jam 30 menit", "", "", {"kind": "duration", "value": "150", "unit": "menit"}),
    ("1 hari, 2 jam dan 5 menit", "", "", {"kind": "duration", "value": "1565", "unit": "menit"}),
    ("1 bulan 10 hari", "", "", {"kind": "text"}),
    ("6 bulan 1 tahun", "", "", {"kind": "text"}),
    ("2 x 24 jam", "", "", {"kind": "duration", "value": "48", "unit": "jam", "note": "2 × 24"}),
    ("2 x 24 orang", "", "", {"kind": "text"}),
    # a grade by two names, quoted, with its place on a ladder
    ("A (Sangat Baik)", "", "", {"kind": "grade", "grade": "A", "note": "predikat: Sangat Baik"}),
    ("Baik (B)", "", "", {"kind": "grade", "grade": "B", "value": None}),
    ('Predikat "B"', "", "", {"kind": "grade", "grade": "B", "note": None}),
    ("Terakreditasi Paripurna", "", "", {"kind": "grade", "grade": "Paripurna"}),
    ("Level 3", "", "", {"kind": "index", "value": "3"}),
    ("Level 3 (Terdefinisi)", "", "", {"kind": "index", "value": "3", "note": "keterangan: (Terdefinisi)"}),
    ("Peringkat ke-3", "", "", {"kind": "index", "value": "3"}),
    # a rank among provinces, and no number of them
    ("Peringkat 3 Provinsi", "", "", {"kind": "text"}),
    ("Juara 2 Kecamatan", "", "", {"kind": "text"}),
    ("3,51 (skala 4)", "", "", {"kind": "index", "value": "3.51", "note": "skala 4"}),
    ("3,51 dari skala 4", "", "", {"kind": "index", "value": "3.51", "note": "skala 4"}),
    # so many of so many; per mil; fractions; signs; wide letters
    ("102 per 100.000 KH", "", "", {"kind": "count", "value": "102", "unit": "per 100000 KH"}),
    ("102/100.000 KH", "", "", {"kind": "count", "value": "102", "unit": "per 100000 KH"}),
    ("10/10 laporan", "", "", {"kind": "count", "value": "10", "unit": "laporan", "note": "dari 10"}),
    ("9/10 laporan", "", "", {"kind": "text", "note": "lebih dari satu bilangan"}),
    ("5 ‰", "", "", {"kind": "count", "value": "5", "unit": "permil"}),
    ("1 ½ tahun", "", "", {"kind": "duration", "value": "1.5", "unit": "tahun"}),
    ("¾", "", "", {"kind": "count", "value": "0.75"}),
    ("-2,5 %", "", "", {"kind": "percent", "value": "-2.5"}),
    ("+5 %", "", "", {"kind": "percent", "value": "5"}),
    ("100 ％", "", "", {"kind": "percent", "value": "100"}),
    ("= 100%", "", "", {"kind": "percent", "value": "100"}),
    # letters in the place of digits: likely, never certain
    ("2O kegiatan", "", "", {"kind": "ambiguous", "value": None, "candidates": ("20",), "unit": "kegiatan"}),
    ("5O", "", "", {"kind": "ambiguous", "value": None, "candidates": ("50",)}),
    ("1OO", "", "", {"kind": "ambiguous", "value": None, "candidates": ("100",)}),
    ("8S %", "", "", {"kind": "ambiguous", "value": None, "candidates": ("85",), "unit": "%"}),
    ("1B dokumen", "", "", {"kind": "ambiguous", "value": None, "candidates": ("18",), "unit": "dokumen"}),
    ("10 O", "", "", {"kind": "ambiguous", "value": None, "candidates": ("100", "10"), "unit": None}),
    ("1 O dokumen", "", "", {"kind": "ambiguous", "value": None, "candidates": ("10", "1"), "unit": "dokumen"}),
    ("2 OB", "", "", {"kind": "count", "value": "2", "unit": "orang bulan"}),
    ("2Set", "", "", {"kind": "count", "value": "2", "unit": "set"}),
    # among other numbers nobody can say which one it is
    ("5O-60 %", "", "", {"kind": "text", "note": "huruf di tempat angka"}),
    ("1O-20 dokumen", "", "", {"kind": "text", "note": "huruf di tempat angka"}),
    ("9O,5 %", "", "", {"kind": "text", "note": "huruf di tempat angka"}),
    ("8\u041e %", "", "", {"kind": "ambiguous", "value": None, "candidates": ("80",), "unit": "%"}),
    ("5orang", "", "", {"kind": "count", "value": "5", "unit": "orang"}),
    ("1OO %", "", "", {"kind": "ambiguous", "value": None, "candidates": ("100",), "unit": "%"}),
    ("l dokumen", "", "", {"kind": "ambiguous", "candidates": ("1",), "unit": "dokumen"}),
    ("I Baik", "", "", {"kind": "text"}),
    # English and Swiss thousands; one sign for thousands and decimals
    ("1,234.56 ton", "", "", {"kind": "count", "value": "1234.56", "unit": "ton"}),
    ("1'234 dokumen", "", "", {"kind": "count", "value": "1234", "unit": "dokumen"}),
    ("1.234.56 dokumen", "", "", {"kind": "ambiguous", "candidates": ("1234.56", "123456")}),
    # ranges and bounds
    ("antara 80 dan 90", "", "", {"kind": "range", "value": "80", "upper": "90", "unit": None}),
    ("80 dan 90", "", "", {"kind": "text"}),
    ("Rp 1 M - Rp 2,5 M", "", "", {"kind": "range", "value": "1000000000", "upper": "2500000000", "unit": "Rp"}),
    ("tidak kurang dari 90 %", "", "", {"kind": "percent", "value": "90", "note": "batas bawah (paling sedikit)"}),
    ("turun 2 poin", "", "", {"kind": "index", "value": "2", "note": "penurunan"}),
    ("80-90%", "", "", {"kind": "range", "value": "80", "upper": "90", "unit": "%"}),
    ("80%-90%", "", "", {"kind": "range", "value": "80", "upper": "90", "unit": "%"}),
    ("80 s.d. 90", "", "", {"kind": "range", "value": "80", "upper": "90", "unit": None}),
    ("80 – 90", "Persentase", "", {"kind": "range", "value": "80", "upper": "90", "unit": "%"}),
    ("3 sampai dengan 5 hari", "", "", {"kind": "range", "value": "3", "upper": "5", "unit": "hari"}),
    ("≥ 80", "", "", {"kind": "count", "value": "80", "note": "batas bawah (paling sedikit)"}),
    ("> 90%", "", "", {"kind": "percent", "value": "90", "note": "batas bawah (lebih dari)"}),
    ("minimal 80%", "", "", {"kind": "percent", "value": "80", "note": "batas bawah (paling sedikit)"}),
    ("maks. 3 hari", "", "", {"kind": "duration", "value": "3", "note": "batas atas (paling banyak)"}),
    ("minimal Nilai 80", "", "", {"kind": "index", "value": "80", "note": "batas bawah (paling sedikit)"}),
    ("maksimal Nilai 80", "", "", {"kind": "index", "value": "80", "note": "batas atas (paling banyak)"}),
    ("≤ nilai 80", "", "", {"kind": "index", "value": "80", "note": "batas atas (paling banyak)"}),
    ("Nilai 80", "", "", {"kind": "index", "value": "80", "note": None}),
    # money and dates
    ("Rp1.000.000", "", "", {"kind": "money", "value": "1000000", "unit": "Rp"}),
    ("Rp 1.000.000,00", "", "", {"kind": "money", "value": "1000000", "unit": "Rp"}),
    ("Rp. 2.500.000,-", "", "", {"kind": "money", "value": "2500000", "unit": "Rp"}),
    ("Rp1,5 M", "", "", {"kind": "money", "value": "1500000000", "unit": "Rp"}),
    ("5 m", "", "", {"kind": "count", "value": "5", "unit": "meter"}),
    ("5m²", "", "", {"kind": "count", "value": "5", "unit": "meter persegi"}),
    ("1.500m³", "", "", {"kind": "count", "value": "1500", "unit": "meter kubik"}),
    ("5m² - 10m²", "", "", {"kind": "range", "value": "5", "upper": "10", "unit": "meter persegi"}),
    ("Rp 1,5 miliar", "", "", {"kind": "money", "value": "1500000000", "unit": "Rp"}),
    ("31 Desember 2022", "", "", {"kind": "date", "date": "2022-12-31"}),
    ("Desember 2022", "", "", {"kind": "date", "date": "2022-12"}),
    # a day without its year is that day of any year, and no number of months
    ("31 Maret", "", "", {"kind": "date", "date": "--03-31", "value": None, "note": "tahun tidak tercetak"}),
    ("29 Februari", "", "", {"kind": "date", "date": "--02-29"}),
    ("30 Februari", "", "", {"kind": "text", "value": None}),
    ("10 Nop.", "", "", {"kind": "date", "date": "--11-10"}),
    ("paling lambat 31 Januari 2024", "", "", {"kind": "date", "date": "2024-01-31", "note": "paling lambat"}),
    ("5 Mei setiap tahun", "", "", {"kind": "text", "value": None, "unit": None}),
    # blanks between the thousands; two numbers where they may be that
    ("1 000", "", "", {"kind": "count", "value": "1000"}),
    ("1 250 dokumen", "", "", {"kind": "count", "value": "1250", "unit": "dokumen"}),
    ("Rp 12 500 000", "", "", {"kind": "money", "value": "12500000"}),
    ("100 000 orang", "", "", {"kind": "count", "value": "100000", "unit": "orang"}),
    ("100 125 orang", "", "", {"kind": "ambiguous", "unit": "orang", "candidates": ("100125", "125")}),
    # `1` / `3dokumen`: the number torn apart, or a correction left beside what it corrects
    ("1 3dokumen", "", "", {"kind": "ambiguous", "unit": "dokumen", "candidates": ("13", "3"), "value": None}),
    ("1,250 data", "", "", {"kind": "ambiguous", "unit": "data", "candidates": ("1.25", "1250")}),
    # a part of something, one number beside another
    ("1 : 1.000 penduduk", "", "", {"kind": "count", "value": "1", "unit": "per 1000 penduduk", "note": "rasio"}),
    ("12 dari 15 indikator", "", "", {"kind": "count", "value": "12", "unit": "indikator", "note": "dari 15"}),
    ("2 1/2 jam", "", "", {"kind": "duration", "value": "2.5", "unit": "jam"}),
    ("76 % ≤ 90%", "", "", {"kind": "range", "value": "76", "upper": "90", "unit": "%"}),
    ("Level III", "", "", {"kind": "index", "value": "3", "note": "angka Romawi"}),
    ("Level XI", "", "", {"kind": "index", "value": "11", "note": "angka Romawi"}),
    ("III", "Level kapabilitas APIP", "", {"kind": "text"}),
    ("III", "Indeks kapabilitas APIP", "", {"kind": "index", "value": "3"}),
    ("Selesai 100 %", "", "", {"kind": "percent", "value": "100", "note": "tahap: Selesai"}),
    ("akhir Desember 2023", "", "", {"kind": "date", "date": "2023-12", "note": "akhir"}),
    ("12,5 M", "", "", {"kind": "ambiguous", "candidates": ("12.5", "12500000000")}),
    ("12,5 m", "", "", {"kind": "count", "value": "12.5", "unit": "meter"}),
    ("Peringkat 3 dari 38 kabupaten", "", "", {"kind": "index", "value": "3", "note": "dari 38"}),
    # anything else is a text
    ("8 Jenis dan 5 Dokumen", "", "", {"kind": "text"}),
    ("tepat waktu", "", "", {"kind": "text"}),
    ("1,2,3", "", "", {"kind": "text"}),
    ("5 - 3", "", "", {"kind": "text"}),
    ("²", "", "", {"kind": "text"}),
]


@pytest.mark.parametrize(("cell", "indikator", "satuan", "expected"), ROWS)
def test_target(cell: str, indikator: str, satuan: str, expected: dict[str, object]) -> None:
    target = parse_target(cell, indikator, satuan)
    assert {name: getattr(target, name) for name in expected} == expected


@pytest.mark.parametrize("reader", _READERS, ids=lambda reader: reader.__name__)
def test_every_reader_is_the_one_that_reads_a_row(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [row[:3] for row in ROWS]
    read = [parse_target(*cell) for cell in cells]
    monkeypatch.setattr("bahasa.target._READERS", tuple(one for one in _READERS if one is not reader))
    assert [parse_target(*cell) for cell in cells] != read


FORMS = tomllib.loads((Path(__file__).parent / "bentuk_target.toml").read_text(encoding="utf-8"))["bentuk"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["cetak"])
def test_forms_that_people_write(form: dict[str, object]) -> None:
    """Each printed form has one meaning, several to choose from, or stays a text: none is guessed."""
    target = parse_target(str(form["cetak"])).model_dump(exclude_none=True, exclude_defaults=True)
    said = {name: tuple(value) if isinstance(value, list) else value for name, value in form.items()}
    assert target == {name: value for name, value in said.items() if name not in ("cetak", "dari")}


def test_amounts_keep_every_digit() -> None:
    """No amount passes through a float: a sum of forty digits and two decimals is what is printed."""
    printed = "Rp 1.234.567.890.123.456.789.012.345.678.901.234.567,89"
    assert parse_target(printed).value == "1234567890123456789012345678901234567.89"
    assert parse_target("2,345678901234567890123456789 triliun rupiah").value == "2345678901234.567890123456789"


def test_every_labelled_target() -> None:
    wrong = []
    for entry in label("spelling")["targets"]:
        cells = label(entry["part"])["rows"][entry["row"]]
        target = parse_target(cells["target"], cells["indikator"], cells.get("satuan") or "")
        value = None if target.value is None else Decimal(target.value)
        if (target.kind, value, target.unit, target.grade) != tuple(
            entry[k] for k in ("kind", "value", "unit", "grade")
        ):
            wrong.append((entry, target))
    assert wrong == []


@pytest.mark.parametrize("entry", entries_of("satuan", "satuan"), ids=lambda entry: entry["nama"])
def test_every_unit_matches_its_example(entry: dict[str, object]) -> None:
    target = parse_target(str(entry["contoh"]))
    # a number that a grade's unit follows (`80 predikat`) is counted in it; the grade itself is a letter
    assert target.kind == ("count" if entry["jenis"] == "grade" else entry["jenis"])
    assert target.unit == entry["nama"]


@pytest.mark.parametrize("entry", entries_of("nilai", "nilai"), ids=lambda entry: entry["nama"])
def test_every_grade_matches_its_example(entry: dict[str, object]) -> None:
    assert parse_target(str(entry["contoh"])).grade == entry["nama"]


@pytest.mark.parametrize("name", sorted(grades()))
def test_a_grade_by_any_of_its_names_is_one_however_it_is_dressed(name: str) -> None:
    for text in (name.upper(), f"{name} (70)", f"{name}: 60-70", f"70 ({name})", f"≥ 70 / {name}", f"Predikat {name}"):
        for printed in (text, text.replace(" ", "  ")):
            expected = any(_grade().fullmatch(part) for part in (printed, without_prefix(printed)))
            assert (read_grade(printed, Hint()) is not None) == expected, printed


@pytest.mark.parametrize("entry", entries_of("target", "pembatas"), ids=lambda entry: entry["catatan"])
def test_every_bound_matches_its_example(entry: dict[str, object]) -> None:
    assert parse_target(str(entry["contoh"])).note == entry["catatan"]


@pytest.mark.parametrize("entry", entries_of("target", "indikator"), ids=lambda entry: entry["jenis"])
def test_every_opener_matches_its_example(entry: dict[str, object]) -> None:
    assert parse_target("80", str(entry["contoh"])).kind == entry["jenis"]


def test_no_unit_form_stands_for_two_units() -> None:
    forms = [
        form.casefold()
        for e in entries_of("satuan", "satuan")
        for form in (e["nama"], *e["sinonim"], *e.get("singkatan", ()))
    ]
    assert len(forms) == len(set(forms))


NUMBERS: list[tuple[str, str | None]] = [
    ("4.230", "4230"), ("95,5", "95.5"), ("1.000.000,50", "1000000.5"), ("12.50", "12.5"), ("0.250", "0.25"),
    ("007", "7"), ("1,250,000", "1250000"), ("1,234.56", "1234.56"), ("1'234", "1234"), ("1'23", None),
    ("1,2,3", None), ("0", "0"), ("100,00", "100"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), NUMBERS)
def test_number(printed: str, expected: str | None) -> None:
    assert read_number(printed) == expected


WORDS: list[tuple[str, int | None]] = [
    ("satu", 1), ("dua belas", 12), ("dua puluh lima", 25), ("seratus", 100), ("dua ratus lima puluh", 250),
    ("seribu dua ratus", 1200), ("tiga juta lima ratus ribu", 3_500_000), ("dokumen", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_number_in_words(words: str, expected: int | None) -> None:
    assert read_words(words) == expected


RENDERED = [
    ("3dokumen", "3 dokumen"), ("100 %", "100%"), ("4.230 Data", "4.230 data"), ("B (80)", "B (80)"),
    ("1 3dokumen", "1 3dokumen"), ("1 (satu) Dokumen", "1 (satu) dokumen"), ("70", "70"), ("tepat", "tepat"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), RENDERED)
def test_rendered_cell(cell: str, expected: str) -> None:
    assert render(cell, parse_target(cell)) == expected


@given(st.text(), st.text(max_size=30), st.text(max_size=10))
def test_target_is_total(cell: str, indikator: str, satuan: str) -> None:
    target = parse_target(cell, indikator, satuan)
    assert target.value is None or Decimal(target.value).is_finite()
    assert (target.kind == "missing") == (parse_target(cell).kind == "missing")


_CELLS = st.builds(
    lambda number, gap, unit: f"{number}{gap}{unit}",
    st.from_regex(rf"\A{NUMBER}\Z"),
    st.sampled_from(["", " ", "  ", "\n"]),
    st.sampled_from(["dokumen", "Dok.", "%", "persen", "bulan", "Peserta/orang", "SKPD", "x", "(satu) kali", ""]),
)


@given(_CELLS)
def test_rendered_cell_has_the_same_target_and_is_final(cell: str) -> None:
    folded = " ".join(cell.split())
    target = parse_target(folded)
    once = render(folded, target)
    assert parse_target(once) == target
    assert render(once, target) == once


@given(st.integers(min_value=0, max_value=10**12))
def test_number_with_points_is_the_number(value: int) -> None:
    assert readings(f"{value:,}".replace(",", "."))[0] == str(value)


@pytest.mark.parametrize("printed", ["dokumen, laporan dan 3 surat", "Maret", "mei", "Desember 2022", "Nop."])
def test_a_sentence_or_a_month_is_no_unit(printed: str) -> None:
    assert read_unit(printed) is None


def test_the_first_letter_of_a_unit_is_no_digit() -> None:
    assert (parse_target("5Box").kind, parse_target("5Box").unit) == ("count", "boks")
