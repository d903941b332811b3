"""Headings whose words are hardly any that a heading has elsewhere, printed above each table."""

from __future__ import annotations

from extract.door import decree_of
from extract.read.text import layout_of_lines

_HEADING = """\
Maksud
dan Sasaran Jabatan
Indikator
Pencapai Sasaran
Teknis
Penghitungan
Pemasok
Data Satn. Standar Kinerja
"""
_ROWS = [
    "Lulusan mendapat pekerjaan\nyang layak\nLulusan bekerja kurang 6 bulan\nTotal responden dibagi\nbobot\n"
    "Tracer Study % 55\n",
    "Mahasiswa di luar kampus Mahasiswa yang magang\nmahasiswa magang, pertukaran, proyek\ndesa\n"
    "PDDikti Neo Feeder % mhs aktif 30\n",
    "Dosen di luar kampus Dosen berkegiatan\n5 tahun terakhir SISTER dosen 6\n",
]
_HOLDERS = ["Ketua Jurusan Teknik Mesin", "Camat Sungai Landak", "Lurah Kebon Jati", "Kepala Bidang Mutasi"]


def test_words_printed_above_each_table_are_its_heading_though_they_look_like_text() -> None:
    """The text was refused."""
    heads = [f"Jab. : {holder}\nTugas Jabatan : Memimpin penyelenggaraan urusan\nbidang.\n" for holder in _HOLDERS]
    parts = [head + _HEADING + "".join(_ROWS[k % 3 :] + _ROWS[: k % 3]) for k, head in enumerate(heads)]
    blocks = decree_of(layout_of_lines("BUKU SAKU IKI 2022\n" + "".join(parts))).decree.blocks
    assert [block.jabatan.as_printed for block in blocks if block.jabatan] == _HOLDERS
    assert {tuple(heading.role for heading in block.headings)[-2:] for block in blocks} == {("satuan", "target")}
