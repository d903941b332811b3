"""Dots that lead from cell to cell are no part of one; dots that lead to no cell stay."""

from __future__ import annotations

from time import process_time

import pytest

from extract.read.leaders import without_leaders


@pytest.mark.parametrize(
    "rows",
    [
        ["1   Jumlah surat ......  12 surat ....  Register", "2   Rapat .............  4 rapat .....  Notulen"],
        ["Jumlah surat ...... 12 surat", "", "Rapat ............. 4 rapat"],  # single blanks, a blank line between
        [f"Jumlah surat {'…' * 5} 12 surat", f"Rapat {'…' * 12} 4 rapat"],
        ["1 Jumlah surat ......... Arsiparis", "2 Rapat ................ Notulis"],
        ["Jumlah surat . . . . . . 12 surat", "Rapat  . . . . . . . . . 4 rapat ......."],
    ],
)
def test_leaders_are_blanks_in_their_place(rows: list[str]) -> None:
    made = without_leaders(rows)
    assert not any("." in text or "…" in text for text in made)
    assert [len(text) for text in made] == [len(text) for text in rows]
    assert [text.split() for text in made] == [[w for w in text.split() if w.strip(".…")] for text in rows]


@pytest.mark.parametrize(
    "lines",
    [
        ["Nomor ......... Tahun 2016", "Tanggal ..... Bulan ....."],  # to be written on: they lead to no one place
        ["NOMOR .......... TAHUN 2023", "TENTANG ........ INDIKATOR"],
        ["Kata Pengantar ....... iii", "Daftar Isi ........... iv"],
        ["Perjanjian ..... 12 - 13", "Rencana ........ 14 - 15"],
        ["Jabatan ....... : Arsiparis", "Tugas ......... : Mencatat"],
        ["Perjanjian Kinerja ............ 12", "Rencana Aksi .................. 14"],  # a list of contents
        ["Jumlah surat ...... 12 surat", "Rapat 4 rapat"],  # one line alone
        ["Menyusun rencana ... kerja", "Menyusun laporan ... kerja"],  # left out
        ["NIP. .........................", "Pangkat ....................."],
    ],
)
def test_other_dots_stay(lines: list[str]) -> None:
    assert without_leaders(lines) == lines


def test_a_long_line_is_built_once() -> None:
    line = "a " + "b .... 1c " * 40_000
    begun = process_time()
    assert "...." not in without_leaders([line, line])[0]
    assert process_time() - begun < 3
