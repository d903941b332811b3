"""The unit of each jabatan."""

from __future__ import annotations

import pytest
from labelled import block, row

from bahasa.units import led_by, names_unit, unit_phrase
from katalog.assemble.units import unit_named, units_of

KNOWN = {
    "sub bagian umum dan kepegawaian": "Sub Bagian Umum dan Kepegawaian",
    "sub bagian umum": "Sub Bagian Umum",
    "bidang mutasi": "Bidang Mutasi",
}


@pytest.mark.parametrize(
    ("jabatan", "nama"),
    [
        ("Kepala Bidang Mutasi", "Bidang Mutasi"),
        # capitals as in a perjanjian kinerja
        ("KEPALA SEKSI SEJARAH", "SEKSI SEJARAH"),
        ("Sekretaris Badan", "Sekretariat"),
        ("Sekretaris", "Sekretariat"),
        ("Sekretaris Dinas Kesehatan", "Sekretariat"),
        ("Sekretaris Camat", "Sekretariat"),
        ("Sekretaris Daerah Kabupaten X", "Sekretariat Daerah Kabupaten X"),
        # the same jabatan in short, and held for a time
        ("Kasubbag Umum dan Kepegawaian", "Sub Bagian Umum dan Kepegawaian"),
        ("Ka. Sub. Bag. Umum", "Sub Bagian Umum"),
        ("Kepala Subbag Umum", "Sub Bagian Umum"),
        ("Kasubbagian Umum", "Sub Bagian Umum"),
        ("Kepala Sub Bagian Umum", "Sub Bagian Umum"),
        ("KASUBID MUTASI", "Sub Bidang MUTASI"),
        ("Ka. Seksi Sejarah", "Seksi Sejarah"),
        ("Kasie Sejarah", "Seksi Sejarah"),
        ("Ka. UPTD Pasar", "UPTD Pasar"),
        ("Plt. Kepala Bidang Mutasi", "Bidang Mutasi"),
        ("PLH KABID MUTASI", "Bidang MUTASI"),
        ("Pj.Sekretaris Dinas", "Sekretariat"),
        ("Lurah Kuaro", "Kelurahan Kuaro"),
        ("Wakil Direktur Umum dan Keuangan", "Wakil Direktur Umum dan Keuangan"),
        # names that begin alike
        ("Kasir", None),
        ("Kabidan", None),
        ("Inspektur Tambang Ahli Muda", None),
        ("Pelaksana Tugas Belajar", None),
        # staff that works for a head leads nothing
        ("Sekretaris Pimpinan", None),
        ("Pengelola Kepegawaian", None),
        # `kepala` inside a name
        ("Pengadministrasi Kepala Bidang", None),
    ],
)
def test_led_unit(jabatan: str, nama: str | None) -> None:
    led = led_by(jabatan)
    assert (led.nama if led else None) == nama


@pytest.mark.parametrize(
    ("sumber_data", "named"),
    [
        ("Sub Bagian Umum dan Kepegawaian", "sub bagian umum dan kepegawaian"),
        # the slip of the pen of half the decree
        ("Sub Bagian Umum dan Kepegawain", "sub bagian umum dan kepegawaian"),
        # the longest known name wins
        ("Laporan Sub Bagian Umum dan Kepegawaian", "sub bagian umum dan kepegawaian"),
        ("Hasil review (sub bagian umum)", "sub bagian umum"),
        # longer than the head's own title
        ("Bidang Mutasi ASN", "bidang mutasi"),
        ("Bidang Pengadaan dan Pemberhentian", None),
        ("BKPSDM", None),
        ("", None),
    ],
)
def test_unit_named(sumber_data: str, named: str | None) -> None:
    assert unit_named(sumber_data, KNOWN) == named


@pytest.mark.parametrize(
    ("sumber_data", "phrase"),
    [
        ("Bidang pengadaan dan Pemberhentian", "bidang pengadaan dan pemberhentian"),
        ("Laporan arsip Sub Bagian Umum", "sub bagian umum"),
        ("Sub. Bagian Umum", "sub bagian umum"),
        # a common noun in lower case names no unit
        ("Laporan bidang yang diverifikasi", None),
        ("Daftar hadir", None),
    ],
)
def test_unit_phrase(sumber_data: str, phrase: str | None) -> None:
    assert unit_phrase(sumber_data) == phrase


def test_staff_stand_below_the_last_head() -> None:
    names = ["Kepala Dinas X", "Kepala Bidang A", "Analis", "Kepala Bidang B", "Analis"]
    blocks = [block("IKI", order, name) for order, name in enumerate(names, start=1)]
    units = units_of(blocks, "Dinas X Kabupaten Y")
    assert [(unit.basis, unit.nama) for unit in units] == [
        ("instansi", "Dinas X Kabupaten Y"),
        ("own", "Bidang A"),
        ("superior", "Bidang A"),
        ("own", "Bidang B"),
        ("superior", "Bidang B"),
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ["Inspektur", "Sekretaris Inspektorat", "Pengelola", "Inspektur Pembantu Wilayah I", "Auditor Ahli Muda"],
            ["instansi", "own Sekretariat", "superior Sekretariat", "own Inspektorat Pembantu Wilayah I",
             "superior Inspektorat Pembantu Wilayah I"],
        ),
        (
            ["Camat Kuaro", "Sekretaris Camat", "Kasubag Umum", "Pengelola Surat", "Kasi Pemerintahan", "Analis"],
            ["instansi", "own Sekretariat", "own Sub Bagian Umum", "superior Sub Bagian Umum", "own Seksi Pemerintahan",
             "superior Seksi Pemerintahan"],
        ),
        (
            ["Direktur", "Wakil Direktur Pelayanan", "Perawat", "Ketua Komite Medik", "Dokter"],
            ["instansi", "own Wakil Direktur Pelayanan", "superior Wakil Direktur Pelayanan", "own Komite Medik",
             "superior Komite Medik"],
        ),
        # a head of nobody knows what is none of those before, nor do the next ones belong to them
        (["Kepala Bidang A", "Wakil Kepala Dinas", "Analis"], ["own Bidang A", "none", "none"]),
        # staff whose name begins like that of a head
        (["Kepala Bidang A", "Inspektur Tambang", "Sekretaris Pimpinan"],
         ["own Bidang A", "superior Bidang A", "superior Bidang A"]),
    ],
)  # fmt: skip
def test_units_of_other_agencies(names: list[str], expected: list[str]) -> None:
    units = units_of([block("IKI", order, name) for order, name in enumerate(names, start=1)], "Instansi X")
    found = [f"{unit.basis} {unit.nama}".removesuffix(" Instansi X") for unit in units]
    assert found == expected


def test_without_a_head_above_the_sumber_data_decides() -> None:
    rows = (row({"indikator": "Jumlah data", "sumber_data": "Bidang A"}),)
    blocks = [block("IKI", 1, "Analis", rows=rows), block("IKI", 2, "Kepala Bidang A"), block("IKI", 3, "Bendahara")]
    first, _, third = units_of(blocks, None)
    assert (first.basis, first.nama, first.agreeing, first.naming) == ("source_data", "Bidang A", 1, 1)
    assert (third.basis, third.nama) == ("superior", "Bidang A")


def test_unit_unknown() -> None:
    (unit,) = units_of([block("IKI", 1, "Analis")], "Dinas X")
    assert (unit.basis, unit.nama) == ("none", "Dinas X")


def test_holder_of_iku_is_the_agency_though_misspelt() -> None:
    agency, unit = units_of(
        [block("IKU", 1, "BADAN X KABUAPTEN Y"), block("IKU", 2, "Bidang A")], "Badan X Kabupaten Y"
    )
    assert (agency.basis, agency.nama) == ("instansi", "Badan X Kabupaten Y")
    assert (unit.basis, unit.id) == ("own", "bidang-a")


def test_a_file_of_units_alone_names_no_agency() -> None:
    names = ["Sub. Bidang Harga Pangan.", "Kepala Bidang Distribusi"]
    units = units_of([block("IKU", order, name) for order, name in enumerate(names, start=1)], None)
    assert [(unit.basis, unit.nama) for unit in units] == [
        ("own", "Sub. Bidang Harga Pangan"),
        ("own", "Bidang Distribusi"),
    ]
    assert [names_unit(name) for name in [*names, "Dinas Pangan", "Kepala Dinas Pangan"]] == [True, True, False, False]
