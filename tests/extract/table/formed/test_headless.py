"""Tables below the first one that print no heading, and how they begin."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines

_HEAD = "Nama Jabatan : {}\nTugas : Melaksanakan urusan kepegawaian di lingkungan dinas.\n"
_HEADING = "No\nSasaran\nIndikator Kinerja\nTarget\nFormulasi Penghitungan Sumber Data\n"
_ROWS = """\
{} Meningkatnya disiplin
pegawai
Persentase pegawai yang
hadir tepat waktu
90 % Jumlah pegawai yang hadir tepat waktu
dibagi jumlah pegawai x 100%
Sub Bagian Umum
{} Tersedianya data
pegawai
Jumlah data pegawai yang
tersusun
12 dokumen Jumlah data pegawai
Sub Bagian Umum
"""
_HOLDERS = ["Kepala Bidang Mutasi", "Kepala Seksi Data"]


@pytest.mark.parametrize(
    "codes",
    [
        (("1a-\nCP.", "2b-N"), ("1.", "2.")),
        (("1a-\nCP.", "2b-N"), ("1a-N.", "2a-N.")),
        (("IKU 1", "IKU 2"), ("SP1", "SP2")),
    ],
)
def test_a_code_in_the_first_row_says_nothing_of_how_other_tables_count(codes: tuple[tuple[str, str], ...]) -> None:
    parts = [_HEAD.format(holder) + _ROWS.format(*own) for holder, own in zip(_HOLDERS, codes, strict=True)]
    parts[0] = parts[0].replace("dinas.\n", "dinas.\n" + _HEADING)
    blocks = decree_of(layout_of_lines("".join(parts))).decree.blocks
    assert [block.jabatan.as_printed for block in blocks if block.jabatan] == _HOLDERS
    assert [row.cells["target"].text.as_printed for row in blocks[1].rows] == ["90 %", "12 dokumen"]


def test_rows_that_count_in_parts_begin_a_table_below_one_that_counts_whole() -> None:
    """The rows of the second holder had been those of nobody."""
    parts = [
        _HEAD.format(holder) + _ROWS.format(*own)
        for holder, own in zip(_HOLDERS, (("1.", "2."), ("1.1.", "1.2.")), strict=True)
    ]
    parts[0] = parts[0].replace("dinas.\n", "dinas.\n" + _HEADING)
    blocks = decree_of(layout_of_lines("".join(parts))).decree.blocks
    assert [len(block.rows) for block in blocks] == [2, 2]
