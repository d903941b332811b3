"""The evidence of wrapped lines.

A line inside a cell ends because the next word would not have fitted its column. So where the next word would have
fitted, a cell ended there; and a line wider than the column belongs to more than one cell. Column widths are not
printed in linear text: they are measured from a first reading of the table (widest lines of each column).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.table.linear.tokens import TableWords, width

#: Attribute names, by how full the line would be with the next word.
FITS = ("muat=?", "muat=jelas", "muat=nyaris", "muat=pas", "muat=lewat", "muat=lebar")
_SPACE = width(" ")
#: A line may be so much wider than a full one.
_FULL = 1.1
#: Letters are as wide as is thought, so nearly.
_SLACK = 1.03
#: Other letters than are thought make a full line so much wider.
_ALIKE = 1.08


class Widths:
    """Widths of words and lines of a table (thousandths of the font size), and of its columns where known (else 0): of
    their full lines, and (`rooms`) how wide none can be."""

    def __init__(self, tokens: TableWords, columns: Sequence[int]) -> None:
        self.columns = tuple(columns)
        self.rooms = tuple(round(_FULL * full) for full in columns)
        # of a broken word its own line has the head
        self.words = [width(tokens.fragments(i)[0].text) for i in range(len(tokens))]
        self.sums = [0]
        for size in self.words:
            self.sums.append(self.sums[-1] + size + _SPACE)
        n = len(tokens)
        #: for each gap, the next gap at which a line begins (n at the end), and the start of the line before the gap
        self.next_line = [n] * (n + 1)
        for i in range(n - 1, -1, -1):
            self.next_line[i] = i + 1 if i + 1 < n and tokens.first[i + 1] else self.next_line[i + 1]
        self.line_start = [0] * (n + 1)
        for i in range(1, n + 1):
            self.line_start[i] = i - 1 if tokens.first[i - 1] else self.line_start[i - 1]

    def limited(self, columns: Sequence[int], rooms: Sequence[int] = ()) -> Widths:
        """The same words in columns of other widths; where no `rooms` are given, little wider than full lines."""
        other = copy(self)
        other.columns = tuple(columns)
        other.rooms = tuple(rooms) or tuple(round(_FULL * full) for full in columns)
        return other

    def span(self, start: int, end: int) -> int:
        """Width of the words start..end set on one line."""
        return self.sums[end] - self.sums[start] - _SPACE if end > start else 0

    def name(self, start: int, end: int, column: int, following: int | None = None) -> int:
        """Index into FITS: what the line break before word `end` says, if words start..end stand on the line before
        it in a cell of this column. `following` is the word that goes on, where a page break stands between."""
        limit, following = self.columns[column], end if following is None else following
        if not limit or following >= len(self.words):
            return 0
        part = self.span(start, end)
        if part > 1.04 * limit:
            return 5
        full = (part + _SPACE + self.words[following]) / limit
        return 1 if full < 0.85 else 2 if full < 0.96 else 3 if full < 1.03 else 4

    def has_room(self, start: int, end: int, column: int) -> bool:
        """Whether a column has room for the words start..end on one line, where its width is known."""
        room = self.rooms[column]
        return not room or self.span(start, end) <= room

    def roomless(self) -> NDArray[np.bool_]:
        """By gap and column: whether the column has no room for what stands before the gap on its line."""
        whole = [self.span(start, end) for end, start in enumerate(self.line_start)]
        return np.array(whole)[:, None] > np.array([room or np.inf for room in self.rooms])


class ColumnWidth(NamedTuple):
    """How wide the lines of a column are that were seen to be full, and how wide one can't be (0 where not known)."""

    full: int
    room: int


def measure(tables: Iterable[tuple[Widths, Iterable[tuple[int, int, int]]]], columns: int) -> list[ColumnWidth]:
    """Each column's width from readings of tables, given as (start, end, column) of their pieces: the one that explains
    most ends of lines inside pieces (0 where there are none, or one only)."""
    wraps: list[list[tuple[int, int]]] = [[] for _ in range(columns)]
    for widths, spans in tables:
        for start, last, column in spans:
            while start < last:
                end = min(widths.next_line[start], last)
                if end < last:
                    line = widths.span(start, end)
                    wraps[column].append((line, line + _SPACE + widths.words[end]))
                start = end
    return [_likeliest(own) for own in wraps]


def _likeliest(wraps: Sequence[tuple[int, int]]) -> ColumnWidth:
    """The width of a line at which most lines (their width without and with the next word) end since that word has no
    room there: a reading's slips make some lines too wide and others too short."""
    if len(wraps) < 2:
        return ColumnWidth(0, 0)

    def explained(limit: int) -> list[int]:
        return [more for line, more in wraps if line <= _SLACK * limit and more > (2 - _SLACK) * limit]

    full = max({line for line, _ in wraps}, key=lambda limit: (len(explained(limit)), limit))
    full = max(line for line, _ in wraps if line <= _ALIKE * full)
    return ColumnWidth(full, round(max(_FULL * full, _SLACK * min(explained(full), default=0))))
