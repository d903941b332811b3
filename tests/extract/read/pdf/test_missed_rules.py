"""A line that the picture of a scan does not show in one row of a table, and cells that are merged on purpose."""

from extract.read.pdf.grid import fill, grids_of, strokes_of, text_in
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.missed_rules import with_missed_rules
from schemas.layout import Grid, Word

XS, YS = (50.0, 100.0, 250.0, 350.0, 450.0), (100.0, 115.0, 130.0, 160.0, 190.0, 220.0)


def _across(y: float, x0: float = XS[0], x1: float = XS[-1]) -> Ruling:
    return Ruling(x0, y, x1, y + 1)


def _down(x: float, top: float = YS[0], bottom: float = YS[-1]) -> Ruling:
    return Ruling(x, top, x + 1, bottom)


#: A heading of two levels without the lines between its columns, and three rows.
LEVEL = [*map(_across, (YS[0], *YS[2:])), _across(YS[1], XS[2])]
UPRIGHT = [_down(XS[0]), _down(XS[-1]), *(_down(x, YS[2]) for x in XS[1:-1])]


def _word(text: str, x0: float, base: float) -> Word:
    x1 = x0 + 5.0 * len(text)
    ends = tuple(x0 + 5.0 * k for k in range(1, len(text) + 1))
    return Word(text, x0, base - 7.5, x1, base + 2.2, base, 10.0, True, 0, ends)


ROWS = [_word("Jumlah", x + 4, y + 14) for x in XS[:-1] for y in YS[2:-1]]
HEADING = [
    _word("NO", 60, 118),
    _word("INDIKATOR", 120, 118),
    _word("TARGET", 335, 111),
    _word("SATUAN", 285, 126),
    _word("JUMLAH", 385, 126),
]


def _read(rulings: list[Ruling], words: list[Word]) -> Grid:
    (grid,) = grids_of(PageInk(1, 600, 800, rulings=rulings))
    fill([grid], words)
    return with_missed_rules(grid, strokes_of(rulings)[0])


def _texts(grid: Grid, band: int) -> list[tuple[int, int, str]]:
    return [(cell.c0, cell.c1, text_in(cell)) for cell in grid.cells if cell.r0 <= band <= cell.r1]


def test_a_heading_is_parted_where_the_rows_below_are() -> None:
    grid = _read([*LEVEL, *UPRIGHT], [*HEADING, *ROWS])
    assert _texts(grid, 0) == [(0, 0, "NO"), (1, 1, "INDIKATOR"), (2, 3, "TARGET")]
    assert _texts(grid, 1)[2:] == [(2, 2, "SATUAN"), (3, 3, "JUMLAH")]
    assert len(_texts(grid, 2)) == 4


def test_a_group_row_stays_one_cell() -> None:
    """A mark stands apart from its text just at the first line; text runs over the others."""
    group = [_word("A.", 80, 114), _word("BIDANG", 110, 114), _word("KEPEGAWAIAN", 230, 114)]
    grid = _read([*map(_across, (YS[0], *YS[2:])), *UPRIGHT], [*group, *ROWS])
    assert _texts(grid, 0) == [(0, 3, "A. BIDANG KEPEGAWAIAN")]


def test_text_at_one_side_of_a_merged_cell_leaves_it() -> None:
    grid = _read([*map(_across, (YS[0], *YS[2:])), *UPRIGHT], [_word("Catatan", 110, 114), *ROWS])
    assert _texts(grid, 0) == [(0, 3, "Catatan")]


def test_lines_that_no_other_row_shows_part_nothing() -> None:
    rulings = [*map(_across, (YS[0], *YS[2:])), _down(XS[0]), _down(XS[-1]), _down(XS[1], YS[2], YS[3])]
    grid = _read(rulings, [_word("NO", 60, 114), _word("INDIKATOR", 120, 114)])
    assert _texts(grid, 0) == [(0, 1, "NO INDIKATOR")]
