"""Tables that nothing but the shade of their heading draws, one close below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.drawn.two_headings import holds_two_headings
from schemas.base import Role
from schemas.decree import Block
from schemas.layout import DrawnCell, Word

XS = (40.0, 220.0, 520.0, 620.0, 760.0)
HEAD = ("Sasaran", "Indikator Kinerja", "Satuan", "Target 2024")
#: A sasaran over two rows, of three lines where the rows have two; the second row begins half a line below the third.
ROWS = (
    (
        0.0,
        ("Meningkatnya mutu", "kurikulum dan", "pembelajaran"),
        ("Jumlah kerja sama", "per prodi"),
        "Rasio",
        "15",
    ),
    (26.0, (), ("Persentase mata kuliah", "berbasis projek"), "%", "60"),
    (52.0, ("Meningkatnya tata kelola",), ("Nilai evaluasi kinerja",), "Nilai", "82"),
)
ROLES: list[Role] = ["sasaran", "indikator", "satuan", "target"]
WANTED = [
    ["Meningkatnya mutu kurikulum dan pembelajaran", "Jumlah kerja sama per prodi", "Rasio", "15"],
    ["", "Persentase mata kuliah berbasis projek", "%", "60"],
    ["Meningkatnya tata kelola", "Nilai evaluasi kinerja", "Nilai", "82"],
]


def shaded(doc: Cetak, top: float, edges: Sequence[float], heads: Sequence[str], grey: float = 0.7) -> None:
    for x0, x1 in pairwise(edges):
        doc.box(x0, top, x1, top + 18, grey)
    for x, text in zip(edges, heads, strict=False):
        doc.text(x + 4, top + 12, text)


def block(next_heads: Sequence[str], merged: bool = True) -> Block:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Dekan Fakultas Teknik")
    shaded(doc, 80, XS, HEAD)
    for down, sasaran, indikator, satuan, target in ROWS:
        for x, lines in zip(XS, (sasaran[: None if merged else 1], indikator, (satuan,), (target,)), strict=False):
            for n, line in enumerate(lines):
                doc.text(x + 4, 114 + down + 11 * n, line)
    if next_heads:
        edges = (40.0, 160.0, 560.0, 760.0)
        shaded(doc, 180, edges, next_heads)
        for x, text in zip(edges, ("4471.DBA.001", "Layanan Pendidikan", "8.245.700.000"), strict=False):
            doc.text(x + 4, 210, text)
        for x, text in zip(edges[1:], ("Total Anggaran", "8.245.700.000"), strict=False):
            doc.text(x + 4, 228, text)
    (found,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return found


@pytest.mark.parametrize("heads", [(), ("Kode", "Kegiatan / KRO", "Alokasi (Rp)"), ("Kode", "Program", "Anggaran")])
def test_a_heading_shaded_as_the_first_one_begins_another_table(heads: tuple[str, ...]) -> None:
    rows = block(heads, merged=False).rows
    assert [[row.cells[role].text.as_printed for role in ROLES[1:]] for row in rows] == [row[1:] for row in WANTED]


@pytest.mark.parametrize("heads", [(), ("Kode", "Kegiatan / KRO", "Alokasi (Rp)")])
def test_a_cell_over_two_rows_holds_them_not_together(heads: tuple[str, ...]) -> None:
    rows = block(heads).rows
    assert [[row.cells[role].text.as_printed for role in ROLES] for row in rows] == WANTED
    assert [row.cells["sasaran"].span for row in rows] == ["own", "empty", "own"]


def test_two_headings_in_one_cell_are_told() -> None:
    words = [word("Satuan", 0, 10), word("Target", 60, 4), word("2024", 64, 16)]
    assert holds_two_headings(DrawnCell(0, 0, 0, 0, 0, 0, 100, 30, words=words))
    assert not holds_two_headings(DrawnCell(0, 0, 0, 0, 0, 0, 100, 30, words=[words[1], word("Satuan", 50, 16)]))


def word(text: str, x: float, base: float) -> Word:
    return Word(text, x, base - 8, x + 5 * len(text), base + 2, base, 10, True, 0, ())
