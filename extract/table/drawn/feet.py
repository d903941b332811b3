"""Bands that end the rows of each holder and name them (`Pemilik IKI : Kepala Subbagian Umum`, in the last row).

Input: the grids of a document. Output: the labels of such bands. One is told from the head of the next table by where
it is printed first, below rows, and last, with none below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.fold import fold_words
from extract.read.pdf.grid import text_in
from extract.table.drawn.heading_search import HeadingSearch
from extract.table.meaning.fields import FORM, names_office
from schemas.layout import Grid


def foot_labels(grids: Sequence[Grid], search: HeadingSearch) -> frozenset[str]:
    """The labels, folded, that name holders at the foot of their tables."""
    printed: dict[str, list[tuple[Grid, int]]] = {}
    for grid in grids:
        for band in range(len(grid.owner)):
            if label := foot_label(grid, band):
                printed.setdefault(label, []).append((grid, band))
    return frozenset(label for label, bands in printed.items() if _end_tables(bands, search))


def foot_label(grid: Grid, band: int) -> str:
    """The label, folded, of a band that prints one cell from the left edge on, a label and an office; else empty."""
    cells = [cell for cell in dict.fromkeys(grid.owner[band]) if cell.words]
    alone = len(cells) == 1 and cells[0].r0 == cells[0].r1 == band and not cells[0].c0
    match = FORM.match(text_in(cells[0])) if alone else None
    return fold_words(match["label"]) if match and names_office(match["nilai"]) else ""


def _end_tables(bands: Sequence[tuple[Grid, int]], search: HeadingSearch) -> bool:
    """Does the first of these bands stand below rows, and the last one below all of its grid?"""
    (grid, first), (ends, last) = bands[0], bands[-1]
    heading = search.below(grid, 0)
    return heading is not None and heading.body < first and last == len(ends.owner) - 1
