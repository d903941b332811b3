"""Lines and tables that have no geometry onto a nominal page: what asks where something stands gets one answer.

Word keeps no positions; where a line ends, and on which page, is decided when it is printed. The nominal page is as
long as the document: each line is PITCH points high, words stand left to right with letters of one width, columns are
as wide as the table says. Its places are line numbers (`Page.pitch`), never a box of a page that nobody has seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.temuan import About, finding
from extract.read.docx.beside import Beside
from extract.read.docx.cells import WordCell, WordTable
from extract.read.docx.paragraphs import Paragraph
from extract.read.letters_apart import with_words_closed
from schemas.base import Finding
from schemas.layout import Box, DrawnCell, Grid, Line, Overlay, Page, Word

#: Height of a line, of its type, and width of a letter (points).
PITCH = 12.0
_SIZE = 10.0
_LETTER = 5.0
#: Left margin, and what a cell leaves free at its sides: Word's own.
_MARGIN = 72.0
_PADDING = 5.4
#: Word's tab stops where a paragraph has none of its own; and the least width of a tab, in blanks.
_STOP = 36.0
_LEAST = 3
#: A picture outside tables this share of the page wide may be one of a table; others are coats of arms, signatures.
_WIDE = 0.4
_WORD = re.compile(r"\S+")


class NominalPage:
    """Takes what a document prints, from top to bottom, and says where it stands."""

    def __init__(self, width: float) -> None:
        self.items: list[Line | Grid] = []
        self._beside: list[tuple[Box, Beside, bool]] = []
        self._width = width
        self._row = 0
        self._words = 0

    @property
    def page(self) -> Page:
        """The page as filled so far."""
        return Page(1, self._width, max(self._row, 1) * PITCH, pitch=PITCH)

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """What is kept aside of the text."""
        page = self.page
        return tuple(Overlay(one.text, page, box, one.why) for box, beside, _ in self._beside for one in beside.aside)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Pictures where a table or its text may be, and other files that nobody read."""
        page, found = self.page, []
        for box, beside, in_table in self._beside:
            about = About(places=(page.place_of(box),))
            if beside.pictures and (in_table or max(beside.pictures) >= _WIDE * self._width):
                found.append(finding("cetakan-bergambar", about))
            found += [finding("berkas-tersemat", about, cara=way) for way in dict.fromkeys(beside.inserted)]
        return tuple(found)

    def add_beside(self, beside: Beside, box: Box | None = None, in_table: bool = False) -> None:
        """What hangs on the text in a box; without one, on what comes next."""
        top = self._row * PITCH
        self._beside.append((box or (_MARGIN, top, self._width - _MARGIN, top + PITCH), beside, in_table))

    def add_paragraph(self, paragraph: Paragraph) -> None:
        """The lines of a paragraph outside tables; a blank one only takes its room."""
        self.add_beside(paragraph.beside)
        for line in paragraph.lines:
            text = with_words_closed(_with_blanks(line, paragraph.indent, paragraph.stops))
            words = self._placed(text, _MARGIN + paragraph.indent, self._row, _LETTER)
            self.items.append(Line(text.strip(), len(self.items) + 1, 1, tuple(words)))
            self._row += 1
        self._row += not paragraph.lines

    def add_table(self, table: WordTable) -> None:
        """A table, its cells on the lines below."""
        heights = _heights(table)
        tops = [self._row]
        for height in heights:
            tops.append(tops[-1] + height)
        self._row = tops[-1]
        ys = tuple(top * PITCH for top in tops)
        xs = tuple(_MARGIN + edge for edge in table.edges)
        cells = [self._cell(cell, xs, ys, tops[cell.r0]) for cell in (*table.cells, *_missing(table))]
        owner: list[list[DrawnCell]] = [[cells[0]] * (len(xs) - 1) for _ in heights]
        for cell in cells:
            for band in owner[cell.r0 : cell.r1 + 1]:
                band[cell.c0 : cell.c1 + 1] = [cell] * (cell.c1 - cell.c0 + 1)
        self.items.append(Grid(1, xs, ys, owner, cells))
        for one, made in zip(table.cells, cells, strict=False):
            self.add_beside(one.beside, made.box, _is_content(one, table))

    def _cell(self, cell: WordCell, xs: tuple[float, ...], ys: tuple[float, ...], row: int) -> DrawnCell:
        x0, x1 = xs[cell.c0], xs[cell.c1 + 1]
        made = DrawnCell(cell.c0, cell.c1, cell.r0, cell.r1, x0, ys[cell.r0], x1, ys[cell.r1 + 1])
        room = max(x1 - x0 - 2 * _PADDING, 1.0)
        for position, line in enumerate(cell.lines):
            text = _with_blanks(line, 0.0, ())
            # letters of a long line are narrower: no word stands in another cell's place
            letter = min(_LETTER, room / max(len(text), 1))
            words = self._placed(text, x0 + _PADDING, row + position, letter)
            made.words.extend([word._replace(formula=True) for word in words] if cell.formula else words)
        return made

    def _placed(self, text: str, x0: float, row: int, letter: float) -> list[Word]:
        """The words of a line. A blank follows each of them: Word breaks none at the end of a line."""
        top = row * PITCH
        words = []
        for match in _WORD.finditer(text):
            left, right = x0 + match.start() * letter, x0 + match.end() * letter
            ends = (left + letter,)
            words.append(Word(match[0], left, top + 1, right, top + PITCH - 1, top + 9, _SIZE, True, self._words, ends))
            self._words += 1
        return words


def _with_blanks(line: str, indent: float, stops: Sequence[float]) -> str:
    """The line with its tabs as blanks up to the next stop."""
    text = ""
    for position, part in enumerate(line.split("\t")):
        if position:
            at = indent + len(text) * _LETTER
            stop = next((one for one in stops if one > at + 1), (at // _STOP + 1) * _STOP)
            text += " " * max(_LEAST if text.strip() else 1, round((stop - at) / _LETTER))
        text += part
    return text.rstrip()


def _heights(table: WordTable) -> list[int]:
    """How many lines each row has: as many as its longest cell; a merged cell that needs more widens its last row."""
    heights = [1] * table.rows
    for cell in sorted(table.cells, key=lambda cell: cell.r1 - cell.r0):
        missing = len(cell.lines) - sum(heights[cell.r0 : cell.r1 + 1])
        heights[cell.r1] += max(0, missing)
    return heights


def _is_content(cell: WordCell, table: WordTable) -> bool:
    """Is a picture in this cell one of what the table says? Not in its first row (a letterhead with its coat of arms),
    and not in one without text (the code of a signature)."""
    row = [one for one in table.cells if one.r0 <= cell.r0 <= one.r1]
    return cell.r0 > 0 and any(one.lines for one in row)


def _missing(table: WordTable) -> list[WordCell]:
    """Blank cells where a row has none: before its first, or after its last."""
    taken = {
        (row, c) for cell in table.cells for row in range(cell.r0, cell.r1 + 1) for c in range(cell.c0, cell.c1 + 1)
    }
    columns = len(table.edges) - 1
    return [WordCell(c, c, row, row) for row in range(table.rows) for c in range(columns) if (row, c) not in taken]
