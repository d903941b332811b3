"""Headings of several levels: a level as wide as the one above it, and holders over tables side by side."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block

#: Left, right, top and bottom of a cell, in steps, and its text.
Drawn = tuple[int, int, int, int, str]
HOLDERS = ["KEPALA BAGIAN ORGANISASI", "KEPALA SUBBAGIAN KELEMBAGAAN"]
OWN = [
    [("Meningkatnya mutu", "Indeks mutu", "85 %"), ("Tertatanya arsip", "Nilai arsip", "70 %")],
    [("Tersusunnya data", "Jumlah data", "12 buku"), ("Tersedianya analisis", "Jumlah analisis", "3 buku")],
]


def blocks(cells: list[Drawn], step: float = 60.0, deep: float = 24.0) -> tuple[Block, ...]:
    doc = Cetak(7)
    doc.page()
    doc.text(200, 40, "INDIKATOR KINERJA UTAMA")
    doc.text(220, 55, "DINAS KESEHATAN")
    for x0, x1, y0, y1, text in cells:
        left, right, top, bottom = 20 + x0 * step, 20 + x1 * step, 80 + y0 * deep, 80 + y1 * deep
        for line in ((left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom)):
            doc.line(*line)
        doc.line(right, top, right, bottom)
        doc.text(left + 3, top + 14, text)
    return decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks


@pytest.mark.parametrize("levels", [2, 3])
def test_a_level_as_wide_as_the_one_above_it_is_divided_by_the_next(levels: int) -> None:
    years = ["2021", "2022", "2023"]
    cells: list[Drawn] = [(0, 3, 0, levels, "SASARAN"), (3, 6, 0, levels, "INDIKATOR"), (9, 12, 0, levels, "SUMBER")]
    cells += [(6, 9, at, at + 1, name) for at, name in enumerate(["TARGET KINERJA", "TAHUN"][: levels - 1])]
    cells += [(6 + at, 7 + at, levels - 1, levels, year) for at, year in enumerate(years)]
    for row in range(2):
        top = levels + row
        texts = [("Meningkatnya mutu", 0, 3), (f"Jumlah dokumen {row + 1}", 3, 6), ("Laporan", 9, 12)]
        cells += [(x0, x1, top, top + 1, text) for text, x0, x1 in texts]
        cells += [(6 + at, 7 + at, top, top + 1, f"{row}{at} %") for at in range(3)]
    (block,) = blocks(cells)
    targets = [[one.cell.text.as_printed for one in row.targets] for row in block.rows]
    assert targets == [["00 %", "01 %", "02 %"], ["10 %", "11 %", "12 %"]]
    assert block.headings[2].text.as_printed == " ".join(["TARGET KINERJA", "TAHUN"][: levels - 1] + years[:1])


def _side_by_side(names: tuple[str, str, str], holders: list[str]) -> list[Drawn]:
    cells: list[Drawn] = []
    for part, (holder, rows) in enumerate(zip(holders, OWN, strict=True)):
        left = 6 * part
        edges = [(left, left + 3), (left + 3, left + 5), (left + 5, left + 6)]
        cells.append((left, left + 6, 0, 1, holder))
        for at, row in enumerate([names, *rows], 1):
            cells += [(*edge, at, at + 1, text) for edge, text in zip(edges, row, strict=True)]
    return cells


def test_tables_side_by_side_are_each_that_of_the_holder_above() -> None:
    made = blocks(_side_by_side(("SASARAN", "INDIKATOR", "TARGET"), HOLDERS))
    assert [block.jabatan.as_printed for block in made] == HOLDERS
    roles = ("sasaran", "indikator", "target")
    read = [[tuple(row.cells[role].text.as_printed for role in roles) for row in block.rows] for block in made]
    assert read == OWN
    assert [block.rows[0].cells["indikator"].text.places[0].page for block in made] == [1, 1]


def test_columns_called_otherwise_are_parted_below_the_names_of_offices() -> None:
    cells = _side_by_side(("SASARAN", "INDIKATOR", "TARGET"), HOLDERS)
    cells = [(*cell[:4], f"{cell[4]} PROGRAM" if cell[2] == 1 and cell[0] > 5 else cell[4]) for cell in cells]
    assert [block.jabatan.as_printed for block in blocks(cells)] == HOLDERS
    levels = [(*cell[:4], {HOLDERS[0]: "ESELON II", HOLDERS[1]: "ESELON III"}.get(cell[4], cell[4])) for cell in cells]
    assert len(blocks(levels)) == 1


def test_the_number_left_of_all_is_that_of_the_first_part() -> None:
    cells = [
        (x0 + 1, x1 + 1, y0, y1, text)
        for x0, x1, y0, y1, text in _side_by_side(("SASARAN", "INDIKATOR", "TARGET"), HOLDERS)
    ]
    cells += [(0, 1, 0, 2, "NO"), (0, 1, 2, 3, "1"), (0, 1, 3, 4, "2")]
    first, second = blocks(cells)
    assert [row.cells["no"].text.as_printed for row in first.rows] == ["1", "2"]
    assert [row.cells["indikator"].text.as_printed for row in second.rows] == ["Jumlah data", "Jumlah analisis"]


def test_another_column_left_of_all_belongs_to_all_parts() -> None:
    """Cut in two, the second holder would lose its programs."""
    cells = [
        (x0 + 1, x1 + 1, y0, y1, text)
        for x0, x1, y0, y1, text in _side_by_side(("SASARAN", "INDIKATOR", "TARGET"), HOLDERS)
    ]
    cells += [(0, 1, 0, 2, "PROGRAM"), (0, 1, 2, 3, "Kesehatan"), (0, 1, 3, 4, "Arsip")]
    (block,) = blocks(cells)
    printed = [cell.text.as_printed for row in block.rows for cell in row.all_cells]
    assert [text for text in ("Kesehatan", "Arsip") if text not in printed] == []


def test_what_a_holder_prints_once_beside_several_rows_of_the_next_is_one_row() -> None:
    cells = [cell for cell in _side_by_side(("SASARAN", "INDIKATOR", "TARGET"), HOLDERS) if cell[0] > 5 or cell[2] < 3]
    cells = [(x0, x1, y0, 4 if y0 == 2 and x0 < 6 else y1, text) for x0, x1, y0, y1, text in cells]
    first, second = blocks(cells)
    assert (len(first.rows), len(second.rows)) == (1, 2)


def test_columns_without_an_indikator_below_each_stay_those_of_one_table() -> None:
    (block,) = blocks(_side_by_side(("SASARAN", "URAIAN", "TARGET"), ["TAHUN 2021", "TAHUN 2022"]))[:1]
    assert len(block.headings) == 6
