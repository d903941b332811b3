"""Tables in column-aligned text: where they begin and end, which cells are of one line, and who reads them."""

from __future__ import annotations

from bahasa.temuan import threshold
from extract.read.text import layout_of_lines
from extract.table.inked.areas import Area, text_areas
from extract.table.inked.cuts import Body, begin_cost, small_columns
from extract.table.inked.doubts import sure_of
from extract.table.inked.grown import grown
from extract.table.inked.ink import InkLine, inked_pages
from extract.table.inked.line_forms import is_group
from extract.table.inked.overs import headings_over
from extract.table.inked.placed import placed_lines
from extract.table.inked.read import inked_layout
from extract.table.inked.tops import printed_heads
from schemas.layout import Grid

_ROWS = """\
 Terkelolanya data   Jumlah data pegawai yang     12 dokumen   Dokumen data pegawai
 pegawai             terkelola                                 yang tersusun
 Tersedianya         Jumlah daftar hadir yang     4 dokumen    Daftar hadir
 daftar hadir        tersusun
"""
_HEAD = " SASARAN             INDIKATOR                        2023      FORMULA\n"


def _ink(text: str) -> list[InkLine]:
    return inked_pages(layout_of_lines(text).lines)[0]


def test_a_line_of_a_head_that_reaches_over_the_edge_of_its_column_is_the_tables() -> None:
    upper = "                                    TARGET TAHUN\n"
    head = " SASARAN        INDIKATOR               2023       FORMULA              SUMBER\n"
    rows = (
        " Terkelola      Jumlah data              12        Dokumen data         Bagian Umum\n"
        " Tersedia       Jumlah daftar hadir      4         Daftar hadir         Bagian Umum\n"
    )
    (area,) = text_areas(_ink("Jabatan : Pengelola Data\n" + upper + head + rows))
    assert area.lines[0].line.text.split() == ["TARGET", "TAHUN"]


def test_a_head_at_the_foot_of_a_page_is_the_table_of_the_next_one() -> None:
    label = "Jabatan : Pengelola Data\n"
    head = " NOMOR URUT   SASARAN YANG ADA   INDIKATOR YANG DIUKUR\n"
    rows = " 1            Terkelola          Jumlah data\n 2            Tersedia           Jumlah hadir\n"
    pages = inked_pages(layout_of_lines(f"{label}{head}{rows}\f{label}{head}{rows}\f{label}{head}\f{rows}").lines)
    heads = printed_heads(pages)
    (alone,) = text_areas(pages[2], heads)
    assert [line.texts for line in alone.lines] == [["NOMOR URUT", "SASARAN YANG ADA", "INDIKATOR YANG DIUKUR"]]
    assert text_areas(pages[2], ()) == []


def test_a_last_row_whose_cell_is_set_in_the_middle_is_the_tables() -> None:
    page = _ink(_HEAD + _ROWS + "                     Jumlah pelaksanaan             6 kali\n")
    area = Area(tuple(page[:-1]), (19, 44, 61))
    assert grown([area], [page])[0].lines[-1].texts == ["Jumlah pelaksanaan", "6 kali"]


def test_a_letter_behind_a_name_in_capitals_counts_a_group() -> None:
    group, row, text = _ink("BIDANG A. BIDANG KEPEGAWAIAN\n1 Tersedianya data\nDAN tersusun\n")
    assert [is_group(one) for one in (group, row, text)] == [True, False, False]


def test_numbers_below_each_other_are_cells_of_their_own() -> None:
    text = " Kelancaran   jumlah lembar      800\n              disposisi\n              jumlah nomor       500\n"
    area = Area(tuple(_ink(text)), (12, 31))
    assert Body.of(area).targets == {(0, 2), (2, 2)}
    assert Body.of(Area(tuple(_ink(text.replace("500", "000"))), (12, 31))).targets == set()


def test_units_may_begin_a_cell_with_a_small_letter() -> None:
    text = "".join(
        f"              Jumlah {what:<12}{unit:<10}{n}\n              dan laporan\n"
        for n, (what, unit) in enumerate([("rapat", "kali"), ("buku", "berkas"), ("peta", "lembar")] * 2)
    )
    area = Area(tuple(_ink(" SASARAN      INDIKATOR          SATUAN    TARGET\n" + text)), (12, 31, 41))
    assert small_columns([Body.of(area)]) == {2}
    assert begin_cost("lembar", "dokumen", small=True) < begin_cost("lembar", "dokumen")


def test_a_heading_over_columns_stands_over_those_whose_headings_are_alike() -> None:
    # its middle is that of the last eight columns as well
    lines = _ink(
        " N                                                         UKURAN TIAP TAHUN\n"
        " O      HASIL          UNSUR                                                         CARA HITUNG   ASAL\n"
        "                                                 2021        2022        2023  2024\n"
    )
    gutters = (5, 22, 46, 58, 70, 78, 84, 97)
    overs = headings_over(placed_lines(lines, gutters), gutters)
    assert [(one.first, one.last) for one in overs] == [(3, 6)]


def test_a_line_set_apart_from_the_others_of_its_cell_makes_it_and_its_neighbour_unsure() -> None:
    text = "1   data          Sub Bagian Umum\n    arsip   surat\n                  dan Kepegawaian\n"
    lines = placed_lines(_ink(text), (3, 10))
    sure = [sure_of(lines, k, [])[0] < threshold("keyakinan-rendah") for k in range(3)]
    assert sure == [False, True, True]
    centred = "1   data     Sub Bagian Umum\n    arsip       Bidang\n               dan Arsip\n"
    assert sure_of(placed_lines(_ink(centred), (3, 10)), 2, []) == (1.0, "")


_KNOWN = "Nama Jabatan : Pengelola Data\n SASARAN             INDIKATOR                    TARGET       RUMUS\n"


def test_a_table_that_the_reader_of_text_sees_as_its_form_shows_it_is_left_to_it() -> None:
    assert inked_layout(layout_of_lines(_KNOWN + _ROWS).lines) is None


def test_a_text_whose_labels_of_blocks_are_counted_is_read_by_form() -> None:
    """`1. Nama Jabatan` looks like a row to the reader of text."""
    block = "1. " + _KNOWN + _ROWS
    assert inked_layout(layout_of_lines(block).lines) is None
    assert inked_layout(layout_of_lines(f"{block}\n{block}").lines) is not None


def test_a_head_of_which_the_reader_of_text_lacks_a_line_is_read_by_form() -> None:
    upper = "                                                    BESARAN\n"
    name, head = _KNOWN.splitlines(keepends=True)
    layout = inked_layout(layout_of_lines(name + upper + head + _ROWS).lines)
    assert layout is not None and any(isinstance(item, Grid) for item in layout.flow)
