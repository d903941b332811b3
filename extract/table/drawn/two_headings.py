"""Does a cell hold two headings?"""

from __future__ import annotations

from bahasa.headings import is_known_heading
from extract.read.pdf.words import cell_lines, lines_of
from schemas.layout import DrawnCell, Word


def holds_two_headings(cell: DrawnCell) -> bool:
    """Stand two headings in one cell, white between them (`TARGET   SATUAN`, on one line or each on lines of its own)?
    Their columns touch and were read as one."""
    for line in cell_lines(cell, wide=True):
        parts = line.text.split("  ")
        if len(parts) > 1 and all(is_known_heading(part.strip()) for part in parts if part.strip()):
            return True
    parts = _beside(cell)
    return len(parts) > 1 and all(map(is_known_heading, parts))


def _beside(cell: DrawnCell) -> list[str]:
    """The texts of a cell that white parts from top to bottom, left to right."""
    parts: list[list[Word]] = []
    end = float("-inf")
    for word in sorted(cell.words, key=lambda word: word.x0):
        if word.x0 - end > word.size or not parts:
            parts.append([])
        parts[-1].append(word)
        end = max(end, word.x1)
    return [" ".join(line.text for line in lines_of(part)) for part in parts]
