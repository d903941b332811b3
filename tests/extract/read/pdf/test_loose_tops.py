"""What a table without upright lines begins with: a caption above its heading, a row that a page begins with."""

from __future__ import annotations

import pytest

from extract.read.pdf.banded import LineBand, banded_grid
from extract.read.pdf.grid import fill, text_in
from extract.read.pdf.loose import loose_grids
from extract.read.pdf.strips import Strip
from extract.read.pdf.words import lines_of
from schemas.layout import Word


def _line(texts: dict[float, str], base: float, size: float = 10.0) -> list[Word]:
    """Words of 5 points a letter, a blank of 2.5 between them."""
    words = []
    for left, text in texts.items():
        for word in text.split():
            right = left + 5 * len(word)
            words.append(Word(word, left, base - 7.5, right, base + 2.2, base, size, True, 0, (right,)))
            left = right + 2.5
    return words


@pytest.mark.parametrize("caption", ["", "Tabel Sasaran dan Indikator :"])
def test_a_caption_right_above_a_heading_of_two_levels_is_none_of_them(caption: str) -> None:
    """`Target Tahun Ke` over two years, by white alone; without the caption it was read so."""
    texts = [{40.0: caption}] if caption else []
    head = [{250.0: "Target Tahun Ke"}, {40.0: "NO", 80.0: "INDIKATOR"}, {240.0: "2022", 320.0: "2023"}]
    row = [{40.0: "1", 80.0: "Jumlah dokumen", 240.0: "12", 320.0: "14"}]
    bases = iter((80.0, 100.0, 106.0, 112.0, 130.0) if caption else (100.0, 106.0, 112.0, 130.0))
    bands = []
    for band in [*([texts] if texts else []), head, row]:
        lines = lines_of([word for line in band for word in _line(line, next(bases))])
        bands.append(LineBand(lines, lines[0].top, lines[-1].bottom))
    grid = banded_grid(1, bands, [Strip(50, 80), Strip(150, 240), Strip(260, 320)], [])
    fill([grid], [word for band in bands for line in band.lines for word in line.words])
    (over,) = (cell for cell in grid.cells if text_in(cell) == "Target Tahun Ke")
    assert (over.c0, over.c1) == (2, 3)


@pytest.mark.parametrize("number", ["7", "7."])
def test_the_first_row_of_a_page_is_no_heading_that_crosses_columns(number: str) -> None:
    """Its indikator is the longest: the white between the other cells goes on over its last words."""
    source = [("Formulir", 560, 591), ("usulan", 593, 620), ("akademik", 560, 596)]
    first = [
        (number, 67, 72),
        ("Terlestarikannya", 88, 151),
        ("budaya", 153, 182),
        ("Karya", 248, 270),
        ("yang", 302, 321),
    ]
    first += [("diusulkan", 323, 359), ("menjadi", 362, 392), ("WBTb", 394, 416), ("2", 488, 492), ("karya", 495, 516)]
    second = [
        ("8", 67, 72),
        ("Terawatnya", 88, 151),
        ("budaya", 185, 213),
        ("Koleksi", 248, 275),
        ("terawat", 277, 328),
    ]
    second += [("75", 457, 466), ("koleksi", 468, 494), ("sekali", 497, 547), ("Kartu", 560, 580)]
    third = [("9", 67, 72), ("Meningkatnya", 88, 141), ("apresiasi", 143, 177), ("Kunjungan", 248, 288)]
    third += [("museum", 291, 323), ("naik", 487, 502), ("8%", 505, 517)]
    bases = {
        67.7: [*first, *source[:2]],
        76.4: source[2:],
        93.2: second,
        109.9: [*third, *source[:2]],
        118.7: source[2:],
    }
    printed = [(base, *word) for base, own in bases.items() for word in own]
    words = [Word(text, x0, base - 6, x1, base + 2, base, 7.5, True, 0, (x1,)) for base, text, x0, x1 in printed]
    (grid,), rest = loose_grids(1, words, [])
    texts = [text_in(cell) for cell in grid.owner[0]]
    karya = "Karya yang diusulkan menjadi WBTb"
    assert texts == [number, "Terlestarikannya budaya", karya, "2 karya", "Formulir usulan akademik"] and not rest


def test_a_heading_that_begins_with_a_number_keeps_its_upper_level() -> None:
    """`1. | Indikator Kinerja | Target Tahun Ke`: the rows below count from 1, and not on from it."""
    lines = [(100.0, {40.0: "1.", 80.0: "Indikator Kinerja", 250.0: "Target Tahun Ke"})]
    lines += [(112.0, {240.0: "2022", 320.0: "2023"})]
    for at, name in enumerate(("dokumen layanan", "arsip tertata", "data tertata"), 1):
        lines += [(130.0 + 20 * at, {40.0: str(at), 80.0: f"Jumlah {name}", 240.0: f"1{at}", 320.0: f"2{at}"})]
    (grid,), _ = loose_grids(1, [word for base, texts in lines for word in _line(texts, base)], [])
    assert [text_in(cell) for cell in dict.fromkeys(grid.owner[-1])] == ["3", "Jumlah data tertata", "13", "23"]
