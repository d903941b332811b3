"""Column-aligned text: where rows begin, which texts go on, and which lines are of a table at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.read.text import layout_of_lines
from extract.table.inked.areas import Area, _group_labels, text_areas
from extract.table.inked.carried import carried
from extract.table.inked.carried_on import full_columns, going_on
from extract.table.inked.centred import cells_centred
from extract.table.inked.cuts import Body, Cuts, cuts_of, small_columns
from extract.table.inked.group_lines import with_groups
from extract.table.inked.ink import InkLine, inked_pages
from extract.table.inked.left_to_text import left_to_text
from extract.table.inked.line_forms import is_group, is_item, is_label, item_lines
from extract.table.inked.row_numbers import same_counting
from extract.table.inked.sheet import PagePart
from extract.table.inked.widths import column_rooms, column_widths
from extract.table.linear.tokens import width


def _ink(text: str) -> Sequence[InkLine]:
    (page,) = inked_pages(layout_of_lines(text).lines)
    return page


def _body(text: str, gutters: tuple[int, ...]) -> Body:
    return Body.of(Area(tuple(_ink(text)), gutters))


#: One target of two lines beside a sasaran of one: the line of the neighbours stands between.
_CENTRED = """\
                               7.900
 1   Data yang akurat                      Server SILOPI
                               kapal
                               1.260
 2   Penempatan pemantau                   Pelabuhan
                               triwulan
"""
_HUNG = """\
 1   Data yang akurat          7.900       Server SILOPI
                               kapal
 2   Penempatan pemantau       1.260       Pelabuhan
                               triwulan
"""


@pytest.mark.parametrize(("text", "costs"), [(_CENTRED, (1.0, 9.0)), (_HUNG, (99.0, 70.0))])
def test_texts_with_a_line_of_their_neighbours_between_are_set_in_the_middle(
    text: str, costs: tuple[float, float]
) -> None:
    assert cells_centred([_body(text, (4, 30, 42))], *costs) == (text == _CENTRED)


def test_what_rows_cost_tells_where_no_text_goes_on() -> None:
    body = _body(" 1   Data yang akurat          7 kapal     Server SILOPI\n", (4, 30, 42))
    assert [cells_centred([body], hung, 1.0) for hung in (2.0, 50.0)] == [False, True]


def test_a_cell_of_one_line_stands_beside_no_line_of_one_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows of one line each, set in the middle, are no row of two lines."""
    text = "{}  Desa dimonitor     32 desa    Surat\n 2   Penanganan aduan   90 aduan   Hasil\n"
    bodies = [_body(text.format(first), (4, 23, 34)) for first in ("   ", " 1 ")]
    costs = [cuts_of(body, True).spans[0][2] for body in bodies]
    monkeypatch.setattr("extract.table.inked.cuts._UNEVEN", 0.0)
    without = [cuts_of(body, True).spans[0][2] for body in bodies]
    assert [costs[0] > without[0], costs[1] > without[1]] == [True, False]


def test_rows_without_a_number_are_told_by_all_tables() -> None:
    """Each sasaran has a number: rows that hold all else begin without one, though a narrow column
    broke the targets of other tables (`12` / `kapal`)."""
    one = _body(" 1   Data akurat    Kapal       12\n                                kapal\n", (4, 19, 31))
    rows = " 1   Data akurat    Kapal       12       Surat\n 2   Data aman      Pemantau    4        Buku\n"
    alone = "                    Jumlah aduan    24       Rekap\n"
    two, other = _body(rows, (4, 19, 31, 40)), _body(rows + alone, (4, 19, 31, 40))
    same_counting([one, two])
    assert one.all_counted and two.all_counted
    same_counting([one, two, other])
    assert not any(body.all_counted for body in (one, two, other))


def test_a_text_that_stands_again_below_itself_goes_on_nowhere() -> None:
    """`Bayi sehat` in each of its rows, beside targets that all are whole."""
    text = (
        " 3   Bayi sehat     KN lengkap      98 persen   rekap\n     Bayi sehat     ASI eksklusif   72 persen   rekap\n"
    )
    assert going_on(_body(text, (4, 19, 35, 47)), [0, 1]) == {}
    other = text.replace("     Bayi sehat     ASI", "     dan aman       ASI")
    assert going_on(_body(other, (4, 19, 35, 47)), [0, 1])[1] == frozenset({1})


def test_a_text_that_had_room_above_goes_on_nowhere() -> None:
    text = " 1   Tertib arsip    Arsip statis    berkas\n                     Naskah kuno     naskah\n"
    area = Area(tuple(_ink(text)), (4, 20, 36))
    rooms = [0, 0, 0, width("berkas naskah kuno")]
    assert [dict(going_on(Body.of(area, rooms=own), [0, 1])) for own in ((), rooms)] == [{1: frozenset({3})}, {}]


def test_units_beside_the_numbers_of_rows_may_be_small() -> None:
    text = "".join(
        f" {n}   Sasaran {n}   {unit:<9} 1{n}\n" for n, unit in enumerate(["unit", "berkas", "kali", "dok", "peta"], 1)
    )
    assert small_columns([_body(text, (4, 17, 27))]) == {2}


def test_a_column_has_room_for_its_widest_text_but_one() -> None:
    lines = [
        line.parts for line in _ink("Jumlah surat    12\nJumlah surat masuk    3\nJumlah surat masuk ke loket    4\n")
    ]
    assert column_widths(lines) == (0, 0)
    assert column_rooms(lines)[0] == width("Jumlah surat masuk")


_TABLE = """\
NO     SASARAN             INDIKATOR           TARGET
1      Wilayah kondusif    Rapat Forkopimcam   12 kali
2      Linmas terlatih     Anggota dilatih     60 orang
"""


@pytest.mark.parametrize(
    "listed",
    [
        "1. pembinaan Satlinmas desa\n2. pengawasan izin keramaian\n",
        "5) menyiangi koleksi yang\n   sudah lama\n",
    ],
)
def test_items_above_a_table_are_none_of_its_lines(listed: str) -> None:
    (area,) = text_areas(_ink("Fungsi :\n" + listed + _TABLE))
    assert area.lines[0].texts[0] == "NO"


def test_an_item_goes_on_where_its_text_begins() -> None:
    item, rest, heading = _ink(
        "5) menyiangi koleksi yang\n   sudah lama\n   NO      SASARAN                  INDIKATOR\n"
    )
    assert [is_item(one) for one in (item, rest, heading)] == [True, False, False]
    assert item_lines([item, rest, heading]) == 1


def test_a_line_of_a_heading_is_no_label() -> None:
    number, field = _ink("No:     Kinerja Utama     Capaian    (DEFINISI,\nJabatan    :    Kepala Bidang\n")
    assert [is_label(one, 0) for one in (number, field)] == [False, True]


def test_a_heading_of_four_words_stands_over_columns_of_a_table() -> None:
    """Above all other lines, behind the first column: it is no group row."""
    text = """\
Matriks Kinerja :
                                  Target Satu Tahun Penuh
 NO   SASARAN              JUMLAH   MUTU    WAKTU      DATA
 1    Wilayah kondusif     12       100     12 bulan   Notulensi camat
 2    Linmas terlatih      60       100     6 bulan    Absensi camat
"""
    (area,) = text_areas(_ink(text))
    assert area.lines[0].texts == ["Target Satu Tahun Penuh"]
    assert Body.of(area).across == frozenset()


def test_a_bracket_counts_a_group_as_a_point_does() -> None:
    table = _TABLE.replace("1      W", "A) KINERJA UTAMA\n1      W")
    page = _ink(table)
    assert is_group(page[1])
    (area,) = with_groups([Area(tuple(page), (6, 26, 46))], [page])
    assert area.groups == {page[1].number}


def test_labels_of_one_name_are_all_group_rows() -> None:
    """Words drift on a grid of characters: what stands around the second one is in no columns of the page."""
    head, *rows = _TABLE.splitlines(keepends=True)
    astray = "".join(f"{n}  Zona integritas yang terjaga penuh  WBK dan WBBM    {n} unit\n" for n in (3, 4, 5))
    page = _ink(head + "".join(rows * 4) + "URUSAN : BIDANG DATA\n" + astray)
    assert [len(text_areas(page, groups=groups)) for groups in ((), {"URUSAN"})] == [2, 1]


def test_the_label_of_a_head_is_no_group_rows_name_though_rows_stand_around_it() -> None:
    """Below `Jabatan :` another holder's table begins."""
    page = _ink(_TABLE + "Jabatan : Kepala Bidang Data\n" + "".join(_TABLE.splitlines(keepends=True)[1:]))
    assert _group_labels([page], ()) == frozenset()
    groups = _ink(_TABLE + "URUSAN : BIDANG DATA\n" + "".join(_TABLE.splitlines(keepends=True)[1:]))
    assert _group_labels([groups], ()) == {"URUSAN"}


def test_justified_words_of_a_rest_at_a_page_s_top_begin_where_they_may() -> None:
    above = _ink(_TABLE)
    text = (
        " \n" * 4
        + "                           Persentase  sesuai\n                           jabatan           80 orang\n"
    )
    below = _ink(text)
    found = carried([Area(tuple(above), (6, 26, 46))], [above, below])
    assert [line.number for line in found[-1].lines] == [line.number for line in below]


@pytest.mark.parametrize("at_home", [True, False])
def test_the_reader_of_text_is_asked_where_the_decree_speaks(at_home: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """It knows the words of one decree; where pages are parted their tables are read by form in any other text."""
    monkeypatch.setattr("extract.table.inked.left_to_text.speaks_as_decree", lambda words: at_home)
    lines = layout_of_lines(_TABLE + "\f").lines
    body = Body.of(Area(tuple(_ink(_TABLE)), (6, 26, 46)))
    part = PagePart(body.lines, [(0, 1), (1, 2), (2, 3)], True, frozenset())
    assert left_to_text(lines, [part], set()) == at_home


def test_a_heading_above_a_gap_of_the_line_below_stands_over_columns() -> None:
    """In the middle of the table, as a title is, but right above columns whose headings stand lower."""
    text = """\
                                                    Target Output
 Sasaran                   Indikator hasil                             Walidata yang ada di daerah ini semua
                                                   Satuan    Bilangan
 Tertib arsip              Arsip pindah            berkas    1.000     Depo arsip lama
 Aman                      Naskah kuno             naskah    20        Khastara daerah
 Bersih                    Jalan baru              meter     300       Survei jalan
"""
    (area,) = text_areas(_ink(text))
    assert area.lines[0].texts == ["Target Output"]


def test_a_tall_heading_beside_the_first_column_is_no_list() -> None:
    """Its lines begin in the second column or beside it, as those of a list do; texts far apart are none of one."""
    text = """\
                    PENJELASAN                 Target
       No.
                 IKU          (DEFINISI,                      Walidata
     Indeks
                              RUMUS)           2022

 1               V/C ratio    Volume lintas    ≤ 0,65         Survei traffic

 2               Tundaan      Jumlah tunda     ≤ 40 detik     Survei simpang
"""
    (area,) = text_areas(_ink(text), rest=False)
    assert area.lines[0].texts == ["PENJELASAN", "Target"]


def test_a_text_that_ends_openly_goes_on_beside_a_number() -> None:
    text = " 1   Kelas tani      Sub Bagian Umum dan\n 2   Gapoktan lama   Kepegawaian\n"
    assert going_on(_body(text, (4, 20)), [0, 1])[1] == frozenset({2})
    assert going_on(_body(text.replace(" dan", "   "), (4, 20)), [0, 1]) == {}


def test_a_column_with_a_text_in_each_row_has_no_merged_cell() -> None:
    rows = (
        " 1   Tata kelola   Temuan Itjen   Temuan tuntas seluruhnya",
        "     yang baik     Unit WBK       penetapan eselon I",
    )
    body = _body("\n".join(rows), (4, 18, 33))
    full = full_columns([(body, Cuts([0.0] * 3, [1, 2], [{}, {}]), 0)] * 2)
    assert full == frozenset({1, 2, 3})
    assert [going_on(body, [0, 1], own)[1] for own in ((), full)] == [frozenset({1, 3}), frozenset({1})]


def test_the_rest_of_a_cell_may_begin_with_a_word_in_capitals() -> None:
    above = _ink(_TABLE)
    below = _ink(" \n" * 4 + "       SIMPEG\n       sesuai aturan\n")
    found = carried([Area(tuple(above), (6, 26, 46))], [above, below])
    assert [line.number for line in found[-1].lines] == [line.number for line in below]
    title = _ink(" \n" * 4 + "       DINAS\n       PERTANIAN\n")
    assert len(carried([Area(tuple(above), (6, 26, 46))], [above, title])) == 1
