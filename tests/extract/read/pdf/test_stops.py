"""A stop of a scan behind which a small letter goes on may be a comma."""

from __future__ import annotations

import pytest

from extract.read.pdf.grid import fill, grids_of
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.stops import with_stops_doubted
from extract.read.pdf.words import lines_of
from schemas.layout import Grid, Word

XS, YS = (50.0, 250.0, 450.0), (100.0, 160.0, 220.0)


def _words(text: str, x: float, base: float) -> list[Word]:
    found = []
    for one in text.split():
        ends = tuple(x + 4.0 * k for k in range(1, len(one) + 1))
        found.append(Word(one, x, base - 7.5, ends[-1], base + 2.2, base, 10.0, True, 0, ends, 0.97))
        x = ends[-1] + 4
    return found


def _grid(words: list[Word]) -> Grid:
    rulings = [Ruling(x, YS[0], x + 1, YS[-1]) for x in XS] + [Ruling(XS[0], y, XS[-1], y + 1) for y in YS]
    (grid,) = grids_of(PageInk(1, 600, 800, rulings=rulings))
    fill([grid], words)
    return grid


def _unsure(words: list[Word]) -> list[str]:
    return [word.text for word in words if word.sure <= 0.5]


def test_a_stop_within_a_cell_is_in_doubt_across_its_lines_too() -> None:
    grid = _grid([*_words("Nomor surat dinas.", 54, 114), *_words("penggandaan dan laporan.", 54, 128)])
    assert with_stops_doubted([grid], []) == []
    assert _unsure([word for cell in grid.cells for word in cell.words]) == ["dinas."]


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Melakukan penerimaan. pencatatan dan laporan", ["penerimaan."]),
        ("Melakukan penerimaan. Pencatatan dan laporan", []),
        ("ketentuan yang berlaku. b. pengolahan data", []),
        ("Nomor urut dll. yang tercatat", []),
        ("Aplikasi Srikxndi. yang tercatat", []),
    ],
)
def test_a_stop_in_a_line(text: str, doubted: list[str]) -> None:
    (line,) = with_stops_doubted([], lines_of(_words(text, 40, 60)))
    assert _unsure(line.words) == doubted and line.text == text


def test_a_line_that_begins_small_leaves_the_end_of_the_one_above_it_sure() -> None:
    lines = lines_of([*_words("Menyusun rencana.", 40, 60), *_words("menyiapkan laporan", 40, 74)])
    assert [_unsure(line.words) for line in with_stops_doubted([], lines)] == [[], []]
