"""Who signs below the table of an agreement without a letter."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

VILLAGE = "KELURAHAN TANAH BARU KECAMATAN ILIR TIMUR"


@pytest.mark.parametrize(
    ("agency", "left", "right", "holder"),
    [
        (VILLAGE, "Camat Ilir Timur", "Lurah Tanah Baru,", "Lurah Tanah Baru"),
        ("DINAS SOSIAL KOTA MURIA", "WALI KOTA MURIA,", "KEPALA DINAS SOSIAL,", "KEPALA DINAS SOSIAL"),
        # another office than that of the agency's head, and less than its whole name
        (VILLAGE, "Camat Ilir Timur", "Sekretaris Kelurahan", VILLAGE),
        ("DINAS SOSIAL KOTA MURIA", "WALI KOTA MURIA", "Sekretaris Dinas Sosial", "DINAS SOSIAL KOTA MURIA"),
        ("DINAS SOSIAL KOTA MURIA", "WALI KOTA MURIA", "Bendahara Dinas Sosial", "DINAS SOSIAL KOTA MURIA"),
        ("DINAS SOSIAL DAN TENAGA KERJA", "BUPATI MURIA", "KEPALA DINAS SOSIAL", "DINAS SOSIAL DAN TENAGA KERJA"),
    ],
)
def test_the_head_of_whom_the_title_names_promises(agency: str, left: str, right: str, holder: str) -> None:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "PERJANJIAN KINERJA TAHUN 2023")
    doc.text(300, 54, agency)
    rows = [["1", "Meningkatnya mutu", "Nilai kepuasan", "82"], ["2", "Tertibnya arsip", "Jumlah daftar", "3 daftar"]]
    Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=80).build(rows)
    for x, office, name in ((100, left, "BUDI"), (450, right, "SITI")):
        doc.text(x, 220, office)
        doc.text(x, 280, name)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert block.jabatan.as_printed == holder
