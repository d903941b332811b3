"""A PDF's pages to lines and tables.

Input: the ink of all pages. Output: the lines outside tables in reading order, with a marker line where each table
stands, and the tables over their pages. Guarantee: every character of the text layer is in one line, one table, or
among the overlays (watermarks, stamps).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bahasa.labels import labels_of
from bahasa.roles import NO
from extract.decree.furniture import page_furniture
from extract.read.pdf.grid import Grid, Region, text_in
from extract.read.pdf.ink import Box
from extract.read.pdf.page import PageRead
from extract.read.pdf.words import Run, TextLine, lines_of
from extract.table.drawn.cell import CellLine, Show, unbroken_words
from extract.table.drawn.conserve import lost_characters
from extract.table.drawn.pieces import Rest, Sheet, TablePart, sheets_of
from extract.table.drawn.program import Program, listed_program, ruled_program
from extract.table.drawn.table import Assembly, PdfTable, finish, joined, program_rows
from extract.table.told import DocumentWords
from schemas.base import Place
from schemas.decree import Text
from schemas.layout import Line, Pages, Word

_WORD = re.compile(r"\w+")
_OPENERS = ("judul", "pemangku", "tugas", "fungsi", "lampiran")
#: A cell that labels the one beside it is at most this long.
_LABEL = 40


@dataclass(slots=True)
class PdfContent:
    """What a PDF says. `markers` maps the number of a marker line to the table that stands there."""

    pages: Pages
    tables: tuple[PdfTable, ...]
    markers: dict[int, PdfTable]
    overlays: tuple[Text, ...] = ()
    read: tuple[PageRead, ...] = field(default=(), repr=False)


def content_of(pages: Sequence[PageRead], keep: bool = True) -> PdfContent:
    """Joins the pages: tables over page breaks, lines in reading order. Without `keep` the words of each table are let
    go as soon as its cells are made and proven complete: a long decree has many."""
    by_number = {page.number: page for page in pages}
    between = _Between(pages)
    sheets, rest = sheets_of([grid for page in pages for grid in page.grids], between.parted)
    made = [joined(sheet) for sheet in sheets]
    known = _known(pages, [draft.lines for m in made for entry in m.entries for draft in entry.drafts])

    def show(page: int, box: Box) -> Box:
        return by_number[page].shown(box)

    tables = tuple(_finished(sheet, m, known, show, keep) for sheet, m in zip(sheets, made, strict=True))
    rest = _programs(pages, tables, rest, known, show)
    lines, markers = _lines(pages, tables, rest)
    overlays = tuple(_overlay(page, text, box) for page in pages for text, box in page.overlays)
    return PdfContent(Pages(lines, len(pages)), tables, markers, overlays, tuple(pages))


def _finished(sheet: Sheet, made: Assembly, known: DocumentWords, show: Show, keep: bool) -> PdfTable:
    table = finish(sheet, made, known, show)
    table.lost = tuple(lost_characters(table))
    if not keep:
        made.entries.clear()
        for piece in sheet.pieces:
            piece.rows.clear()
            for band in piece.grid.owner[piece.first : piece.stop]:
                for region in band:
                    region.runs = []
    return table


def _programs(
    pages: Sequence[PageRead], tables: Sequence[PdfTable], rest: Sequence[Rest], known: DocumentWords, show: Show
) -> list[Rest]:
    """Gives each table of programs to the table of indicators above it and takes it out of the flow of lines; returns
    the ruled areas that are left."""
    left: list[Rest] = []
    for part in rest:
        program = ruled_program(*part)
        if program is None or not _give(program, tables, known, show):
            left.append(part)
    for page in pages:
        at = 0
        while at < len(page.outside):
            listed = listed_program(page.number, page.outside, at)
            if listed is not None and _give(listed[0], tables, known, show):
                del page.outside[at : listed[1]]
            else:
                at += 1
    return left


def _give(program: Program, tables: Sequence[PdfTable], known: DocumentWords, show: Show) -> bool:
    above = [t for t in tables if (t.sheet.pieces[-1].page, t.sheet.pieces[-1].top) < (program.page, program.top)]
    if not above or above[-1].sheet.pieces[-1].page < program.page - 1:
        return False
    above[-1].others += program_rows(program, known, show)
    return True


def _known(pages: Sequence[PageRead], cells: Iterable[Sequence[CellLine]]) -> DocumentWords:
    """The words that no column can have broken: of cells those with room, and all outside tables."""
    known: Counter[str] = Counter()
    for lines in cells:
        known.update(unbroken_words(lines))
    for page in pages:
        for line in page.outside:
            known.update(word.lower() for word in _WORD.findall(line.text))
    return DocumentWords(known, known)


def _overlay(page: PageRead, text: str, box: Box) -> Text:
    place = Place(page=page.number, bbox=_rounded(page.shown(box)))
    return Text(as_printed=text, places=(place,), reasons=("cap, tanda air, atau tulisan miring di atas teks",))


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


class _Between:
    """What is printed between two pieces of tables, page furniture aside."""

    def __init__(self, pages: Sequence[PageRead]) -> None:
        flat = [(page.number, line) for page in pages for line in page.outside]
        lines = [Line(line.text, i + 1, number) for i, (number, line) in enumerate(flat)]
        taken = page_furniture(lines)
        self.lines: dict[int, list[TextLine]] = {page.number: [] for page in pages}
        for printed, (number, line) in zip(lines, flat, strict=True):
            if printed.number not in taken:
                self.lines[number].append(line)

    def parted(self, a: TablePart, b: TablePart) -> bool:
        """Is something printed between them that starts a new block? Below a heading that is printed again any line
        does, unless the rows go on counting; without a heading it takes a title or a label."""
        texts = [line.text for line in self._between(a, b)]
        if not texts:
            return False
        return any(map(_opens, texts)) or (b.heading is not None and _starts_over(b))

    def _between(self, a: TablePart, b: TablePart) -> list[TextLine]:
        if a.page == b.page:
            return [line for line in self.lines[a.page] if a.bottom <= line.base <= b.top]
        found = [line for line in self.lines[a.page] if line.base > a.bottom]
        for page in range(a.page + 1, b.page):
            found += self.lines[page]
        return found + [line for line in self.lines[b.page] if line.base < b.top]


def _opens(text: str) -> bool:
    return any(label.pattern.match(text) for label in labels_of(*_OPENERS))


def _starts_over(piece: TablePart) -> bool:
    """Does the piece's first row carry the number 1?"""
    heading = piece.heading
    if heading is None or heading.body >= piece.stop:
        return False
    number = next((column for column in heading.columns if column.role == NO), None)
    if number is None:
        return True
    grid = piece.grid
    texts = [
        text_in(region)
        for c, region in enumerate(grid.owner[heading.body])
        if number.x0 - 1 <= grid.xs[c] < number.x1 - 1
    ]
    return any(text.strip(" .)(") in ("1", "I", "A", "a") for text in texts)


def _lines(
    pages: Sequence[PageRead], tables: Sequence[PdfTable], rest: Sequence[Rest]
) -> tuple[tuple[Line, ...], dict[int, PdfTable]]:
    """The lines outside tables, page by page and top to bottom, numbered through."""
    starts: dict[int, list[tuple[float, PdfTable]]] = {}
    for table in tables:
        first = table.sheet.pieces[0]
        starts.setdefault(first.page, []).append((first.top, table))
    ruled: dict[int, list[Rest]] = {}
    for part in rest:
        ruled.setdefault(part[0].page, []).append(part)
    lines: list[Line] = []
    markers: dict[int, PdfTable] = {}
    for page in pages:
        flow: list[tuple[float, int, list[TextLine] | PdfTable]] = [(line.base, 1, [line]) for line in page.outside]
        flow += [(top, 0, table) for top, table in starts.get(page.number, ())]
        flow += [(grid.ys[first], 0, _ruled(grid, first, stop)) for grid, first, stop in ruled.get(page.number, ())]
        for _, _, item in sorted(flow, key=lambda entry: (entry[0], entry[1])):
            if isinstance(item, PdfTable):
                markers[len(lines) + 1] = item
                text = "   ".join(heading.text.as_printed for heading in item.headings)
                lines.append(Line(text, len(lines) + 1, page.number))
                continue
            for line in item:
                lines.append(Line(line.text, len(lines) + 1, page.number, _words(page, line)))
    return tuple(lines), markers


def _words(page: PageRead, line: TextLine) -> tuple[Word, ...]:
    return tuple(Word(run.text, *_rounded(page.shown((run.x0, run.top, run.x1, run.bottom)))) for run in line.runs)


def _ruled(grid: Grid, first: int, stop: int) -> list[TextLine]:
    """The lines of a ruled area that is no indicator table (a holder drawn as a table), row by row: the first lines of
    all cells side by side, then the rest of each cell. A label that is wrapped or stands lower than its value
    (`Fungsi` beside the middle of a list) so comes first again."""
    lines: list[TextLine] = []
    for band in range(first, stop):
        cells: list[Region] = []
        for region in grid.owner[band]:
            if region.r0 == band and region.runs and region not in cells:
                cells.append(region)
        lines += _side_by_side(cells)
    return lines


def _side_by_side(cells: Sequence[Region]) -> list[TextLine]:
    heads: list[Run] = []
    tails: list[TextLine] = []
    text = ""
    for i, cell in enumerate(cells):
        lines = lines_of(cell.runs, wide=True)
        label = i + 1 < len(cells) and len(text_in(cell)) <= _LABEL
        taken = lines if label else lines[:1]
        heads += [run for line in taken for run in line.runs]
        text += ("   " if text else "") + " ".join(line.text for line in taken)
        tails += lines[len(taken) :]
    if not heads:
        return []
    first = TextLine(
        heads,
        text,
        min(run.x0 for run in heads),
        min(run.top for run in heads),
        max(run.x1 for run in heads),
        max(run.bottom for run in heads),
        heads[0].base,
        heads[0].size,
        True,
    )
    return [first, *tails]
