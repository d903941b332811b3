"""Word files whose tables were typed line by line, lines drawn between entries alone; and tables that look alike."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from docx.shared import Pt
from word_files import SOURCE, blank_document, saved, table, xml

from extract.door import extract
from extract.read.docx.reading import layout_of_docx
from extract.read.pdf.grid import text_in
from schemas.layout import Grid

HEADING = ("No", "Sasaran", "Indikator Kinerja", "Target", "Sumber Data")
WIDTHS = (28.0, 110.0, 110.0, 60.0, 80.0)
RULE: tuple[str, ...] = ()
ENTRIES = [
    ("1", "Meningkatnya", "Nilai realisasi", "Rp 2,35", "Laporan"),
    ("", "realisasi investasi", "investasi", "triliun", "Bidang"),
    ("", "dalam negeri", "", "", ""),
    RULE,
    ("2", "Terlaksananya", "Persentase pelaku", "65 %", "OSS RBA"),
    ("", "pengendalian", "usaha yang", "", ""),
    ("", "penanaman modal", "menyampaikan LKPM", "", ""),
]
READ = [
    ("1", "Meningkatnya realisasi investasi dalam negeri", "Nilai realisasi investasi", "Rp 2,35 triliun"),
    ("2", "Terlaksananya pengendalian penanaman modal", "Persentase pelaku usaha yang menyampaikan LKPM", "65 %"),
]


def read(rows: Sequence[tuple[str, ...]], drawn: bool = False, outer: str = "") -> list[tuple[str, ...]]:
    """What is read of each row of a table with these rows below its heading, a line drawn where a row is RULE: number,
    sasaran, indikator, target. With `drawn` the table draws no line and its cells do; else the cells say which aren't
    there."""
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("Jabatan : Kepala Bidang Penanaman Modal")
    document.add_paragraph("Tugas : Melaksanakan promosi penanaman modal")
    texts = [row for row in rows if row]
    made = table(document, texts)
    ruled = {sum(map(bool, rows[:at])) for at, row in enumerate(rows) if not row} | {0, len(texts)}
    if outer:
        made._tbl.tblPr.append(xml("tblBorders", "", f'<w:insideH w:val="{outer}"/>'))
    for number, row in enumerate(made.rows):
        sides = {side: at in ruled for side, at in (("top", number), ("bottom", number + 1))}
        inner = "".join(
            f'<w:{side} w:val="{"single" if line else "nil"}"/>' for side, line in sides.items() if line or not drawn
        )
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Pt(width)
            cell._tc.get_or_add_tcPr().append(xml("tcBorders", "", inner))
    for column, width in zip(made.columns, WIDTHS, strict=True):
        column.width = Pt(width)
    (block,) = extract(SOURCE, saved(document)).decree.blocks
    roles = ("no", "sasaran", "indikator", "target")
    return [
        tuple(cell.text.as_printed if (cell := row.cells.get(role)) else "" for role in roles) for row in block.rows
    ]


@pytest.mark.parametrize(("drawn", "outer"), [(False, ""), (True, ""), (True, "nil"), (False, "single")])
def test_lines_of_an_entry_are_one_row(drawn: bool, outer: str) -> None:
    assert read([HEADING, RULE, *ENTRIES], drawn, outer) == READ


def test_numbers_begin_entries_where_no_line_is_drawn_between_them() -> None:
    assert read([HEADING, RULE, *(row for row in ENTRIES if row)]) == READ


def test_without_numbers_lines_alone_part_entries() -> None:
    rows = [("", *row[1:]) if row else row for row in ENTRIES]
    assert read([HEADING, RULE, *rows]) == [("", *row[1:]) for row in READ]


def test_a_heading_of_two_lines_is_typed_so_too() -> None:
    heading = [("No", "Sasaran", "Indikator", "Target", "Sumber"), ("", "", "Kinerja", "", "Data")]
    assert read([*heading, RULE, *ENTRIES]) == READ


def test_a_number_in_the_middle_of_its_entry_begins_none() -> None:
    first, second, third = ENTRIES[:3]
    rows = [("", *first[1:]), ("1", *second[1:]), third, *ENTRIES[3:]]
    assert read([HEADING, RULE, *rows]) == READ


def test_several_indicators_of_an_entry_are_rows_of_their_own() -> None:
    rows = [
        ("1", "Meningkatnya", "Nilai realisasi", "12 poin", ""),
        ("", "realisasi investasi", "investasi", "", ""),
        ("", "dan kemitraan", "Jumlah kemitraan", "4 mitra", ""),
        ("", "usaha", "usaha yang terjalin", "", ""),
        RULE,
        *ENTRIES[4:],
    ]
    assert [row[2:] for row in read([HEADING, RULE, *rows])] == [
        ("Nilai realisasi investasi", "12 poin"),
        ("Jumlah kemitraan usaha yang terjalin", "4 mitra"),
        READ[1][2:],
    ]


def test_rows_of_a_group_without_lines_stay_rows() -> None:
    rows = [
        ("1", "Tertibnya arsip", "Jumlah arsip", "12 berkas", ""),
        ("", "", "Persentase arsip", "80 %", ""),
        ("", "", "Nilai pengawasan", "75", ""),
        RULE,
        ("2", "Tertibnya surat", "Jumlah surat", "9 surat", ""),
        ("", "", "Jumlah naskah", "7 naskah", ""),
    ]
    assert [row[2:] for row in read([HEADING, RULE, *rows])] == [row[2:4] for row in rows if row]


def test_a_table_of_three_lines_keeps_its_rows() -> None:
    rows = [
        (str(number), f"Tertibnya {name}", f"Jumlah {name} yang selesai menurut jadwal tiap bulan", "9 berkas", "")
        for number, name in enumerate(("surat", "arsip", "naskah"), 1)
    ]
    assert read([HEADING, RULE, *rows]) == [row[:4] for row in rows]


ITEMS = ("menyusun rencana", "membina arsip", "menilai mutasi")


@pytest.mark.parametrize(
    ("marks", "end"),
    [(("a.", "b.", "c."), ""), (("-", "-", "-"), ""), (("", "", ""), ";")],
    ids=["letters", "signs", "ends"],
)
def test_items_of_a_head_set_as_a_table_stay_apart(marks: tuple[str, ...], end: str) -> None:
    """Rows without lines, whose texts begin with a small letter, with numbers in the first column."""
    document = blank_document()
    rows = [("1.", "Jabatan", ":", "", "Arsiparis"), ("2.", "Fungsi", ":", marks[0], ITEMS[0] + end)]
    rows += [("", "", "", mark, text + end) for mark, text in zip(marks[1:], ITEMS[1:], strict=True)]
    table(document, [*rows, ("", "", "", "", "dan tugas lain")])
    (grid,) = (item for item in layout_of_docx(saved(document)).flow if isinstance(item, Grid))
    assert [text_in(band[4]) for band in grid.owner][1:4] == [text + end for text in ITEMS]
