"""A table of a Word file as cells on a grid of columns and rows."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    """A table: the edges of its columns (points, from its left) and its cells."""

    edges: tuple[float, ...]
    rows: int
    cells: list[WordCell]

    @property
    def beside(self) -> Beside:
        """What hangs on the text of its cells."""
        found = Beside()
        for cell in self.cells:
            found.take(cell.beside)
        return found
