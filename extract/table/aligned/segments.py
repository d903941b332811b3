"""Lines of column-aligned text -> columns.

Input: pieces of lines whose cells stand apart by two blanks or more (`pdftotext -layout`). Output: the segments of each
column, from left to right, each column's from top to bottom. Guarantee: every segment is in exactly one column;
segments that stand below each other are in the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.read.piece import Piece

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_TAB = 8


def is_aligned(text: str) -> bool:
    """Whether a line has segments that stand apart."""
    return len(_SEGMENT.findall(text.expandtabs(_TAB))) > 1


@dataclass(frozen=True, slots=True)
class Column:
    """The pieces of a column, and at which character position each begins."""

    pieces: tuple[Piece, ...]
    lefts: tuple[int, ...]

    def parted(self) -> list[tuple[Column, Column]]:
        """The column parted at each position where all its lines have a blank: one blank may be a gutter."""
        ends = [left + len(piece.text) for left, piece in zip(self.lefts, self.pieces, strict=True)]
        spots = range(min(self.lefts) + 1, max(ends))
        return [(self._side(0, x), self._side(x + 1, max(ends))) for x in spots if all(self._blank(x))]

    def _blank(self, x: int) -> Iterator[bool]:
        for left, piece in zip(self.lefts, self.pieces, strict=True):
            yield not left <= x < left + len(piece.text) or piece.text[x - left] == " "

    def _side(self, low: int, high: int) -> Column:
        """What stands at the positions low .. high (exclusive)."""
        found: list[tuple[Piece, int]] = []
        for left, piece in zip(self.lefts, self.pieces, strict=True):
            cut = piece.text[max(0, low - left) : max(0, high - left)]
            if cut.strip():
                at = max(left, low) + len(cut) - len(cut.lstrip())
                found.append((Piece(cut.strip(), piece.line, piece.rank), at))
        return Column(tuple(piece for piece, _ in found), tuple(at for _, at in found))


def columns_of(rows: Sequence[Piece]) -> list[Column]:
    """The segments by column."""
    spans: list[tuple[int, int, Piece]] = []
    for row in rows:
        for match in _SEGMENT.finditer(row.text.expandtabs(_TAB)):
            spans.append((match.start(), match.end(), Piece(match[0], row.line, row.rank)))
    columns: list[list[tuple[int, int, Piece]]] = []
    right = -1
    for span in sorted(spans, key=lambda span: (span[0], span[2].rank)):
        if span[0] <= right and columns:
            columns[-1].append(span)
        else:
            columns.append([span])
        right = max(right, span[1]) if columns[-1][0] is not span else span[1]
    return [_column(sorted(column, key=_down)) for column in columns]


def _column(spans: Sequence[tuple[int, int, Piece]]) -> Column:
    return Column(tuple(piece for _, _, piece in spans), tuple(left for left, _, _ in spans))


def _down(span: tuple[int, int, Piece]) -> tuple[int, int]:
    return span[2].rank, span[0]
