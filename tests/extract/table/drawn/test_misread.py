"""Headings of scans that are one, though a letter of one was read otherwise or a line below it was not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.read.pdf.grid import fill, grids_of, text_in
from extract.read.pdf.ink import PageInk, Ruling
from extract.table.drawn.heading import heading_from
from extract.table.drawn.misread import is_misread
from extract.table.drawn.pieces import sheets_of
from extract.table.drawn.printed_again import is_printed_again
from extract.table.drawn.row_in_heading import with_row_apart
from schemas.layout import Grid, Word

XS = (50.0, 90.0, 290.0, 450.0, 540.0)
HEAD = ("NO", "INDIKATOR KINERJA", "SUMBER DATA / UNIT", "TARGET")
ROWS = (
    ("1", "Persentase arsip yang tertata", "Bagian Umum", "90 %"),
    ("2", "Jumlah dokumen mutu layanan", "Seksi Mutu", "5 dokumen"),
)
MORE = (("1", "Jumlah pegawai yang dilatih", "-", "40 orang"), ("2", "Indeks kepuasan", "-", "85"))


def _words(text: str, x: float, base: float, sure: float) -> list[Word]:
    found = []
    for one in text.split():
        ends = tuple(x + 5.0 * k for k in range(1, len(one) + 1))
        found.append(Word(one, x, base - 7.5, ends[-1], base + 2.2, base, 10.0, True, 0, ends, sure))
        x = ends[-1] + 4
    return found


def _grid(page: int, rows: Sequence[Sequence[str]], sure: float, unseen: Sequence[int] = ()) -> Grid:
    """A ruled table; the line below the heading is not seen in the columns `unseen`."""
    ys = [100.0 + 20 * k for k in range(len(rows) + 1)]
    rulings = [Ruling(x, ys[0], x + 1, ys[-1] + 1) for x in XS]
    for k, y in enumerate(ys):
        for c in range(len(XS) - 1):
            if k != 1 or c not in unseen:
                rulings.append(Ruling(XS[c], y, XS[c + 1] + 1, y + 1))
    (grid,) = grids_of(PageInk(page, 600, 800, rulings=rulings))
    fill([grid], [w for k, row in enumerate(rows) for x, text in zip(XS, row, strict=False)
                  for w in _words(text, x + 5, ys[k] + 14, sure)])  # fmt: skip
    return grid


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("NO", "SASARAN", "SUMBERDATAIUNIT"), ("N0", "SASARAN", "SUMBERDATAUNIT"), True),
        (("NO", "SASARAN", "TARGET2020"), ("NO", "SASARAN", "TARGET2021"), False),
        (("NO", "SASARAN", "TWI"), ("NO", "SASARAN", "TWII"), False),
        (("NO", "SASARAN", "TARGETTRIWULANIII"), ("NO", "SASARAN", "TARGETTRIWULANIV"), False),
        (("NO", "SASARAN", "TARGETSEMESTERA"), ("NO", "SASARAN", "TARGETSEMESTERB"), False),
        (("NO", "SASARAN"), ("NO", "SASARAN", "TARGET"), False),
    ],
)
def test_headings_that_differ_by_what_is_misread(one: Sequence[str], other: Sequence[str], same: bool) -> None:
    assert is_misread(one, other) is same


@pytest.mark.parametrize(("sure", "together"), [(0.95, True), (1.0, False)])
def test_tables_under_one_heading_decide_together_though_a_letter_was_misread(sure: float, together: bool) -> None:
    """In print another letter is another heading."""
    misread = [name.replace("/", "I") for name in HEAD]
    grids = [_grid(1, (HEAD, *ROWS), sure), _grid(2, (misread, *MORE), sure)]
    first, second = sheets_of(grids, lambda _a, _b, boxed: True).indicators
    decided = [[(column.role, column.sure) for column in sheet.columns] for sheet in (first, second)]
    assert (decided[0] == decided[1]) is together


def test_a_heading_again_that_is_one_with_the_numbers_of_its_columns() -> None:
    """`INDIKATOR KINERJA` over `b` in one cell was the first row of the page."""
    again = [HEAD, ("a", "b", "c", "d"), *MORE]
    grids = [_grid(1, (HEAD, *ROWS), 0.95), _grid(2, again, 0.95, unseen=(0, 1))]
    (sheet,) = sheets_of(grids, lambda _a, _b, boxed: False).indicators
    assert [len(piece.rows) for piece in sheet.pieces] == [2, 2]


def _written(rows: Sequence[Sequence[str]], tops: Sequence[float]) -> list[Word]:
    return [w for row, y in zip(rows, tops, strict=True) for x, text in zip(XS, row, strict=False)
            for w in _words(text, x + 5, y + 14, 0.95)]  # fmt: skip


@pytest.mark.parametrize(("first", "count"), [("3", 2), ("", 1)])
def test_a_heading_again_that_is_one_with_the_row_below_it(first: str, count: int) -> None:
    """`NO 3` over `4`: the cells of the row stood in a heading, of another table; without more it is the heading."""
    row = (first, "Jumlah pegawai yang dilatih", "Bagian", "40 orang") if first else ("", "", "", "")
    last = ("4", "Indeks kepuasan", "Seksi Mutu", "85")
    ys = (100.0, 150.0, 170.0)
    rulings = [Ruling(x, ys[0], x + 1, ys[-1] + 1) for x in XS] + [Ruling(XS[0], y, XS[-1], y + 1) for y in ys]
    (grid,) = grids_of(PageInk(2, 600, 800, rulings=rulings))
    fill([grid], _written([HEAD, row, last], (100.0, 125.0, 150.0)))
    (sheet,) = sheets_of([_grid(1, (HEAD, *ROWS), 0.95), grid], lambda _a, _b, boxed: False).indicators
    assert [len(piece.rows) for piece in sheet.pieces] == [2, count]


def test_the_rest_of_a_row_right_below_a_heading_printed_again_is_no_word_of_it() -> None:
    """No line is seen between them: the text was dropped with the heading."""
    first = heading_from(_grid(1, (HEAD, *ROWS), 0.95))
    rulings = [Ruling(x, 100, x + 1, 141) for x in XS]
    rulings += [Ruling(XS[0], y, XS[-1] + 1, y + 1) for y in (100.0, 140.0)]
    (again,) = grids_of(PageInk(2, 600, 800, rulings=rulings))
    fill([again], [word for x, text in zip(XS, HEAD, strict=False) for word in _words(text, x + 5, 114, 0.95)])
    alone = heading_from(again)
    fill([again], _words("untuk diusulkan sebagai data", XS[1] + 5, 130, 0.95))
    with_rest = heading_from(again)
    assert first is not None and alone is not None and with_rest is not None
    assert is_printed_again(alone, first) and not is_printed_again(with_rest, first)
    parted = with_row_apart(again, first, text_in)
    assert [[cell.words[0].text for cell in row if cell.words] for row in parted.owner] == [
        ["NO", "INDIKATOR", "SUMBER", "TARGET"],
        ["untuk"],
    ]


def test_the_row_that_is_one_with_a_heading_keeps_its_columns_and_what_is_doubted() -> None:
    """`Target ()` for `Target (%)`: the marks are the heading's; a word whose letters end in the next column is not
    that one's."""
    first = heading_from(_grid(1, (HEAD, *ROWS), 0.95))
    rulings = [Ruling(x, 100, x + 1, 141) for x in XS]
    rulings += [Ruling(XS[0], y, XS[-1] + 1, y + 1) for y in (100.0, 140.0)]
    (again,) = grids_of(PageInk(2, 600, 800, rulings=rulings))
    head = [*HEAD[:-1], f"{HEAD[-1]} ()"]
    fill([again], [word for x, text in zip(XS, head, strict=False) for word in _words(text, x + 5, 114, 0.95)])
    row = ("1", "Jumlah pegawai terlatih", "Bagian Umum", "40 orang")
    fill([again], [word for x, text in zip(XS, row, strict=False) for word in _words(text, x + 5, 130, 0.95)])
    moved = again.owner[0][1].words[-1]
    again.owner[0][1].words[-1] = moved._replace(x0=XS[2] - 4, x1=XS[2] + 12)
    doubted = {id(cell): replace(cell, sure=0.5, why="uji") for cell in again.cells}
    again = replace(
        again, owner=[[doubted[id(one)] for one in row] for row in again.owner], cells=list(doubted.values())
    )
    assert first is not None
    parted = with_row_apart(again, first, text_in)
    assert [[" ".join(word.text for word in cell.words) for cell in row] for row in parted.owner][1:] == [list(row)]
    assert {cell.sure for cell in parted.cells} == {0.5}


@pytest.mark.parametrize(("sure", "heads"), [(0.1, True), (0.97, False)])
def test_a_figure_that_is_hardly_sure_does_not_speak_against_a_heading(sure: float, heads: bool) -> None:
    """`# | INDIKATOR KINERJA | ...`: the sign is read as a `1`; a sure one is the number of a row."""
    grid = _grid(1, (("1", *HEAD[1:]), *ROWS), 0.98)
    first = grid.owner[0][0]
    first.words[:] = [word._replace(sure=sure) for word in first.words]
    heading = heading_from(grid)
    assert (heading is not None and heading.first == 0) is heads
