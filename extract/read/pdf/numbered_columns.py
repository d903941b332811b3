"""The numbers of columns below a heading (`(1) (2) (3)`) -> one column for each of them.

Input: the gutters that white shows, and the bands of a table. A heading set in the middle of its column, cells to the
left, looks like two columns; two columns whose texts nearly touch look like one. The numbers tell how many there are,
and about where.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.read.column_numbers import numbered
from extract.read.pdf.banded import LineBand, has_print
from extract.read.pdf.fitted import white_between
from extract.read.pdf.strips import Strip, parted_words
from extract.read.pdf.words import TextLine

#: The numbers stand within so many bands of a table's first one, and are so many at least.
_REACH, _FEWEST = 4, 3


def column_marks(line: TextLine) -> list[float]:
    """Where the numbers of columns stand that a line holds and nothing else (the middle of each); empty where it is
    another line."""
    parts = parted_words(line)
    if len(parts) < _FEWEST or not numbered(["".join(word.text for word in part) for part in parts]):
        return []
    return [(part[0].x0 + part[-1].x1) / 2 for part in parts]


def numbers_columns(above: Sequence[TextLine], line: TextLine) -> bool:
    """Does a line, or the one right above it, hold the numbers of a table's columns, from its first third on? `I II III
    IV` below `Triwulan`, at the right, are the headings of four columns."""
    left, right = min(own.x0 for own in [*above, line]), max(own.x1 for own in [*above, line])
    return any(column_marks(own) and own.x0 < left + (right - left) / 3 for own in (above[-1], line))


def one_for_each_number(gutters: Sequence[Strip], bands: Sequence[LineBand]) -> list[Strip]:
    """The gutters of a table whose columns are numbered, one column for each number; else as they are."""
    found = ((k, column_marks(band.lines[0])) for k, band in enumerate(bands[:_REACH]) if len(band.lines) == 1)
    at, marks = next(((k, marks) for k, marks in found if marks), (0, []))
    if not marks or not _span_all(marks, gutters):
        return list(gutters)
    rows = [band for k, band in enumerate(bands) if k > at]
    return _parted(_joined(list(gutters), marks, rows), marks, rows)


def _span_all(marks: Sequence[float], gutters: Sequence[Strip]) -> bool:
    """Do column numbers reach from the first column to the last, or to those beside them? `1 2 3 4` below `T W` does
    not: it is the end of the headings of four columns."""
    return len(gutters) < _FEWEST or (marks[0] < gutters[1].hi and marks[-1] > gutters[-2].lo)


def _joined(gutters: list[Strip], marks: Sequence[float], rows: Sequence[LineBand]) -> list[Strip]:
    """Without the gutters beside columns that have no number."""
    while True:
        edges = [float("-inf"), *(gutter.middle for gutter in gutters), float("inf")]
        bare = [i for i, (lo, hi) in enumerate(pairwise(edges)) if not any(lo < x < hi for x in marks)]
        if not bare or len(gutters) < len(marks):
            return gutters
        i = bare[0]
        sides = [k for k in (i, i - 1) if 0 <= k < len(gutters)]
        # a column of which the other half is blank wherever it is printed
        both = {k: sum(_prints_both(band, edges[k : k + 3]) for band in rows) for k in sides}
        del gutters[min(sides, key=lambda k: (both[k], gutters[k].hi - gutters[k].lo))]


def _prints_both(band: LineBand, edges: Sequence[float]) -> bool:
    return all(has_print(band, lo, hi) for lo, hi in pairwise(edges))


def _parted(gutters: list[Strip], marks: Sequence[float], rows: Sequence[LineBand]) -> list[Strip]:
    """With a gutter between two numbers of one column, where the rows show white there."""
    words = [word for band in rows for line in band.lines for word in line.words]
    white = white_between(words)
    for left, right in pairwise(marks):
        if any(left < gutter.middle < right for gutter in gutters):
            continue
        middle = (left + right) / 2
        inside = [Strip(lo, hi) for lo, hi in white if left < (lo + hi) / 2 < right]
        if inside:
            gutters.append(min(inside, key=lambda strip: abs(strip.middle - middle)))
    return sorted(gutters, key=lambda strip: strip.lo)
