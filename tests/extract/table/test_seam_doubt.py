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
