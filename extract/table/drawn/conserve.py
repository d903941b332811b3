"""The proof that a table loses and invents no character.

What is printed in the region of a table (its cells as filled from the page) is counted against what came out of it:
headings, column numbers, headings printed again, group rows and the cells' texts. Blanks aside the two must agree.
"""

from __future__ import annotations

from collections import Counter

from bahasa.temuan import About, finding
from extract.table.drawn.sheet import TablePart
from extract.table.sheet import DrawnTable
from schemas.base import Finding
from schemas.layout import DrawnCell


def lost_characters(table: DrawnTable) -> list[Finding]:
    """A finding of severity error where the characters in a table's region and in its cells differ."""
    there, out = _printed(table), _taken(table)
    if there == out:
        return []
    lost, invented = there - out, out - there
    about = About(field="rows", as_printed="".join(sorted(lost.elements()))[:200], places=table.places)
    return [finding("karakter-hilang", about, hilang=lost.total(), berlebih=invented.total())]


def _printed(table: DrawnTable) -> Counter[str]:
    """Characters on the pages, within the pieces of the table."""
    found = [r for p in table.sheet.parts for r in _regions(p, p.first, p.stop)]
    return Counter("".join([run.text for region in found for run in region.words]).replace(" ", ""))


def _taken(table: DrawnTable) -> Counter[str]:
    """Characters that came out: as texts of cells and headings, or taken off as headings printed again."""
    texts = [cell.text.as_printed for row in table.rows for cell in row.all_cells]
    texts += [text for text, _ in table.made.groups]
    inside = {id(region) for piece in table.sheet.parts for region in _regions(piece, piece.first, piece.stop)}
    headings = {id(cell): cell for column in table.made.columns for cell in column.cells if id(cell) in inside}
    for piece in table.sheet.parts:
        if piece.heading is not None:
            for region in _regions(piece, max(piece.first, piece.heading.first), piece.heading.body):
                headings[id(region)] = region
    texts += [run.text for region in headings.values() for run in region.words]
    return Counter("".join(texts).replace(" ", ""))


def _regions(piece: TablePart, first: int, stop: int) -> list[DrawnCell]:
    found: dict[int, DrawnCell] = {}
    for band in range(first, stop):
        for region in piece.grid.owner[band]:
            if first <= region.r0 < stop:
                found[id(region)] = region
    return list(found.values())
