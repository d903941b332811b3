"""Columns of column-aligned text that stand only one blank apart (the decree typeset anew, `pdftotext -layout`)."""

from __future__ import annotations

import random

import pytest
from project import ROOT

from extract.table.aligned.gutters import columns_of_page
from extract.table.aligned.pages import is_aligned
from extract.table.aligned.segments import segments_of
from schemas.layout import Line

ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")


def columns(*texts: str, roles: tuple[str, ...] = ROLES) -> list[list[str]]:
    return [[segment.text for segment in column] for column in columns_of_page(segments_of(texts), roles)]


def test_numbers_one_blank_before_the_next_column() -> None:
    found = columns(
        "1 Tersedianya data      Jumlah data pegawai     4.230     Data, informasi dan       Bidang",
        "  bahan input pegawai   inputing dalam system    data     dokumen kerja             pengadaan dan",
        "2 Terlaksananya         Jumlah rekonsiliasi     12 kali   Dokumen data pegawai      Bidang",
    )
    assert found[:2] == [["1", "2"], ["Tersedianya data", "bahan input pegawai", "Terlaksananya"]]
    assert found[3] == ["4.230", "data", "12 kali"]


def test_targets_one_blank_before_the_next_column() -> None:
    found = columns(
        "1     Tersedianya data       Jumlah data kinerja      1 dokumen Data dan bahan      Bidang Penilaian",
        "      kinerja                pegawai                            kinerja sebagai     Kinerja",
        "2     Tersedianya laporan    Jumlah laporan          12 laporan Laporan hasil       Bidang Penilaian",
    )
    assert found[3:5] == [["1 dokumen", "12 laporan"], ["Data dan bahan", "kinerja sebagai", "Laporan hasil"]]


def test_targets_one_blank_behind_the_column_before() -> None:
    found = columns(
        "1     Tersedianya data       Jumlah data kinerja  1 dokumen     Data dan bahan      Bidang Penilaian",
        "2     Tersedianya laporan    Jumlah semua laporan 12 laporan    Laporan hasil       Bidang Penilaian",
    )
    assert found[2:4] == [["Jumlah data kinerja", "Jumlah semua laporan"], ["1 dokumen", "12 laporan"]]


def test_a_target_is_not_parted_from_its_unit_nor_a_list_from_its_numbers() -> None:
    # the number column is missing on a page behind a break
    assert columns("Tersedianya data     Jumlah data     1 dokumen", "laporan              laporan         2 dokumen")[
        2:
    ] == [["1 dokumen", "2 dokumen"]]
    # `1. Persentase ...` / `2. Meningkatnya ...` in an explanation (IKU of a food security agency)
    lists = columns("Peningkatan    1. Persentase     Badan", "sinergitas     2. Meningkatnya   Ketahanan")
    assert lists[1] == ["1. Persentase", "2. Meningkatnya"]


def test_lines_of_a_narrow_first_cell_do_not_hide_the_columns() -> None:
    texts = [
        " 1      Tersusunnya data dan   Jumlah data dan informasi       1 dokumen   Data dan informasi     Bidang",
        "        informasi kebutuhan    peningkatan kompetensi",
        "        peningkatan",
        "        kompetensi ASN",
        "        jabatan struktural",
    ]
    assert is_aligned([Line(text, number) for number, text in enumerate(texts, 1)])
    assert not is_aligned([Line(text.strip(), number) for number, text in enumerate(texts[1:], 1)])


OVERLAP = """\
1     Tersusunnya dokumen        Jumlah dokumen rencana kerja 1 Kali         Jumlah dokumen      Sub Bagian
      perencanaan                yang disusun                                disusun setahun     Perencanaan
2     Terlaksananya pelayanan    Persentase usulan cuti yang   95 Persen     Jumlah usulan       Sub Bagian
3     Tersedianya laporan        Jumlah laporan keuangan yang Rp.            Jumlah laporan      Sub Bagian
      keuangan                   disusun                      12.000.000,-   disusun             Keuangan
"""


def test_columns_that_overlap_are_told_apart_by_their_left_edges() -> None:
    found = columns(*OVERLAP.splitlines())
    assert found[3] == ["1 Kali", "95 Persen", "Rp.", "12.000.000,-"]
    assert found[2][0] == "Jumlah dokumen rencana kerja"
    # a group row hides the columns, whatever the left edges of the others are
    assert (
        len(columns("1   Data rapi    Jumlah data", "MISI KEDUA TATA KELOLA", roles=("no", "sasaran", "indikator"))) < 3
    )


def test_a_blank_where_another_line_has_a_letter_is_no_gutter() -> None:
    """A list above a routing slip: behind `3.` is a blank, and there the next lines' number has its dot."""
    found = columns(
        "3. Sekretaris Daerah Provinsi;",
        "NO          PENGOLAH               PARAF",
        " 1.     FUNGSIONAL UMUM",
        roles=("no", "sasaran", "indikator", "target"),
    )
    assert [text for column in found for text in column if "1" in text] == ["1."]


LAYOUTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/fixtures/teks").glob("*-layout.txt"))]


@pytest.mark.parametrize("seed", range(200))
def test_every_character_of_a_page_is_in_one_column(seed: int) -> None:
    rng = random.Random(seed)
    lines = rng.choice(LAYOUTS).replace("\f", "").split("\n")
    start = rng.randrange(len(lines))
    page = [line for line in lines[start : start + rng.choice([3, 6, 12, 30])] if line.strip()]
    roles = rng.choice([ROLES, ROLES[:4], ROLES[1:4], ROLES[1:]])
    found = columns(*page, roles=roles)
    assert len(found) <= len(roles)
    assert sorted("".join(map("".join, found)).replace(" ", "")) == sorted("".join(page).replace(" ", ""))
