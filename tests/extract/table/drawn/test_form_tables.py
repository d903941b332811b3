"""Forms drawn as tables: label beside value without a colon, the table of indicators in a cell or below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from cetak import Cetak, Tabel
from docx import Document
from word_files import SOURCE, saved

from extract.door import decree_of, extract
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block

_HEADS = ["No", "Sasaran", "Indikator", "Cara Hitung", "Sumber Data"]
_ROWS = [
    ["1", "Berkurangnya lahan kritis", "Luas lahan yang ditanami", "Penjumlahan", "Berita acara"],
    ["2", "Naiknya kelas kelompok", "Jumlah kelompok naik kelas", "Penjumlahan", "Surat keputusan"],
]
_LABELS = ["Jabatan", "Tugas", "Fungsi", "Indikator Kinerja"]
_VALUES = ["Kepala Seksi Rehabilitasi", "Melaksanakan rehabilitasi lahan.", "a. menyusun rencana; dan"]


def in_word(labels: Sequence[str], numbered: bool, inside: bool, below: str = "") -> Block:
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    form = document.add_table(0, 2 + numbered)
    for at, label in enumerate(labels, 1):
        *number, left, right = form.add_row().cells
        left.text, right.text = label, _VALUES[at - 1] if at < len(labels) else ""
        if number:
            number[0].text = f"{at}."
    form.rows[2].cells[-1].add_paragraph("b. membuat laporan.")
    last = form.rows[-1].cells[-1]
    table = last.add_table(0, len(_HEADS)) if inside else document.add_table(0, len(_HEADS))
    for row in [_HEADS, *_ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if below:
        *_, left, right = form.add_row().cells
        left.text, right.text = below.split("|")
    (block,) = extract(SOURCE, saved(document)).decree.blocks
    return block


def above_its_table(document: Any) -> Block:
    """The block of a head that ends here, its table below it."""
    document.add_paragraph()
    table = document.add_table(0, len(_HEADS))
    for row in [_HEADS, *_ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    (block,) = extract(SOURCE, saved(document)).decree.blocks
    return block


def on_page(gap: float) -> Block:
    """The table in the last cell; its lines stand so far below the upper one of the cell."""
    doc = Cetak()
    doc.page()
    doc.text(60, 60, "INDIKATOR KINERJA INDIVIDU")
    table = Tabel(doc, [30, 120, 150, 120, 120], _HEADS, top=150 + gap, left=186)
    table.build(_ROWS)
    xs, ys = (40, 70, 180, 760), (80, 100, 120, 150, table.y + 10)
    for x in xs:
        doc.line(x, ys[0], x, ys[-1])
    for y in ys:
        doc.line(xs[0], y, xs[-1], y)
    for at, label in enumerate(_LABELS):
        doc.text(44, ys[at] + 12, f"{at + 1}.")
        doc.text(74, ys[at] + 12, label)
        doc.text(184, ys[at] + 12, _VALUES[at] if at < 3 else "")
    doc.text(184, ys[2] + 24, "b. membuat laporan.")
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return block


def is_whole(block: Block) -> bool:
    assert (block.kind, block.jabatan.as_printed, block.tugas and block.tugas.as_printed) == ("IKI", *_VALUES[:2])
    assert [item.text.as_printed for item in block.fungsi] == ["menyusun rencana; dan", "membuat laporan."]
    roles = ("no", "sasaran", "indikator", "rumus", "sumber_data")
    return [[row.cells[role].text.as_printed for role in roles] for row in block.rows] == _ROWS  # type: ignore[index]


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("labels", [_LABELS, ["Nama Jabatan", "Ringkasan Tugas", "Rincian Fungsi", "IKI"]])
def test_a_form_of_a_word_file(labels: list[str], numbered: bool, inside: bool) -> None:
    assert is_whole(in_word(labels, numbered, inside))


def test_what_stands_below_the_table_in_its_form_is_below_it() -> None:
    assert is_whole(in_word(_LABELS, numbered=True, inside=True, below="Catatan|Target ditetapkan tersendiri"))


@pytest.mark.parametrize("gap", [0, 4])
def test_a_table_in_a_cell_of_a_page(gap: float) -> None:
    assert is_whole(on_page(gap))


@pytest.mark.parametrize("marks", [("a.", "b."), ("1)", "2)"), ("-", "-")])
def test_items_whose_numbers_have_cells_of_their_own(marks: Sequence[str]) -> None:
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    form = document.add_table(0, 3)
    for label, value in (("Jabatan", "Kepala Seksi Umum"), ("Tugas Pokok", "Mengelola urusan umum")):
        left, middle, right = form.add_row().cells
        left.text, middle.merge(right).text = label, value
    rows = [form.add_row().cells for _ in marks]
    rows[0][0].merge(rows[1][0]).text = "Uraian Fungsi"
    for (_, number, item), mark, text in zip(rows, marks, ("penyusunan rencana;", "pelaporan."), strict=True):
        number.text, item.text = mark, text
    block = above_its_table(document)
    assert block.tugas is not None and block.tugas.as_printed == "Mengelola urusan umum"
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana;", "pelaporan."]


def test_an_item_below_another_whose_number_has_a_cell_of_its_own_ends_without_a_colon() -> None:
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    form = document.add_table(0, 3)
    rows = [("Jabatan", "", "Kepala Seksi Umum"), ("Tugas", "1.", "Mengelola arsip"), ("", "2.", "Mengelola aset")]
    for texts in [*rows, ("Fungsi", "1.", "penyusunan rencana;"), ("", "2.", "pelaporan")]:
        for cell, text in zip(form.add_row().cells, texts, strict=True):
            cell.text = text
    block = above_its_table(document)
    assert block.tugas is not None and block.tugas.as_printed == "1. Mengelola arsip 2. Mengelola aset"
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana;", "pelaporan"]


def test_an_office_in_capitals_in_a_box_of_one_column_labels_nothing() -> None:
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    box = document.add_table(0, 1)
    for text in ("KEPALA BIDANG MUTASI", "Badan Kepegawaian", "TUGAS : mengelola mutasi"):
        box.add_row().cells[0].text = text
    block = above_its_table(document)
    assert block.jabatan.as_printed == "KEPALA BIDANG MUTASI"
