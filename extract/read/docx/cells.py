"""A table of a Word file as cells on a grid of columns and rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from extract.read.docx.beside import Beside
from extract.read.docx.names import Element


@dataclass(slots=True, eq=False)
class WordCell:
    """A cell: columns `c0`..`c1`, rows `r0`..`r1` (both inclusive), the lines that it prints and what hangs on them;
    `formula` where one in it is set as a fraction."""

    c0: int
    c1: int
    r0: int
    r1: int
    lines: list[str] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)
    formula: bool = False


#: The cells that stand in a row by their first column, each with the element that stands for it there.
WordRow: TypeAlias = dict[int, tuple[WordCell, Element]]


@dataclass(slots=True)
class WordTable:
    """A table: the edges of its columns (points, from its left) and its cells; `inner` are the tables that stand in its
    cells, each with its row."""

    edges: tuple[float, ...]
    rows: int
    cells: list[WordCell]
    inner: list[tuple[int, Element]] = field(default_factory=list)

    def cut(self, first: int, stop: int) -> WordTable:
        """Its rows `first`..`stop` - 1, with the cells that begin there."""
        cells = [
            replace(one, r0=one.r0 - first, r1=min(one.r1, stop - 1) - first)
            for one in self.cells
            if first <= one.r0 < stop
        ]
        return WordTable(self.edges, stop - first, cells)

    @property
    def beside(self) -> Beside:
        """What hangs on the text of its cells."""
        found = Beside()
        for cell in self.cells:
            found.take(cell.beside)
        return found
