"""A pegawai's targets beside what his superior aims at: that column is none of his own."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel
from ketikan import Ketikan

from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
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


CASCADE = [
    ["Meningkatnya produksi", "Laju produksi padi", "1", "Meningkatnya produktivitas", "Produktivitas padi", "42,8"],
    ["Meningkatnya kapasitas", "Persentase kelompok", "2", "Terbinanya kelompok", "Jumlah kelompok binaan", "65"],
]


@pytest.mark.parametrize("called", ["Sasaran Kinerja", "Sasaran"])
@pytest.mark.parametrize("holders", [1, 2])
@pytest.mark.parametrize(
    "tops",
    [
        ("KINERJA ATASAN LANGSUNG", "KINERJA INDIVIDU"),
        ("Kinerja Pimpinan", "Kinerja Pegawai"),
        ("ESELON II", "ESELON III"),
    ],
)
def test_of_two_groups_of_columns_that_with_the_target_is_the_holders(
    tops: tuple[str, str], holders: int, called: str
) -> None:
    page = Ketikan()
    page.lines("INDIKATOR KINERJA INDIVIDU", bold=True, centred=True)
    for n in range(holders):
        page.lines(f"Jabatan : Kepala Bidang {'AB'[n]}")
        table = page.grid([], columns=6)
        page.row(table, tops, (2, 4))
        page.row(table, ["Sasaran", "Indikator", "No", called, "Indikator Kinerja Individu", "Target 2024"])
        for row in CASCADE:
            page.row(table, row)
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    assert len(blocks) == holders
    for block in blocks:
        cells = [
            [row.cells[role].text.as_printed for role in ("no", "sasaran", "indikator", "target")] for row in block.rows
        ]
        assert cells == [row[2:] for row in CASCADE]
        assert [[cell.text.as_printed for cell in row.others.values()] for row in block.rows] == [
            row[:2] for row in CASCADE
        ]
