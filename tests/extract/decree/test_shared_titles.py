"""Titles that no vocabulary knows, printed again above the head of each block of a text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak, Tabel

from extract.decree.section import Section
from extract.decree.sections import sections_of
from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.text import layout_of_lines

TITLE = "CASCADING KINERJA PEGAWAI"
COLUMNS = "NO SASARAN INDIKATOR KINERJA TARGET RUMUS SUMBER DATA"
ROWS = [
    "1 Meningkatnya mutu",
    "Nilai SAKIP",
    "80 Hasil penilaian",
    "BPS",
    "2 Meningkatnya nilai",
    "Nilai LKE",
    "90 Skor",
]
HOLDERS = ["ANALIS HUKUM", "PENYULUH SOSIAL", "PRANATA KOMPUTER"]
ENTRUSTED = ["Melaksanakan telaah hukum", "Melaksanakan penyuluhan sosial", "Melaksanakan tata kelola jaringan"]
AGENCY = "LINGKUP DINAS SOSIAL"


def head(number: int) -> list[str]:
    return [TITLE, HOLDERS[number], AGENCY, f"Tugas Umum : {ENTRUSTED[number]}"]


def sections(lines: Sequence[str]) -> list[Section]:
    return list(sections_of(layout_of_lines("\n".join(lines)).lines).sections)


def bodies(found: Sequence[Section]) -> list[list[str]]:
    return [[line.text for line in one.body if line.text.strip()] for one in found if one.table]


def titles(found: Sequence[Section]) -> list[list[str]]:
    return [[piece.text for piece in one.pieces] for one in found if one.part == "judul"]


def test_a_table_ends_above_a_title_that_each_head_has() -> None:
    found = sections([line for number in range(3) for line in (*head(number), COLUMNS, *ROWS)])
    assert bodies(found) == [ROWS] * 3
    assert titles(found) == [[TITLE, holder, AGENCY] for holder in HOLDERS]


def test_a_title_in_small_letters_names_a_kind() -> None:
    heads = [["Rencana Indikator Kinerja Individu", "Tahun Anggaran 2022", head(number)[-1]] for number in range(3)]
    found = sections([line for own in heads for line in (*own, COLUMNS, *ROWS)])
    assert bodies(found) == [ROWS] * 3
    assert [one[0] for one in titles(found)] == [heads[0][0]] * 3


def test_a_title_that_names_no_kind_stands_above_the_first_head_as_well() -> None:
    heads = [["Lembar Kerja Pegawai", "Tahun Anggaran 2022", head(number)[-1]] for number in range(3)]
    found = sections([line for own in heads for line in (*own, COLUMNS, *ROWS)])
    assert bodies(found) == [ROWS] * 3
    assert titles(found) == [heads[0][:2]] * 3
    # what stands below tables only may be their last cell
    found = sections([line for at, own in enumerate(heads) for line in (*own[2 * (not at) :], COLUMNS, *ROWS)])
    assert len(bodies(found)[0]) > len(ROWS)


def test_a_letterhead_above_each_title_is_no_cell() -> None:
    letterhead = ["PEMERINTAH KOTA SUKAMAJU", "INSPEKTORAT DAERAH"]
    lines = [line for number in range(3) for line in (*letterhead, *head(number), COLUMNS, *ROWS)]
    assert bodies(sections([*lines[:6], letterhead[0], *lines[6:]])) == [ROWS] * 3


def test_a_group_above_the_last_rows_of_each_table_is_no_title() -> None:
    rows = [*ROWS[:4], "BIDANG KESEKRETARIATAN", *ROWS[4:]]
    found = sections([line for number in range(3) for line in (*head(number), COLUMNS, *rows)])
    assert [one[0] for one in titles(found)] == [TITLE] * 3
    assert bodies(found) == [rows] * 3


def test_the_head_of_a_page_is_no_title() -> None:
    page = ["KARTU KINERJA PEGAWAI", "Tugas Umum : Melaksanakan telaah hukum", COLUMNS]
    assert titles(sections([*page, *ROWS, *page, *ROWS, *page, *ROWS])) == []


def test_what_stands_among_rows_too_is_no_title() -> None:
    found = sections([line for number in range(3) for line in (*head(number), COLUMNS, *ROWS, TITLE, ROWS[-1])])
    assert not any(TITLE in lines for lines in titles(found))


def test_a_caption_above_each_table_is_no_item_of_the_list_above_it() -> None:
    heads = [
        [f"JABATAN PNS : {HOLDERS[n].title()}", "FUNGSI : a. penyusunan rencana", "b. ketatausahaan"] for n in range(2)
    ]
    caption = "B. Sasaran, Indikator dan Target Kinerja :"
    lines = [line for own in heads for line in (*own, caption, COLUMNS, *ROWS)]
    blocks = decree_of(layout_of_lines("\n".join(lines))).decree.blocks
    assert [[one.text.as_printed for one in block.fungsi] for block in blocks] == [
        ["penyusunan rencana", "ketatausahaan"]
    ] * 2


def test_such_a_title_may_say_a_kind_in_short() -> None:
    heads = [
        ["IKI TAHUN 2022", f"JABATAN PNS : {HOLDERS[n].title()}", f"TUGAS UTAMA : {ENTRUSTED[n]}"] for n in range(3)
    ]
    lines = [line for one in heads for line in (*one, COLUMNS, *ROWS)]
    blocks = decree_of(layout_of_lines("\n".join(lines))).decree.blocks
    assert [block.kind for block in blocks] == ["IKI"] * 3


@pytest.mark.parametrize("agency", [True, False])
def test_on_a_page_such_a_title_ends_the_tugas_below_the_table_above(agency: bool) -> None:
    """Tugas stands below each table; below the title the holder has a line of its own, and the agency may have one."""
    doc = Cetak()
    for number, holder in enumerate(HOLDERS):
        doc.page()
        for at, line in enumerate([TITLE, holder, *([AGENCY] if agency else []), "Fungsi : a. menata arsip;"]):
            doc.text(60, 40 + 16 * at, line)
        columns = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
        Tabel(doc, [30, 250, 250, 100], columns, top=120).build([["1", "Meningkatnya mutu", "Nilai SAKIP", "80"]])
        doc.text(60, 300, f"Tugas Umum : {ENTRUSTED[number]}")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.tugas.as_printed for block in blocks if block.tugas] == ENTRUSTED
    assert [block.jabatan.as_printed for block in blocks][1:] == HOLDERS[1:]


@pytest.mark.parametrize("title", [TITLE, "Daftar Cascading Pegawai Tahun 2022"])
def test_the_end_of_a_text_in_capitals_is_no_line_of_the_title_below_it(title: str) -> None:
    doc = Cetak()
    doc.page()
    for number, holder in enumerate(HOLDERS[:2]):
        top = 40 + 250 * number
        for at, line in enumerate([title, holder, "Fungsi : a. menata arsip;"]):
            doc.text(60, top + 16 * at, line)
        columns = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
        Tabel(doc, [30, 250, 250, 100], columns, top=top + 60).build([["1", "Meningkatnya mutu", "Nilai SAKIP", "80"]])
        for at, line in enumerate([f"Tugas Umum : {ENTRUSTED[number]} di wilayah binaan", "BPP"]):
            doc.text(60, top + 150 + 16 * at, line)
    first, second = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert first.tugas is not None and first.tugas.as_printed == f"{ENTRUSTED[0]} di wilayah binaan BPP"
    assert second.jabatan.as_printed == HOLDERS[1]
