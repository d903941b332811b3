"""A cell that goes on beside a new row over a page break, in a column that merges nowhere else."""

from __future__ import annotations

from cetak import UP, Cetak, Tabel
from flows import flow_of_pdf

from bahasa.temuan import threshold
from extract.table.sheet import DrawnTable

HEAD = ("NO", "SASARAN", "INDIKATOR", "TARGET", "RUMUS")
OPEN = "Jumlah laporan yang selesai tepat waktu dibagi jumlah seluruh laporan yang"
ROWS = [[str(n), f"Mutu {n}", f"Jumlah {n}", f"{n} %", f"Jumlah data {n}"] for n in range(1, 4)]


def sure(second: str) -> list[list[bool]]:
    """Which cells of the rows are sure, the last row standing on the next page; `second` is the rumus of the row
    after the first."""
    doc = Cetak()
    doc.page()
    doc.text(40, 20, "Jabatan : Pengelola Data")
    made = Tabel(doc, [30, 120, 120, 60, 120], HEAD)
    made.heading()
    for texts in (ROWS[0], [*ROWS[1][:4], second], [*ROWS[2][:4], OPEN]):
        made.row(texts)
    made.turn()
    made.row(["4", "Mutu 4", "Jumlah 4", "4 %", "waktu tempuh rata-rata dibagi yang ditetapkan"])
    made._close()
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    least = threshold("keyakinan-rendah")
    return [[cell.text.border_confidence >= least for cell in row.cells.values()] for row in table.rows]


def test_both_halves_are_in_doubt() -> None:
    doubted = [True, True, True, True, False]
    assert sure("Jumlah data 2") == [[True] * 5, [True] * 5, doubted, doubted]


def test_not_where_the_column_merges_elsewhere() -> None:
    assert sure(UP) == [[True] * 5] * 4


def test_a_row_with_whole_targets_beside_each_other_is_one_of_its_own() -> None:
    """No number tells; a dash asks for no more, nor does `1.000 berkas` above `20 naskah`."""
    doc = Cetak()
    doc.page()
    doc.text(40, 20, "Jabatan : Pengelola Data")
    headings = ["SASARAN", "INDIKATOR", "TARGET", "I", "II", "III", "IV", "RUMUS"]
    made = Tabel(doc, [120, 120, 80, 22, 22, 22, 22, 120], headings)
    made.heading()
    made.row(["Mutu 1", "Jumlah 1", "3 buku", "-", "1", "2", "3", "Jumlah data 1"])
    made.row(["Mutu 2", "Arsip statis", "1.000 berkas", "-", "-", "-", "-", "Daftar arsip"])
    made.turn()
    made.row(["Mutu 3", "Naskah digital", "20 naskah", "5", "10", "15", "20", ""])
    made._close()
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    assert [row.cells["indikator"].text.as_printed for row in table.rows] == [
        "Jumlah 1",
        "Arsip statis",
        "Naskah digital",
    ]
