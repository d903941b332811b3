"""Column-aligned text: columns that stand elsewhere in a stretch of a page, and rows and lists that are no headings."""

from __future__ import annotations

import pytest

from extract.read.text import layout_of_lines
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.pieces import table_parts
from extract.table.inked.areas import Area
from extract.table.inked.carried_on import going_on
from extract.table.inked.cuts import SMALL, Body, cuts_of, small_columns
from extract.table.inked.drifted import drifted
from extract.table.inked.headed import printed_again, words_of_heading
from extract.table.inked.ink import InkLine, inked_pages
from extract.table.inked.placed import PlacedLine, placed_lines
from extract.table.inked.read import inked_layout
from extract.table.inked.told_by_lines import target_columns

#: A page whose last row stands four characters farther right than the first ones.
_MOVED = """\
 1   Haji tertib      Persentase        100     persen
                      pendaftaran
                      Persentase        95      persen
                      pembatalan
 2   Haji terbina     Jumlah manasik    8       kali
     dengan baik
 3   Haji diawasi         PPIU diawasi     7        lembaga
                          Nilai KBIHU      60       persen
"""


def _ink(text: str) -> list[InkLine]:
    return inked_pages(layout_of_lines(text).lines)[0]


def _placed(text: str, gutters: tuple[int, ...]) -> list[PlacedLine]:
    area = drifted(Area(tuple(_ink(text)), gutters))
    return placed_lines(area.lines, area.gutters, area.named, (), area.drifted)


def test_columns_that_moved_between_two_rows_keep_their_words() -> None:
    """`Persentase   100` is no indicator: a line with a text for each column shows where they stand there."""
    lines = _placed(_MOVED, (4, 21, 42, 50))
    rows = [[line.text(k) for k in range(2, 5)] for line in lines if line.cells[4]]
    assert rows == [
        ["Persentase", "100", "persen"],
        ["Persentase", "95", "persen"],
        ["Jumlah manasik", "8", "kali"],
        ["PPIU diawasi", "7", "lembaga"],
        ["Nilai KBIHU", "60", "persen"],
    ]


def test_columns_that_stand_in_one_place_are_left_there() -> None:
    upper = "".join(_MOVED.splitlines(keepends=True)[:6])
    assert not drifted(Area(tuple(_ink(upper)), (4, 21, 38, 47))).drifted


def test_words_of_justified_type_move_no_columns() -> None:
    """`Terwujudnya   layanan` has as many texts as there are columns: its gutter would stand behind another one."""
    text = (
        " 1   Terwujudnya   layanan       Jumlah    aduan\n"
        + 3 * "     cepat         mudah         Indeks    puas   Buku\n"
    )
    area = drifted(Area(tuple(_ink(text)), (4, 32, 42, 49)))
    assert not area.drifted


def test_a_row_whose_cells_say_the_same_is_no_heading() -> None:
    """Targets of one word for each year (`81,5 / A`) name no columns: the rows below them are the same table's."""
    rows = [
        ("Opini auditor", "Pernyataan auditor", ("WTP", "WTP", "WTP"), "LAI"),
        ("Rasio biaya", "Pendapatan : biaya", ("52 %", "52 %", "52 %"), "Keuangan"),
        ("Nilai SAKIP", "Penilaian Inspektorat", ("81,5 / A", "81,5 / A", "81,5 / A"), "LHE"),
        ("Indeks ASN", "kualifikasi (25)", ("79", "89", "99"), "BKD"),
        ("Survei kepuasan", "9 unsur SKM", ("> 88,31", "> 88,31", "> 88,31"), "Humas"),
    ]
    text = " PENGUKUR              CARA HITUNG             2022        2023        2024       ASAL\n"
    for what, how, (one, two, three), source in rows:
        text += f" {what:<22}{how:<24}{one:<12}{two:<12}{three:<11}{source}\n"
    layout = inked_layout(layout_of_lines(text).lines)
    assert layout is not None
    (part,) = table_parts(layout.grids[0], False, HeadingSearch())
    assert (part.first, part.stop) == (0, len(part.grid.owner))


def test_the_last_items_of_a_list_above_a_heading_are_none_of_it() -> None:
    head = " NO    SASARAN      INDIKATOR    TARGET\n"
    items = "  -    pelayanan masyarakat\n  -    pemeliharaan ketertiban\n  -    pembinaan warga\n  -    pelaporan\n"
    known = [words_of_heading(placed_lines(_ink(head), (5, 18, 31)))]
    lines = placed_lines(_ink(items + head + " 1     Warga        Jumlah       12\n"), (5, 18, 31))
    assert printed_again(lines, known) == (4, 5)
    # four lines of a row are no list
    assert printed_again(placed_lines(_ink(items.replace("-", " ") + head), (5, 18, 31)), known) is None


def test_a_page_with_few_targets_has_the_columns_of_targets_that_others_have() -> None:
    own = " 1   Naik    Jumlah   12\n             Nilai    Baik\n             Opini    Wajar\n"
    other = "".join(f" {n}   Naik    Jumlah   {n}0\n" for n in range(1, 6))
    bodies = [Body.of(Area(tuple(_ink(text)), (4, 12, 21))) for text in (own, other)]
    assert bodies[0].targets == frozenset()
    columns = target_columns([(body.lines, body.across) for body in bodies])
    assert columns == {3}
    assert Body.of(Area(tuple(_ink(own)), (4, 12, 21)), targets=columns).targets == {(0, 3)}


@pytest.mark.parametrize(("below", "whole"), [("250", 2), (".000", 0), ("000", 0)])
def test_a_number_in_groups_is_whole_unless_it_goes_on_below(below: str, whole: int) -> None:
    text = f" 1   Naik    Jumlah   18.000\n                      {below}\n"
    assert len(Body.of(Area(tuple(_ink(text)), (4, 12, 21))).targets) == whole


def test_signs_say_nothing_of_the_letters_that_units_begin_with() -> None:
    units = ["%", "%", "kali", "%", "orang", "%", "desa", "unit"]
    text = "".join(f" {n}   Naik    Jumlah   {n}0   {unit}\n" for n, unit in enumerate(units, 1))
    assert small_columns([Body.of(Area(tuple(_ink(text)), (4, 12, 21, 25)))]) == {4}


def test_a_text_printed_again_in_the_next_row_does_not_go_on_there() -> None:
    """A sasaran of two lines that each row prints, numbered once, is a cell of each."""
    row = "{}   Murid mengenal    {}   {}\n    diri dengan tepat\n"
    text = row.format("1", "Murid diterima", 35) + row.format(" ", "Minat sesuai  ", 90)
    assert going_on(Body.of(Area(tuple(_ink(text)), (3, 21, 38))), [2]) == {}
    other = text.replace("Murid mengenal    Minat", "untuk studi       Minat")
    assert going_on(Body.of(Area(tuple(_ink(other)), (3, 21, 38))), [2]) == {2: frozenset({1})}


def test_a_row_set_in_the_middle_may_begin_with_a_small_letter() -> None:
    """The first line of its highest cell stands alone (`murid yang mapel`), above those of its neighbours."""
    text = (
        "                    Murid diterima   Penjumlahan siswa\n"
        " 1   Murid tepat                                         8\n"
        "                    di PTN           yang lulus\n"
        "                                     murid yang mapel\n"
        "                    Kesesuaian minat\n"
        "                                     pilihannya sesuai   90\n"
        "                    dengan mapel\n"
        "                                     hasil tes\n"
    )
    body = Body.of(Area(tuple(_ink(text)), (4, 19, 36, 56)))
    assert cuts_of(body, True).rows(0) == [(0, 3), (3, 8)]


def test_rows_may_be_numbered_as_romans_do() -> None:
    text = "".join(f" {no:<4} Naik    Jumlah   8\n" for no in ("I.", "II.", "", "III.", "Ibu"))
    assert Body.of(Area(tuple(_ink(text)), (5, 13, 22))).counts == {0, 1, 3}


def test_words_before_a_number_begin_a_target() -> None:
    text = (
        " 1   Naik    Jumlah   12 aduan\n     Naik    Opini    maksimal 3\n"
        "     Naik    Sisa     40 aduan\n     naik    sisa     aduan\n     Naik    Guru     7 orang\n"
    )
    begins = Body.of(Area(tuple(_ink(text)), (4, 12, 21))).begins
    assert (begins[1][3], begins[3][3]) == (0.0, SMALL)


def test_what_is_printed_for_each_year_says_once_that_it_begins_small() -> None:
    text = " 1   Naik    Jumlah   12         13         14\n     Naik    Sisa     antara 9   antara 9   antara 9\n"
    assert list(Body.of(Area(tuple(_ink(text)), (4, 12, 21, 32, 43))).begins[1].values())[2:] == [SMALL, 0.0, 0.0]
