"""Tables in column-aligned text: which columns fit all pages, what tells them, and headings over several."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.inked.alike import alike
from extract.table.inked.areas import Area, areas_of_pages, text_areas
from extract.table.inked.content import UNTOLD, ColumnWords, ToldWords
from extract.table.inked.cuts import Body, cuts_of
from extract.table.inked.doubts import sure_of
from extract.table.inked.fitted import gutters_like
from extract.table.inked.gutters import Filled, column_parts, cut_lines, gutters_of
from extract.table.inked.ink import FAR, InkLine, inked_pages
from extract.table.inked.merged import merged_texts
from extract.table.inked.named import HeadWord, PrintedHead, heads_of
from extract.table.inked.overs import headings_over
from extract.table.inked.placed import placed_lines
from extract.table.inked.shape import AreaPage, ColumnShape, best_between
from extract.table.inked.standing import Standing
from extract.table.inked.wrapped_labels import joined_labels
from extract.table.linear.tokens import width


def _pages(text: str) -> list[list[InkLine]]:
    return inked_pages(layout_of_lines(text).lines)


def _ink(text: str) -> list[InkLine]:
    return _pages(text)[0]


def _area(text: str) -> Area:
    lines = _ink(text)
    return Area(tuple(lines), tuple(gutters_of(lines)))


def test_a_shape_is_fitted_to_a_page_once_but_for_what_other_pages_tell() -> None:
    area = _area(" 1     Tersusun     Jumlah\n 2     Tersedia     Daftar\n")
    page = AreaPage.of(area, heads_of([area])[0], same=True)
    shape, same, other = (ColumnShape(widths, {}) for widths in ((6, 13), (6, 13), (6, 9)))
    found = gutters_like(shape, page)
    assert gutters_like(same, page) is found and gutters_like(shape, page, replace(UNTOLD, at=1)) is not found
    gutters_like(other, page)
    assert len(page.fitted) == 2


def _best_way(shape: ColumnShape, page: AreaPage, told: ToldWords) -> float:
    """What the best of all ways to gutters is worth, each looked at for itself (but for what all gutters say)."""
    between = page.between

    def unnamed(low: int, high: int) -> float:
        return float(between.unnamed(np.array(low), np.array(high)))

    def worth(low: int, high: int, number: int) -> float:
        off = abs(high - low - shape.widths[number])
        said = told.fit(low, high, number) if off <= 24 else 0.0
        columns = between.columns(np.array(low), np.array(high))
        return float(columns.worths(page.counted[high], told.hidden(number))) + said - 0.25 * max(0, off - 2)

    ways, want = {page.left: 0.0}, page.left
    for number, wide in enumerate(shape.widths):
        want = min(want + wide, len(page.worth) - 1)
        found = {
            at: max(score + worth(before, at, number) for before, score in ways.items() if before < at)
            for at in {*page.spots, want}
            if at > min(ways)
        }
        for at, so_far in ways.items():
            hidden = so_far - told.hidden(number) - unnamed(at, at)
            found[at] = max(found.get(at, hidden), hidden)
        ways = found
    ends = (so_far - unnamed(at, FAR) + told.last(at, FAR, between.begins(at)) for at, so_far in ways.items())
    return max(ends)


def test_the_way_to_a_gutter_is_the_best_of_all() -> None:
    """All at once, and the words of a column only where they may do; here each for itself."""
    area = _area(" 1     Tersusun     Jumlah arsip     3\n 2     Tersedia     Daftar      surat 4\n")
    page = AreaPage.of(area, heads_of([area])[0], same=True)
    words = ColumnWords.of([page, page], [(6, 19, 33), (6, 19, 31)], [0, 1])
    known = ToldWords(words, page, 0)
    for widths in ((6, 13, 14), (3, 8, 30), (12, 12, 4), (20, 2, 2)):
        shape = ColumnShape(widths, {})
        for told in (UNTOLD, known, known.turned(1, held=True), known.turned(2, held=False)):
            score, gutters = gutters_like(shape, page, told)
            cost = page.between.apart(gutters) + page.between.borrowed(gutters)
            assert score + cost == pytest.approx(_best_way(shape, page, told))


def test_a_column_begins_where_enough_lines_have_text_of_it() -> None:
    # three lines: the second part is one of a single line, the third of all
    filled = Filled([(0, 2, 1), (0, 2, 2), (4, 9, 1), (12, 15, 1), (12, 14, 2), (12, 18, 3)])
    lows, highs = np.array([-1, 0, 1, 3, 10, 10, 13]), np.array([1, 2, 9, 9, 13, 14, 99])
    assert filled.between(lows, highs).tolist() == [True, True, False, False, False, True, False]


def test_the_value_of_a_label_that_goes_on_at_the_left_edge_is_no_rest_of_it() -> None:
    inline = "Tugas Pokok : Melakukan pengadaan sesuai\nprosedur dan ketentuan yang berlaku.\n"
    assert [line.text for line in joined_labels(_ink(inline))] == inline.splitlines()
    broken = "Tugas       : Melakukan pengadaan sesuai\nPokok         ketentuan yang berlaku.\n"
    assert joined_labels(_ink(broken))[0].text.startswith("Tugas Pokok :")


def test_column_numbers_count_no_rows() -> None:
    rows = " (1)   (2)          (3)\n 4     Tersusun     Jumlah\n 5     Tersedia     Daftar\n"
    body = Body.of(Area(tuple(_ink(rows)), (5, 18)))
    assert body.counts == {1, 2}


def test_a_part_stands_over_the_columns_whose_headings_stand_lower_than_those_beside_it() -> None:
    # its middle is that of all columns but the first as well
    lines = _ink(
        "                                  Target\n"
        " No     Hasil          Ukuran                      Asal data       Capaian\n"
        "                               Satuan   Jumlah\n"
    )
    gutters = (6, 19, 29, 38, 49, 64)
    overs = headings_over(placed_lines(lines, gutters), gutters)
    assert [(one.first, one.last) for one in overs] == [(3, 4)]


def test_a_narrow_column_below_the_first_of_two_levels_is_below_it_too() -> None:
    lines = _ink(
        "                    TARGET\n"
        " No    Hasil                     Asal\n"
        "                 SATUA    JUM\n"
        " Ur    Kerja                     Data\n"
        "                   N      LAH\n"
    )
    gutters = (6, 15, 23, 31)
    overs = headings_over(placed_lines(lines, gutters), gutters)
    assert [(one.first, one.last) for one in overs] == [(2, 3)]


_ROW = (
    " {0}   Tersedianya    Jumlah {1:<10}  {0} berkas   Laporan {1}\n"
    "       data {1:<8}  yang tersusun                 tersedia\n"
)
_WORDS = ("arsip", "naskah", "surat", "peta")
_HEAD = " NO    SASARAN        INDIKATOR          TARGET     RUMUS\n"


def test_letters_on_most_lines_are_no_white() -> None:
    lines = _ink("aa bbb cc\naa bbb cc\naa     cc\n")
    assert cut_lines(lines, 9)[4] == pytest.approx(2 / 3)
    assert cut_lines(lines, 9)[2] == 0.0


def test_a_column_of_which_a_page_has_the_heading_alone_has_the_words_beside_it() -> None:
    """The number at the left edge of a narrow column, the heading in its middle."""
    head = " NO    SASARAN        CARA HITUNG        TAR    SATUAN\n                                         GET\n"
    row = " {0}     Tersedia       Laporan yang    {0}          dokumen\n       {1:<8}       tersusun\n"
    pages = "\f".join(head + "".join(row.format(n, word) for n, word in enumerate(_WORDS, 1)) for _ in range(2))
    for area in alike(areas_of_pages(_pages(pages), ())):
        line = placed_lines(area.lines, area.gutters, area.named)[2]
        assert [line.text(k) for k in range(5)] == ["1", "Tersedia", "Laporan yang", "1", "dokumen"]


def test_a_gutter_stands_where_it_is_worth_most_between_its_neighbours() -> None:
    text = _HEAD + "".join(_ROW.format(n, word) for n, word in enumerate(_WORDS, 1))
    area = _area(text)
    page = AreaPage.of(area, heads_of([area])[0], True)
    true = area.gutters
    wrong = (true[0], true[1], true[2] + 6, *true[3:])
    assert best_between(page, wrong, 2)[2] == true[2]


def test_fewer_numbers_than_columns_that_begin_in_a_later_one_are_targets() -> None:
    text = " Jumlah arsip     dokumen     1     2     3     4     Laporan arsip\n"
    more = "".join(
        f" Jumlah {word:<8}  dokumen    1{n}    2{n}    3{n}    4{n}    Laporan {word}\n"
        for n, word in enumerate(_WORDS)
    )
    assert not heads_of([_area(text + more)])[0].counted
    numbers = " (1)              (2)        (3)   (4)   (5)   (6)    (7)\n"
    assert heads_of([_area(numbers + more)])[0].counted


def test_words_above_column_numbers_are_in_the_columns_that_these_count() -> None:
    head = " NO    SASARAN        INDIKATOR           TW I    TW II      RUMUS\n"
    numbers = " (1)     (2)             (3)               (4)      (5)       (6)\n"
    row = " {0}     Tersedia       Jumlah {1:<8}    {0}     -    Laporan yang ada {1}\n"
    text = head + numbers + "".join(row.format(n, word) for n, word in enumerate(_WORDS, 1))
    (area,) = alike(areas_of_pages(_pages(text), ()))
    line = placed_lines(area.lines, area.gutters, area.named)[0]
    assert [line.text(k) for k in range(6)] == ["NO", "SASARAN", "INDIKATOR", "TW I", "TW II", "RUMUS"]


def test_a_page_whose_lines_show_two_columns_goes_on_with_the_table_above() -> None:
    """Cells set in the middle of their rows, and the first column hidden."""
    page = "Jabatan : Pengelola Data\n" + _HEAD + "".join(_ROW.format(n, word) for n, word in enumerate(_WORDS, 1))
    rest = "".join(
        f"       Tersedianya                            {n} berkas\n                      Jumlah {word:<10}\n"
        for n, word in enumerate(_WORDS, 5)
    )
    first, second = areas_of_pages(_pages(page + "\f" + rest), ())
    assert (first.page, second.page, len(second.lines)) == (1, 2, 8)
    prose = "".join(f"  Keterangan tentang {word} yang disusun oleh dinas\n" for word in _WORDS)
    assert len(areas_of_pages(_pages(page + "\f" + prose), ())) == 1


def test_a_text_that_goes_on_in_the_next_row_spans_both() -> None:
    (page,) = _pages("aa\nbb   12\ncc   dokumen\ndd\n")
    lines = placed_lines(page, (3,))
    rows = [(0, 2), (2, 4)]
    begins = [{}, {1: -0.5}, {1: 1.5}, {}]
    assert [(one.first, one.last) for one in merged_texts(lines, rows, begins, [1])] == [(0, 1)]
    assert merged_texts(lines, rows, [{}, {1: -0.5}, {1: -0.5}, {}], [1]) == []


def test_rows_with_numbers_behind_column_numbers_on_later_pages_are_read_by_form() -> None:
    head = "Nama Jabatan : Pengelola Data\n"
    names = (
        " NO   SASARAN            INDIKATOR          RUMUS              TARGET\n"
        " (1)        (2)               (3)               (4)              (5)\n"
    )
    row = " {0}    {2:<18} Jumlah {1:<11} Laporan {1:<10} {0} dokumen\n                         yang tersusun\n"
    rows = [row.format(n, word, "Tersedia" if n % 2 else "") for n, word in enumerate(_WORDS * 2, 1)]
    text = head + names + "".join(rows[:4]) + "\f" + names + "".join(rows[4:])
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert [one.cells["no"].text.as_printed for one in block.rows] == [str(n) for n in range(1, 9)]


def _body(text: str, gutters: tuple[int, ...], rooms: tuple[int, ...] = ()) -> Body:
    return Body.of(Area(tuple(_ink(text)), gutters), rooms=rooms)


def test_a_word_that_had_room_on_the_line_above_begins_a_row() -> None:
    """Cells set in the middle: two rows of one line each are as level as one of two."""
    text = " Jumlah surat        Register        Loket\n Kegiatan warga      Dokumentasi     Kasi Umum\n"
    gutters = (19, 35)
    body = _body(text, gutters, (width("Jumlah surat yang dilayani kecamatan"), 3000, 0))
    assert body.roomy == {(1, 0)}
    one_row = [cuts_of(own, True).spans[0][2] for own in (body, _body(text, gutters))]
    assert one_row[0] > one_row[1] + 1


def test_a_row_that_the_page_cuts_begins_with_all_of_its_cells() -> None:
    """Also where cells are set in the middle of their rows."""
    text = (
        " 1   Tersedia        Jumlah\n"
        "     dokumen         dokumen yang\n"
        "                     disusun untuk\n"
        "                     pelaksanaan\n"
        "                     kegiatan\n"
        "                     dinas\n"
    )
    assert cuts_of(_body(text, (4, 20)), True).rows(0) == [(0, 6)]


def test_the_best_shape_is_looked_for_with_columns_of_any_width() -> None:
    """Marks at the left edge of columns whose heads stand in their middle: white is wide, and each gutter alone is best
    where it is."""
    head = (
        "                                                     Pembagian Target\n"
        " NO    SASARAN        INDIKATOR\n"
        "                                            TW 1        TW 2        TW 3         TW 4\n"
    )
    row = " {0}     Tersedia       Jumlah {1:<8}      -           -           -            {0}\n"
    page = head + "".join(row.format(n, word) for n, word in enumerate(_WORDS, 1))
    for area in alike(areas_of_pages(_pages("\f".join([page] * 2)), ())):
        line = placed_lines(area.lines, area.gutters, area.named)[2]
        assert [line.text(k) for k in range(3, 7)] == ["TW 1", "TW 2", "TW 3", "TW 4"]


def test_a_small_word_alone_beside_a_text_that_goes_on_is_in_doubt() -> None:
    lines = placed_lines(_ink(" Tersedia    mutu    tata\n Kelola data\n"), (18,))
    assert [sure_of(lines, k, [])[0] < 1.0 for k in (0, 1)] == [True, True]
    assert sure_of(lines, 1, [], small={1}) == (1.0, "")
    assert sure_of(placed_lines(_ink(" Tersedia    mutu    Arsip\n Kelola data\n"), (18,)), 1, []) == (1.0, "")


def test_the_last_line_of_a_value_is_no_line_of_the_heading_below_it() -> None:
    rows = " 1     Tersedia       Jumlah arsip       1 berkas   Laporan arsip\n" * 3
    tugas = "Tugas               : Membantu Camat dalam\n                      pemerintahan kelurahan\n\n"
    (area,) = text_areas(_ink(tugas + _HEAD + rows))
    assert area.lines[0].texts[0] == "NO"
    listed = tugas.replace(": ", ": a. ").replace("  pemerintahan", "     pemerintahan")
    (area,) = text_areas(_ink(listed + _HEAD + rows))
    assert area.lines[0].texts[0] == "NO"


def test_headings_beside_a_gap_that_all_lines_keep_are_of_two_columns() -> None:
    """`RUMUS` and `SUMBER` / `DATA` stand on no line in common, and no row has a source."""
    text = (
        " NO    SASARAN        INDIKATOR                        SUMBER\n"
        "                                        RUMUS\n"
        "                      KINERJA                          DATA\n"
    )
    lines = _ink(text)
    head = PrintedHead(tuple(HeadWord.of(ink, 0, line) for line in lines for ink in line.ink))
    assert head.gaps(3)[-1] == (45, 55)
    standing = Standing(column_parts(lines), head)
    assert standing.borrowed((6, 20, 38, 50)) < standing.borrowed((6, 20, 38))


def test_a_blank_column_with_a_heading_costs_less_than_one_without() -> None:
    heading = " SASARAN   DATA   RUMUS\n URAIAN    ASAL   HITUNG\n"
    parts = column_parts(_ink(heading + " Tersedia         Laporan\n Tersusun         Daftar\n"))
    above, below = ([one for one in parts if (one[2] <= 2) is over] for over in (True, False))
    both, alone = Standing(below, PrintedHead(), above), Standing(below, PrintedHead())
    low, high, counted = np.array(9), np.array(16), np.array(2.0)
    assert both.columns(low, high).worths(counted) > alone.columns(low, high).worths(counted)
    assert both.columns(low, high).worths(counted) < both.columns(high, np.array(40)).worths(counted)
