"""Group rows that are set like a label: `URUSAN : BIDANG KEPEGAWAIAN`."""

from __future__ import annotations

import pytest

from bahasa.roles import INDIKATOR, NO
from extract.table.linear.groups import counted_lines, first_groups, group_lines, labelled_groups, unit_groups
from schemas.layout import Line

_TABLE = (
    "URUSAN : BIDANG KEPEGAWAIAN",
    "1 Terlayaninya pegawai",
    "Jumlah berkas",
    "URUSAN : BIDANG KESEKRETARIATAN",
    "2 Tertibnya arsip",
    "Jumlah arsip",
)


def test_a_label_above_first_rows_and_other_ones_is_a_group() -> None:
    assert labelled_groups(["Jabatan : Sekretaris", *_TABLE]) == [1, 4]


def test_a_label_above_a_list_or_above_other_lines_is_none() -> None:
    assert labelled_groups(["Fungsi : Menyelenggarakan", "1. penyusunan", "Fungsi : Mengurus", "1. penataan"]) == []
    assert labelled_groups([*_TABLE, "URUSAN : BIDANG UMUM", "Jabatan : Camat"] * 2) == []


@pytest.mark.parametrize("count", ["[1]", "[IV]", "[B]"])
def test_a_name_behind_a_count_in_brackets_is_a_group_and_no_heading(count: str) -> None:
    """It had become the last column of the heading above (`[Satuan] [1]`)."""
    assert first_groups([f"{count} BIDANG KESEKRETARIATAN", "1 Terlayaninya pegawai"]) == [0]
    assert first_groups([f"{count} Bidang", "1 Terlayaninya pegawai"]) == []


def test_such_lines_are_group_rows_of_their_table() -> None:
    lines = [Line(text, number) for number, text in enumerate(_TABLE, 1)]
    assert group_lines(lines, (NO, INDIKATOR)) == [[0], [3]]


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("MISI {} - Mewujudkan aparatur yang profesional", True),
        ("Perspektif {} (Meningkatkan mutu pelayanan publik)", True),
        ("RANAH {}. BIDANG KEPEGAWAIAN", True),
        ("SEKSI/BIDANG {}. BIDANG KEPEGAWAIAN", True),
        ("AGENDA PEMB. {} : Meningkatkan mutu pelayanan kepegawaian", True),
        ("Triwulan {} (Januari s.d. Maret)", False),
    ],
)
def test_names_that_count_with_a_dash_or_before_brackets(form: str, counts: bool) -> None:
    """Few words in brackets are those of a heading."""
    texts = ["Indikator Kinerja", form.format("I"), "1 Jumlah dokumen", form.format("II"), "2 Nilai SAKIP"]
    assert counted_lines(texts) == ([1, 3] if counts else [])


@pytest.mark.parametrize("form", ["[{}] BIDANG KEPEGAWAIAN", "({}) BIDANG KEPEGAWAIAN", "<BIDANG KEPEGAWAIAN>"])
def test_names_in_brackets_above_rows_are_groups(form: str) -> None:
    texts = [form.format("A"), "1 Terlayaninya pegawai", "Jumlah berkas", form.format("B"), "2 Tertibnya arsip"]
    assert first_groups(["Sumber Data", *texts]) == [1, 4]
    assert group_lines([Line(text, number) for number, text in enumerate(texts, 1)], (NO, INDIKATOR)) == [[0], [3]]
    assert first_groups(["[UNIT/APLIKASI]", "1 Terlayaninya pegawai"]) == []


@pytest.mark.parametrize(("second", "found"), [("BAGIAN B : BIDANG UMUM", [[0], [3]]), ("Bagian B : Umum", [[0]])])
def test_where_rows_have_no_numbers_a_short_group_is_in_capitals(second: str, found: list[list[int]]) -> None:
    texts = ["BAGIAN A : BIDANG UMUM", "Terlayaninya semua pegawai", "Jumlah berkas pegawai", second, "Tertibnya arsip"]
    assert group_lines([Line(text, number) for number, text in enumerate(texts, 1)], (INDIKATOR,)) == found


@pytest.mark.parametrize(("above", "letter"), [("N", "O."), ("K", "O.")])
def test_the_end_of_a_heading_s_broken_first_word_counts_no_groups(above: str, letter: str) -> None:
    """`N` / `O. SASARAN INDIKATOR TARGET`, as pypdf glues the rest of a heading to the last line of its first cell."""
    heading = f"{letter} SASARAN INDIKATOR TARGET"
    assert first_groups([above, heading, "1 Terlayaninya pegawai"]) == ([] if above == "N" else [1])


_UNITS = [
    *("BIDANG KEPEGAWAIAN", "1 Terlayaninya pegawai", "Jumlah berkas"),
    *("SEKSI UMUM", "2 Tertibnya arsip", "Jumlah arsip"),
]


def test_names_of_units_in_capitals_are_groups_where_one_stands_above_the_first_row() -> None:
    lines = [Line(text, number) for number, text in enumerate(_UNITS, 1)]
    assert group_lines(lines, (NO, INDIKATOR)) == [[0], [3]]
    # without it the second one may end the row above
    assert group_lines(lines[1:], (NO, INDIKATOR)) == []


def test_names_of_units_above_rows_of_a_document_are_no_heading_s() -> None:
    agency = ["DINAS SOSIAL", "TAHUN 2022", "Sasaran Indikator"]
    assert unit_groups([*agency, *_UNITS]) == [3, 6]
    assert unit_groups([*agency, "SEKSI UMUM", *_UNITS]) == []
    assert unit_groups([*_UNITS[1:], *agency]) == []


def test_what_stands_above_every_first_row_and_no_other_ends_their_heading() -> None:
    # `PENANGGUNG` / `BAGIAN PELAKSANA`: with it the last lines of cells, `SEKSI UMUM`, would be groups as well
    table = ["BAGIAN PELAKSANA", "1 Terlayaninya pegawai", "Kepala", "SEKSI UMUM", "2 Tertibnya arsip", "Kepala"]
    assert unit_groups(table) == [0, 3]
    assert unit_groups([*table, *table]) == []
    assert unit_groups(["DINAS SOSIAL", "1. Nama : Camat", *_UNITS[3:]]) == []


def test_different_units_above_first_rows_below_one_heading_are_groups() -> None:
    head = ["Jabatan : {}", "SASARAN", "SUMBER", "DATA", "KUANT KUAL WAKTU"]
    tables = [[*head, unit, "1 Terlayaninya pegawai"] for unit in ("BIDANG KEPEGAWAIAN", "SEKSI UMUM")]
    assert unit_groups([*tables[0], *tables[1]]) == [5, 12]
    # the same one below each heading may be its last column, and what stands below no heading a holder
    assert unit_groups([*tables[0], *tables[0]]) == []
    title = ["INDIKATOR KINERJA INDIVIDU", "TAHUN 2022"]
    assert unit_groups([*title, *tables[0][-2:], *title, *tables[1][-2:]]) == []
