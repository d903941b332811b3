"""Bands of a table in several lines, or several below each other: the holder, the tugas, and nothing of them lost."""

from __future__ import annotations

import pytest
from docx import Document
from word_files import SOURCE, saved

from extract.door import Read, extract

_HEADS = ("No", "Sasaran", "Indikator Kinerja", "Target")
_ROWS = [("1", "Tertibnya urusan", "Jumlah urusan", "4 dokumen"), ("2", "Tertatanya arsip", "Jumlah arsip", "9 berkas")]


def read(*parts: str | list[tuple[str, ...]]) -> Read:
    """A table of bands and rows as given, below a title without a holder."""
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("DINAS PERHUBUNGAN")
    table = document.add_table(1, len(_HEADS))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.text = text
    for part in parts:
        rows = [(part,)] if isinstance(part, str) else part
        for row in rows:
            cells = table.add_row().cells
            if len(row) == 1:
                cells[0].merge(cells[-1])
            for cell, text in zip(cells[: len(row)], row, strict=True):
                cell.text = text
    return extract(SOURCE, saved(document))


@pytest.mark.parametrize("label", ["Tugas :", "Uraian Tugas:", "Ikhtisar Tugas :"])
@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    "holders", [("A. KEPALA BIDANG PRASARANA", "B. SEKRETARIS"), ("Kepala UPTD Parkir", "Sekretaris")]
)
def test_a_band_says_the_holder_and_the_tugas(holders: tuple[str, ...], apart: bool, label: str) -> None:
    tugas = ("melaksanakan pembangunan prasarana", "menyiapkan bahan perencanaan")
    bands = [
        [name, f"{label} {text}"] if apart else [f"{name}\n{label} {text}"]
        for name, text in zip(holders, tugas, strict=True)
    ]
    blocks = read(*bands[0], _ROWS, *bands[1], _ROWS).decree.blocks
    assert [one.jabatan.as_printed for one in blocks] == [
        name.removeprefix("A. ").removeprefix("B. ") for name in holders
    ]
    assert [one.tugas and one.tugas.as_printed for one in blocks] == [*tugas]
    assert [len(one.rows) for one in blocks] == [2, 2]
    assert all(place for one in blocks for place in (one.jabatan.places, one.tugas and one.tugas.places))


def test_a_band_above_another_is_kept_and_told() -> None:
    found = read("MISI PERTAMA", "Tujuan A", _ROWS, "Tujuan B", _ROWS)
    (block,) = found.decree.blocks
    assert [row.group for row in block.rows] == ["Tujuan A"] * 2 + ["Tujuan B"] * 2
    assert [text.as_printed for text in found.decree.unparsed] == ["MISI PERTAMA"]
    assert [one.as_printed for one in found.findings] == ["MISI PERTAMA"]


def test_the_unit_above_an_office_is_kept_and_told() -> None:
    found = read("I. SEKRETARIAT", "a. Kepala Subbagian Umum", _ROWS, "b. Kepala Subbagian Keuangan", _ROWS)
    holders = [one.jabatan.as_printed for one in found.decree.blocks]
    assert holders == ["Kepala Subbagian Umum", "Kepala Subbagian Keuangan"]
    assert [text.as_printed for text in found.decree.unparsed] == ["I. SEKRETARIAT"]


def test_what_ends_the_rows_of_each_holder_names_them() -> None:
    bands = ["PENANGGUNG JAWAB : Kepala Seksi Umum", "PENANGGUNG JAWAB : Bendahara"]
    blocks = read(_ROWS, bands[0], [_HEADS, *_ROWS], bands[1]).decree.blocks
    assert [(one.label, one.jabatan.as_printed) for one in blocks] == [
        ("PENANGGUNG JAWAB", "Kepala Seksi Umum"),
        ("PENANGGUNG JAWAB", "Bendahara"),
    ]
    assert [len(one.rows) for one in blocks] == [2, 2]


def test_a_sheets_bands_are_in_cells_that_nobody_merged() -> None:
    bands = [("Jabatan : Kepala UPTD Parkir", "", "", ""), ("Tugas : mengelola parkir", "", "", "")]
    others = [("Jabatan : Bendahara", "", "", ""), ("Tugas : menyusun laporan", "", "", "")]
    blocks = read([*bands, *_ROWS, *others, *_ROWS]).decree.blocks
    assert [(one.label, one.jabatan.as_printed, one.tugas and one.tugas.as_printed) for one in blocks] == [
        ("Jabatan", "Kepala UPTD Parkir", "mengelola parkir"),
        ("Jabatan", "Bendahara", "menyusun laporan"),
    ]
    assert [len(one.rows) for one in blocks] == [2, 2]
