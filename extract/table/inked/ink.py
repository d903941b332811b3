"""Lines of text -> ink: each character has a place, so that text in columns is read as a printed page without lines.

Input: the lines of a text source. Output: for each page its lines with words and their boxes. All pages stand below
each other on one long sheet: line n lies between (n - 1) and n times PITCH, so that a place is its line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from schemas.layout import DrawnCell, Line, Word

#: Height of a line and width of a character (points). One blank is less than what parts columns in print (half the
#: type's size, see extract/read/pdf/strips.py), two are more.
PITCH = 12.0
LETTER = 5.5
#: White above and below a word in its line: more than the edge that is drawn around a table.
_FREE = 4.0
_TAB = 8
_WORD = re.compile(r"\S+")


def inked(line: Line) -> Line:
    """A line with its words where they stand."""
    top = (line.number - 1) * PITCH
    text = line.text.expandtabs(_TAB)
    words = [_word(match, top, order) for order, match in enumerate(_WORD.finditer(text))]
    return replace(line, text=text, page=line.page or 1, words=tuple(words))


def _word(match: re.Match[str], top: float, order: int) -> Word:
    x0, x1 = match.start() * LETTER, match.end() * LETTER
    ends = tuple(x0 + (k + 1) * LETTER for k in range(len(match[0])))
    # a blank at the end of a line is not seen: the word may have been broken there
    return Word(match[0], x0, top + _FREE, x1, top + PITCH - _FREE, top + 9, PITCH, False, order, ends)


def inked_pages(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines that print something, page by page, with their words."""
    printed = (inked(line) for line in lines if line.text.strip())
    return [list(group) for _, group in groupby(printed, key=lambda line: line.page)]


def line_numbers(cells: Iterable[DrawnCell]) -> set[int]:
    """The numbers of the lines that the words of these cells stand on."""
    return {int(word.top // PITCH) + 1 for cell in cells for word in cell.words}
