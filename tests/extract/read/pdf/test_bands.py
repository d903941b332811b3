"""Bands of lines as rows, heads and headings, where white shows the columns."""

from __future__ import annotations

import pytest

from extract.read.pdf.banded import LineBand, banded_grid
from extract.read.pdf.block_head import begins_block, has_labels
from extract.read.pdf.counted_rows import counted_apart
from extract.read.pdf.grid import Stroke, fill, text_in
from extract.read.pdf.loose import line_bands, loose_grids
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


def test_an_upper_level_spans_no_column_that_prints_beside_it() -> None:
    """`RINCIAN TARGET` over `TW I` and `TW II`; the first lines of the headings at both sides stand as high."""
    head = _band(
        *(_word(text, x, x + 40, 270) for text, x in (("TARGET", 200), ("PENANGGUNG", 420))),
        _word("RINCIAN", 270, 310, 270),
        _word("TARGET", 313, 350, 270),
        *(_word(text, x, x + 40, 278) for text, x in (("AKHIR", 200), ("JAWAB", 420))),
        *(_word(text, x, x + 20, 286) for text, x in (("TW-I", 270), ("TW-II", 330))),
        *(_word(text, x, x + 40, 286) for text, x in (("TAHUN", 200), ("KEGIATAN", 420))),
    )
    row = _band(*(_word("85", x, x + 10, 306) for x in (200, 270, 330, 420)))
    grid = banded_grid(1, [head, row], [Strip(245, 265), Strip(295, 325), Strip(355, 415)], [])
    fill([grid], [word for band in (head, row) for line in band.lines for word in line.words])
    spans = {text_in(cell): (cell.c0, cell.c1) for cell in grid.cells if cell.r1 < 2}
    assert spans["RINCIAN TARGET"] == (1, 2)
    assert (spans["TARGET AKHIR TAHUN"], spans["PENANGGUNG JAWAB KEGIATAN"]) == ((0, 0), (3, 3))


def test_a_line_drawn_through_the_last_line_of_a_heading_too_low_for_it_parts_it_from_the_row() -> None:
    """A heading printed again in a row that has no room for its last line (`2023` stands on the line below it)."""
    columns = (60, 160, 260, 360)
    lines = [
        _word(text, x, x + 60, 100) for text, x in zip(("NO", "SASARAN", "INDIKATOR", "TARGET"), columns, strict=True)
    ]
    words = [*lines, _word("TAHUN", 360, 390, 109), _word("2023", 360, 380, 118)]
    words += [_word("85", x, x + 60, 130) for x in columns]
    bands = line_bands(lines_of(words), [Stroke(117.4, 50, 430)])
    assert [[line.text for line in band.lines][-1] for band in bands] == ["2023", "85 85 85 85"]
    (grid,), _ = loose_grids(1, words + [_word("85", x, x + 60, 160) for x in columns], [Stroke(117.4, 50, 430)])
    assert grid.ys[1] == 117.4


@pytest.mark.parametrize(("numbers", "rows"), [(("1.", "2.", "3."), 3), (("4", "5", "6"), 3), (("1.", "2.", "4."), 1)])
def test_rows_of_one_line_each_that_count_on_are_parted_without_a_heading(numbers: tuple[str, ...], rows: int) -> None:
    """They stand as far from each other as all lines of their page do, and no line is drawn between them."""
    words = [_word(number, 60, 68, 100 + 17 * at) for at, number in enumerate(numbers)]
    words += [_word(text, x, x + 60, 100 + 17 * at) for at in range(3) for x, text in ((90, "Jumlah"), (240, "12"))]
    words += [_word("seluruhnya", 90, 150, 109)]
    assert len(counted_apart([_band(*words)])) == rows


@pytest.mark.parametrize(
    ("over", "level"),
    [((("TARGET PER TRIWULAN", 146, 236),), (0, 3)), ((("TARGET", 140, 180), ("HASIL", 250, 290)), (0, 2))],
)
def test_a_line_drawn_below_an_upper_level_shows_its_columns(
    over: tuple[tuple[str, float, float], ...], level: tuple[int, int]
) -> None:
    """Its words stand right over the second and the third column, as if they were the first lines of theirs; two texts
    over one line are two levels."""
    words = [_word(text, x0, x1, 100) for text, x0, x1 in over]
    words += [_word(f"KE-{n}", x, x + 25, 112) for n, x in enumerate((100, 150, 200, 250), 1)]
    words.append(_word("SUMBER", 320, 360, 106))
    row = _band(*(_word("85", x, x + 10, 140) for x in (100, 150, 200, 250, 320)))
    gutters = [Strip(x - 10, x - 5) for x in (150, 200, 250, 320)]
    head = _band(*words)
    grid = banded_grid(1, [head, row], gutters, [Stroke(103, 95, 300)])
    fill([grid], [word for band in (head, row) for line in band.lines for word in line.words])
    spans = {text_in(cell): (cell.c0, cell.c1) for cell in grid.cells if cell.r0 == 0}
    assert spans.get(over[0][0]) == level


def test_a_label_whose_colon_touches_it_in_a_face_with_wide_blanks_begins_no_table() -> None:
    """`NAMA JABATAN:   PENGUJI KENDARAAN` above its fungsi: blanks of a third of the type size."""
    words = [
        _word(text, x, x + 30, 100) for text, x in (("NAMA", 60), ("JABATAN:", 93), ("PENGUJI", 140), ("MAHIR", 173))
    ]
    words += [_word(text, x, x + 30, 110) for text, x in (("i.", 70), ("memeriksa", 110), ("kendaraan", 143))]
    words += [_word(text, x, x + 30, 120) for text, x in (("ii.", 70), ("menerbitkan", 110), ("kartu", 143))]
    assert has_labels(_band(*words))


def test_a_colon_behind_the_first_heading_of_a_table_is_no_labels() -> None:
    texts = (("Nomor", 60), (":", 92), ("SASARAN", 140), ("INDIKATOR", 260), ("TARGET", 380))
    assert not has_labels(_band(*(_word(text, x, x + (2 if text == ":" else 30), 100) for text, x in texts)))


def _heading_with_level(beside: bool = True) -> list[Word]:
    """`TAHAP` over `AWAL INTI AKHIR`, and `SASARAN` / `KINERJA`, `SUMBER` / `DATA` at its sides."""
    words = [_word("TAHAP", 178, 222, 98), *(_word(text, x, x + 22, 112) for text, x in (("AWAL", 130), ("INTI", 190)))]
    sides = [_word(text, x, x + 40, base) for x in (60, 300) for text, base in (("SASARAN", 96), ("KINERJA", 106))]
    return [*words, _word("AKHIR", 240, 262, 112), *(sides if beside else ())]


@pytest.mark.parametrize("pieces", [1, 3])
def test_a_line_below_an_upper_level_parts_no_heading(pieces: int) -> None:
    """It goes over more than half of the words beside it, drawn whole or cell by cell."""
    step = 180 / pieces
    across = [Stroke(102, 110 + step * k, 110 + step * (k + 1)) for k in range(pieces)]
    assert len(line_bands(lines_of(_heading_with_level()), across)) == 1


def test_a_line_beside_a_merged_cell_parts_rows() -> None:
    """The rumus of the row above ends with a text that stands alone, in the middle; two texts begin below the line."""
    words = [_word("Tertibnya", 60, 90, 88), _word("arsip", 60, 80, 98), _word("daerah", 60, 84, 108)]
    words += [_word("Jumlah", 112, 140, 88), _word("85", 160, 170, 88), _word("dokumen", 190, 214, 88)]
    words += [_word("arsip", 188, 212, 98), *(_word(text, x, x + 24, 112) for text, x in (("Nilai", 112), ("75", 160)))]
    across = [Stroke(102, 110, 290)]
    assert len(line_bands(lines_of(words), across)) == 2


def test_a_line_below_a_title_over_the_whole_table_parts_it_off() -> None:
    assert len(line_bands(lines_of(_heading_with_level(beside=False)), [Stroke(102, 110, 290)])) == 2


@pytest.mark.parametrize(("step", "parted"), [(17.6, True), (16.4, True), (9.6, False)])
def test_rows_of_one_line_are_parted_by_the_distance_of_their_numbers(step: float, parted: bool) -> None:
    """All rows have one line, so that their distance comes up most often of all on the page."""
    lefts = (60, 90, 220, 340, 420)
    texts = ["1 Tuntas Ketuntasan 85% Rapor", "2 Naik Kenaikan 90% Dapodik", "3 Terlibat Pertemuan 12 Notulen"]
    words = [
        _word(word, x, x + 25, 100 + k * step)
        for k, text in enumerate(texts)
        for x, word in zip(lefts, text.split(), strict=True)
    ]
    bands = line_bands(lines_of(words), [])
    assert len(bands) == (3 if parted else 1)


def test_white_between_rows_is_that_of_a_cell_where_rows_have_several_lines() -> None:
    lefts = (60, 90, 220, 340)
    texts = ["1 Tuntas Ketuntasan 85%", "- belajar murid -", "2 Naik Kenaikan 90%", "- kelas murid -"]
    steps = (100, 110, 126, 136)
    words = [
        _word(word, x, x + 25, base)
        for base, text in zip(steps, texts, strict=True)
        for x, word in zip(lefts, text.split(), strict=True)
        if word != "-"
    ]
    assert [len(band.lines) for band in line_bands(lines_of(words), [])] == [2, 2]


def test_a_band_that_got_other_lines_counts_its_columns_anew() -> None:
    """Columns are counted once for a band; the upper level of a heading that joins it may show more."""
    band = _band(_word("NO", 64, 80, 274), _word("TARGET", 219, 260, 274))
    assert band.columns == 2
    band.lines[:0] = _band(_word("BIDANG", 120, 170, 262)).lines
    assert band.columns == 3
