"""Several indicators in one drawn row: parted where the lines show which belong together, else a finding."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from word_files import SOURCE, blank_document, saved

from extract.door import extract
from schemas.decree import ExtractedDecree

HEADING = ("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "SUMBER DATA")


def _decree(
    indikator: Sequence[str], target: Sequence[str], sumber: Sequence[str] = ("Seksi Arsip",)
) -> ExtractedDecree:
    """A decree whose table has one drawn row with these lines."""
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("Jabatan : Kepala Seksi Arsip")
    made = document.add_table(rows=2, cols=len(HEADING))
    lines = [("1",), ("Meningkatnya tertib arsip",), indikator, target, sumber]
    for column, (heading, cell) in enumerate(zip(HEADING, lines, strict=True)):
        made.cell(0, column).text = heading
        made.cell(1, column).text = "\n".join(cell)
    return extract(SOURCE, saved(document))


def _rows(read: ExtractedDecree) -> list[tuple[str, ...]]:
    roles = ("no", "sasaran", "indikator", "target", "sumber_data")
    return [tuple(row.cells[role].text.as_printed for role in roles) for row in read.decree.blocks[0].rows]  # type: ignore[index]


LISTED = ("1. Persentase arsip tertib", "2. Jumlah daftar arsip")


def test_enumerated_indicators_with_a_target_each() -> None:
    """What is printed once for all of them spans the parts."""
    read = _decree(LISTED, ("85 %", "12 dokumen"))
    assert _rows(read) == [
        ("1", "Meningkatnya tertib arsip", "1. Persentase arsip tertib", "85 %", "Seksi Arsip"),
        ("", "", "2. Jumlah daftar arsip", "12 dokumen", ""),
    ]
    rows = read.decree.blocks[0].rows
    assert [row.stacked for row in rows] == [True, True]
    assert rows[1].cells["sasaran"].span == "covered"


def test_each_column_that_has_a_text_for_each() -> None:
    read = _decree(LISTED, ("85 %", "12 dokumen"), ("Seksi Arsip", "Sub Bagian Umum"))
    assert [row[4] for row in _rows(read)] == ["Seksi Arsip", "Sub Bagian Umum"]


@pytest.mark.parametrize(
    ("indikator", "target"),
    [
        ((*LISTED, "3. Jumlah berita acara"), ("85 %", "12 dokumen")),
        (("Persentase arsip tertib", "yang diserahkan"), ("85 %", "12 dokumen")),
        (("Persentase arsip tertib", "Jumlah daftar arsip"), ("85 %", "12 dokumen")),
    ],
)
def test_what_is_not_sure_stays_whole(indikator: Sequence[str], target: Sequence[str]) -> None:
    """Another number of targets than of items; a target beside no beginning of an indikator; lines without marks in a
    Word file, which does not tell where a line is full."""
    read = _decree(indikator, target)
    assert len(_rows(read)) == 1
    assert [f.field for f in read.findings if f.code == "indikator-bertumpuk"] == ["rows/1/indikator"]


@pytest.mark.parametrize("target", [("12 dokumen",), ("12", "dokumen"), ("100 %", "(seratus persen)")])
def test_one_target_is_one_indikator(target: Sequence[str]) -> None:
    """A list in an indikator, a target over two lines."""
    read = _decree(LISTED, target)
    assert len(_rows(read)) == 1
    assert not [f for f in read.findings if f.code == "indikator-bertumpuk"]
