"""The head of a block drawn as cells, label beside value, no colon between them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block

HEAD = ["NO", "SASARAN", "INDIKATOR", "TARGET"]
ROWS = [
    ["1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"],
    ["2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"],
]
WIDTHS = [40.0, 220.0, 220.0, 120.0]


def _box(doc: Cetak, top: float, bands: Sequence[Sequence[str]], edges: Sequence[float] = (40, 200, 640)) -> float:
    """Bands of one cell or two; gives the lower edge."""
    for cells in bands:
        for x in (edges[0], *edges[1 : len(cells)], edges[-1]):
            doc.line(x, top, x, top + 18)
        doc.line(edges[0], top, edges[-1], top)
        for x, text in zip(edges, cells, strict=False):
            doc.text(x + 5, top + 13, text)
        top += 18
    doc.line(edges[0], top, edges[-1], top)
    return top


def _blocks(doc: Cetak) -> tuple[Block, ...]:
    return decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks


@pytest.mark.parametrize(("holder", "work"), [("JABATAN", "TUGAS"), ("Nama Jabatan", "Uraian Pekerjaan Pokok")])
def test_a_line_stands_for_the_colon_of_a_label(holder: str, work: str) -> None:
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "INDIKATOR KINERJA INDIVIDU")
    below = _box(doc, 60, [(holder, "KEPALA SEKSI ARSIP"), (work, "Melaksanakan pengelolaan arsip daerah")])
    Tabel(doc, WIDTHS, HEAD, left=40, top=below + 20).build(ROWS)
    (block,) = _blocks(doc)
    assert block.jabatan.as_printed == "KEPALA SEKSI ARSIP"
    assert block.tugas is not None and block.tugas.as_printed == "Melaksanakan pengelolaan arsip daerah"
    assert len(block.rows) == 2


def test_labels_below_a_holder_inside_the_lines_of_tables_are_no_rows() -> None:
    """Two tables drawn as one, each with its holder over all columns and `Tugas | ...` below it."""
    doc = Cetak()
    doc.page()
    top = 60.0
    for mark, office in (("A", "Kepala Seksi Arsip"), ("B", "Kepala Seksi Mutasi")):
        head = [(f"{mark}. JABATAN : {office}",), ("Tugas", f"Melaksanakan urusan {office}")]
        top = _box(doc, top, head)
        Tabel(doc, WIDTHS, HEAD, left=40, top=top).build(ROWS)
        top += 76
    blocks = _blocks(doc)
    assert [block.jabatan.as_printed for block in blocks] == ["Kepala Seksi Arsip", "Kepala Seksi Mutasi"]
    assert [block.tugas and block.tugas.as_printed for block in blocks] == [
        "Melaksanakan urusan Kepala Seksi Arsip",
        "Melaksanakan urusan Kepala Seksi Mutasi",
    ]
    assert [len(block.rows) for block in blocks] == [2, 2]


@pytest.mark.parametrize("unit", ["Kantor : Dinas Arsip", "Asal Instansi : Dinas Arsip"])
def test_two_labels_that_nobody_knows_side_by_side_one_with_an_office(unit: str) -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 40, "INDIKATOR KINERJA INDIVIDU")
    low = _box(doc, 60, [["Nama Posisi : Kepala Bidang Layanan", unit]], (40, 340, 640))
    Tabel(doc, WIDTHS, HEAD, top=low + 20).build(ROWS)
    (block,) = _blocks(doc)
    assert block.jabatan.as_printed == "Kepala Bidang Layanan"


def test_a_label_in_capitals_over_its_value_in_a_box_of_one_column() -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 40, "INDIKATOR KINERJA INDIVIDU")
    rows = ["Jabatan : Kepala Bidang Layanan", "TUGAS UTAMA", "mengelola layanan arsip daerah", "RINCIAN FUNGSI"]
    low = _box(doc, 60, [[text] for text in [*rows, "a. penyusunan rencana; dan b. pelaporan."]], (40, 640))
    Tabel(doc, WIDTHS, HEAD, top=low + 20).build(ROWS)
    (block,) = _blocks(doc)
    assert block.tugas is not None
    assert (block.jabatan.as_printed, block.tugas.as_printed) == (
        "Kepala Bidang Layanan",
        "mengelola layanan arsip daerah",
    )
    assert [item.no for item in block.fungsi] == ["a", "b"]
