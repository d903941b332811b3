"""A ruled table whose heading nothing tells is kept as a table; it is no text of the tugas above it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import UP, Cetak, Tabel

from extract.door import extract
from schemas.decree import ExtractedDecree
from schemas.source import Source

SOURCE = Source(file="uji.pdf", slug="uji", sha256="0" * 64, media_type="application/pdf")
XS = (40, 180, 330, 430, 540, 660)
HEADS = ["No", "Sasaran", "Indikator", "Target", "Formulasi"]
# as its words go it might be a row
STRANGE = ("Mutu yang dituju", "Persentase mutu", "Besar 90 %", "Bidang Mutu", "Laporan mutu tersusun")
ROWS = (
    ("Jalan mantap", "Panjang jalan dirawat", "12 km", "Dinas PU", "Panjang yang dirawat"),
    ("Irigasi pulih", "Luas sawah terairi", "85 ha", "Bidang SDA", "Luas yang terairi"),
)


def _read(cells: Sequence[Sequence[str]]) -> ExtractedDecree:
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Pengelola Data")
    Tabel(doc, [30, 200, 200, 100, 200], HEADS, top=90).build([["1", "Data rapi", "Jumlah data", "3 data", "Data"]])
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Pengelola Jalan")
    doc.text(40, 80, "Tugas : Merawat jalan daerah")
    doc.cells(XS, cells, top=110)
    return extract(SOURCE, doc.save())


def test_a_table_below_a_tugas_whose_heading_nothing_tells_is_kept() -> None:
    read = _read((STRANGE, *ROWS))
    (table,) = read.decree.tables
    assert [heading.as_printed for heading in table.headings] == list(STRANGE)
    assert [cell.text.as_printed for cell in table.cells] == [text for row in ROWS for text in row]
    assert not any("Jalan mantap" in block.tugas.as_printed for block in read.decree.blocks if block.tugas)
    assert "tabel-lain" in [finding.code for finding in read.findings]


def test_a_table_that_begins_with_a_row_is_kept_without_a_heading() -> None:
    """Its heading was read as a row (`#` as `1`), and a cell of it goes on over the rows below."""
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Pengelola Jalan")
    doc.text(40, 80, "Tugas : Merawat jalan daerah")
    rows = [["1", "Jalan mantap", "Panjang jalan", "12 km"], [UP, UP, "Luas", "85 ha"], [UP, UP, "Biaya", "9 juta"]]
    Tabel(doc, [30, 200, 200, 100], ["1", "Mutu", "Ukuran", "Besar"], top=110).build(rows)
    read = extract(SOURCE, doc.save())
    (table,) = read.decree.tables
    assert {"Jalan mantap", "85 ha", "Ukuran"} <= {cell.text.as_printed for cell in table.cells}
    assert [heading.as_printed for heading in table.headings] == [""] * 4
    (block,) = read.decree.blocks
    assert block.tugas is not None and block.tugas.as_printed == "Merawat jalan daerah"


LABELS = (("Nama", ":", "Andi", "Gol", "IV"), ("NIP", ":", "1", "Gol", "III"), ("Unit", ":", "UPTD", "Eselon", "IV"))
SIGNED = (
    ("Disusun", "Diperiksa", "Disetujui", "", ""),
    ("Analis", "Kasubbag", "Kepala", "", ""),
    ("A", "B", "C", "", ""),
)
FORM = (("1.", "Jabatan", "Camat", "", ""), ("2.", "Unit", "Kecamatan", "", ""), ("3.", "Tugas", "Memimpin", "", ""))


@pytest.mark.parametrize("cells", [LABELS, SIGNED, FORM], ids=["labels and values", "persons who sign", "a form"])
def test_what_is_drawn_otherwise_is_no_table(cells: Sequence[Sequence[str]]) -> None:
    assert not _read(cells).decree.tables
