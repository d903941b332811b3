"""Tables inside a cell of another one are grids of their own."""

from __future__ import annotations

from extract.read.pdf.grid import grid_from
from extract.read.pdf.inner_tables import inner_first
from schemas.layout import Grid

_XS, _YS = [40.0, 70.0, 180.0, 186.0, 300.0, 420.0, 540.0, 560.0], [80.0, 100.0, 120.0]


def cut_form(margin: float) -> Grid:
    """A page of a form that prints only rows of its inner table: number, label and margins go on over all of it."""
    xs = [x if x != 186 else 180 + margin for x in _XS]
    upright = [[True] * 2 for _ in xs]
    inside = [False, False, False, True, True, True, False]
    return grid_from(1, xs, _YS, upright, [[True] * 7, inside, [True] * 7])


def test_a_table_that_goes_on_inside_a_cell_on_the_next_page() -> None:
    inner, outer = inner_first([cut_form(6)])
    assert (inner.xs, len(inner.cells)) == ((186.0, 300.0, 420.0, 540.0), 6)
    assert {(cell.r0, cell.c0) for cell in inner.cells} == {(r, c) for r in (0, 1) for c in (0, 1, 2)}
    assert outer.xs[0] == 40 and len(outer.cells) == 4


def test_columns_that_are_no_margin_are_the_tables_own() -> None:
    # `No` and `Sasaran` of all rows of a page, merged
    (grid,) = inner_first([cut_form(60)])
    assert len(grid.cells) == 10
