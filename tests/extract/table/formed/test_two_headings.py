"""Two headings side by side, the last of which no vocabulary knows, and rows that look like a heading."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.formed.bodies import fit_of
from extract.table.formed.called import joins_two
from extract.table.formed.spans import WeighedWords
from extract.table.formed.tagger import NEVER
from extract.table.formed.tags import tags
from extract.table.linear.tokens import tokenize
from schemas.decree import Block
from schemas.layout import Line

_HEAD = """\
Jabatan : {}
Tugas Pokok : Melaksanakan urusan kepegawaian di lingkungan dinas.
"""
_ROWS = """\
1 Meningkatnya
disiplin pegawai
Persentase pegawai
yang hadir
90 % pegawai hadir
dibagi seluruh
pegawai
Sub Bagian Umum {}
2 Tersedianya data
pegawai
Jumlah data
pegawai
12 dokumen yang tersusun
setiap bulan
Bidang Mutasi {}
3 Terlaksananya
penilaian kinerja
Laporan penilaian 4 laporan akumulasi laporan Sub Bagian Umum {}
4 Terpenuhinya
kebutuhan pegawai
Dokumen kebutuhan 1 dokumen dokumen tersusun Bidang Mutasi {}
5 Tertibnya arsip
pegawai
Berkas yang
ditata
350 berkas berkas yang telah
dipindai
Pengelola arsip {}
6 Meningkatnya
kompetensi
Pegawai yang
dilatih
40 orang peserta yang lulus Bidang Diklat {}
"""
_NOTES = ("Laporan", "Daftar hadir", "Notulen rapat", "Laporan", "Arsip surat", "Daftar hadir")
_HOLDERS = ("Kepala Bidang Mutasi", "Kepala Seksi Data", "Pengelola Kepegawaian")


def _blocks(heading: str, notes: tuple[str, ...] = _NOTES) -> list[Block]:
    text = "".join(_HEAD.format(holder) + heading + _ROWS.format(*notes) for holder in _HOLDERS)
    return list(decree_of(layout_of_lines(text)).decree.blocks)


@pytest.mark.parametrize("last", ["BUKTI\nFISIK", "DATA\nDUKUNG", "CATATAN", "BERKAS\nPENDUKUNG"])
@pytest.mark.parametrize("notes", [_NOTES, ("Baru", "Lanjutan", "-", "-", "sesuai DPA", "Lanjutan")])
def test_a_last_column_that_repeats_few_texts_is_one_of_its_own(last: str, notes: tuple[str, ...]) -> None:
    blocks = _blocks(f"NO\nURUT\nSASARAN STRATEGIS\nIKI\nCAPAIAN\nTARGET\nFORMULASI SUMBER DOKUMEN\n{last}\n", notes)
    assert [block.jabatan.as_printed for block in blocks if block.jabatan] == list(_HOLDERS)
    for block in blocks:
        assert [row.cells["sumber_data"].text.as_printed for row in block.rows] == [
            "Sub Bagian Umum", "Bidang Mutasi", "Sub Bagian Umum", "Bidang Mutasi", "Pengelola arsip", "Bidang Diklat"
        ]  # fmt: skip


def test_what_is_left_and_right_of_a_cut_names_columns_of_its_own() -> None:
    assert joins_two([["FORMULASI CATATAN"], ["SUMBER DATA"]]) > 0.6
    assert joins_two([["SUMBER DATA DAN INFORMASI"], ["TARGET", "2022"], ["CARA PENGUKURAN"]]) < 0.2


def test_few_texts_again_and_again_speak_for_a_column_without_a_role() -> None:
    lines = [Line(text, number) for number, text in enumerate(_ROWS.format(*_NOTES).splitlines(), 1)]
    roles = ["no", "sasaran", "indikator", "target", "rumus", "sumber_data", "others"]
    names = [[name] for name in ("NO", "SASARAN", "IKI", "TARGET", "RUMUS", "SUMBER", "CATATAN")]
    assert fit_of([tokenize(lines)], roles, names).closed > 0.3
    assert fit_of([tokenize(lines)], roles[:-1], names[:-1]).closed == 0.0


def test_a_row_above_the_targets_of_four_quarters_is_no_heading() -> None:
    """`Seksi Kesiapsiagaan` / `4 Destana` / `1 2 3 4`: the last line looks as if it counted columns."""
    heading = "No\nSasaran\nIndikator\nKinerja\nRumus\nSumber\nData\nTarget Tahunan\nTarget Triwulan\nI II III IV\n"
    rows = """\
1 Data mutakhir Laporan
harian
satu laporan
per hari
Pusdalops 364
laporan
91 182 273 364
2 Ketahanan Desa
tangguh
terbentuk
SK forum
PRB
Seksi
Kesiapsiagaan
4
Destana
1 2 3 4
3 Kaji cepat Peta rawan satu lembar Badan
Geologi
16
lembar
4 8 12 16
"""
    heads = [_HEAD.format(holder) + "Uraian Fungsi :\na. pelaksanaan kajian;\nb. pelaporan.\n" for holder in _HOLDERS]
    others = "".join(head + rows.replace("1 2 3 4", "- - - 4").replace("forum", "tim") for head in heads[1:])
    text = heads[0] + heading + rows + others
    blocks = list(decree_of(layout_of_lines(text)).decree.blocks)
    assert [len(block.rows) for block in blocks] == [3, 3, 3]
    assert {head.text.as_printed for block in blocks for head in block.headings if head.text}.isdisjoint(
        {"forum", "PRB"}
    )


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("SUMBER DATA DATA DUKUNG", [2]),
        ("Target Target per Triwulan", [1]),
        ("1 1 2 2 A A", []),
        ("Target Kinerja", []),
    ],
)
def test_a_word_behind_itself_begins_a_heading_of_its_own(line: str, begins: list[int]) -> None:
    text = WeighedWords.of([line])
    more = [k for k, tag in enumerate(tags()) if tag.level and not tag.first]
    assert [at for at in range(len(text.words)) if (text.sums[at, more] == NEVER).all()] == begins
