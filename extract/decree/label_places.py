"""Where the lines of a head stand: points on a page, lines and columns of characters in a text."""

from __future__ import annotations

from extract.read.piece import Piece

#: Lines of a head follow each other within so many type sizes, of a text within so many lines.
_NEAR, _LINES = 3.0, 2


def near(above: Piece, row: Piece) -> bool:
    """Does a line stand right below another one?"""
    if above.line.page != row.line.page:
        return False
    if is_placed(row) and is_placed(above):
        return 0 <= row.line.base - above.line.base < _NEAR * row.line.size
    return 0 <= row.number - above.number <= _LINES


def place(row: Piece, at: int) -> float:
    """Where a character of a line stands: points on a page, of a text its column."""
    return place_of_word(row, at) if is_placed(row) else float(at + (row.span[0] if row.span else 0))


def place_of_word(row: Piece, at: int) -> float:
    """The same, in points also where words have about the places of their cells (a Word file's)."""
    at += row.span[0] if row.span else 0
    words = row.line.words_in(at, at + 1) if row.words() else []
    return words[0].x0 if words else float(at)


def end(row: Piece) -> float:
    """Where a line ends."""
    return row.words()[-1].x1 if is_placed(row) else float(row.span[1] if row.span else len(row.text))


def type_size(row: Piece) -> float:
    """The height of a line's type; of a text one character."""
    return row.line.size if is_placed(row) else 1.0


def is_placed(row: Piece) -> bool:
    """Does a line stand on a page that somebody has seen?"""
    return bool(row.line.words) and row.line.sheet is not None and not row.line.sheet.pitch
