"""A tugas that stands below the table of its block, in text."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.text import layout_of_lines

_TEXT = """\
INDIKATOR KINERJA INDIVIDU
Jabatan : Kepala Bidang Mutasi
NO SASARAN INDIKATOR KINERJA TARGET SUMBER DATA
1 Meningkatnya disiplin
pegawai
Persentase pegawai yang
hadir tepat waktu
90 %
Sub Bagian Umum
Uraian Tugas : Melaksanakan penyiapan bahan mutasi
sesuai ketentuan yang berlaku.
"""


def test_a_tugas_below_the_table_is_no_cell_of_it() -> None:
    (block,) = decree_of(layout_of_lines(_TEXT)).decree.blocks
    assert block.tugas is not None
    assert block.tugas.as_printed == "Melaksanakan penyiapan bahan mutasi sesuai ketentuan yang berlaku."
    assert block.rows[0].cells["sumber_data"].text.as_printed == "Sub Bagian Umum"


@pytest.mark.parametrize("verb", ["Mengatur", "Menyiapkan", "Menerima, menyimpan,", "MENGELOLA"])
def test_any_verb_in_its_active_form_opens_a_tugas_below_the_table(verb: str) -> None:
    (block,) = decree_of(layout_of_lines(_TEXT.replace("Melaksanakan", verb))).decree.blocks
    assert block.tugas is not None
    assert block.tugas.as_printed == f"{verb} penyiapan bahan mutasi sesuai ketentuan yang berlaku."
    assert block.rows[0].cells["sumber_data"].text.as_printed == "Sub Bagian Umum"


def test_a_label_below_each_table_opens_what_says_no_deed() -> None:
    heads = (("Kepala Bidang Mutasi", "Penyiapan bahan mutasi"), ("Kepala Bidang Arsip", "Kegiatan kearsipan"))
    texts = [_TEXT.replace("Kepala Bidang Mutasi", holder).replace("Melaksanakan", said) for holder, said in heads]
    blocks = decree_of(layout_of_lines("".join(texts))).decree.blocks
    assert [block.tugas and block.tugas.as_printed.split(" penyiapan")[0] for block in blocks] == [
        said for _, said in heads
    ]


def test_a_label_between_the_rows_of_a_table_stands_in_their_cells() -> None:
    rows = ["1 Persentase layanan {} 85 % Uraian", "Tugas : bulanan", "2 Jumlah laporan 12 laporan Uraian"]
    table = [*rows, "Tugas : harian"]
    head = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : {}", "NO INDIKATOR KINERJA TARGET KETERANGAN"]
    holders = ("Analis Gizi", "Arsiparis", "Pengelola Gaji")
    text = "".join("\n".join([*head, *table, ""]).replace("{}", holder) for holder in holders)
    blocks = decree_of(layout_of_lines(text)).decree.blocks
    # half of the rows were lost: the label ended the table, as it does below the others
    assert [len(block.rows) for block in blocks] == [2, 2, 2]


def test_a_cell_that_begins_like_a_label_stays_a_cell() -> None:
    text = _TEXT.replace("Melaksanakan penyiapan", "daftar").replace("Uraian Tugas", "Uraian tugas")
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.tugas is None


@pytest.mark.parametrize(
    ("title", "kept"), [("Lembar Indikator Kinerja Individu", False), ("serta indikator lain", True)]
)
def test_the_title_of_the_next_block_is_no_end_of_a_tugas_below_the_table(title: str, kept: bool) -> None:
    doc = Cetak()
    for holder in ("Kepala Bidang Mutasi", "Kepala Bidang Arsip"):
        doc.page()
        doc.text(250, 40, title)
        doc.text(40, 60, f"Jabatan : {holder}")
        rows = [["1", "Meningkatnya mutu", "Nilai kepuasan", "82"], ["2", "Tertibnya arsip", "Jumlah daftar", "3"]]
        Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=80).build(rows)
        doc.text(40, 250, "Uraian Tugas : Membantu Kepala Dinas menyelenggarakan urusan")
    first = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks[0]
    assert first.tugas is not None
    assert (title in first.tugas.as_printed) == kept


def test_a_note_below_the_table_is_no_label_of_a_head() -> None:
    doc = Cetak()
    for holder in ("Kepala Bidang Mutasi", "Kepala Bidang Arsip"):
        doc.page()
        doc.text(250, 40, "INDIKATOR KINERJA INDIVIDU")
        doc.text(40, 60, f"Jabatan : {holder}")
        rows = [["1", "Meningkatnya mutu", "Nilai kepuasan", "82"], ["2", "Tertibnya arsip", "Jumlah daftar", "3"]]
        Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=80).build(rows)
        doc.text(40, 250, "Ket: n = tahun berjalan; n-1 = tahun sebelumnya")
        doc.text(40, 264, "Uraian Tugas : Membantu Kepala Dinas menyelenggarakan urusan")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.tugas and block.tugas.as_printed for block in blocks] == [
        "Membantu Kepala Dinas menyelenggarakan urusan"
    ] * 2


def test_a_label_that_recurs_above_each_table_names_its_holder() -> None:
    holders = ("Kepala Bidang Mutasi", "Kepala Seksi Data", "Pengelola Kepegawaian")
    titled = "FORMULIR PENETAPAN IKI\nTAHUN 2022\n"
    text = _TEXT.replace("INDIKATOR KINERJA INDIVIDU\n", titled).replace("Uraian Tugas", "Uraian Singkat Tugas")
    text = text.replace("Jabatan :", "Sebutan Jabatan :").replace(
        "NO SASARAN", "Tabel 2.1 Indikator dan Target :\nNO SASARAN"
    )
    blocks = decree_of(layout_of_lines("".join(text.replace(holders[0], one) for one in holders))).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == list(holders)
    assert all(block.tugas and block.tugas.as_printed.endswith("yang berlaku.") for block in blocks)


@pytest.mark.parametrize("label", ["Tugas Pokok", "Fungsi"])
def test_a_label_alone_below_a_drawn_table_is_the_blocks(label: str) -> None:
    doc = Cetak()
    doc.page()
    doc.text(250, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Kepala Bidang Arsip")
    rows = [["1", "Tertibnya arsip", "Jumlah daftar", "3"], ["2", "Meningkatnya mutu", "Nilai kepuasan", "82"]]
    Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=80).build(rows)
    doc.text(40, 250, f"{label} : melaksanakan urusan kearsipan")
    decree = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree
    (block,) = decree.blocks
    said = block.tugas or block.fungsi[0].text
    assert said.as_printed == "melaksanakan urusan kearsipan" and not decree.unparsed


def test_the_office_above_a_units_label_is_the_holder() -> None:
    doc = Cetak()
    doc.page()
    doc.text(250, 40, "INDIKATOR KINERJA INDIVIDU")
    offices = ("A. Lurah Sukamaju", "B. Kepala Seksi Pelayanan")
    for at, office in enumerate(offices):
        doc.text(40, 60 + 200 * at, office)
        doc.text(40, 80 + 200 * at, "Unit Kerja : Kelurahan Sukamaju")
        rows = [["1", "Tertibnya arsip", "Jumlah daftar", "3"], ["2", "Meningkatnya mutu", "Nilai kepuasan", "82"]]
        head = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
        Tabel(doc, [40, 210, 210, 80], head, top=100 + 200 * at).build(rows)
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == ["Lurah Sukamaju", "Kepala Seksi Pelayanan"]


def test_a_cell_that_ends_with_the_name_of_a_label_above_a_unit_stays_a_cell() -> None:
    text = _TEXT.replace("90 %\n", "90 % dari\nOPD\n").replace("Sub Bagian Umum", "Bidang Mutasi")
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi"
    printed = " ".join(cell.text.as_printed for cell in block.rows[0].cells.values())
    assert "OPD" in printed and "Bidang Mutasi" in printed
