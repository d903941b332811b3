"""Lists of fungsi that are printed in two columns."""

from __future__ import annotations

import pytest

from extract.decree.list_columns import in_one_column
from extract.door import decree_of
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.layout import Line


def _in_one_column(lines: list[str]) -> list[str]:
    return [
        piece.text.strip() for piece in in_one_column([Piece(text, Line(text, n), n) for n, text in enumerate(lines)])
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # down the columns, across them, one more at the left, a line that goes on in each
        (["a. satu;    c. tiga;", "b. dua;     d. empat."], ["a. satu;", "b. dua;", "c. tiga;", "d. empat."]),
        (["1) satu;    2) dua;", "3) tiga;    4) empat."], ["1) satu;", "2) dua;", "3) tiga;", "4) empat."]),
        (
            ["a. satu;    d. empat;", "b. dua;     e. lima.", "c. tiga;"],
            ["a. satu;", "b. dua;", "c. tiga;", "d. empat;", "e. lima."],
        ),
        (
            ["(1) satu    (3) tiga", "    lagi;      pula;", "(2) dua;    (4) empat."],
            ["(1) satu", "lagi;", "(2) dua;", "(3) tiga", "pula;", "(4) empat."],
        ),
    ],
)
def test_two_columns_are_one_list(lines: list[str], expected: list[str]) -> None:
    assert _in_one_column(lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        # below each other; at no one place; with other signs; not counting with the list; one row; no list
        ["a. satu;", "b. dua;"],
        ["a. satu; b. dua;", "c. tiga dan lain; d. empat."],
        ["a. satu;    1) tiga;", "b. dua;     2) empat."],
        ["1. satu;    2. lihat;", "2. dua;     2. lihat."],
        ["a. satu    c. dua;"],
        ["satu;       a. dua;"],
    ],
)
def test_what_is_no_list_in_two_columns_stays(lines: list[str]) -> None:
    assert _in_one_column(lines) == [line.strip() for line in lines]


def test_fungsi_in_two_columns_of_a_text_are_items() -> None:
    text = """\
KEPALA BIDANG ARSIP
Tugas  : Melaksanakan urusan kearsipan.
Fungsi :
a. penyusunan rencana arsip;      c. pembinaan arsip dinas
b. penyimpanan arsip; dan            dan desa; dan
                                  d. pelaporan kegiatan arsip.

NO   SASARAN                 INDIKATOR                     TARGET   SUMBER DATA
1    Tertibnya arsip         Persentase unit yang tertib   90 %     Seksi Arsip
2    Terlayaninya pengguna   Jumlah pengguna arsip         120      Seksi Layanan
"""
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert [(item.no, item.text.as_printed) for item in block.fungsi] == [
        ("a", "penyusunan rencana arsip;"),
        ("b", "penyimpanan arsip; dan"),
        ("c", "pembinaan arsip dinas dan desa; dan"),
        ("d", "pelaporan kegiatan arsip."),
    ]
