"""A block's head drawn as a table above the table of its indicators."""

from __future__ import annotations

from cetak import Cetak, Tabel
from flows import flow_of_pdf

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
