"""Which block a part of a head belongs to."""

from __future__ import annotations

import pytest

from bahasa.parts import PartName
from extract.decree.blocks import read_blocks
from extract.decree.section import Section
from extract.door import decree_of
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.layout import Line


def blocks(*parts: PartName) -> list[list[str]]:
    """The parts of each block's head, its table as the word that it is."""
    sections = [Section(part, n, pieces=[Piece(part, Line(part, n + 1), n)]) for n, part in enumerate(parts)]
    drafts = read_blocks(sections).drafts
    return [[*(section.part for section in draft.head), *(["tabel"] if draft.table else [])] for draft in drafts]


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        # below its table, above the next holder and at the end
        (
            ["pemangku", "fungsi", "tabel", "tugas", "pemangku", "fungsi", "tabel", "tugas"],
            [["pemangku", "fungsi", "tugas", "tabel"]] * 2,
        ),
        # a block without holder: its table follows
        (["pemangku", "tabel", "tugas", "tabel"], [["pemangku", "tabel"], ["tugas", "tabel"]]),
        # the block above has its tugas
        (
            ["pemangku", "tugas", "tabel", "tugas", "judul", "tabel"],
            [["pemangku", "tugas", "tabel"], ["tugas"], ["judul", "tabel"]],
        ),
    ],
)
def test_a_tugas_below_a_table(parts: list[PartName], wanted: list[list[str]]) -> None:
    assert blocks(*parts) == wanted


def test_what_a_table_read_as_text_is_called_is_no_item_of_the_list_above() -> None:
    text = """\
Nama Jabatan : Pengelola Data
Fungsi :
   1. Pengumpulan data pegawai;
   2. Penyusunan laporan pegawai.
Tabel Indikator Kinerja Individu :
NO   SASARAN STRATEGIS        INDIKATOR KINERJA          TARGET
1    Terkelolanya data        Jumlah data pegawai        12 dokumen
     pegawai                  Jumlah daftar hadir        4 dokumen
2    Tersedianya laporan      Jumlah laporan             1 laporan
"""
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert [item.text.as_printed for item in block.fungsi] == [
        "Pengumpulan data pegawai;",
        "Penyusunan laporan pegawai.",
    ]


def test_a_caption_that_stands_below_a_title_of_another_kind_says_nothing_below_the_next_holder() -> None:
    table = """\
Tabel Indikator Kinerja Individu :
NO   SASARAN STRATEGIS        INDIKATOR KINERJA          TARGET
1    Terkelolanya data        Jumlah data pegawai        12 dokumen
2    Tersedianya laporan      Jumlah laporan             1 laporan
"""
    heads = [
        f"Nama Jabatan : {holder}\nTugas : Mengelola {holder.lower()}.\n" for holder in ("Pengelola Data", "Arsiparis")
    ]
    text = "INDIKATOR KINERJA UTAMA\n" + "".join(head + table for head in heads)
    assert [block.kind for block in decree_of(layout_of_lines(text)).decree.blocks] == ["IKU", "IKU"]
