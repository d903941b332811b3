"""The evidence of wrapped lines.

A line inside a cell ends because the next word would not have fitted its column. So where the next word would have
fitted, a cell ended there; and a line wider than the column belongs to more than one cell. Column widths are not
printed in linear text: they are measured from a first reading of the table (widest lines of each column).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from extract.table.linear.tokens import TableWords, width

#: Attribute names, by how full the line would be with the next word.
FITS = ("muat=?", "muat=jelas", "muat=nyaris", "muat=pas", "muat=lewat", "muat=lebar")
_SPACE = width(" ")


class Widths:
    """Widths of words and lines of a table (thousandths of the font size), and of its columns where known (else 0)."""

    def __init__(self, tokens: TableWords, columns: Sequence[int]) -> None:
        self.columns = tuple(columns)
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

    def limited(self, columns: Sequence[int]) -> Widths:
        """The same words in columns of other widths."""
        other = copy(self)
        other.columns = tuple(columns)
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


def measure(tables: Iterable[tuple[Widths, Iterable[tuple[int, int, int]]]], columns: int) -> list[int]:
    """Each column's width from readings of tables, given as (start, end, column) of their pieces: its widest line among
    pieces of two lines and more (0 where it has none)."""
    lines: list[list[int]] = [[] for _ in range(columns)]
    for widths, spans in tables:
        for start, last, column in spans:
            while start < last:
                end = min(widths.next_line[start], last)
                if end < last:
                    lines[column].append(widths.span(start, end))
                start = end
    return [_upper(sizes) for sizes in lines]


def _upper(sizes: list[int]) -> int:
    """The widest line, unless it stands far from the rest (a reading's slip): then the next one."""
    sizes = sorted(sizes, reverse=True)
    while len(sizes) > 3 and sizes[0] > 1.25 * sizes[1 + len(sizes) // 8]:
        sizes = sizes[1:]
    return sizes[0] if len(sizes) > 1 else 0
