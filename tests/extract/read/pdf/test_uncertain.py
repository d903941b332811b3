"""Cells of a scan are unsure where the lines of its picture don't fit together, and only there."""

from collections.abc import Sequence
from itertools import cycle, pairwise

from extract.read.pdf.grid import fill, grids_of
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.uncertain import with_uncertain
from schemas.layout import Grid, Word

XS, YS = (50.0, 150.0, 250.0, 350.0), (100.0, 130.0, 160.0, 190.0)


def _across(y: float, x0: float = XS[0], x1: float = XS[-1]) -> Ruling:
    return Ruling(x0, y, x1, y + 1)


def _down(x: float, top: float = YS[0], bottom: float = YS[-1]) -> Ruling:
    return Ruling(x, top, x + 1, bottom)


WHOLE = [*map(_across, YS), *map(_down, XS)]


def _word(text: str, x0: float, base: float) -> Word:
    x1 = x0 + 5.0 * len(text)
    ends = tuple(x0 + 5.0 * k for k in range(1, len(text) + 1))
    return Word(text, x0, base - 7.5, x1, base + 2.2, base, 10.0, True, 0, ends)


def _words() -> list[Word]:
    return [_word("Jumlah", x + 4, y + 14) for x in XS[:-1] for y in YS[:-1]]


def _in_first_column(first: Sequence[str], behind: float) -> list[Word]:
    """Two lines in each cell of the first column, of one word after the other and another so far behind the column's
    edge."""
    bases = [base for top, bottom in pairwise(YS) for base in (top + 12, bottom - 5)]
    return [
        _word(text, x, base)
        for base, word in zip(bases, cycle(first), strict=False)
        for text, x in ((word, XS[0] + 4), ("Bagian", XS[0] + behind))
    ]


def _read(rulings: list[Ruling], words: list[Word]) -> list[Grid]:
    grids = grids_of(PageInk(1, 600, 800, rulings=rulings))
    fill(grids, words)
    return with_uncertain(grids, rulings)


def _why(grids: list[Grid]) -> dict[tuple[int, int], str]:
    """What is in doubt, by column and band."""
    return {(cell.c0, cell.r0): cell.why for grid in grids for cell in grid.cells if cell.why and cell.sure < 0.9}


def test_a_table_drawn_as_a_whole_is_sure() -> None:
    assert _why(_read(WHOLE, _words())) == {}


def test_a_merged_cell_is_sure() -> None:
    merged = [*map(_across, (YS[0], YS[2], YS[3])), _across(YS[1], XS[1]), *map(_down, XS)]
    assert _why(_read(merged, _words())) == {}


def test_cells_beside_a_line_that_ends_on_its_way_are_unsure() -> None:
    broken = [*map(_across, (YS[0], YS[1], YS[3])), _across(YS[2], XS[0], XS[1] + 60), *map(_down, XS)]
    why = "garis tabel terputus di sisi sel ini"
    assert _why(_read(broken, _words())) == {(1, 1): why, (1, 2): why}


def test_cells_whose_line_runs_through_print_are_unsure() -> None:
    words = [*_words()[1:], _word("Terlaksananya", XS[0] + 4, YS[1] + 3)]
    assert _why(_read(WHOLE, words)) == {(0, 0): "garis tabel memotong tulisan", (0, 1): "garis tabel memotong tulisan"}


def test_a_cell_with_more_corners_than_four_is_unsure() -> None:
    """The lower line of the first cell is missing, the side of the cell below it as well."""
    rulings = [*map(_across, (YS[0], YS[2], YS[3])), _across(YS[1], XS[1]), *map(_down, (XS[0], XS[2], XS[3]))]
    rulings += [_down(XS[1], YS[0], YS[1]), _down(XS[1], YS[2], YS[3])]
    assert _why(_read(rulings, _words())) == {(0, 0): "garis di sekeliling sel ini tidak lengkap"}


def test_a_column_with_white_all_through_it_is_unsure() -> None:
    found = _why(_read(WHOLE, _in_first_column(("Lembar", "Berita", "Naskah"), 50)))
    assert set(found) == {(0, 0), (0, 1), (0, 2)}
    assert len(set(found.values())) == 1


def test_what_is_repeated_in_each_row_stands_below_itself() -> None:
    """`Sub Bagian   Umum dan`, six times: words begin below each other in a column that no line parts."""
    assert _why(_read(WHOLE, _in_first_column(("Lembar", "Berita"), 50))) == {}


def test_the_marks_of_items_have_white_behind_them() -> None:
    assert _why(_read(WHOLE, _in_first_column(("1.", "2.", "3."), 30))) == {}


def test_the_words_of_a_table_in_doubt_are_unsure() -> None:
    """It may be read without its cells, in a wrong order."""
    words = [_word("Terlaksananya", x + 4, y + 3) for x in XS[:-1] for y in YS[1:-1]]
    (grid,) = _read(WHOLE, words)
    assert {word.sure for cell in grid.cells for word in cell.words} == {0.5}


def test_cells_with_ink_that_was_not_read_are_unsure() -> None:
    """A stamp over two cells, and the rest of a line at the border of a third."""
    grids = grids_of(PageInk(1, 600, 800, rulings=WHOLE))
    fill(grids, _words())
    stamp, rest = (XS[0] + 60, YS[1] + 5, XS[1] + 30, YS[1] + 20), (XS[2] + 40, YS[2] - 1, XS[2] + 60, YS[2] + 2)
    why = _why(with_uncertain(grids, WHOLE, [stamp, rest]))
    assert set(why) == {(0, 1), (1, 1)}
    assert len(set(why.values())) == 1
