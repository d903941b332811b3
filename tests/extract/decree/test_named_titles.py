"""Holders that only the titles of their tables name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

_HEAD = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
_ROWS = [
    ["1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"],
    ["2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"],
]


def holders(titles: Sequence[Sequence[str]]) -> list[str]:
    """The holder of each table, a page each, below its title."""
    doc = Cetak()
    for lines in titles:
        doc.page()
        for at, line in enumerate(lines):
            doc.text(60, 40 + 16 * at, line)
        Tabel(doc, [40, 220, 220, 120], _HEAD, top=60 + 16 * len(lines)).build(_ROWS)
    decree = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree
    return [block.jabatan.as_printed for block in decree.blocks]


_REGION = ["INDIKATOR KINERJA UTAMA PEMERINTAH KOTA BATU HIJAU", "TAHUN 2025-2030"]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        # behind the kind, or below it, where each block has a title of its own
        (
            [_REGION, ["INDIKATOR KINERJA UTAMA PERANGKAT DAERAH", "TAHUN 2025-2030", "1. SEKRETARIAT DAERAH"]],
            ["PEMERINTAH KOTA BATU HIJAU", "SEKRETARIAT DAERAH"],
        ),
        # titles that differ by their kinds alone name nobody; the line below does
        (
            [
                ["Indikator Kinerja Utama", "Dinas Koperasi Kabupaten Teluk Pandan"],
                ["Perjanjian Kinerja Tahun 2024", "Dinas Koperasi Kabupaten Teluk Pandan"],
            ],
            ["Dinas Koperasi Kabupaten Teluk Pandan"] * 2,
        ),
        # a label that nobody knows is none of the name, and one below a named agency says nothing
        (
            [
                ["INDIKATOR KINERJA UTAMA TAHUN 2025", "Pemerintah Daerah : PEMERINTAH KOTA BATU HIJAU"],
                ["INDIKATOR KINERJA UTAMA TAHUN 2025", "Perangkat Daerah : DINAS SOSIAL"],
            ],
            ["PEMERINTAH KOTA BATU HIJAU", "DINAS SOSIAL"],
        ),
        # a name that no vocabulary has ends before its year
        (
            [["INDIKATOR KINERJA UTAMA DAN TARGET KINERJA", "POLITEKNIK NEGERI SAGARA TAHUN 2025-2029"]],
            ["POLITEKNIK NEGERI SAGARA"],
        ),
        # the subject of the decree, with a colon, is no label of a holder
        (
            [
                [
                    "LAMPIRAN",
                    "KEPUTUSAN KEPALA UPT PUSKESMAS KALI BENING",
                    "NOMOR : 440/021/2024",
                    "TENTANG : INDIKATOR KINERJA UTAMA UPT PUSKESMAS KALI BENING",
                    "INDIKATOR KINERJA UTAMA",
                    "UPT PUSKESMAS KALI BENING TAHUN 2024",
                ]
            ],
            ["UPT PUSKESMAS KALI BENING"],
        ),
    ],
)
def test_holders_in_titles(titles: Sequence[Sequence[str]], expected: Sequence[str]) -> None:
    assert holders(titles) == expected
