"""Rows whose print stands across the columns of their table: a line over the whole page that was parted among them.

In a table no cell reaches below the cells of another column. Where the print of one does, by places alone, whatever it
says (`INDIKATOR KINERJA INDIVIDU` over three columns), its row is none, or was parted wrongly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bahasa.roles import about_role
from bahasa.temuan import finding
from katalog.assemble.findings.place import about_block, quoted
from schemas.base import Finding, Role
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow

#: Print reaches so far below another column's (points); a column that has one cell on a page tells little.
_OVER, _CELLS = 2.0, 2

#: Left and right end of the prints of a column on a page.
Extents = Sequence[tuple[float, float]]


def check_across(catalogue: Catalogue) -> list[Finding]:
    """A finding for each such row."""
    return [found for block in catalogue.blocks for found in _rows_across(block)]


def _rows_across(block: IndicatorBlock) -> Iterator[Finding]:
    columns = _columns(block)
    for row in block.rows:
        across = next(_across(row, columns), None)
        if across is not None:
            role, other = across
            said = {"teks": quoted(row.cells[role].text, 60), "kolom": about_role(other).called}
            yield finding("tata-letak-ragu", about_block(block, f"rows/{row.row}", row.cells[role].text), **said)


def _columns(block: IndicatorBlock) -> Mapping[int, Mapping[Role, Extents]]:
    """Where the columns' own cells are printed, page by page."""
    found: dict[int, dict[Role, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for row in block.rows:
        for role, page, extent in _extents(row):
            found[page][role].append(extent)
    return found


def _extents(row: IndicatorRow) -> Iterator[tuple[Role, int, tuple[float, float]]]:
    for role, cell in row.cells.items():
        for place in cell.text.places if cell.span == "own" else ():
            if place.page is not None and place.bbox is not None:
                yield role, place.page, (place.bbox[0], place.bbox[2])


def _across(row: IndicatorRow, columns: Mapping[int, Mapping[Role, Extents]]) -> Iterator[tuple[Role, Role]]:
    """The cells of a row that reach below another column of their page, each with that column. Where most cells of
    theirs do, it is the page that leans: a photograph."""
    for role, page, extent in _extents(row):
        for other, extents in columns[page].items():
            if other != role and _reaches(extent, extents):
                mine = columns[page][role]
                if sum(_reaches(one, extents) for one in mine) * 2 < len(mine):
                    yield role, other


def _reaches(extent: tuple[float, float], column: Extents) -> bool:
    """Does a print reach below most prints of a column?"""
    if len(column) < _CELLS:
        return False
    start, end = extent
    below = [(left, right) for left, right in column if left < end and start < right]
    return sum(min(end, right) - max(start, left) > _OVER for left, right in below) * 2 > len(column)
