"""A block's head drawn as a table above the table of its indicators."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel
from flows import flow_of_pdf

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.sheet import DrawnTable

HEADS = ["No", "Sasaran", "Indikator", "Target", "Formulasi"]


def block(doc: Cetak, top: float, holder: str, target: str) -> float:
    """A ruled head (label, colon, value), and a ruled table below it; returns where it ends."""
    head = Tabel(doc, [120, 20, 590], ["Nama Jabatan", ":", holder], top=top)
    head.build([["Ringkasan Tugas", ":", "Melaksanakan urusan mutasi pegawai."]])
    table = Tabel(doc, [30, 200, 200, 100, 200], HEADS, top=head.y + 20)
    table.build([["1", "Data rapi", "Jumlah data", target, "Data"]])
    return table.y


def test_a_boxed_head_parts_two_tables_of_one_heading() -> None:
    doc = Cetak()
    doc.page()
    below = block(doc, 60, "Pengelola Data", "3 data")
    below = block(doc, below + 30, "Pengelola Surat", "4 surat")
    doc.page()
    block(doc, 60, "Pengelola Arsip", "5 arsip")
    tables = [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]
    targets = [[row.cells["target"].text.as_printed for row in table.rows] for table in tables]
    assert targets == [["3 data"], ["4 surat"], ["5 arsip"]]


@pytest.mark.parametrize("mark", ["LOGO", "PEMKAB"])
def test_a_title_in_a_box_beside_another_is_the_value_of_no_label(mark: str) -> None:
    """`LOGO | MATRIKS INDIKATOR KINERJA INDIVIDU` above a table whose rows name their holders."""
    doc = Cetak()
    doc.page()
    for x in (40, 110, 800):
        doc.line(x, 40, x, 80)
    for y in (40, 80):
        doc.line(40, y, 800, y)
    doc.text(50, 64, mark)
    doc.text(120, 54, "MATRIKS INDIKATOR KINERJA INDIVIDU KEPALA BAGIAN")
    doc.text(120, 72, "Sekretariat Daerah Kabupaten Tapak Siring")
    rows = [[f"Kepala Bagian {name}", f"Tertibnya {name}", f"Jumlah {name}", "3 data"] for name in ("Umum", "Hukum")]
    Tabel(doc, [160, 200, 200, 170], ["Jabatan", "Sasaran", "Indikator", "Target"], top=100).build(rows)
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.kind for block in blocks] == ["IKI", "IKI"]
