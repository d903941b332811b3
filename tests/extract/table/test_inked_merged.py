"""Merged cells that are set in the middle of their rows, and words that a column has no room for."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.inked.ink import Ink, InkLine, inked_pages
from extract.table.inked.merged import UNSURE_MARGIN, MergedText, merged_texts
from extract.table.inked.placed import PlacedLine, placed_lines
from extract.table.inked.widths import column_widths, fitted, overfull


def _placed(text: str, *gutters: int) -> list[PlacedLine]:
    (page,) = inked_pages(layout_of_lines(text).lines)
    return placed_lines(page, gutters)


_MIDDLE = """\
1   Jumlah data
2   Jumlah naskah      Sub Bagian
3   Jumlah arsip
4   Jumlah surat
5   Jumlah peta        Bidang Data
"""


def test_a_text_spans_the_rows_in_whose_middle_it_stands() -> None:
    lines = _placed(_MIDDLE, 2, 20)
    rows = [(i, i + 1) for i in range(5)]
    found = merged_texts(lines, rows, [{2: -0.5}] * 5, [2])
    assert [(one.column, one.first, one.last) for one in found if one.first < one.last] == [(2, 0, 2)]
    # `Bidang Data` could as well be that of the fourth row too
    assert [(one.first, one.margin < UNSURE_MARGIN) for one in found if one.first == one.last] == [(4, True), (3, True)]


def test_a_text_that_goes_on_as_no_cell_begins_is_one_though_its_first_part_fills_a_row() -> None:
    """`cepat, mudah,` at the foot of a row, `transparan` at the head of the next one of four lines."""
    lines = _placed("aa   Layanan\nbb   cepat, mudah,\ncc   transparan\ndd\nee\nff\n", 4)
    rows = [(0, 2), (2, 6)]
    for cost, joined in ((2.5, [(0, 1)]), (0.0, [])):
        begins = [{1: -0.5}, {1: 1.5}, {1: cost}, {}, {}, {}]
        assert [(one.first, one.last) for one in merged_texts(lines, rows, begins, [1])] == joined


@pytest.mark.parametrize("column", [0, 1])
def test_a_column_that_each_row_fills_has_no_merged_text(column: int) -> None:
    lines = _placed(_MIDDLE, 2, 20)
    assert merged_texts(lines, [(i, i + 1) for i in range(5)], [{}] * 5, [column]) == []


def test_texts_that_begin_cells_of_their_own_are_not_joined() -> None:
    lines = _placed("1  aa\n\n\n2  bb\n\n\n3\n", 2)
    found = merged_texts(lines, [(0, 1), (1, 2), (2, 3)], [{1: -0.5}, {1: -0.5}, {}], [1])
    assert [one for one in found if one.first == 0 and one.last] == []


def test_numbers_and_targets_are_cells_of_their_own() -> None:
    lines = _placed("aa\nbb   5\n\ncc   6\ndd\n", 3)
    rows = [(0, 1), (1, 2), (2, 3), (3, 4)]
    for joined, single in ((True, ()), (False, ((1, 1), (2, 1)))):
        found = merged_texts(lines, rows, [{1: 9.0 if joined else 0.0}] * 4, [1], single)
        assert any(one.first <= 1 and one.last >= 2 for one in found) == joined


_BLOCK = """\
Jabatan : Pengelola Data
 NO   HASIL DIHARAPKAN    PENGUKUR CAPAIAN     BESARAN      PENYEDIA
 1                        Jumlah arsip         1 dokumen    Seksi Arsip
 2    Terkelolanya        Jumlah naskah        2 dokumen    Seksi Naskah
 3                        Jumlah surat         3 dokumen    Seksi Surat
 4    Tersedianya data    Jumlah peta          4 dokumen    Seksi Peta
"""


def test_a_merged_cell_is_that_of_the_first_row_that_it_spans() -> None:
    (block,) = decree_of(layout_of_lines(_BLOCK)).decree.blocks
    cells = [row.cells["sasaran"] for row in block.rows]
    assert [(cell.text.as_printed, cell.span) for cell in cells] == [
        ("Terkelolanya", "own"),
        ("", "covered"),
        ("", "covered"),
        ("Tersedianya data", "own"),
    ]


def _words(text: str) -> tuple[Ink, ...]:
    ((line,),) = inked_pages(layout_of_lines(text).lines)
    assert isinstance(line, InkLine)
    return line.ink


def test_a_column_is_as_wide_as_its_wide_texts() -> None:
    texts = ["satu dua tiga", "dua tiga satu", "tiga dua satu", "satu tiga dua", "dua satu tiga", "tiga satu dua"]
    lines = [(_words(text), ()) for text in [*texts, "satu", "dua"]]
    wide, unknown = column_widths(lines)
    assert unknown == 0
    assert overfull(_words("satu dua tiga"), [0, 0, 0], (wide, 0)) == 0
    assert overfull(_words("satu dua tiga lima"), [0, 0, 0, 0], (wide, 0)) > 2
    assert column_widths(lines[:5]) == (0, 0)


def test_a_single_word_is_as_wide_as_it_is() -> None:
    assert overfull(_words("pertanggungjawaban"), [0], (480,)) == 0


def test_the_words_at_the_edge_stand_where_the_reading_costs_least() -> None:
    path, margins = fitted([0, 0, 0], 2, lambda way: abs(sum(way) - 1))
    assert path == [0, 0, 1]
    assert margins == {0: 1.0, 1: 1.0}


def test_merged_texts_are_told_by_column() -> None:
    assert MergedText(1, 0, 2, 0.5).column == 1


def test_the_words_of_a_head_stand_where_they_do_however_narrow_its_column_is() -> None:
    text = "Jumlah pegawai TW I\n" + "".join(f"Jumlah data      {n}\n" for n in range(10, 19))
    (page,) = inked_pages(layout_of_lines(text).lines)
    named = {(1, ink.left): (int(ink.left > 14), 1.5) for ink in page[0].ink}
    head, *_ = placed_lines(page, (14,), named, (6000, 2600))
    assert [head.text(0), head.text(1)] == ["Jumlah pegawai", "TW I"]
    numbers = [((), line.cells[1]) for line in placed_lines(page[1:], (14,))]
    assert column_widths(numbers) == (0, 0)
