"""A column of the whole year beside its parts, whose headings a text prints one behind the other."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.formed.cuts import year_before_parts

_HEAD = """\
INDIKATOR KINERJA INDIVIDU
NAMA JABATAN : {}
TUGAS : Melaksanakan urusan {}
NOMO
R URUT
KONDISI YANG
DIINGINKAN
INDIKATOR CAPAIAN
SASARAN
"""
_ROWS = """\
1 Tertibnya pencatatan
aset daerah
Persentase aset yang
tercatat
85 % 20 45 65 85 Laporan aset
2 Terlaksananya sensus
barang
Jumlah laporan sensus
barang
4 dokumen 1 2 3 4 Berita acara
3 Tersedianya data tanah
Jumlah bidang tanah
bersertifikat
120 bidang - - 60 120 Buku tanah
"""
_HEADINGS = [
    ["TARGET 1", "(SATU) TAHUN", "TAHAPAN TRIWULAN SUMBER", "PENGAMBILAN DATA", "ke-1 ke-2 ke-3 ke-4"],
    ["TARGET SATU", "TAHUN", "RENCANA TRIWULAN SUMBER", "DATA", "TW-1 TW-2 TW-3 TW-4"],
]


@pytest.mark.parametrize("heading", _HEADINGS)
def test_a_year_before_its_parts_is_a_column(heading: list[str]) -> None:
    people = [("Kepala Bidang Aset", "aset"), ("Kepala Bidang Kas", "kas"), ("Kepala Bidang Pajak", "pajak")]
    tables = [_HEAD.format(*one) + "\n".join(heading) + "\n" + _ROWS for one in people]
    decree = decree_of(layout_of_lines("".join(tables))).decree
    rows = [row for block in decree.blocks for row in block.rows]
    assert len(rows) == 9
    printed = [[one.cell.text.as_printed.split()[0] for one in row.targets] for row in rows[:2]]
    assert printed == [["85", "20", "45", "65", "85"], ["4", "1", "2", "3", "4"]]


def test_what_says_how_a_target_is_parted_is_no_column() -> None:
    assert list(year_before_parts(["TARGET", "TAHUN", "2022", "PER", "TRIWULAN"], ["I", "II", "III", "IV"])) == []
