"""A pegawai's targets beside what his superior aims at: that column is none of his own."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

AIM, OWN = "Meningkatnya mutu perencanaan (Kepala Bidang)", ["Dokumen rencana tersusun", "Laporan forum tersusun"]


@pytest.mark.parametrize(
    ("superior", "own"),
    [
        ("RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA"),
        ("RENCANA KINERJA ATASAN LANGSUNG YANG DIINTERVENSI", "RENCANA KINERJA"),
        ("KINERJA UTAMA PIMPINAN YANG DIINTERVENSI", "SASARAN KINERJA"),
    ],
)
def test_what_the_superior_aims_at_is_no_sasaran(superior: str, own: str) -> None:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Perencana Ahli Muda")
    heads = ["NO", superior, own, "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET"]
    rows = [
        [str(at + 1), AIM, text, "Kuantitas", f"Jumlah dokumen {at} yang disusun", f"{at + 2} dokumen"]
        for at, text in enumerate(OWN)
    ]
    Tabel(doc, [40, 180, 160, 80, 180, 100], heads, top=80).build(rows)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [row.cells["sasaran"].text.as_printed for row in block.rows] == OWN
    assert [row.others[superior].text.as_printed for row in block.rows] == [AIM, AIM]
