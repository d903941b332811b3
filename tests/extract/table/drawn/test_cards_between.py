"""Cards below each other, each with its own table: what above a table says that another one's rows begin."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

WIDTHS = [40.0, 180.0, 200.0, 110.0]
HEAD = ["NO", "SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET"]
ROWS = [
    ["PERSPEKTIF LAYANAN", "", "", ""],
    ["1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"],
    ["PERSPEKTIF PROSES", "", "", ""],
    ["2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"],
]


def rows_of_cards(heads: list[list[tuple[str, str]]], rows: list[list[str]] | None = None) -> list[int]:
    """The rows of each block: a page for each card, its labels, its values, its table with group rows."""
    doc = Cetak()
    for head in heads:
        doc.page()
        doc.text(60, 40, "RENCANA KINERJA INDIVIDU")
        for at, (label, value) in enumerate(head):
            doc.text(60, 60 + 16 * at, label)
            doc.text(200, 60 + 16 * at, value)
        Tabel(doc, WIDTHS, HEAD, top=70 + 16 * len(head)).build(rows or ROWS)
    return [len(block.rows) for block in decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks]


@pytest.mark.parametrize("label", ["Jabatan", "Nama Jabatan"])
def test_a_holder_whose_label_white_alone_parts_begins_a_table(label: str) -> None:
    """`Jabatan      Kepala Bidang Mutasi`, `Ikhtisar Jabatan      Melaksanakan ...` in a box without signs."""
    tugas = ("Ikhtisar Jabatan", "Melaksanakan urusan pegawai negeri")
    heads = [[(label, office), tugas] for office in ("Kepala Bidang Mutasi", "Kepala Bidang Pengadaan")]
    assert rows_of_cards(heads) == [len(ROWS)] * 2


def test_a_table_that_counts_anew_below_a_group_row_is_another_one() -> None:
    """A line that nothing tells of stands above it."""
    heads = [[("Lembar", "kesatu")], [("Lembar", "kedua")]]
    assert rows_of_cards(heads) == [len(ROWS)] * 2


def test_numbers_that_begin_anew_in_each_group_begin_no_table() -> None:
    """`Lanjutan` stands between the two pages of one table."""
    anew = [["1", *row[1:]] if row[0] == "2" else row for row in ROWS]
    assert len(rows_of_cards([[("Jabatan", "Kepala Bidang Mutasi")], [("Lanjutan", "")]], anew)) == 1


@pytest.mark.parametrize("running", ["Kepala Bidang Mutasi", "Kepala Bagian Organisasi"])
def test_one_label_that_white_parts_begins_no_table(running: str) -> None:
    """No head is read there: rows that go on would have no holder."""
    later = [[str(int(row[0]) + 2) if row[0].isdecimal() else row[0], *row[1:]] for row in ROWS[1:]]
    first = [("Jabatan", "Kepala Bidang Mutasi"), ("Tugas Pokok", "Melaksanakan urusan mutasi")]
    assert len(rows_of_cards([first, [("Jabatan", running)]], later)) == 1
