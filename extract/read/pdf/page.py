"""The ink of a page to what a reader sees on it: grids with their text, lines outside them, and what lies over both.

Guarantee: every character of the text layer is in one cell, one line, or among the overlays (watermarks, stamps).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.read.pdf.grid import Grid, fill, grids_of, strokes_of
from extract.read.pdf.ink import Box, PageInk
from extract.read.pdf.overlay import across, sideways, without_stamps
from extract.read.pdf.unruled import unruled_grids
from extract.read.pdf.words import Run, TextLine, lines_of, runs_of


@dataclass(slots=True)
class PageRead:
    """One page: its ruled areas with their text, its lines outside them, and what lies over it. `legible` is
    False where its text layer can't be used; `recognised` tells that the layer is that of an earlier OCR."""

    number: int
    width: float
    height: float
    turn: int
    grids: list[Grid]
    outside: list[TextLine]
    overlays: list[tuple[str, Box]]
    legible: bool = True
    recognised: bool = False

    def shown(self, box: Box) -> Box:
        return PageInk(self.number, self.width, self.height, turn=self.turn).shown(box) if self.turn else box


def scanned_page(ink: PageInk, words: Sequence[Run]) -> PageRead:
    """A page whose words come from OCR."""
    tables = [grid for grid in grids_of(ink) if len(grid.xs) > 2]
    outside = fill(tables, list(words))
    return PageRead(ink.number, ink.width, ink.height, 0, tables, lines_of(outside, wide=True), [])


def read_page(ink: PageInk, drawn: Sequence[Grid] | None = None) -> PageRead:
    """A page's ink as grids with text, lines and overlays; `drawn` are grids found by another reader."""
    grids = grids_of(ink) if drawn is None else list(drawn)
    chars, stamps = without_stamps(ink, grids)
    tables = [grid for grid in grids if len(grid.xs) > 2]
    outside = fill(tables, runs_of(chars))
    if not tables and outside:
        tables, outside = unruled_grids(ink.number, outside, strokes_of(ink.rulings)[0])
    overlays = [(line.text, line.box) for line in lines_of(runs_of(stamps))]
    for run in fill(tables, sideways(ink)):
        overlays.append((run.text, (run.x0, run.top, run.x1, run.bottom)))
    if mark := across(ink):
        overlays.append((mark, (0.0, 0.0, ink.width, ink.height)))
    return PageRead(ink.number, ink.width, ink.height, ink.turn, tables, lines_of(outside, wide=True), overlays)
