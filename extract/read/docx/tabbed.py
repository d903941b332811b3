"""Paragraphs whose parts are set apart by tabs -> the table that they draw.

`NO <tab> SASARAN <tab> INDIKATOR <tab> TARGET`, row by row, each a paragraph of its own: a tab ends a cell as surely as
a line does, wherever the text before it ends. Tabs that set a value or a signature in from the left draw no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from extract.read.docx.beside import Beside
from extract.read.docx.cells import WordCell, WordTable
from extract.read.docx.paragraphs import Paragraph

#: A row has so many cells at least, so many of them with text; a table has so many rows.
_CELLS, _FILLED, _ROWS = 4, 3, 3
#: Width of a letter and the white beside a cell (points), as on the nominal page.
_LETTER, _WHITE = 5.0, 12.0


def is_tabbed(paragraph: Paragraph) -> bool:
    """May a paragraph be a row of such a table?"""
    cells = _cells(paragraph) if len(paragraph.lines) == 1 and not paragraph.boxes else []
    return len(cells) >= _CELLS and sum(map(bool, cells)) >= _FILLED and bool(cells[0])


def tabbed_table(paragraphs: Sequence[Paragraph]) -> WordTable | None:
    """The table that paragraphs below each other draw; None where they are too few, or of unlike cells."""
    rows = [_cells(paragraph) for paragraph in paragraphs]
    if len(rows) < _ROWS or len({len(row) for row in rows}) > 1:
        return None
    cells = [
        WordCell(c, c, r, r, [text] if text else [], paragraphs[r].beside if not c else Beside())
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    widths = (max(map(len, column)) * _LETTER + _WHITE for column in zip(*rows, strict=True))
    return WordTable(tuple(accumulate(widths, initial=0.0)), len(rows), cells)


def _cells(paragraph: Paragraph) -> list[str]:
    return [part.strip() for part in paragraph.lines[0].split("\t")]
