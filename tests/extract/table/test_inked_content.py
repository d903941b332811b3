"""Which columns of a page are which, by what stands in them on other pages; and lists above a table."""

from __future__ import annotations

import pytest

from bahasa.temuan import threshold
from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.inked.alike import alike
from extract.table.inked.areas import areas_of_pages
from extract.table.inked.content import ColumnWords
from extract.table.inked.ink import InkLine, inked_pages

_HEAD = """\
Nama : Pengelola Data
 NO   HASIL YANG         PENGUKUR           BUKTI YANG         BESARAN
      DIHARAPKAN         CAPAIAN            DISUSUN            ANGKA
"""
_ROW = """\
 {n}    Terkelolanya       Jumlah {a:<12}Dokumen {a:<11}{n} dokumen
      data {a:<14}yang terkelola     yang tersusun
"""
_REST = """\
Jumlah {a:<12}Dokumen {a:<11}{n} dokumen
yang terkelola     yang tersusun
"""
_STRANGE = """\
Ukuran {a:<12}Naskah {a:<12}{n} dokumen
dari yang lain     lain itu juga
"""
_WORDS = ("arsip", "naskah", "surat", "laporan")


def _page(row: str, *words: str) -> str:
    return "".join(row.format(n=n, a=word) for n, word in enumerate(words, 1))


def _pages(text: str) -> list[list[InkLine]]:
    return inked_pages(layout_of_lines(text).lines)


def test_a_page_that_hides_its_first_columns_has_those_whose_words_it_shows() -> None:
    """As wide as the hidden column of outcomes is that of measures: only `Jumlah` and `Dokumen` tell them apart."""
    text = "\f".join((_HEAD + _page(_ROW, *_WORDS), _page(_ROW, *_WORDS[::-1]), _page(_REST, *_WORDS[:3])))
    *_, last = alike(areas_of_pages(_pages(text), ()))
    columns = [sum(gutter < ink.left for gutter in last.gutters) for ink in last.lines[0].ink]
    assert [ink.text for ink in last.lines[0].ink] == ["Jumlah", "arsip", "Dokumen", "arsip", "1", "dokumen"]
    assert columns == [2, 2, 3, 3, 4, 4]


def _last_page(row: str) -> str:
    return "\f".join((_HEAD + _page(_ROW, *_WORDS), _page(_ROW, *_WORDS[::-1]), _page(row, *_WORDS[:3])))


def test_columns_of_a_page_with_words_of_no_other_page_are_unsure() -> None:
    """The targets are known by their numbers; which two of three columns the others are, nothing tells."""
    *whole, last = alike(areas_of_pages(_pages(_last_page(_STRANGE)), ()))
    assert [area.unsure for area in whole] == [frozenset()] * 2
    assert {1, 2, 3} <= last.unsure <= {0, 1, 2, 3}
    *_, told = alike(areas_of_pages(_pages(_last_page(_REST)), ()))
    assert not told.unsure


def test_cells_of_unsure_columns_say_so() -> None:
    decree = decree_of(layout_of_lines(_last_page(_STRANGE))).decree
    cells = [cell.text for row in decree.blocks[0].rows for cell in row.cells.values()]
    unsure = [text for text in cells if any("milik kolom lain" in reason for reason in text.reasons)]
    assert {"Ukuran", "Naskah"} <= {text.as_printed[:6] for text in unsure}
    assert not any(text.as_printed.endswith("dokumen") for text in unsure)
    assert all(text.border_confidence < threshold("keyakinan-rendah") for text in unsure)


def test_words_of_too_few_pages_raise_a_doubt_and_decide_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = _pages(_last_page(_REST))
    *_, told = alike(areas_of_pages(pages, ()))
    monkeypatch.setattr("extract.table.inked.alike._CLEAR", 1.0)
    *_, wide = alike(areas_of_pages(pages, ()))
    assert wide.gutters != told.gutters
    assert {1, 2, 3} <= wide.unsure


class _Page:
    def __init__(self, lines: list[InkLine]) -> None:
        self.inside = lines


def test_words_speak_for_the_column_that_has_them_on_other_pages() -> None:
    pages = [_Page(page) for page in _pages("\f".join([_page(_ROW, *_WORDS)] * 3))]
    words = ColumnWords.of(pages, [(4, 23, 42, 61)] * 3, range(3))
    said = [words.fit(0, pages[0], 23, 42, column) for column in range(5)]
    assert max(range(5), key=lambda column: said[column]) == 2
    assert said[2] > 1 > said[0]


def test_a_column_with_a_text_in_each_row_is_hidden_less_easily_than_one_with_few() -> None:
    sparse = _page(_ROW, *_WORDS).replace(" 2 ", "   ").replace(" 3 ", "   ").replace(" 4 ", "   ")
    pages = [_Page(page) for page in _pages("\f".join([sparse] * 3))]
    words = ColumnWords.of(pages, [(4, 23, 42, 61)] * 3, range(3))
    assert words.hidden(0, 0) < words.hidden(0, 3)


def test_a_list_above_a_table_at_the_top_of_a_page_is_no_part_of_it() -> None:
    words = ("pada", "serta", "juga", "untuk", "dan")
    listed = "".join(f"                         {word} bidang dinas\n" for word in words)
    text = f"Nama : Pengelola Data\nFungsi : menyusun data\n\f{listed}\n{_HEAD.splitlines()[1]}\n{_page(_ROW, *_WORDS)}"
    (area,) = areas_of_pages(_pages(text), ())
    assert area.lines[0].texts[0] == "NO"


def test_tables_below_labels_without_a_head_of_their_own_have_that_of_the_first() -> None:
    """The vocabulary knows each heading of the first table, and could read it alone."""
    head = " NO   SASARAN            INDIKATOR          RUMUS              TARGET\n"
    label = "\nJabatan : Pengelola {0}\nTugas   : mengelola {0}\n\n"
    text = label.format("Data") + head + _page(_ROW, "arsip", "naskah") + label.format("Arsip") + _page(_ROW, "surat")
    decree = decree_of(layout_of_lines(text)).decree
    assert [len(block.rows) for block in decree.blocks] == [2, 1]
