"""A tugas that stands below the table of its block, in text."""

from __future__ import annotations

from extract.door import decree_of
from extract.read.text import layout_of_lines

_TEXT = """\
INDIKATOR KINERJA INDIVIDU
Jabatan : Kepala Bidang Mutasi
NO SASARAN INDIKATOR KINERJA TARGET SUMBER DATA
1 Meningkatnya disiplin
pegawai
Persentase pegawai yang
hadir tepat waktu
90 %
Sub Bagian Umum
Uraian Tugas : Melaksanakan penyiapan bahan mutasi
sesuai ketentuan yang berlaku.
"""


def test_a_tugas_below_the_table_is_no_cell_of_it() -> None:
    (block,) = decree_of(layout_of_lines(_TEXT)).decree.blocks
    assert block.tugas is not None
    assert block.tugas.as_printed == "Melaksanakan penyiapan bahan mutasi sesuai ketentuan yang berlaku."
    assert block.rows[0].cells["sumber_data"].text.as_printed == "Sub Bagian Umum"


def test_a_cell_that_begins_like_a_label_stays_a_cell() -> None:
    text = _TEXT.replace("Melaksanakan penyiapan", "daftar").replace("Uraian Tugas", "Uraian tugas")
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.tugas is None
