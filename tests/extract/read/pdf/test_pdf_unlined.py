"""A heading without a line below it."""

from __future__ import annotations

import pytest
from cetak import Cetak
from flows import flow_of_pdf

from extract.table.drawn.conserve import lost_characters

EDGES = [40.0, 80.0, 280.0, 520.0, 620.0, 780.0]
HEAD = ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET", "SUMBER DATA"]
ROWS = [
    ["1", "Meningkatnya kualitas layanan", "Persentase layanan yang selesai", "90 %", "Laporan layanan"],
    ["2", "Meningkatnya tertib arsip", "Jumlah arsip yang tertata", "12 Arsip", "Daftar arsip"],
]


def drawn(tops: list[float], lines: list[tuple[float, list[str]]]) -> bytes:
    """A table with lines across at these heights, and texts on these base lines."""
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA UTAMA")
    doc.text(40, 54, "Jabatan : Kepala Dinas")
    for top in tops:
        doc.line(EDGES[0], top, EDGES[-1], top)
    for x in EDGES:
        doc.line(x, tops[0], x, tops[-1])
    for base, texts in lines:
        for x, text in zip(EDGES, texts, strict=False):
            doc.text(x + 4, base, text)
    return doc.save()


@pytest.mark.parametrize("lined", [True, False])
def test_the_first_row_is_a_row(lined: bool) -> None:
    tops = [90.0, 120.0, 150.0, 180.0] if lined else [90.0, 150.0, 180.0]
    goes_on = ["", "umum", "tepat waktu", "", ""]
    lines = [(104.0, HEAD), (132.0, ROWS[0]), (143.0, goes_on), (164.0, ROWS[1])]
    (table,) = flow_of_pdf(drawn(tops, lines)).tables
    assert [heading.text.as_printed for heading in table.headings] == HEAD
    whole = [f"{text} {rest}".strip() for text, rest in zip(ROWS[0], goes_on, strict=True)]
    assert [[cell.text.as_printed for cell in row.cells.values()] for row in table.rows] == [whole, ROWS[1]]
    assert lost_characters(table) == []


def test_nothing_is_parted_where_a_cell_has_no_text_beside_the_number() -> None:
    lines = [(104.0, HEAD), (126.0, ["", "", "UTAMA", "", ""]), (132.0, ["1", "", "", "90 %", "x"]), (164.0, ROWS[1])]
    (table,) = flow_of_pdf(drawn([90.0, 150.0, 180.0], lines)).tables
    assert table.headings[0].text.as_printed == "NO 1"
    assert len(table.rows) == 1
