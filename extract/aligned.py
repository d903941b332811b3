"""Lines of column-aligned text -> columns.

Input: pieces of lines whose cells stand apart by two blanks or more (`pdftotext -layout`). Output: the segments of each
column, from left to right, each column's from top to bottom. Guarantee: every segment is in exactly one column;
segments that stand below each other are in the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.piece import Piece

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_TAB = 8


def is_aligned(text: str) -> bool:
    """Whether a line has segments that stand apart."""
    return len(_SEGMENT.findall(text.expandtabs(_TAB))) > 1


def columns_of(rows: Sequence[Piece]) -> list[list[Piece]]:
    """The segments by column."""
    spans: list[tuple[int, int, Piece]] = []
    for row in rows:
        for match in _SEGMENT.finditer(row.text.expandtabs(_TAB)):
            spans.append((match.start(), match.end(), Piece(match[0], row.line, row.rank)))
    columns: list[list[tuple[int, int, Piece]]] = []
    right = -1
    for span in sorted(spans, key=lambda span: (span[0], span[2].rank)):
        if span[0] < right and columns:
            columns[-1].append(span)
        else:
            columns.append([span])
        right = max(right, span[1]) if columns[-1][0] is not span else span[1]
    return [[piece for _, _, piece in sorted(column, key=_down)] for column in columns]


def _down(span: tuple[int, int, Piece]) -> tuple[int, int]:
    return span[2].rank, span[0]
