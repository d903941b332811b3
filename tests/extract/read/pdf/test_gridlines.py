"""A spreadsheet printed with its grid lines: they run through titles, labels and names above and below its table."""

from __future__ import annotations

from collections.abc import Sequence

from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block
from schemas.layout import Layout

XS = (40.0, 70.0, 230.0, 420.0, 500.0, 620.0, 760.0)
TITLE = ("RENCANA AKSI PERJANJIAN KINERJA TAHUN 2023", "", "", "", "", "")
HEAD = ("No", "Sasaran", "Indikator Kinerja", "Target", "Program", "Anggaran (Rp)")
ROWS = [
    ("1", "Meningkatnya mutu jalan", "Panjang jalan yang baik", "14 km", "Rekonstruksi", "8.150.000.000"),
    ("", "", "", "", "JUMLAH", "8.150.000.000"),
    ("2", "Terpeliharanya jembatan", "Jumlah jembatan baik", "12 unit", "Rehabilitasi", "1.975.000.000"),
]
SIGNED = [("",) * 6, ("", "", "", "", "Kepala Dinas,", ""), ("",) * 6, ("", "", "", "", "LUKAS PADANG", "")]


def sheet(*pages: Sequence[Sequence[str]]) -> Layout:
    doc = Cetak()
    for rows in pages:
        doc.page()
        doc.cells(XS, rows, 40)
    return layout_of_pdf(doc.save(), PdfOptions())


def holder(name: str) -> list[Sequence[str]]:
    return [TITLE, ("Nama Jabatan", "", f": {name}", "", "", ""), ("",) * 6, HEAD, *ROWS, *SIGNED]


def blocks(layout: Layout) -> tuple[Block, ...]:
    return decree_of(layout).decree.blocks


def test_each_sheet_is_the_table_of_its_own_holder() -> None:
    names = ["Kepala Bidang Bina Marga", "Kepala Bidang Sumber Daya Air"]
    read = blocks(sheet(*map(holder, names)))
    assert [block.jabatan.as_printed for block in read] == names
    assert [[row.cells["no"].text.as_printed for row in block.rows] for block in read] == [["1", "2"]] * 2


def test_what_is_typed_above_and_below_its_table_is_lines() -> None:
    layout = sheet(holder("Kepala Bidang Bina Marga"))
    (grid,) = layout.grids
    assert len(grid.owner) == 1 + len(ROWS)
    lines = [" ".join(line.text.split()) for line in layout.lines]
    assert lines == [TITLE[0], "Nama Jabatan : Kepala Bidang Bina Marga", "Kepala Dinas,", "LUKAS PADANG"]


def test_where_no_text_runs_over_its_cell_all_bands_are_the_tables() -> None:
    short = ("IKU", "", "", "", "", "")
    (grid,) = sheet([short, HEAD, *ROWS, *SIGNED]).grids
    assert len(grid.owner) == 2 + len(ROWS) + len(SIGNED)


def test_two_texts_that_nearly_touch_at_the_border_of_their_cells_run_over_none() -> None:
    """`... oleh tenaga kesehatan` ends where the rumus of the rest of a row begins, on the top of a page."""
    rest = ("", "Cakupan persalinan oleh bidan", "Jumlah persalinan", "", "", "")
    (grid,) = sheet([rest, ROWS[0], ROWS[2]]).grids
    assert len(grid.owner) == 3


def test_a_group_row_in_a_table_stays_there() -> None:
    group = ("", "MISI 1: Mewujudkan jalan yang baik bagi semua", "", "", "", "")
    (grid,) = sheet([TITLE, HEAD, ROWS[0], group, ROWS[2]]).grids
    assert len(grid.owner) == 4


def test_a_sum_behind_blank_cells_is_no_row() -> None:
    (block,) = blocks(sheet(holder("Kepala Bidang Bina Marga")))
    assert all(row.cells["indikator"].text.as_printed for row in block.rows)


def test_a_sum_is_a_row_where_the_indicator_stands_beside_it() -> None:
    rows = [ROWS[0], ("", "", "Jumlah jembatan", "12 unit", "JUMLAH", "8.150.000.000"), ROWS[2]]
    (block,) = blocks(sheet([TITLE, ("Jabatan", "", ": Kepala Bidang", "", "", ""), ("",) * 6, HEAD, *rows]))
    assert len(block.rows) == 3
