"""A list printed in two columns -> its items one after the other.

`a. penyusunan arsitektur;      c. pengelolaan pusat data;` / `b. pengembangan aplikasi    d. pembinaan pengelola.` /
`   dan situs;`: the numbers of both columns stand at one place each, and count together from one, down the columns or
across them. Lines without a number go on in their column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bahasa.entry_mark import NUMBER
from extract.decree.label_places import place_of_word
from extract.decree.list_numbers import ordinal, signs_of, styles_of
from extract.read.piece import Piece

#: Numbers that stand so near (type sizes, or characters) stand at one place; a list has so many rows in two columns.
_NEAR, _ROWS = 1.0, 2
_WORDS = re.compile(r"\S+")


@dataclass(slots=True)
class _Entry:
    """The number of an item, and its lines in its column."""

    number: str
    pieces: list[Piece] = field(default_factory=list)


def in_one_column(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines of a list, those in two columns one column below the other.

    >>> from schemas.layout import Line
    >>> texts = ["a. penyusunan;     c. pelaporan;", "b. pembinaan       d. evaluasi.", "   arsip;"]
    >>> [piece.text for piece in in_one_column([Piece(text, Line(text, n), n) for n, text in enumerate(texts)])]
    ['a. penyusunan;', 'b. pembinaan', '   arsip;', 'c. pelaporan;', 'd. evaluasi.']
    """
    first = NUMBER.match(pieces[0].text) if pieces else None
    right = _right_column(pieces, signs_of(first)) if first else None
    if first is None or right is None:
        return list(pieces)
    columns = [
        list(_entries(halves, signs_of(first))) for halves in zip(*(_halves(p, right) for p in pieces), strict=True)
    ]
    entries = [entry for column in columns for entry in column]
    for style in styles_of(first.group("no")):
        counted = sorted(entries, key=lambda entry: ordinal(entry.number, style))
        if [ordinal(entry.number, style) for entry in counted] == list(range(1, len(entries) + 1)):
            return [piece for entry in counted for piece in entry.pieces]
    return list(pieces)


def _right_column(pieces: Sequence[Piece], signs: Sequence[str]) -> float | None:
    """Where the numbers of a second column stand, if lines enough have one there."""
    near = _NEAR * max(piece.line.size if piece.words() else 1.0 for piece in pieces)
    numbers = [list(_numbers(piece, signs)) for piece in pieces]
    inner = [x for line in numbers for x, within in line if within]
    if not inner or max(inner) - min(inner) > near:
        return None
    column = [x for line in numbers for x, _ in line if min(inner) - near < x < max(inner) + near]
    return min(column) - near / 2 if len(column) >= _ROWS else None


def _numbers(piece: Piece, signs: Sequence[str]) -> Iterator[tuple[float, bool]]:
    """The places of the numbers with these signs in a line, and whether something stands before them."""
    for word in _WORDS.finditer(piece.text):
        number = NUMBER.match(piece.text, word.start())
        if number and signs_of(number) == signs:
            yield place_of_word(piece, word.start()), bool(piece.text[: word.start()].strip())


def _halves(piece: Piece, right: float) -> tuple[Piece | None, Piece | None]:
    """The parts of a line in both columns."""
    cut = next(
        (word.start() for word in _WORDS.finditer(piece.text) if place_of_word(piece, word.start()) >= right), None
    )
    if cut is None:
        return piece, None
    return (piece.cut(0, cut), piece.cut(cut)) if piece.text[:cut].strip() else (None, piece)


def _entries(parts: Sequence[Piece | None], signs: Sequence[str]) -> Iterator[_Entry]:
    """The items of a column; a line above the first one is an item without a number."""
    entry: _Entry | None = None
    for piece in parts:
        if piece is None:
            continue
        number = NUMBER.match(piece.text)
        if entry is None or (number and signs_of(number) == signs):
            if entry:
                yield entry
            entry = _Entry(number.group("no") if number else "")
        entry.pieces.append(piece)
    if entry:
        yield entry
