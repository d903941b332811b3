"""What stands below a table in text: notes, lists of copies; and cells that look like them."""

from __future__ import annotations

import pytest

from extract.decree.section import Section
from extract.decree.sections import sections_of
from extract.door import decree_of
from extract.read.text import layout_of_lines

HEAD = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Analis", "Tugas : Menganalisis", ""]
COLUMNS = "NO SASARAN INDIKATOR KINERJA TARGET RUMUS SUMBER DATA"
ROW = ["1 Meningkatnya mutu", "", "Nilai SAKIP", "", "80 Hasil penilaian", "", "Inspektorat", ""]
NEXT_ROW = ["2 Tersedianya data", "", "Jumlah data", "", "4 data", "", "Bidang Data"]
NEXT_BLOCK = ["", "INDIKATOR KINERJA INDIVIDU", "Jabatan : Pengelola", "Tugas : Mengelola", COLUMNS, *ROW]
SIGNED = ["", "Kota Contoh, 2 Januari 2023", "KEPALA DINAS", "SITI", "NIP. 19700101 199503 2 001"]


def below(lines: list[str]) -> list[Section]:
    """The parts from the first table on."""
    sections = sections_of(layout_of_lines("\n".join([*HEAD, COLUMNS, *ROW, *lines])).lines).sections
    return list(sections[[section.part for section in sections].index("tabel") :])


def text_in(section: Section) -> list[str]:
    return [line.text for line in section.body if line.text.strip()]


@pytest.mark.parametrize(
    "note",
    [
        ["Keterangan : Target dapat disesuaikan."],
        ["Catatan: Target dapat disesuaikan", "dengan kemampuan keuangan daerah."],
        ["Ket. : A = jumlah data"],
        ["*) Target setelah perubahan anggaran."],
        # more than one, each with its sign
        ["Keterangan :", "*) perubahan", "", "**) tambahan"],
        ["Catatan :", "1. Target per tahun.", "2. Diukur tiap triwulan.", "", "- bila ada"],
    ],
)
@pytest.mark.parametrize("after", [[], NEXT_BLOCK, SIGNED], ids=["end", "block", "closing"])
def test_a_note_ends_the_table(note: list[str], after: list[str]) -> None:
    table, kept, *_ = below([*note, *after])
    assert text_in(table) == [line for line in ROW if line]
    assert kept.part == "catatan"
    assert [piece.text for piece in kept.pieces] == [line for line in note if line]


@pytest.mark.parametrize("note", ["Keterangan : *) Target dapat disesuaikan.", "*) Target dapat disesuaikan."])
def test_a_starred_note_needs_no_blank_line(note: str) -> None:
    row = ["1 Meningkatnya mutu Nilai SAKIP", "80 Hasil penilaian Inspektorat"]
    sections = sections_of(layout_of_lines("\n".join([*HEAD, COLUMNS, *row, note, *SIGNED])).lines).sections
    (table,) = [section for section in sections if section.table]
    assert text_in(table) == row
    assert [section.part for section in sections if section.pieces and section.pieces[0].text == note] == ["catatan"]


def test_a_note_below_each_table_needs_no_blank_line() -> None:
    row, note = (
        ["1 Meningkatnya mutu Nilai SAKIP", "80 Hasil penilaian Inspektorat"],
        "Catatan : Target dapat disesuaikan.",
    )
    block = [*HEAD[:3], COLUMNS, *row, note]
    sections = sections_of(layout_of_lines("\n".join([*block, *block])).lines).sections
    assert [text_in(section) for section in sections if section.table] == [row, row]
    assert [section.part for section in sections if section.pieces and section.pieces[0].text == note] == [
        "catatan"
    ] * 2


def _below_tables(last: str, *, twice: bool = False) -> list[list[str]]:
    """The bodies of two tables with the same line below each, in the first one among its rows too (`twice`)."""
    rows = [["1 Meningkatnya mutu Nilai SAKIP", f"80 Hasil penilaian {where}"] for where in ("Inspektorat", "BPS")]
    blocks = [[*HEAD[:3], COLUMNS, *own, *[last, "2 Tertibnya arsip"] * twice, last] for own in rows]
    sections = sections_of(layout_of_lines("\n".join([*blocks[0], *blocks[1]])).lines).sections
    return [text_in(section) for section in sections if section.table]


def test_a_sentence_below_each_table_is_a_note() -> None:
    note = "Capaian di atas 120% dihitung paling tinggi 120%."
    assert [note in body for body in _below_tables(note)] == [False, False]
    assert [note in body for body in _below_tables(note, twice=True)] == [True, True]
    assert [note[:-1] in body for body in _below_tables(note[:-1])] == [True, True]
    starred = "*Sumber diverifikasi oleh tim penilai"
    assert [starred in body for body in _below_tables(starred)] == [False, False]


def test_a_note_is_kept_and_reported() -> None:
    lines = [*HEAD, COLUMNS, *ROW, "Keterangan : Target dapat disesuaikan.", *SIGNED]
    found = decree_of(layout_of_lines("\n".join(lines)))
    assert [(finding.code, finding.as_printed) for finding in found.findings if not finding.kind] == [
        ("teks-tak-terbaca", "Keterangan : Target dapat disesuaikan.")
    ]
    (lampiran,) = found.decree.lampiran
    assert lampiran.penetapan is not None and lampiran.penetapan.tanggal is not None
    assert lampiran.penetapan.tanggal.as_printed == "2 Januari 2023"


@pytest.mark.parametrize(
    "copies",
    [
        ["Tembusan disampaikan kepada Yth. :", "1. Bupati Contoh;", "2. Inspektur."],
        ["Tembusan :", "1. Bupati Contoh di Kota Contoh;"],
        ["TEMBUSAN Yth :", "Bupati Contoh"],
    ],
)
def test_a_list_of_copies_ends_the_table(copies: list[str]) -> None:
    table, kept, *_ = below(copies)
    assert text_in(table) == [line for line in ROW if line]
    assert (kept.part, len(kept.pieces)) == ("tembusan", len(copies) - 1)


@pytest.mark.parametrize(
    "cells",
    [
        # a row follows, numbered with or without a sign
        ["Keterangan : A = jumlah data", *NEXT_ROW],
        ["Keterangan : A = jumlah data", "2. Tersedianya data", "Jumlah data", "4 data"],
        ["*) A = jumlah data", *NEXT_ROW],
        # the row's next cell follows
        ["2 Tersedianya data", "", "Jumlah data", "", "4 data A / B", "", "Keterangan : A = jumlah", "", "Bidang Data"],
        # nothing stands above it but its own cell
        ["2 Tersedianya data", "Jumlah data", "4 data A / B", "Keterangan : A = jumlah", "Bidang Data"],
        # cells of this table print such labels
        ["2 A", "B", "3 A / B", "Keterangan : A = jumlah", "", "3 A", "B", "4 A / B", "", "Keterangan : B = jumlah"],
        # a sign in a row
        ["2 Tersedianya data", "Jumlah data", "4 *)", "*) Data", "3 Tersedianya nota", "Jumlah nota"],
        # the same table goes on below it: the foot of a page
        ["Keterangan : Target dapat disesuaikan.", "", COLUMNS, *NEXT_ROW],
        # the words alone
        ["2 Tersedianya data", "", "Keterangan hasil ujian", "", "4 data", "", "Catatan rapat"],
        ["2 Tersedianya data", "", "Tembusan surat : yang dikirim", "", "4 data", "", "Bidang Data"],
        ["2 Tersedianya data", "Jumlah data", "4 data", "Tembusan : a. surat", "b. nota", "Bidang Data"],
        # far from the margin: a column of aligned text
        ["", "                                             Keterangan : A = jumlah"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", [[], NEXT_BLOCK, SIGNED], ids=["end", "block", "closing"])
def test_cells_that_hold_such_words_stay(cells: list[str], after: list[str]) -> None:
    table, *others = below([*cells, *after])
    kept = [line for line in [*ROW, *cells] if line and line != COLUMNS]
    assert text_in(table) == kept
    assert not {section.part for section in others} & {"catatan", "tembusan"}
