"""camelot's grids: another reader's opinion on where a page's cells are (flavor lattice, engine vector).

camelot finds lines by its own code and reads characters with another library, so that it is an independent witness for
the cells of a page. At page breaks it knows no more than we do.
"""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from extract.read.pdf.grid import grid_from, text_in
from extract.read.pdf.other_letters import bare_letters, read_otherwise
from extract.read.pdf.page import PageRead
from schemas.base import Finding
from schemas.layout import DrawnCell, Grid


class Witness:
    """The tables that camelot sees, by page. `heights` are the pages' heights (points)."""

    def __init__(self, data: bytes, heights: Mapping[int, float]) -> None:
        self.tables: dict[int, list[tuple[Grid, Any]]] = {}
        for table in _tables(data, heights):
            height = heights[table.page]
            self.tables.setdefault(table.page, []).append((_grid(table, height), table))

    def grids(self, page: int) -> list[Grid]:
        """Its grids on a page, top to bottom, still without text."""
        return sorted((grid for grid, _ in self.tables.get(page, ())), key=lambda grid: (grid.ys[0], grid.xs[0]))

    def findings(self, page: PageRead) -> list[Finding]:
        """Cells whose letters camelot reads otherwise, with both readings. It says nothing about tables without rules
        and about those that it does not see; letters of a watermark that it reads into a cell are no doubt."""
        found = []
        over = [bare_letters(text) for text, _, why in page.overlays if not why]
        for grid in page.grids:
            for region in grid.cells if grid.ruled else ():
                ours = text_in(region)
                theirs = self._text(page.page.number, region) if ours else ""
                if theirs is not None and _otherwise(ours, theirs, over):
                    found.append(read_otherwise("camelot", theirs, ours, page.page.place_of(region.box)))
        return found

    def _text(self, page: int, region: DrawnCell) -> str | None:
        """What camelot reads in the cell that holds the middle of ours; None where it sees no table."""
        x, y = (region.x0 + region.x1) / 2, (region.top + region.bottom) / 2
        for grid, table in self.tables.get(page, ()):
            if grid.xs[0] <= x <= grid.xs[-1] and grid.ys[0] <= y <= grid.ys[-1]:
                theirs = next(r for r in grid.cells if r.x0 <= x <= r.x1 and r.top <= y <= r.bottom)
                cells = [
                    table.cells[r][c].text
                    for r in range(theirs.r0, theirs.r1 + 1)
                    for c in range(theirs.c0, theirs.c1 + 1)
                ]
                return " ".join(" ".join(cells).split())
        return None


def _tables(data: bytes, heights: Mapping[int, float]) -> list[Any]:
    """camelot's tables on these pages; none where it fails."""
    from camelot.io import read_pdf

    pages = ",".join(map(str, sorted(heights)))
    if not pages:
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return list(
                read_pdf(io.BytesIO(data), pages=pages, flavor="lattice", engine="vector", suppress_stdout=True)
            )
        except (ValueError, LookupError, ArithmeticError, TypeError, OSError, RuntimeError):
            return []


def _grid(table: Any, height: float) -> Grid:
    """camelot's table as a grid; its y axis runs upwards."""
    xs = [table.cols[0][0], *(right for _, right in table.cols)]
    ys = [height - table.rows[0][0], *(height - bottom for _, bottom in table.rows)]
    columns, bands = len(xs) - 1, len(ys) - 1
    cells = table.cells
    upright = [[True] * bands for _ in xs]
    level = [[True] * columns for _ in ys]
    for r in range(bands):
        for c in range(columns):
            if c + 1 < columns:
                upright[c + 1][r] = bool(cells[r][c].right or cells[r][c + 1].left)
            if r + 1 < bands:
                level[r + 1][c] = bool(cells[r][c].bottom or cells[r + 1][c].top)
    return grid_from(table.page, xs, ys, upright, level)


def _otherwise(ours: str, theirs: str, over: Sequence[Counter[str]]) -> bool:
    """Do the letters differ, by more than some that one of the texts that lie over the page has?"""
    mine, other = bare_letters(ours), bare_letters(theirs)
    return bool(mine - other) or (mine != other and not any(other - mine <= text for text in over))


def witness(data: bytes, pages: Sequence[PageRead]) -> list[Finding]:
    """Findings on all pages that hold a ruled grid, are upright and not two on one sheet."""
    upright = [read for read in pages if not read.page.turn and read.page.fold is None]
    ruled = {read.page.number: read.page.height for read in upright if any(grid.ruled for grid in read.grids)}
    seen = Witness(data, ruled)
    return [finding for read in pages if read.page.number in ruled for finding in seen.findings(read)]
