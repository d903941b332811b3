"""The second table of a Perjanjian Kinerja: programs with their budget, below the indicators.

It is drawn with or without ruling lines, and its columns (`Program`, `Anggaran (Rp)`, `Keterangan`) have no role among
those of indicators: its rows are kept with the block, each cell under its heading as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bahasa.money import is_amount, is_money
from bahasa.program import is_program
from extract.read.pdf.grid import text_in
from extract.read.pdf.strips import APART, parted_words
from extract.read.pdf.words import cell_lines, lines_of
from extract.read.row_numbers import ROW_NUMBER_BARE
from extract.table.drawn.cell import CellDraft, CellLine
from schemas.layout import Grid, Line, Word

#: Rows follow each other within this many type sizes, the first one its heading within twice as many.
_NEXT = 2.9


@dataclass(slots=True)
class Program:
    """Headings as printed and rows of cells; `top` is where it stands on its page."""

    page: int
    top: float
    headings: list[str]
    rows: list[list[CellDraft]] = field(default_factory=list)


def ruled_program(grid: Grid, first: int, stop: int) -> Program | None:
    """A ruled table of programs, its heading on band `first`."""
    heads = [region for region in dict.fromkeys(grid.owner[first]) if region.r0 == first]
    texts = [text_in(region) for region in heads]
    if not is_program(texts):
        return None
    program = Program(grid.page, grid.ys[first], texts)
    for band in range(first + 1, stop):
        row = [CellDraft() for _ in heads]
        for region in dict.fromkeys(grid.owner[band]):
            if region.r0 == band and region.words:
                column = next((i for i, head in enumerate(heads) if head.c0 <= region.c0 <= head.c1), 0)
                row[column].lines += [
                    CellLine(grid.page, line, region.x1 - region.x0, 0.0) for line in cell_lines(region)
                ]
        if any(not cell.blank for cell in row):
            program.rows.append(row)
    return program


def listed_program(lines: Sequence[Line], at: int) -> tuple[Program, int] | None:
    """A table of programs without ruling lines whose heading is line `at`, and the position after its last line."""
    page = lines[at].page
    heads = parted_words(lines[at], APART)
    # nearly all lines have no two columns, one of programs and one of their money
    if page is None or len(heads) < 2 or not is_program(texts := [_text(head) for head in heads]):
        return None
    middles = [(head[0].x0 + head[-1].x1) / 2 for head in heads]
    program = Program(page, lines[at].top, texts)
    last = lines[at]
    end = at + 1
    while end < len(lines) and lines[end].page == page:
        line = lines[end]
        if line.base - last.base > _NEXT * line.size * (1 if program.rows else 2) or _is_beside(line):
            break
        _take(program, page, line, middles)
        last = line
        end += 1
    return (program, end) if program.rows else None


def _take(program: Program, page: int, line: Line, middles: Sequence[float]) -> None:
    """A line of the list: a row of its own where it has a number or fills several columns, else more of the last."""
    parts: list[list[Word]] = [[] for _ in middles]
    for segment in _segments(line):
        middle = (segment[0].x0 + segment[-1].x1) / 2
        column = 0 if segment[0] is line.words[0] else _nearest(middle, middles)
        if ROW_NUMBER_BARE.match(_text(segment)) and not parts[0]:
            column = 0
        parts[column] += segment
    if not program.rows or ROW_NUMBER_BARE.match(line.words[0].text) or sum(map(bool, parts)) > 1:
        program.rows.append([CellDraft() for _ in middles])
    for cell, runs in zip(program.rows[-1], parts, strict=True):
        cell.lines += [CellLine(page, part, 1e9, 0.0) for part in lines_of(runs)]


def _is_beside(line: Line) -> bool:
    """Does a line print things side by side and no amount (`PIHAK KEDUA,   Bandung, 2 Mei 2022`)? It is no row."""
    parts = [_text(part) for part in _segments(line)]
    numbered = len(parts) == 2 and ROW_NUMBER_BARE.match(parts[0])
    return len(parts) > 1 and not numbered and not any(map(is_amount, parts[1:]))


def _segments(line: Line) -> list[list[Word]]:
    """The parts of a line; an amount in rupiah that a long name leaves no room (`Peraturan DPRD Rp 3.115.250.000`) is
    one of its own."""
    *parts, last = parted_words(line, APART)
    at = next((i for i in range(len(last)) if is_money(_text(last[i:]))), 0)
    return [*parts, last[:at], last[at:]] if at else [*parts, last]


def _nearest(middle: float, middles: Sequence[float]) -> int:
    return min(range(len(middles)), key=lambda i: abs(middles[i] - middle))


def _text(runs: Sequence[Word]) -> str:
    return " ".join(line.text for line in lines_of(runs))
