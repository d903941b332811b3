"""A heading alone at the foot of a page, its rows on the next one."""

from __future__ import annotations

import pytest

from extract.read.pdf.banded import LineBand, banded_grid
from extract.read.pdf.grid import fill
from extract.read.pdf.strips import Strip
from extract.read.pdf.words import lines_of
from extract.table.drawn.heading import heading_from
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.drawn.heads_alone import with_heads_alone
from schemas.layout import Grid, Word

HEADING = [
    ("SASARAN", 60, 120, 286),
    ("INDIKATOR KINERJA", 150, 240, 286),
    ("TARGET MENURUT TAHUN", 265, 365, 274),
    ("2022", 256, 276, 292),
    ("2023", 306, 326, 292),
    ("2024", 356, 376, 292),
    ("SUMBER DATA", 392, 440, 286),
]
COLUMNS = (60, 150, 252, 302, 352, 396)
GUTTERS = (125, 246, 295, 345, 388)


def _grid(page: int, rows: list[list[tuple[str, int, int, int]]], gutters: tuple[int, ...]) -> Grid:
    bands = []
    for row in rows:
        words = [Word(text, x0, base - 6, x1, base + 2, base, 8.0, True, 0, (x1,)) for text, x0, x1, base in row]
        bands.append(LineBand(lines_of(words), min(w.top for w in words), max(w.bottom for w in words)))
    grid = banded_grid(page, bands, [Strip(x, x) for x in gutters], [], headed=False)
    fill([grid], [word for band in bands for line in band.lines for word in line.words])
    return grid


def _rows(count: int) -> list[list[tuple[str, int, int, int]]]:
    texts = ("Meningkatnya", "Jumlah dokumen", "85 %", "86 %", "87 %", "Bidang")
    return [[(t, x, x + 34, 60 + 20 * k) for t, x in zip(texts, COLUMNS, strict=True)] for k in range(count)]


@pytest.mark.parametrize(("page", "count", "columns"), [(2, 4, 6), (2, 2, 4), (3, 4, 4)])
def test_it_has_the_columns_that_its_rows_show(page: int, count: int, columns: int) -> None:
    """Few rows, or rows on a page further on, tell nothing of it."""
    head = _grid(1, [HEADING], (125, 280, 388))
    grids = [head, _grid(page, _rows(count), GUTTERS)]
    heading = heading_from(with_heads_alone(grids, HeadingSearch(grids))[0])
    assert heading is not None and len(heading.columns) == columns
    if columns == 6:
        assert [column.text for column in heading.columns][1:4] == [
            "INDIKATOR KINERJA", "TARGET MENURUT TAHUN 2022", "TARGET MENURUT TAHUN 2023",
        ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 2])
def test_where_it_shows_as_many_columns_they_stand_where_the_rows_show_them(count: int) -> None:
    """Of one row as well: in other columns it would be another table's."""
    head = _grid(1, [HEADING], (128, 252, 300, 341, 380))
    rows = _grid(2, _rows(count), GUTTERS)
    fitted = with_heads_alone([head, rows], HeadingSearch([head, rows]))[0]
    assert fitted.xs == rows.xs
