"""Numbers and sasaran that are drawn as one cell over several rows are parted where an indicator begins beside each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Row

XS = (40, 70, 270, 520, 600)
HEADS = ("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET")
INDICATORS = (("Indeks ketenteraman", "83"), ("Persentase penegakan", "92 %"), ("Persentase kebakaran", "85 %"))


def _rows(entries: Sequence[tuple[float, str, str]]) -> list[Row]:
    """The rows of a table with lines between its indicators alone; `entries` are (row, number, sasaran)."""
    doc = Cetak()
    doc.page()
    for n, text in enumerate(("INDIKATOR KINERJA UTAMA", "SATUAN POLISI PAMONG PRAJA")):
        doc.text(60, 60 + 16 * n, text)
    for x, text in zip(XS, HEADS, strict=False):
        doc.text(x + 4, 114, text)
    for n, (indicator, target) in enumerate(INDICATORS):
        doc.text(XS[2] + 4, 136 + 30 * n, indicator)
        doc.text(XS[3] + 4, 136 + 30 * n, target)
        doc.line(XS[2] if n else XS[0], 122 + 30 * n, XS[-1], 122 + 30 * n)
    for at, number, sasaran in entries:
        doc.text(XS[0] + 4, 136 + 30 * at, number)
        for k, line in enumerate(sasaran.split("/")):
            doc.text(XS[1] + 4, 136 + 30 * at + 11 * k, line)
    for y in (100, 212):
        doc.line(XS[0], y, XS[-1], y)
    for x in XS:
        doc.line(x, 100, x, 212)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return list(block.rows)


def _printed(rows: Sequence[Row], role: str) -> list[str]:
    return [cell.text.as_printed if (cell := row.cells.get(role)) else "" for row in rows]  # type: ignore[call-overload]


@pytest.mark.parametrize("dot", ["", "."])
def test_each_number_begins_an_entry(dot: str) -> None:
    rows = _rows([(0, f"1{dot}", "Meningkatnya/ketertiban umum"), (2, f"2{dot}", "Meningkatnya/kesiapsiagaan")])
    assert _printed(rows, "no") == [f"1{dot}", "", f"2{dot}"]
    assert _printed(rows, "sasaran") == ["Meningkatnya ketertiban umum", "", "Meningkatnya kesiapsiagaan"]
    assert [row.cells["sasaran"].span for row in rows] == ["own", "covered", "own"]
    assert _printed(rows, "target") == [target for _, target in INDICATORS]


def test_one_sasaran_beside_all_numbers_stays_whole() -> None:
    rows = _rows([(0, "1", "Meningkatnya/ketertiban umum"), (1, "2", ""), (2, "3", "")])
    assert _printed(rows, "no") == ["1", "2", "3"]
    assert _printed(rows, "sasaran") == ["Meningkatnya ketertiban umum", "", ""]


def test_numbers_that_stand_beside_no_indicator_are_left_together() -> None:
    """Set in the middle of the rows of each sasaran, they don't say where it begins."""
    rows = _rows([(0.5, "1", "Meningkatnya ketertiban"), (1.6, "2", "Meningkatnya kesiapsiagaan")])
    assert _printed(rows, "no") == ["1 2", "", ""]
