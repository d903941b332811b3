"""Group rows that are set like a label: `URUSAN : BIDANG KEPEGAWAIAN`."""

from __future__ import annotations

from bahasa.roles import INDIKATOR, NO
from extract.table.linear.groups import group_lines, labelled_groups
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


def test_such_lines_are_group_rows_of_their_table() -> None:
    lines = [Line(text, number) for number, text in enumerate(_TABLE, 1)]
    assert group_lines(lines, (NO, INDIKATOR)) == [[0], [3]]
