"""Lines of text -> ink: each character has a place, so that text in columns is read as a printed page without lines.

Input: the lines of a text source. Output: the same lines with words and their boxes, and the page that they stand on.
All pages stand below each other on one long sheet: line n lies between (n - 1) and n times PITCH, so that a place is
its line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.table.inked.tabs import in_columns
from schemas.layout import Line, Page, Word

#: Height of a line and width of a character (points). One blank is less than what parts columns in print (half the
#: type's size, see extract/read/pdf/strips.py), two are more.
PITCH = 12.0
LETTER = 5.5
#: White above and below a word in its line: more than the edge that is drawn around a table.
_FREE = 4.0
_WORD = re.compile(r"\S+")
#: So many blanks part what stands in two columns.
WIDE = 2
#: A position behind all text.
FAR = 1 << 20


@dataclass(frozen=True, slots=True)
class Ink:
    """A word: character positions `left` to `right` (exclusive) of its line, tabs expanded."""

    left: int
    right: int
    word: Word

    @property
    def text(self) -> str:
        return self.word.text

    @property
    def middle(self) -> float:
        """Between its ends (characters)."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class InkLine:
    """A line that prints something: its words left to right, and these parted where they stand apart; `at` is its place
    among the lines of the text (blank ones count, the white above a stamp does not)."""

    line: Line
    ink: tuple[Ink, ...]
    parts: tuple[tuple[Ink, ...], ...]
    at: int

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def texts(self) -> list[str]:
        """The text of each part."""
        return [" ".join(ink.text for ink in part) for part in self.parts]


def inked_pages(lines: Sequence[Line]) -> list[list[InkLine]]:
    """The lines that print something, page by page."""
    marked = any(line.page is not None for line in lines)
    numbers = dict.fromkeys(line.page or 1 for line in lines)
    pages = {number: Page(number, pitch=PITCH, marked=marked) for number in numbers}
    texts = in_columns([line.text for line in lines])
    printed = (
        _inked(line, text, at, pages[line.page or 1])
        for at, (line, text) in enumerate(zip(lines, texts, strict=True))
        if text.strip()
    )
    return [list(group) for _, group in groupby(printed, key=lambda line: line.line.page)]


def _inked(line: Line, text: str, at: int, page: Page) -> InkLine:
    top = (line.number - 1) * PITCH
    ink = tuple(
        Ink(match.start(), match.end(), _word(match, top, order)) for order, match in enumerate(_WORD.finditer(text))
    )
    whole = replace(line, text=text, page=page.number, words=tuple(one.word for one in ink), sheet=page)
    return InkLine(whole, ink, parted(ink), at)


def _word(match: re.Match[str], top: float, order: int) -> Word:
    x0, x1 = match.start() * LETTER, match.end() * LETTER
    ends = tuple(x0 + (k + 1) * LETTER for k in range(len(match[0])))
    # a blank at the end of a line is not seen: the word may have been broken there
    return Word(match[0], x0, top + _FREE, x1, top + PITCH - _FREE, top + 9, PITCH, False, order, ends)


def parted(ink: Sequence[Ink]) -> tuple[tuple[Ink, ...], ...]:
    """Words parted where more than one blank stands between them."""
    parts: list[list[Ink]] = []
    for one in ink:
        if not parts or one.left - parts[-1][-1].right >= WIDE:
            parts.append([])
        parts[-1].append(one)
    return tuple(map(tuple, parts))
