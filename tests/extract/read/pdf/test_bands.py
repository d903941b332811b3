"""Bands of lines as rows, heads and headings, where white shows the columns."""

from __future__ import annotations

from extract.read.pdf.banded import LineBand, banded_grid
from extract.read.pdf.block_head import begins_block
from extract.read.pdf.grid import fill, text_in
from extract.read.pdf.strips import Strip
from extract.read.pdf.words import lines_of
from schemas.layout import Word


def _word(text: str, x0: float, x1: float, base: float) -> Word:
    return Word(text, x0, base - 6, x1, base + 2, base, 8.0, True, 0, (x1,))


def _band(*words: Word) -> LineBand:
    lines = lines_of(list(words))
    return LineBand(lines, lines[0].top, lines[-1].bottom)


def test_upper_level_over_two_columns_begins_in_the_white_between_them() -> None:
    """`BESARAN` over a wide column of `BANYAKNYA`, numbers at its left, and a narrow one of `STN`."""
    head = _band(
        _word("NO", 64, 80, 274),
        _word("UKURAN", 219, 300, 274),
        _word("BESARAN", 392, 437, 270),
        _word("BANYAKNYA", 348, 407, 287),
        _word("STN", 448, 467, 287),
    )
    row = _band(_word("1", 62, 67, 306), _word("Jumlah", 214, 324, 306), _word("3", 340, 345, 306))
    row.lines[0].words.append(_word("Dokumen", 426, 465, 306))
    gutters = [Strip(80, 214), Strip(325, 340), Strip(355, 426)]
    grid = banded_grid(1, [head, row], gutters, [])
    fill([grid], [word for band in (head, row) for line in band.lines for word in line.words])
    (over,) = (cell for cell in grid.cells if text_in(cell) == "BESARAN")
    assert (over.c0, over.c1) == (2, 3)


def test_colons_inside_the_cells_of_a_row_begin_no_head() -> None:
    """`1 | Meningkatnya produksi | Jumlah padi : | 85 | Jumlah padi : dibagi jumlah`, two lines with a colon."""
    table = _band(*(_word("JUDUL", x, x + 20, 100) for x in (60, 120, 220, 340, 500)))
    lefts = ((60, "1"), (93, "Meningkatnya"), (214, "padi"), (340, "85"), (500, "padi"))
    words = [_word(text, x, x + 30 + 40 * (x > 480), 120) for x, text in lefts]
    words += [_word("produksi", 93, 140, 130), _word(":", 247, 249, 120), _word("dibagi", 500, 560, 130)]
    words += [_word(":", 563, 565, 130), _word(":", 573, 575, 120)]
    assert not begins_block(table, [_band(*words)], [Strip(80, 117), Strip(180, 219), Strip(240, 348), Strip(437, 520)])
