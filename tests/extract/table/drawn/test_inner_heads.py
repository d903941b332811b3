"""The next holder in a band of a table's own lines."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

WIDTHS = [40.0, 220.0, 220.0, 120.0]
HEAD = ["NO", "SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET"]
ROWS = [
    ["1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"],
    ["2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"],
]
WIDE = sum(WIDTHS)


def titled(doc: Cetak, top: float, *lines: str) -> float:
    """A table with its title in a band of its own above the heading; gives its lower edge."""
    below = top + 12 * len(lines) + 6
    for x in (40.0, 40.0 + WIDE):
        doc.line(x, top, x, below)
    doc.line(40, top, 40 + WIDE, top)
    for i, line in enumerate(lines):
        doc.text(200, top + 12 * (i + 1), line)
    table = Tabel(doc, WIDTHS, HEAD, left=40, top=below)
    table.build(ROWS)
    return below + 120


@pytest.mark.parametrize("title", [("INDIKATOR KINERJA INDIVIDU",), ()])
def test_a_title_above_the_heading_begins_the_table_of_another_holder(title: tuple[str, ...]) -> None:
    doc = Cetak()
    doc.page()
    below = titled(doc, 50, "INDIKATOR KINERJA INDIVIDU", "KEPALA SEKSI MUTASI")
    titled(doc, below + 40, *title, "KEPALA SEKSI ARSIP")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [len(block.rows) for block in blocks] == [2, 2]
    assert blocks[0].jabatan.as_printed == "KEPALA SEKSI MUTASI"
    if title:
        assert blocks[1].jabatan.as_printed == "KEPALA SEKSI ARSIP"


def _bands(doc: Cetak, top: float, *texts: str) -> float:
    """Bands over all columns, one text each; gives the lower edge."""
    for text in texts:
        for x in (40.0, 40.0 + WIDE):
            doc.line(x, top, x, top + 18)
        doc.line(40, top, 40 + WIDE, top)
        doc.text(60, top + 12, text)
        top += 18
    return top


@pytest.mark.parametrize("heads", [["INDIKATOR KINERJA", "TARGET", "CARA MENGHITUNG", "KETERANGAN"], None])
def test_a_row_with_an_amount_above_the_next_head_is_none_of_its_labels(heads: list[str] | None) -> None:
    """Its cells read as `Jumlah hidran : 47 titik`, beside a sasaran merged with that above or without one."""
    doc = Cetak()
    doc.page()
    rows = [
        ["Persentase mobil siap", "93 %", "Terpeliharanya sarana", "Mobil siap dibagi jumlah mobil", "SPM"],
        ["Jumlah hidran", "47 titik", "^", "Hasil pengecekan", "Bersama PDAM"],
    ]
    names = heads or ["INDIKATOR KINERJA", "TARGET", "SASARAN", "CARA MENGHITUNG", "KETERANGAN"]
    own = [row[:2] + row[3:] if heads else row for row in rows]
    widths = [WIDE / len(names)] * len(names)
    top = 60.0
    for office in ("KEPALA SEKSI SARANA", "KEPALA SEKSI PENCEGAHAN"):
        top = _bands(doc, top, f"INDIKATOR KINERJA INDIVIDU {office}", "Tugas : mengelola sarana")
        table = Tabel(doc, widths, names, left=40, top=top)
        table.build(own)
        top = table.y
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == ["KEPALA SEKSI SARANA", "KEPALA SEKSI PENCEGAHAN"]
    assert [[row.cells["target"].text.as_printed for row in block.rows] for block in blocks] == [
        ["93 %", "47 titik"]
    ] * 2


@pytest.mark.parametrize("label", ["Tugas", "Uraian Tugas"])
def test_a_head_at_the_foot_of_a_page_is_that_of_the_table_on_the_next(label: str) -> None:
    doc = Cetak()
    doc.page()
    top = _bands(doc, 60, "INDIKATOR KINERJA INDIVIDU KEPALA SEKSI SARANA", f"{label} : mengelola sarana")
    table = Tabel(doc, WIDTHS, HEAD, left=40, top=top)
    table.build(ROWS)
    top = _bands(doc, table.y, "INDIKATOR KINERJA INDIVIDU KEPALA SEKSI ARSIP", f"{label} : mengelola arsip")
    doc.line(40, top, 40 + WIDE, top)
    doc.page()
    top = _bands(doc, 40, "Fungsi : a. penataan arsip")
    Tabel(doc, WIDTHS, HEAD, left=40, top=top).build(ROWS)
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    said = [(one.jabatan.as_printed, one.tugas and one.tugas.as_printed, len(one.rows)) for one in blocks]
    assert said == [("KEPALA SEKSI SARANA", "mengelola sarana", 2), ("KEPALA SEKSI ARSIP", "mengelola arsip", 2)]
