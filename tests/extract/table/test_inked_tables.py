"""Tables in column-aligned text: told by the columns that they stand in, whatever their headings are called."""

from __future__ import annotations

import re

import pytest

from bahasa.temuan import threshold
from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.flow import flow_of
from extract.table.inked.alike import alike
from extract.table.inked.areas import Area, text_areas
from extract.table.inked.cuts import Cuts
from extract.table.inked.doubts import sure_of
from extract.table.inked.gutters import gutters_of
from extract.table.inked.ink import InkLine, inked_pages
from extract.table.inked.overs import headings_over, overs_alike
from extract.table.inked.placed import placed_lines
from extract.table.inked.read import inked_layout
from extract.table.sheet import DrawnTable
from schemas.layout import Grid, Line

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


def test_rows_without_numbers_under_known_headings_are_left_to_the_reader_of_text() -> None:
    known = """\
 NO       SASARAN                INDIKATOR KINERJA      TARGET         SUMBER DATA
"""
    numbered = "".join(_ROWS.replace(" 1 ", f" {k} ").replace(" 2 ", f" {k + 1} ") for k in (1, 3, 5))
    assert _tables(known + numbered)
    assert not _tables(known + _UNCOUNTED)


def test_the_lines_outside_the_table_stay_as_they_are() -> None:
    lines = layout_of_lines("A\n\n" + _HEAD + _ROWS + "\nDitetapkan di Tana Paser\n")
    outside = [item.text for item in flow_of(lines).items if isinstance(item, Line)]
    assert outside == ["A", "Pemangku Jabatan : Pengelola Data", "Ditetapkan di Tana Paser"]


def test_the_decree_has_the_block_of_such_a_table() -> None:
    (block,) = decree_of(layout_of_lines(_HEAD + _ROWS)).decree.blocks
    assert block.jabatan is not None and block.jabatan.as_printed == "Pengelola Data"
    assert [row.cells["target"].text.as_printed for row in block.rows] == ["12 dokumen", "4 dokumen"]


@pytest.mark.parametrize("text", ["Menimbang : a. bahwa\n", "", "1\n2\n", "\f\f1   2   3\n", "1   2   3\n1   2   3\n"])
def test_text_without_such_a_table_stays_as_it_is(text: str) -> None:
    layout = layout_of_lines(text)
    assert flow_of(layout).items == layout.lines


@pytest.mark.parametrize(
    "text", [_HEAD + _ROWS, _HEAD + _UNCOUNTED, _HEAD + _GROUPED + _ROWS, "A\n" + _ROWS + "\f" + _ROWS]
)
def test_every_word_is_in_a_line_or_in_one_cell(text: str) -> None:
    layout = inked_layout(layout_of_lines(text).lines)
    assert layout is not None
    words = [word.text for line in layout.lines for word in line.words]
    words += [word.text for grid in layout.flow if isinstance(grid, Grid) for cell in grid.cells for word in cell.words]
    assert sorted(words) == sorted(text.split())


def _gutters(text: str) -> list[int]:
    (page,) = inked_pages(layout_of_lines(text).lines)
    return gutters_of(page)


def test_one_blank_parts_columns_where_many_different_words_begin_behind_it() -> None:
    apart = "satu   aa1 12 dok\ndua    bb2 13 dok\ntiga   c   14 dok\nempat  d   15 dok\n"
    assert _gutters(apart) == [6, 10]
    assert _gutters("satu   Sub Bagian\ndua    dan Kepeg\n" * 3) == [6]


def test_a_heading_set_off_from_its_cells_makes_no_column() -> None:
    text = "NO   SASARAN       BESAR   SUMBER\n1    Terkelolanya  5       Bidang\n2    Tersedianya   7       Seksi\n"
    shifted = text.replace("BESAR   SUMBER", "   BESAR   SUMBER")
    assert len(_gutters(text)) == len(_gutters(shifted)) == 3


def test_cells_that_are_centred_in_their_rows_are_of_one_row() -> None:
    rows = """\
                                 Jumlah data pegawai
 {0}        Terkelolanya data      yang terkelola         12 dokumen     Sub Bagian Umum
                                 dengan tertib
                                 Jumlah daftar hadir
          Tersedianya daftar     yang tersusun
 {1}                                                      4 dokumen      Sub Bagian Umum
          hadir                  setiap bulan
                                 tepat waktu
"""
    (table,) = _tables(_HEAD + rows.format(1, 2) + rows.format(3, 4))
    assert _column(table, "PENGUKUR CAPAIAN")[:2] == [
        "Jumlah data pegawai yang terkelola dengan tertib",
        "Jumlah daftar hadir yang tersusun setiap bulan tepat waktu",
    ]


def test_a_text_over_two_columns_is_read_where_its_column_begins() -> None:
    text = _HEAD[34:] + _ROWS + " 3        Terkelolanya arsip dok Jumlah arsip yang ada\n"
    (page,) = inked_pages(layout_of_lines(text).lines)
    last = placed_lines(page, gutters_of(page))[-1]
    assert [last.text(k) for k in last.filled] == ["3", "Terkelolanya arsip dok", "Jumlah arsip yang ada"]


_QUARTERS = """\
 URUT   PENGUKUR    {above}         PENYEDIA
        CAPAIAN     Satu    Dua     Tiga    Empat   INFORMASI
"""


def test_a_heading_over_columns_stands_over_the_same_ones_on_all_pages() -> None:
    # on the last page it stands a little to the left, where it is nearer to the middle of the first three quarters
    places = ["        PER TRIWULAN   ", "        PER TRIWULAN   ", "    PER TRIWULAN       "]
    gutters = (6, 18, 26, 34, 42, 50)
    texts = [placed_lines(_ink(_QUARTERS.format(above=at)), gutters) for at in places]
    assert [(one.first, one.last) for one in headings_over(texts[2], gutters)] != [(2, 5)]
    overs = overs_alike(texts, [gutters] * 3)
    assert [[(one.first, one.last) for one in found] for found in overs] == [[(2, 5)]] * 3
    assert [ink.text for ink in overs[2][0].ink] == ["PER", "TRIWULAN"]


def _ink(text: str) -> list[InkLine]:
    return inked_pages(layout_of_lines(text).lines)[0]


def _sure(text: str) -> list[list[float]]:
    (table,) = _tables(text)
    return [[row.cells[role].text.border_confidence for role in ("no", "sasaran", "indikator")] for row in table.rows]


def test_cells_between_clear_gutters_in_numbered_rows_are_sure() -> None:
    assert _sure(_HEAD + _ROWS) == [[1.0] * 3] * 2


def test_a_word_that_may_stand_in_the_next_column_makes_both_cells_unsure() -> None:
    # `dan` stands on the gutter between the second column and the third
    lines = _ink("1    Tersusun      Jumlah\n2    Tersedia      Daftar\n3    Tersedia   dan   Arsip\n")
    clear, _, unclear = placed_lines(lines, (4, 17))
    assert min(clear.margins) > 2.0
    assert sure_of([unclear], 0, []) == (1.0, "")
    assert [sure_of([unclear], k, [])[0] < threshold("keyakinan-rendah") for k in (1, 2)] == [True, True]


def test_much_white_between_the_words_of_a_cell_makes_it_unsure() -> None:
    much, little = placed_lines(_ink("1   data        pegawai   Jumlah\n2   data   pegawai        Jumlah\n"), (3, 24))
    assert [sure_of([line], 1, [])[0] < threshold("keyakinan-rendah") for line in (much, little)] == [True, False]


def test_a_row_that_may_begin_at_another_line_makes_its_cells_unsure() -> None:
    lines = placed_lines(_ink("1   data\n    pegawai\n2   surat\n"), (3,))
    sure = [sure_of(lines[:2], 1, [9.0, within, 9.0])[0] for within in (1.0, 2.0)]
    assert [one < threshold("keyakinan-rendah") for one in sure] == [True, False]


def test_a_doubt_of_a_cell_is_a_reason_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.table.inked.sheet.sure_of", lambda *_: (0.5, "kata-katanya berjauhan"))
    (table,) = _tables(_HEAD + _ROWS)
    text = table.rows[0].cells["sasaran"].text
    assert text.border_confidence == 0.5 and any("berjauhan" in reason for reason in text.reasons)


def test_the_margin_of_a_row_is_what_the_next_best_rows_cost_more() -> None:
    cuts = Cuts([3.0, 2.0, 1.0, 0.0], [1, 3, 3], [{1: 1.0, 2: 4.0}, {2: 2.5, 3: 2.0}, {3: 1.0}])
    # rows begin at lines 0 and 1: without a row at line 1 the best is 0-2, 2-3; with one at line 2 it is 0-1, 1-2, 2-3
    assert cuts.rows(0) == [(0, 1), (1, 3)]
    assert cuts.margins(0) == [float("inf"), 2.0, 1.5]


_BROAD = """\
Nama : Pengelola Data
 NO    HARAPAN          UKURAN YANG            CAPAIAN      ASAL
                        DIPAKAI                AKHIR        BERKAS
"""


def _areas(*texts: str) -> list[Area]:
    layout = layout_of_lines("\f".join(texts))
    return [area for page in inked_pages(layout.lines) for area in text_areas(page)]


_JUSTIFIED = (
    ("Terkelola", "data", "arsip"),
    ("Terbentuk", "peta", "naskah"),
    ("Tersusun ", "buku", "daftar hadir"),
    ("Terhimpun", "saji", "laporan"),
)


def test_white_between_the_same_words_is_seen_once() -> None:
    rows = "".join(f"{n}   Meningkatnya   Produksi   Padi\n" for n in range(1, 6))
    other = rows + "6   Tersedianya bibit unggul  Jagung\n"
    assert _gutters(rows.replace("Produksi", "hasil   ")) != []
    assert 17 not in _gutters(other)


def test_white_below_no_word_of_the_head_is_no_gutter() -> None:
    """Type set from edge to edge has white between its words, at one place where words are as long."""
    rows = "".join(
        f" {n}     {first}    {last}  Jumlah {word:<15} {n} dokumen    Sub Bagian\n"
        f"       pegawai    dinas  yang terkelola         \n"
        for n, (first, last, word) in enumerate(_JUSTIFIED, 1)
    )
    both = _areas(_BROAD + rows, _BROAD + rows.replace("Sub Bagian", "Bidang"))
    assert {len(area.gutters) for area in both} == {5}
    assert {len(area.gutters) for area in alike(both)} == {4}


def test_the_head_of_a_table_that_each_page_prints_again_is_no_furniture() -> None:
    head = " URUT     HASIL YANG             PENGUKUR               BESARAN        PENYEDIA\n"
    text = "\f".join(f"RANCANGAN\n{head}{_ROWS}" for _ in range(4))
    (table,) = _tables(text)
    assert [heading.text.as_printed for heading in table.headings] == re.split(" {2,}", head.strip())
    assert len(table.rows) == 8


def test_a_head_of_pages_is_furniture_at_whatever_line_of_the_text_it_stands() -> None:
    """In a text whose pages stand below each other no two of them have one height."""
    rows = [_ROWS, _ROWS.replace(" 1 ", " 3 ").replace(" 2 ", " 4 "), _ROWS.replace(" 1 ", " 5 ").replace(" 2 ", " 6 ")]
    text = "\f".join(
        f"          INDIKATOR KINERJA INDIVIDU - DINAS SOSIAL\n{own}"
        for own in (f"INDIKATOR KINERJA INDIVIDU\n{_HEAD}{rows[0]}", *rows[1:])
    )
    decree = decree_of(layout_of_lines(text)).decree
    assert [len(block.rows) for block in decree.blocks] == [6]


_LABELLED = " BIDANG A : Bidang Kepegawaian dan Pengembangan\n"


def test_a_label_between_the_lines_of_a_table_is_a_group() -> None:
    (table,) = _tables(_HEAD + _LABELLED + _ROWS + _LABELLED.replace("A :", "B :") + _ROWS.replace(" 1 ", " 3 "))
    assert [row.group for row in table.rows if row.group] == [
        "BIDANG A : Bidang Kepegawaian dan Pengembangan",
        "BIDANG A : Bidang Kepegawaian dan Pengembangan",
        "BIDANG B : Bidang Kepegawaian dan Pengembangan",
        "BIDANG B : Bidang Kepegawaian dan Pengembangan",
    ]


def test_a_label_above_a_head_that_is_printed_again_begins_a_block() -> None:
    tables = _tables(_HEAD + _ROWS + _HEAD + _ROWS)
    assert [len(table.rows) for table in tables] == [2, 2]


def test_a_line_whose_columns_are_one_blank_apart_belongs_to_the_table() -> None:
    end = "          daftar hadir           yang tersusun dinas    pegawai        dan Kepegawaian\n"
    assert len(end) > len(_ROWS.splitlines()[-1])
    rest = "          serta arsip            yang rapi pada         bulan"
    (table,) = _tables(_HEAD + _ROWS + rest.replace("  bulan", "bulan") + "\n")
    assert _column(table, "PENGUKUR CAPAIAN")[-1].endswith("yang rapi pada")


def test_a_head_that_is_printed_once_counts_for_the_pages_behind_it() -> None:
    pages = [
        "".join(
            f" {n}        Terkelolanya     {word:<7}Jumlah {word:<8} pegawai {n} dokumen      Sub Bagian Umum\n"
            f"          data dinas       pusat  yang terkelola                        dan Kepegawaian\n"
            for n, word in enumerate(words, 1)
        )
        for words in (("arsip", "surat", "obat"), ("buku", "akta", "alat"), ("nota", "peta", "kas"))
    ]
    areas = _areas(_HEAD + pages[0], *pages[1:])
    assert {len(area.gutters) for area in areas} == {5}
    assert {len(area.gutters) for area in alike(areas)} == {4}
    assert {len(area.gutters) for area in alike(areas[1:])} == {5}


_TORN = """\
Pemangku Jabatan : Pengelola Data
 NM                   Indikator Hasil  Sasaran      Dokumen        Cara
       Arah Kinerja
  R                       Kerja         Angka       Sumber         Menghitung
"""
_NUMBERED = """\
 {a}    Terkelolanya      Jumlah data      12 dokumen   Sub Bagian     Jumlah data yang
      data pegawai      pegawai                       Umum           dicatat
 {b}    Tersedianya       Jumlah daftar    4 dokumen    Sub Bagian     Jumlah daftar
      daftar hadir      hadir                         Umum           yang disusun
"""
_TORN_NAMES = ["NM R", "Arah Kinerja", "Indikator Hasil Kerja", "Sasaran Angka", "Dokumen Sumber", "Cara Menghitung"]


def _named(table: DrawnTable) -> list[str]:
    return [heading.text.as_printed for heading in table.headings]


def test_the_last_line_of_a_heading_is_no_row_where_all_prints_have_it() -> None:
    (table,) = _tables("\f".join(_TORN + _NUMBERED.format(a=k, b=k + 1) for k in (1, 3, 5)))
    assert len(table.rows) == 6
    assert [name.replace("NMR", "NM R") for name in _named(table)] == _TORN_NAMES


def test_a_heading_alone_at_the_foot_of_a_page_is_whole() -> None:
    (table,) = _tables(f"{_HEAD}\f{_ROWS}\f{_ROWS.replace(' 1 ', ' 3 ').replace(' 2 ', ' 4 ')}")
    assert _named(table)[1] == "HASIL YANG DIHARAPKAN"
    assert len(table.rows) == 4


def test_a_page_that_begins_with_two_columns_goes_on_with_the_table_above() -> None:
    rest = """\
                                 Jumlah arsip pegawai   200 dokumen
                                 yang tersusun dan
                                 yang terpelihara
"""
    (table,) = _tables(f"{_HEAD}{_ROWS}\f{rest}\n\nDitetapkan di Tana Paser\n")
    assert _column(table, "BESARAN SASARAN") == ["12 dokumen", "4 dokumen", "200 dokumen"]
    assert _column(table, "PENGUKUR CAPAIAN")[-1] == "Jumlah arsip pegawai yang tersusun dan yang terpelihara"


@pytest.mark.parametrize("title", ["INDIKATOR KINERJA UTAMA", "Indikator Kinerja Utama"])
def test_a_title_at_the_top_of_a_page_is_no_rest_of_a_table(title: str) -> None:
    above = f"                                 {title}\n                        DINAS SOSIAL\n"
    text = f"{_HEAD}{_ROWS}\f{above}{_HEAD}{_ROWS}"
    assert [len(table.rows) for table in _tables(text)] == [2, 2]
    outside = [item.text.strip() for item in flow_of(layout_of_lines(text)).items if isinstance(item, Line)]
    assert title in outside


def test_what_stands_above_a_heading_that_is_printed_again_is_no_part_of_it() -> None:
    head = _HEAD.split("\n", 1)[1]
    own = "Tugas Pokok                                             Melakukan pencatatan data dinas yang\n"
    rest = "                                                        masuk di dinas\n\n"
    pages = [f"{head}{_ROWS.replace(' 1 ', f' {k} ').replace(' 2 ', f' {k + 1} ')}" for k in (1, 3, 5)]
    (table,) = _tables(own + rest + "\f".join(pages))
    assert _named(table)[3] == "BESARAN SASARAN"
    assert len(table.rows) == 6


_BY_QUARTER = """\
Pemangku Jabatan : Pengelola Data
 NM                   Indikator        Besaran       RENCANA          Dokumen
       Arah Kinerja                                 TRIWULAN
  R                   Hasil Kerja      Target     T   T   T   T       Sumber
                                                  W   W   W   W
                                                  1   2   3   4
"""
_QUARTERED = """\
 {a}    Terkelolanya      Jumlah data      12 dokumen 3   6   9   12      Sub Bagian
      data pegawai      pegawai                                       Umum
 {b}    Tersedianya       Jumlah daftar    4 dokumen  1   2   3   4       Sub Bagian
      daftar hadir      hadir                                         Umum
"""


def test_numbers_below_a_few_columns_are_no_column_numbers() -> None:
    (table,) = _tables("\f".join(_BY_QUARTER + _QUARTERED.format(a=k, b=k + 1) for k in (1, 3, 5)))
    assert len(table.headings) == 9
    assert _column(table, "Dokumen Sumber") == ["Sub Bagian Umum"] * 6


def test_a_group_that_pages_begin_with_is_no_heading() -> None:
    group = "RANAH A. BIDANG KEPEGAWAIAN\n"
    pages = [group + _ROWS.replace(" 1 ", f" {k} ").replace(" 2 ", f" {k + 1} ") for k in (3, 5, 7)]
    (table,) = _tables("\f".join((_HEAD + group + _ROWS, *pages)))
    assert len(table.headings) == 5
    assert len(table.rows) == 8


def test_known_headings_over_cells_in_the_middle_of_their_rows_are_read_by_form() -> None:
    text = """\
Nama Jabatan : Pengelola Data
 NO.   SASARAN STRATEGIS          INDIKATOR KINERJA             TARGET
       Tersedianya rancangan      Jumlah rancangan dokumen
 1.    dokumen rencana kerja      rencana kerja yang            12 dokumen
       dinas                      tersedia
       Terkelolanya data          Jumlah data pegawai yang
 2.                                                             4 dokumen
       pegawai                    terkelola
       Tersusunnya laporan        Jumlah laporan bulanan
 3.    bulanan dinas dan          dinas dan badan yang          1 laporan
       badan                      tersusun
"""
    (table,) = _tables(text)
    assert _column(table, "TARGET") == ["12 dokumen", "4 dokumen", "1 laporan"]


def test_groups_and_column_numbers_are_no_rows_without_a_number() -> None:
    """Where all rows have their number the text is read by form, known headings or not."""
    rows = "".join(
        f" {k}    Terkelolanya data {k}     Jumlah data pegawai {k}       {k} dokumen\n"
        f"      pegawai dinas          yang terkelola rapi\n{'MISI 2 : Mewujudkan aparatur' if k == 2 else ''}\n"
        for k in (1, 2, 3, 4, 5, 6)
    )
    head = " NO   SASARAN STRATEGIS       INDIKATOR KINERJA            TARGET\n"
    (table,) = _tables(
        f"Nama Jabatan : Pengelola Data\n{head} a    b                       c                            d\n{rows}"
    )
    assert _column(table, "TARGET") == [f"{k} dokumen" for k in (1, 2, 3, 4, 5, 6)]


def test_a_line_across_all_columns_leaves_them_their_gutters() -> None:
    """The last line is across them all; a table without any gutter is none."""
    odd = " a𝑓3\t\tb\tc\n"
    _tables('""1%22c1 a .a1\n' + " %b c𝑓3\r\rİ\tﬁ\u2060\t\ufeffaﬁ\n" * 2 + ' 13"2%{{.b%\x0c%c.\ufeff2b')
    _tables(odd * 3)
