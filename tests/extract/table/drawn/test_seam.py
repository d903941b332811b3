"""Two rows that meet at a page break: what speaks for one row, what for two."""

from __future__ import annotations

import pytest

from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.row import DrawnRow
from extract.table.drawn.seam import Fill, seam
from schemas.base import Role
from schemas.layout import DrawnCell, Word

WIDTH, SIZE = 80.0, 10.0
COLUMNS: list[tuple[str, Role]] = [
    ("TUGAS", "others"),
    ("SASARAN", "sasaran"),
    ("INDIKATOR", "indikator"),
    ("TARGET", "target"),
    ("SATUAN", "satuan"),
]


def cell(column: int, top: float, text: str) -> DrawnCell:
    """A cell whose lines fill it; each character takes half a type size."""
    words = []
    for at, line in enumerate(text.split("/")):
        base, left = top + 12.0 * (at + 1), column * WIDTH + 4
        for word in line.split():
            right = left + len(word) * SIZE / 2
            words.append(Word(word, left, base - 8, right, base + 2, base, SIZE, False, at, (right,)))
            left = right + SIZE / 2
    bottom = top + 12.0 * (text.count("/") + 1) + 4
    return DrawnCell(column, column, 0, 0, column * WIDTH, top, (column + 1) * WIDTH, bottom, words=words)


def row(page: int, top: float, *texts: str) -> DrawnRow:
    cells = [[cell(at, top, text)] if text else [] for at, text in enumerate(texts)]
    return DrawnRow(page, top, top + 28, cells, [None] * len(texts))


@pytest.mark.parametrize(
    ("below", "joined"),
    [
        (("sanggar seni", "", "Jumlah sanggar/yang dibina", "25", "sanggar"), False),
        (("sanggar seni", "", "yang ditampilkan/di taman budaya", "", ""), True),
        (("", "", "Waktu", "", ""), True),  # a word that opens indicators, alone
    ],
)
def test_an_indicator_with_its_number_and_unit_is_a_row_of_its_own(below: tuple[str, ...], joined: bool) -> None:
    # the merged tugas goes on over the break in both
    last = row(1, 500, "Menyusun dan/membina", "Meningkatnya/kegiatan", "Jumlah/pergelaran seni", "18", "pergelaran")
    first = row(2, 40, *below)
    columns = [DrawnColumn(name, role, k * WIDTH, (k + 1) * WIDTH) for k, (name, role) in enumerate(COLUMNS)]
    fills = [Fill(0.4, 1.0), Fill(0.7, 1.0), Fill(1.0, 0.0), Fill(1.0, 0.0), Fill(1.0, 0.0)]
    tails = [cells[0] for cells in last.cells]
    found = seam(last, first, columns, fills, tails)
    assert found.joined is joined and found.sure == 1.0


@pytest.mark.parametrize(("merged", "action"), [(0.5, "bentang"), (1.0, "bentang"), (0.0, "kosong")])
def test_a_numbered_row_below_the_break_has_the_sasaran_that_is_merged_over_it(merged: float, action: str) -> None:
    # each row has its number: beside a blank sasaran it counts the row, as elsewhere in the table
    last = row(1, 500, "2", "Meningkatnya/jalan mantap", "Panjang jalan", "35 km")
    first = row(2, 40, "3", "", "Jumlah jembatan", "4 jembatan")
    columns = [DrawnColumn("NO", "no", 0, WIDTH)]
    columns += [DrawnColumn(name, role, k * WIDTH, (k + 1) * WIDTH) for k, (name, role) in enumerate(COLUMNS[1:4], 1)]
    fills = [Fill(1.0, 0.5, 1.0), Fill(0.4, merged, 1.0), Fill(1.0, 0.5, 1.0), Fill(1.0, 0.5, 1.0)]
    found = seam(last, first, columns, fills, [cells[0] for cells in last.cells])
    assert found.actions == ["baru", action, "baru", "baru"]


@pytest.mark.parametrize(
    ("unit", "below", "joined"),
    [
        ("%", ("milik daerah/yang berlabel", "12.345.678,90", "%"), False),
        ("laporan", ("2. Persentase/pegawai terlatih", "23.456.789,10", "persen"), False),
        ("doku", ("yang tertata", "", "men"), True),
    ],
)
def test_a_unit_below_a_whole_unit_is_that_of_another_row(unit: str, below: tuple[str, ...], joined: bool) -> None:
    last = row(1, 500, "Meningkatnya/layanan umum", "Persentase arsip", "11.222.333,40", unit)
    columns = [DrawnColumn(name, role, k * WIDTH, (k + 1) * WIDTH) for k, (name, role) in enumerate(COLUMNS[1:])]
    fills = [Fill(0.4, 0.5), Fill(1.0, 0.0), Fill(1.0, 0.0), Fill(1.0, 0.0)]
    found = seam(last, row(2, 40, "", *below), columns, fills, [cells[0] for cells in last.cells])
    assert found.joined is joined


@pytest.mark.parametrize(("own", "below", "action"), [(0.5, "evaluasi", "lanjut"), (0.5, "Meningkatnya", "baru")])
@pytest.mark.parametrize("counted", [True, False])
def test_a_sasaran_goes_on_beside_a_number_that_counts_rows(own: float, below: str, action: str, counted: bool) -> None:
    """`Meningkatnya kualitas` / `evaluasi` beside `4.` and `5.`, where other rows have a number and no sasaran."""
    last = row(1, 500, "4.", "Meningkatnya/kualitas hasil", "Laporan evaluasi", "4 laporan")
    first = row(2, 40, "5.", below, "Jumlah forum", "2 kali")
    columns = [DrawnColumn("NO", "no", 0, WIDTH)]
    columns += [DrawnColumn(name, role, k * WIDTH, (k + 1) * WIDTH) for k, (name, role) in enumerate(COLUMNS[1:4], 1)]
    fills = [Fill(1.0 if counted else own, 0.5, 1.0), Fill(own, 1.0, 1.0), Fill(1.0, 0.5, 1.0), Fill(1.0, 0.5, 1.0)]
    found = seam(last, first, columns, fills, [cells[0] for cells in last.cells])
    assert found.actions[1] == (action if counted else "baru") and not found.joined
