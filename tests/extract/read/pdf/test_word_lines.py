"""Words as lines: where a line stands is told by its letters."""

from __future__ import annotations

from dataclasses import replace

from extract.read.pdf.words import cell_lines, lines_of
from schemas.layout import DrawnCell, Word


def _word(text: str, x0: float, base: float) -> Word:
    x1 = x0 + 5.0 * len(text)
    return Word(text, x0, base - 8, x1, base + 2, base, 10.0, True, 0, (x1,))


def test_a_colon_that_stands_higher_parts_no_label_from_its_text() -> None:
    """`Fungsi : a. Menghimpun`, of a scan: the colon is no start of a line that the label is too low for."""
    words = [
        _word("Fungsi", 43, 221.6),
        _word(":", 295, 216.0),
        _word("a.", 548, 220.0),
        _word("Menghimpun", 570, 220.0),
    ]
    assert [line.text for line in lines_of(words)] == ["Fungsi : a. Menghimpun"]
    below = _word("jaminan", 570, 233.3)
    assert [line.text for line in lines_of([*words, below])] == ["Fungsi : a. Menghimpun", "jaminan"]


def test_the_lines_of_a_cell_are_made_once_and_anew_where_its_words_change() -> None:
    words = [_word("Jumlah", 10, 20), _word("arsip", 10, 32)]
    cell = DrawnCell(0, 0, 0, 0, 0.0, 0.0, 100.0, 50.0, words=words)
    first = cell_lines(cell)
    assert [line.text for line in first] == ["Jumlah", "arsip"] and cell_lines(cell) is first
    assert cell_lines(cell, wide=True) is not first and cell_lines(cell) is first
    # text that ran over its border is moved into the cell
    cell.words.append(_word("tertib", 50, 32))
    assert [line.text for line in cell_lines(cell)] == ["Jumlah", "arsip tertib"]
    half = replace(cell, words=cell.words[:1])
    assert [line.text for line in cell_lines(half)] == ["Jumlah"]
    assert [line.text for line in cell_lines(cell)] == ["Jumlah", "arsip tertib"]
