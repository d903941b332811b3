"""Labels that nobody knows but by a word, and what is none of a head: notes, signatures, duties beside."""

from __future__ import annotations

import pytest
from ketikan import Baris, Ketikan

from bahasa.labels import says_holder, word_part
from extract.decree.items import items_of
from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.decree import Block
from schemas.layout import Line

TABLE = [["No", "Sasaran", "Indikator Kinerja", "Target"], ["1", "Tertibnya arsip", "Jumlah rencana", "3 dokumen"]]
TITLE = "INDIKATOR KINERJA INDIVIDU"


def read(*parts: str | list[list[object]]) -> list[Block]:
    """The blocks of a Word file of these lines and grids."""
    page = Ketikan()
    for part in parts:
        if isinstance(part, str):
            page.lines(part)
        else:
            page.grid(part)  # type: ignore[arg-type]
    return list(decree_of(layout_of_docx(page.save())).decree.blocks)


def texts(block: Block) -> tuple[str, str | None, list[str]]:
    fungsi = [item.text.as_printed for item in block.fungsi]
    return block.jabatan.as_printed, block.tugas and block.tugas.as_printed, fungsi


LISTED = "a. penyusunan rencana;", "b. pengelolaan arsip."
ITEMS = ["penyusunan rencana;", "pengelolaan arsip."]


@pytest.mark.parametrize("label", ["RINCIAN FUNGSI", "4. RINCIAN FUNGSI", "Penyelenggaraan Fungsi :", "Rincian Fungsi"])
def test_a_label_alone_is_known_by_its_word(label: str) -> None:
    (block,) = read(TITLE, "Jabatan : Kepala Bidang Mutasi", label, *LISTED, TABLE)
    assert texts(block) == ("Kepala Bidang Mutasi", None, ITEMS)


def test_a_holder_stands_below_the_word_for_it() -> None:
    (block,) = read(TITLE, "NOMENKLATUR JABATAN", "Kepala Bidang Mutasi", "RINCIAN FUNGSI", *LISTED, TABLE)
    assert texts(block) == ("Kepala Bidang Mutasi", None, ITEMS)
    assert [text.as_printed for text in block.judul] == [TITLE]


def test_a_word_tells_one_part_alone() -> None:
    assert word_part("Tugas dan Fungsi", "tugas", "fungsi") is None
    assert not says_holder("Uraian Tugas Jabatan") and says_holder("JABATAN/ESELON")


@pytest.mark.parametrize("labels", [["Tugas Utama", "Rincian Fungsi"], ["URAIAN TUGAS", "PENYELENGGARAAN FUNGSI"]])
def test_two_labels_over_their_texts_are_known_by_a_word(labels: list[str]) -> None:
    values = ["memimpin bidang mutasi", [Baris(text) for text in LISTED]]
    (block,) = read(TITLE, "Jabatan : Kepala Bidang Mutasi", [labels, values], "", TABLE)
    assert texts(block) == ("Kepala Bidang Mutasi", "memimpin bidang mutasi", ITEMS)


@pytest.mark.parametrize("number", ["a. ", "1. ", "A. ", "1) ", ""])
def test_labels_are_numbered_in_any_way(number: str) -> None:
    (block,) = read(TITLE, f"{number}Jabatan : Kepala Bidang Mutasi", "b. Tugas : memimpin bidang mutasi", TABLE)
    assert texts(block)[:2] == ("Kepala Bidang Mutasi", "memimpin bidang mutasi")


@pytest.mark.parametrize("mark", ["➢", "❖", "✓", "▪"])
def test_items_begin_with_any_bullet(mark: str) -> None:
    (block,) = read(TITLE, "Jabatan : Camat", "Fungsi :", *(f"{mark} {text}" for text in ITEMS), TABLE)
    assert texts(block)[2] == ITEMS


@pytest.mark.parametrize("stop", [".", ";", ","])
def test_items_without_numbers_end_by_their_stops(stop: str) -> None:
    lines = [f"penyusunan rencana{stop}", f"pengelolaan arsip{stop}", "pelaporan."]
    pieces = [Piece(text, Line(text, at), at) for at, text in enumerate(lines)]
    assert [item.text.as_printed for item in items_of(pieces).items] == lines


def test_a_wrapped_line_that_ends_with_a_comma_is_no_item() -> None:
    lines = ["penyusunan, pengelolaan,", "dan pelaporan rencana kerja,", "anggaran dan arsip."]
    pieces = [Piece(text, Line(text, at), at) for at, text in enumerate(lines)]
    assert len(items_of(pieces).items) == 1


@pytest.mark.parametrize("last", ["c. Sekretaris bertugas mencatat hasil rapat", "c. Tim Penilai menelaah usulan"])
def test_an_item_that_counts_on_is_no_tugas(last: str) -> None:
    (block,) = read(TITLE, "Jabatan : Camat", "Fungsi :", *LISTED, last, TABLE)
    assert texts(block) == ("Camat", None, [*ITEMS, last[3:]])


def test_the_last_item_without_a_number_may_be_an_office() -> None:
    items = ["penyusunan rencana;", "koordinasi dengan bagian;", "Kepala Subbagian Umum"]
    (block,) = read(TITLE, "Jabatan : Sekretaris Dinas", "Fungsi :", *items, TABLE)
    assert texts(block)[2] == items


def test_further_duties_are_no_fungsi() -> None:
    (block,) = read(TITLE, "Jabatan : Camat", "Tugas : memimpin kecamatan", "Tugas Tambahan : 1. anggota tim", TABLE)
    assert texts(block) == ("Camat", "memimpin kecamatan", [])
    assert block.judul[-1].as_printed == "Tugas Tambahan 1. anggota tim"


def test_the_source_below_a_table_is_no_holder() -> None:
    head = "Jabatan : Camat", "Tugas : memimpin kecamatan"
    source = "Sumber : Bagian Organisasi, 2025"
    assert len(read(TITLE, *head, TABLE, source, "", *head, TABLE, source)) == 2


def test_who_signs_above_a_head_does_not_hold_it() -> None:
    signed = "Lembah Sari, 6 Januari 2025", "Kepala Dinas,", "Drs. Danu Saputra"
    said = "Camat mempunyai tugas memimpin kecamatan.", "Lurah mempunyai tugas memimpin kelurahan."
    blocks = read(TITLE, said[0], TABLE, *signed, "", said[1], TABLE)
    assert [block.jabatan.as_printed for block in blocks] == ["Camat", "Lurah"]


def test_an_officer_in_a_sentence_is_worth_more_than_a_unit_at_a_label() -> None:
    said = "Kepala Bidang Mutasi bertugas mengelola kenaikan pangkat."
    (block,) = read(TITLE, "Satuan Kerja : Badan Kepegawaian Daerah", said, TABLE)
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi"


def test_cells_above_a_sentence_are_no_part_of_it() -> None:
    cells = [["Jabatan", "Kepala Bidang Mutasi"], ["Ikhtisar Jabatan", "memimpin bidang mutasi"]]
    said = "Dalam melaksanakan tugasnya, Kepala Bidang Mutasi menyelenggarakan fungsi:"
    (block,) = read(TITLE, cells, "", said, *LISTED, TABLE)
    assert texts(block) == ("Kepala Bidang Mutasi", "memimpin bidang mutasi", ITEMS)


def test_a_title_above_a_sentence_is_no_part_of_it() -> None:
    said = "Dalam melaksanakan tugasnya, Kepala Bidang Mutasi menyelenggarakan fungsi:"
    (block,) = read("Indikator Kinerja Individu", "KEPALA BIDANG MUTASI", said, *LISTED, TABLE)
    assert texts(block) == ("KEPALA BIDANG MUTASI", None, ITEMS)


def test_a_table_may_begin_with_the_tugas_of_the_holder_in_its_title() -> None:
    width = len(TABLE[0])
    page = Ketikan()
    for jabatan, tugas in (("CAMAT", "memimpin kecamatan"), ("LURAH", "memimpin kelurahan")):
        page.lines(f"{TITLE} {jabatan}")
        made = page.grid([], width)
        page.row(made, [f"I. Rumusan Tugas : {tugas}"], [width])
        for row in TABLE:
            page.row(made, row)
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    assert [texts(block)[:2] for block in blocks] == [("CAMAT", "memimpin kecamatan"), ("LURAH", "memimpin kelurahan")]


def test_a_column_headed_by_the_word_names_one_holder() -> None:
    rows = [["No", "Nomenklatur Jabatan", *TABLE[0][1:]], ["1", "Camat", *TABLE[1][1:]], ["2", "Camat", *TABLE[1][1:]]]
    (block,) = read("INDIKATOR KINERJA UTAMA", "KECAMATAN RANTAU INDAH", rows)
    assert (block.jabatan.as_printed, len(block.rows)) == ("Camat", 2)


def test_a_head_in_text_numbered_with_letters() -> None:
    lines = [TITLE, "a. Jabatan : Camat", "b. Tugas : Memimpin kecamatan", "NO SASARAN INDIKATOR KINERJA TARGET"]
    (block,) = decree_of(layout_of_lines("\n".join([*lines, "1 Tertib Jumlah rencana 3 dokumen"]))).decree.blocks
    assert texts(block)[:2] == ("Camat", "Memimpin kecamatan")


def test_the_next_item_of_a_list_is_no_label() -> None:
    items = ["a. penyusunan rencana;", "b. perumusan kebijakan;", "c. Pembinaan Jabatan :", "Kepala Subbagian Umum"]
    items += ["d. pelaporan."]
    (block,) = read(TITLE, "Jabatan : Sekretaris Dinas", "Tugas : Membantu kepala dinas", "Fungsi :", *items, TABLE)
    assert texts(block)[0] == "Sekretaris Dinas"
    assert [item.no for item in block.fungsi] == list("abcd")


@pytest.mark.parametrize("entry", ["{} ........... {}", "{} {}"])
@pytest.mark.parametrize("labels", [("Ikhtisar Tugas", "Rincian Fungsi"), ("Rumusan Tugas", "Sebaran Fungsi")])
def test_an_outline_below_its_contents(labels: tuple[str, str], entry: str) -> None:
    """`A. KEPALA BIDANG ...` / `1. Ikhtisar Tugas` / text / `2. Rincian Fungsi` / list; the contents name nobody."""
    holders = ["A. KEPALA BIDANG GEOLOGI", "B. KEPALA BIDANG MINERAL"]
    lines: list[str | list[list[object]]] = [TITLE, "DAFTAR LAMPIRAN"]
    lines += [entry.format(holder, page) for page, holder in enumerate(holders, 2)]
    for holder in holders:
        lines += [holder, f"1. {labels[0]}", "Melaksanakan pembinaan di bidangnya.", f"2. {labels[1]}", *LISTED]
        lines += ["3. Indikator Kinerja Individu", TABLE]  # type: ignore[list-item]
    said = "Melaksanakan pembinaan di bidangnya."
    assert [texts(block) for block in read(*lines)] == [(holder[3:], said, ITEMS) for holder in holders]
