"""Heads of blocks as offices set them: in a sentence, as a title over a table with its tugas below, in a caption."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.decree.cell_lists import items_in
from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.text import layout_of_lines
from schemas.decree import Block, Text

TABLE = "NO SASARAN INDIKATOR KINERJA TARGET\n1 Tersedianya data Jumlah data pegawai 12 dokumen\n"


def blocks_of(*parts: str) -> list[Block]:
    return list(decree_of(layout_of_lines("\n".join(parts))).decree.blocks)


def drawn(*parts: str) -> list[Block]:
    """The same on a page, tables as drawn."""
    doc = Cetak()
    doc.page()
    y = 40.0
    for part in parts:
        if part != TABLE:
            for line in part.split("\n"):
                doc.text(60, y, line)
                y += 13
            continue
        heads = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
        row = ["1", "Tersedianya data", "Jumlah data pegawai", "12 dokumen"]
        y = (Tabel(doc, [30, 200, 200, 100], heads, top=y).build([row]) or y + 50) + 14
    return list(decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks)


@pytest.mark.parametrize("phrase", ["bertugas", "memiliki tugas", "mengemban tugas", "mempunyai tugas"])
@pytest.mark.parametrize("mark", ["a. ", "(1) ", ""])
def test_a_sentence_names_the_holder_and_its_tugas(phrase: str, mark: str) -> None:
    sentence = f"{mark}Kepala Bidang Mutasi {phrase} mengelola kenaikan pangkat."
    (block,) = blocks_of("INDIKATOR KINERJA INDIVIDU", sentence, TABLE)
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi"
    assert block.tugas is not None and block.tugas.as_printed == "mengelola kenaikan pangkat."


def test_the_sentence_that_announces_the_table_is_no_tugas() -> None:
    lines = "a. Kepala Bidang Mutasi bertugas mengelola kenaikan\npangkat. Kinerjanya diukur dengan\nindikator berikut:"
    (block,) = blocks_of("INDIKATOR KINERJA INDIVIDU", lines, TABLE)
    assert block.tugas is not None and block.tugas.as_printed == "mengelola kenaikan pangkat."


TAIL = "TUGAS : Mengelola arsip\nFUNGSI : a. penyusunan rencana\nb. pengelolaan aset"


@pytest.mark.parametrize("title", ["KEPALA SEKSI PEMERINTAHAN", "2. KEPALA SEKSI PEMERINTAHAN"])
def test_a_title_below_a_list_begins_the_next_block(title: str) -> None:
    first, second = drawn(
        "INDIKATOR KINERJA INDIVIDU", "SEKRETARIS KECAMATAN", TABLE, TAIL, title, TABLE, TAIL.replace("aset", "desa")
    )
    assert [item.text.as_printed for item in first.fungsi] == ["penyusunan rencana", "pengelolaan aset"]
    assert second.jabatan.as_printed == "KEPALA SEKSI PEMERINTAHAN"
    assert [item.text.as_printed for item in second.fungsi] == ["penyusunan rencana", "pengelolaan desa"]


def test_the_rest_of_an_item_is_no_title() -> None:
    (block,) = drawn(
        "INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Seksi Arsip", "Tugas : Mengelola arsip",
        "Fungsi : a. pelaksanaan tugas lain yang diberikan oleh", "Kepala Dinas", TABLE,
    )  # fmt: skip
    assert [item.text.as_printed for item in block.fungsi] == [
        "pelaksanaan tugas lain yang diberikan oleh Kepala Dinas"
    ]


@pytest.mark.parametrize("office", ["CAMAT SIMPANG BERINGIN,", "DEKAN,"])
def test_a_signature_below_a_list_is_no_fungsi(office: str) -> None:
    signed = [office, "SYAHRUL RAMDANI", "NIP 198502142004121001"]
    heads = ["SEKRETARIS KECAMATAN", TABLE, TAIL, "KEPALA SEKSI PEMERINTAHAN", TABLE, TAIL]
    *_, last = drawn("INDIKATOR KINERJA INDIVIDU", *heads, *signed)
    assert [item.text.as_printed for item in last.fungsi] == ["penyusunan rencana", "pengelolaan aset"]


@pytest.mark.parametrize(
    "caption",
    [
        "Tabel 3.1 Perjanjian Kinerja Kepala Dinas Perlindungan Perempuan dan Anak Tahun 2023",
        "Tabel 3.1 Perjanjian Kinerja Kepala Dinas Perlindungan\nPerempuan dan Anak Tahun 2023",
        "Tabel 3.1 Perjanjian Kinerja Kepala Dinas Perlindungan Perempuan dan Anak\nTahun 2023",
        "Tabel 3.1 Perjanjian Kinerja Kepala Dinas Perlindungan Perempuan dan Anak Tahun\n2023",
    ],
)
def test_a_caption_names_the_holder_without_its_year(caption: str) -> None:
    (block,) = blocks_of("Perjanjian kinerja disusun tiap tahun.", caption, TABLE)
    assert block.jabatan.as_printed == "Kepala Dinas Perlindungan Perempuan dan Anak"


LETTER = ["PERJANJIAN KINERJA", "Yang bertanda tangan di bawah ini :"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("sebagai pihak yang berjanji (Pihak Kesatu), kepada :", "sebagai atasan langsung (Pihak Kedua)."),
        ("selaku penerima amanah (Pihak I);", "selaku pemberi amanah (Pihak II)."),
        ("sebagai pihak yang berjanji (“PIHAK PERTAMA”), dan", "sebagai atasan (“PIHAK KEDUA”)."),
    ],
)
@pytest.mark.parametrize("label", ["Jabatan : ", "Jabatan        "])
def test_a_party_is_called_first_in_brackets(first: str, second: str, label: str) -> None:
    parties = [f"{label}Camat Sungai Raya", first, f"{label}Bupati Paser", second]
    (block,) = blocks_of(*LETTER, *parties, "sanggup mencapai target di bawah ini.", TABLE)
    assert block.jabatan.as_printed == "Camat Sungai Raya"


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("1. Perumusan rencana 2. Pembinaan unit", [("1", "Perumusan rencana"), ("2", "Pembinaan unit")]),
        ("a) pembinaan; b) pelaporan 2 kali", [("a", "pembinaan;"), ("b", "pelaporan 2 kali")]),
        ("- pembinaan - pelaporan", [(None, "pembinaan"), (None, "pelaporan")]),
        ("penyusunan 3. rencana", [(None, "penyusunan 3. rencana")]),
    ],
)
def test_the_items_of_a_cell(printed: str, items: list[tuple[str | None, str]]) -> None:
    assert [(item.no, item.text.as_printed) for item in items_in(Text(as_printed=printed))] == items


def test_years_from_to_are_one_item_of_a_cell() -> None:
    items = items_in(Text(as_printed="- rencana 2020 - 2025 - 3 laporan"))
    assert [item.text.as_printed for item in items] == ["rencana 2020 - 2025", "3 laporan"]


def test_a_list_counts_on_from_the_cell_above() -> None:
    (item,) = items_in(Text(as_printed="3. Pelaporan"), above="2")
    assert (item.no, item.text.as_printed) == ("3", "Pelaporan")
