"""Heads of blocks drawn as grids of their own, and their labels (extract/table/drawn/heads.py)."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from bahasa.temuan import threshold
from extract.decree.bounded import bounded_label
from extract.decree.letter import first_party
from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
from extract.read.piece import Piece
from extract.table.drawn import labels_across as labels_across_module
from extract.table.drawn.heads import begun_in
from schemas.decree import Block
from schemas.layout import DrawnCell, Grid, Line

HEADING = ["No", "Sasaran Kinerja", "Indikator Kinerja", "Target"]
ROW = ["1", "Tertibnya administrasi desa", "Persentase desa tertib administrasi", "90%"]
OFFICE, UNIT, TUGAS = "Kepala Seksi Mutasi", "Bidang Mutasi", "Mengelola mutasi pegawai"


def _block(*tables: list[list[str]], title: str = "INDIKATOR KINERJA INDIVIDU") -> Block:
    document = Document()
    document.add_paragraph(title)
    for rows in (*tables, [HEADING, ROW]):
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("")
    data = BytesIO()
    document.save(data)
    (block,) = decree_of(layout_of_docx(data.getvalue())).decree.blocks
    return block


def _held(block: Block) -> tuple[str, str, list[str]]:
    tugas = block.tugas.as_printed if block.tugas else ""
    return block.jabatan.as_printed, tugas, [item.text.as_printed for item in block.fungsi]


def test_two_labels_with_their_values_in_a_row() -> None:
    """`Periode` has no field, and is no part of the tugas beside it."""
    head = [["Nama Jabatan", OFFICE, "Unit Kerja", UNIT], ["Tugas", TUGAS, "Periode", "1 Januari s.d. 31 Desember"]]
    block = _block(head)
    assert _held(block) == (OFFICE, TUGAS, [])
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == [ROW[2]]


def test_cells_side_by_side_that_begin_with_their_labels() -> None:
    head = [[f"Jabatan : {OFFICE}\nUnit Kerja : {UNIT}", f"Tugas : {TUGAS}"]]
    assert _held(_block(head)) == (OFFICE, TUGAS, [])


def test_a_heading_whose_columns_are_called_as_labels_stays_one() -> None:
    table = [["Jabatan", "Sasaran", "Indikator Kinerja", "Target"], [OFFICE, ROW[1], ROW[2], ROW[3]]]
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    made = document.add_table(2, 4, style="Table Grid")
    for row, texts in zip(made.rows, table, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    data = BytesIO()
    document.save(data)
    (block,) = decree_of(layout_of_docx(data.getvalue())).decree.blocks
    assert block.rows[0].cells["target"].text.as_printed == "90%"


def test_rows_below_a_heading_that_nobody_knows_are_no_labels() -> None:
    """Four columns, as a head of two labels side by side has, but two amounts below each other."""
    head = [
        ["Nama Jabatan", OFFICE, "Unit Kerja", UNIT],
        ["Ukuran Keberhasilan", "Besaran", "Cara Hitung", "Asal Data"],
    ]
    rows = [["Persentase desa tertib", "90%", "Jumlah desa tertib dibagi jumlah desa", "Laporan desa"]]
    rows += [["Jumlah laporan desa", "12 laporan", "Jumlah laporan yang disusun", "Laporan desa"]]
    document = Document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    made = document.add_table(4, 4, style="Table Grid")
    for row, texts in zip(made.rows, [*head, *rows], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    data = BytesIO()
    document.save(data)
    (block,) = decree_of(layout_of_docx(data.getvalue())).decree.blocks
    assert [row.cells["target"].text.as_printed for row in block.rows] == ["90%", "12 laporan"]


def test_fungsi_below_their_label_band_by_band() -> None:
    across = [["TUGAS", "FUNGSI"], [TUGAS, "a. penyusunan rencana;"], ["", "b. pelaporan."]]
    assert _held(_block([["Jabatan", OFFICE]], across)) == (OFFICE, TUGAS, ["penyusunan rencana;", "pelaporan."])


def test_a_holder_beside_its_unit_each_over_its_name() -> None:
    head = [["JABATAN", "UNIT KERJA"], [OFFICE, UNIT]]
    duties = [["TUGAS", "FUNGSI"], [TUGAS, "a. penyusunan rencana;\nb. pelaporan."]]
    held = (OFFICE, TUGAS, ["penyusunan rencana;", "pelaporan."])
    assert _held(_block([*head, *duties])) == held
    assert _held(_block([*duties, *head])) == held
    assert _held(_block([["Jabatan", "Bidang"], [OFFICE, UNIT]], duties)) == held


def test_a_list_below_a_tugas_says_what_the_holder_does() -> None:
    """Two labels of a tugas, the first with a sentence; a list without that sentence stays the tugas."""
    work = ["Uraian Tugas", "1. Menyusun daftar mutasi\n2. Menyusun laporan"]
    items = ["Menyusun daftar mutasi", "Menyusun laporan"]
    assert _held(_block([["Jabatan", OFFICE], ["Ikhtisar Jabatan", TUGAS], work])) == (OFFICE, TUGAS, items)
    assert _held(_block([["Jabatan", OFFICE], work]))[2] == []
    fungsi = ["Fungsi", "a. pelaporan;\nb. pembinaan."]
    held = _held(_block([["Jabatan", OFFICE], ["Ikhtisar Jabatan", TUGAS], work, fungsi]))
    assert held[2] == ["pelaporan;", "pembinaan."]


def test_what_stands_beside_a_period_is_no_label() -> None:
    rated = [["NAMA", "A", "NAMA", "B"], ["JABATAN", OFFICE, "JABATAN", "Kepala Bidang Mutasi"]]
    persons = [["PEGAWAI YANG DINILAI", "", "PEJABAT PENILAI", ""], *rated]
    block = _block([["PEMERINTAH KOTA BANDUNG", "PERIODE PENILAIAN : JANUARI - JUNI 2025"]], persons)
    assert block.jabatan.as_printed != "PERIODE PENILAIAN : JANUARI - JUNI 2025"


def test_fungsi_end_where_a_heading_begins() -> None:
    across = [["TUGAS", "FUNGSI"], [TUGAS, "a. penyusunan rencana;"], ["", "b. pelaporan."]]
    own = [["Indikator Kinerja", "Target"], [ROW[2], "90%"]]
    held = _held(_block([["Jabatan", OFFICE]], [*across, *own]))
    assert held == (OFFICE, TUGAS, ["penyusunan rencana;", "pelaporan."])


def test_a_caption_is_no_part_of_the_holder_before_it() -> None:
    parties = [["PIHAK PERTAMA", "PIHAK KEDUA"], ["Nama : A", "Nama : B"]]
    block = _block([*parties, [f"Jabatan : {OFFICE}", "Jabatan : Kepala Bidang Mutasi"]])
    assert _held(block) == (OFFICE, "", [])
    assert "PIHAK KEDUA" in [title.as_printed for title in block.judul]


def test_a_list_in_two_columns_is_no_sure_label() -> None:
    """Nothing but a border tells that `Perumusan` is a label, and not a part of fungsi."""
    found = bounded_label("Perumusan\tkebijakan teknis mutasi")
    assert found is not None and found.sure < threshold("label-ragu")


def test_items_of_fungsi_on_one_line() -> None:
    head = [["Jabatan", OFFICE], ["Fungsi", "a. penyusunan rencana; b. pembinaan desa; dan c. pelaporan."]]
    assert _held(_block(head))[2] == ["penyusunan rencana;", "pembinaan desa; dan", "pelaporan."]


def test_a_number_without_a_point_before_a_label() -> None:
    head = [["1", "Jabatan", ":", OFFICE], ["2", "Tugas", ":", TUGAS]]
    assert _held(_block(head)) == (OFFICE, TUGAS, [])


def test_the_party_below_what_it_is_called_is_the_first() -> None:
    texts = ["PIHAK PERTAMA", "Nama : A", f"Jabatan : {OFFICE}", "PIHAK KEDUA", "Nama : B", "Jabatan : Bupati Paser"]
    party = first_party([Piece(text, Line(text, number), number) for number, text in enumerate(texts, 1)])
    assert party is not None
    assert [piece.text for piece in party.pieces] == [OFFICE]


def test_labels_over_and_over_are_told_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each print hangs on those below it: asked anew for each, sixty bands took minutes."""
    asked = 0

    def counted(grid: Grid, band: int) -> list[DrawnCell]:
        nonlocal asked
        asked += 1
        assert asked < 5000
        return begun_in(grid, band)

    monkeypatch.setattr(labels_across_module, "begun_in", counted)
    labels, values = ["Rumusan Tugas", "Rincian Fungsi"], ["Memimpin bidang", "penyusunan rencana"]
    assert _block([["Jabatan", OFFICE]], [labels, values] * 30).rows
