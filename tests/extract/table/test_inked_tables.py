"""Tables in column-aligned text whose headings no vocabulary knows: told by the columns that they stand in."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.pdf.strips import strips_of
from extract.read.pdf.words import lines_of
from extract.read.text import layout_of_lines
from extract.table.flow import flow_of
from extract.table.inked.ink import inked_pages
from extract.table.inked.read import inked_flow
from extract.table.inked.strokes import strokes_between
from extract.table.sheet import DrawnTable
from schemas.layout import Line

_HEAD = """\
Pemangku Jabatan : Pengelola Data
 URUT     HASIL YANG             PENGUKUR               BESARAN        PENYEDIA
          DIHARAPKAN             CAPAIAN                SASARAN        INFORMASI
"""
_ROWS = """\
 1        Terkelolanya           Jumlah data pegawai    12 dokumen     Sub Bagian Umum
          data pegawai           yang terkelola                        dan Kepegawaian
 2        Tersedianya            Jumlah daftar hadir    4 dokumen      Sub Bagian Umum
          daftar hadir           yang tersusun                         dan Kepegawaian
"""
_UNCOUNTED = """\
 1        Terkelolanya           Jumlah data pegawai    12 dokumen     Sub Bagian Umum
          data pegawai           yang terkelola                        dan Kepegawaian
                                 Jumlah daftar hadir    4 dokumen      Bidang Mutasi
                                 yang tersusun
"""
_GROUPED = " TUJUAN 1 : Mewujudkan aparatur yang profesional di daerah\n"


def _tables(text: str) -> list[DrawnTable]:
    return [item for item in flow_of(layout_of_lines(text)).items if isinstance(item, DrawnTable)]


def _column(table: DrawnTable, name: str) -> list[str]:
    where = next(h for h in table.headings if h.text.as_printed == name)
    rows = [row.others[name] if where.role == "others" else row.cells[where.role] for row in table.rows]
    return [cell.text.as_printed for cell in rows]


def test_a_table_with_unknown_headings_is_read_by_its_columns() -> None:
    (table,) = _tables(_HEAD + _ROWS)
    names = [heading.text.as_printed for heading in table.headings]
    assert names == ["URUT", "HASIL YANG DIHARAPKAN", "PENGUKUR CAPAIAN", "BESARAN SASARAN", "PENYEDIA INFORMASI"]
    assert [heading.role for heading in table.headings] == ["no", "sasaran", "indikator", "target", "sumber_data"]
    assert _column(table, "PENGUKUR CAPAIAN") == [
        "Jumlah data pegawai yang terkelola",
        "Jumlah daftar hadir yang tersusun",
    ]
    assert _column(table, "BESARAN SASARAN") == ["12 dokumen", "4 dokumen"]


def test_places_are_line_numbers() -> None:
    (table,) = _tables(_HEAD + _ROWS)
    assert [(place.page, place.lines, place.bbox) for place in table.places] == [(None, (2, 7), None)]
    assert [place.lines for place in table.rows[1].cells["indikator"].text.places] == [(6, 7)]


def test_places_name_the_page_that_a_form_feed_marks() -> None:
    (table,) = _tables("Judul\n\f" + _HEAD + _ROWS)
    assert [(place.page, place.lines) for place in table.places] == [(2, (3, 8))]


def test_rows_without_a_number_begin_where_cells_begin() -> None:
    (table,) = _tables(_HEAD + _UNCOUNTED)
    assert _column(table, "BESARAN SASARAN") == ["12 dokumen", "4 dokumen"]
    assert _column(table, "PENYEDIA INFORMASI") == ["Sub Bagian Umum dan Kepegawaian", "Bidang Mutasi"]


def test_a_line_across_the_columns_is_a_group() -> None:
    (table,) = _tables(_HEAD + _GROUPED + _ROWS)
    assert [row.group for row in table.rows] == [_GROUPED.strip()] * 2


def test_a_table_goes_on_over_a_page_set_on_another_scale() -> None:
    wider = "".join(
        line.replace("   ", "    ") + "\n" for line in _ROWS.replace(" 1 ", " 3 ").replace(" 2 ", " 4 ").splitlines()
    )
    (table,) = _tables(_HEAD + _ROWS + "\f" + wider)
    assert [row.cells["no"].text.as_printed for row in table.rows] == ["1", "2", "3", "4"]


def test_a_heading_that_the_vocabulary_knows_is_left_to_the_reader_of_text() -> None:
    known = """\
 NO       SASARAN                INDIKATOR KINERJA      TARGET         SUMBER DATA
"""
    assert not _tables(known + _ROWS)


def test_the_lines_outside_the_table_stay_as_they_are() -> None:
    text = "A\n\n" + _HEAD + _ROWS + "\nDitetapkan di Tana Paser\n"
    lines = layout_of_lines(text).lines
    flow = inked_flow(lines)
    outside = [item for item in flow if isinstance(item, Line)]
    assert outside == [line for line in lines if line.number not in range(4, 10)]


def test_the_decree_has_the_block_of_such_a_table() -> None:
    (block,) = decree_of(layout_of_lines(_HEAD + _ROWS)).decree.blocks
    assert block.jabatan is not None and block.jabatan.as_printed == "Pengelola Data"
    assert [row.cells["target"].text.as_printed for row in block.rows] == ["12 dokumen", "4 dokumen"]


@pytest.mark.parametrize("text", ["Menimbang : a. bahwa\n", "", "1\n2\n", "\f\f1   2   3\n", "1   2   3\n1   2   3\n"])
def test_text_without_such_a_table_stays_as_it_is(text: str) -> None:
    lines = layout_of_lines(text).lines
    assert inked_flow(lines) == lines


def test_the_heading_is_parted_from_the_text_right_above_it() -> None:
    (page,) = inked_pages(layout_of_lines("   sesuai ketentuan yang berlaku;\n" + _HEAD[34:] + _ROWS).lines)
    assert strokes_between(page)[0].at == 12.0


def test_one_blank_parts_columns_where_many_different_words_begin_behind_it() -> None:
    apart = "satu   aa1 12 dok\nsatu   bb2 13 dok\nsatu   cc3 14 dok\nsatu   dd4 15 dok\n"
    same = "satu   Sub Bagian\nsatu   dan Kepeg\n" * 3
    found = []
    for text in (apart, same):
        (page,) = inked_pages(layout_of_lines(text).lines)
        found.append(len(strips_of([lines_of(word for line in page for word in line.words)], 0.7)))
    assert found == [2, 1]
