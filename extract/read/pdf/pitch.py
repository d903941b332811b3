"""The lines of a page -> how much white parts two rows of a table that no line is drawn between.

Lines of one cell stand as far apart as the page's type is set; rows stand further apart. Where all rows have one line,
their distance is one that the page has often too: it is told by their numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.read.pdf.banded import SET_OFF, WIDE
from extract.read.pdf.strips import parted_words
from extract.read.pdf.words import TextLine
from extract.read.row_numbers import ROW_NUMBER_ALONE

#: White between the base lines of two bands, in pitches of the area's own lines.
_PITCHES = 1.3
#: Base lines nearer than this (in type sizes) are of one line of cells set off against each other; steps that are told
#: apart.
_CLOSEST, _STEP = 0.9, 0.15
#: Steps so near to one that parts bands are of the same kind (type sizes), steps that differ by so much are not.
_BESIDE, _GAP = 0.08, 0.25
#: So many type sizes apart lines are of one cell only where type is set with two lines of white; a row has so many
#: columns.
_FAR, _COLUMNS = 2.0, 3


def white_between_rows(lines: Sequence[TextLine]) -> float:
    """The distance of base lines, in type sizes, from which on white parts two bands; where steps come up on both its
    sides (1.5 and 1.57: some rows of one table would part), the middle of the widest gap below it."""
    pitch = _pitch(lines)
    white = max(SET_OFF, min(_PITCHES * pitch, 2.6))
    steps = sorted(_step(a, b) for a, b in pairwise(lines))
    if len({step > white for step in steps if abs(step - white) <= _BESIDE}) < 2:
        return white
    gaps = ((hi - lo, (lo + hi) / 2) for lo, hi in pairwise(steps) if 0.9 * pitch < lo and hi <= white)
    wide, middle = max(gaps, default=(0.0, white))
    return middle if wide >= _GAP else white


def _pitch(lines: Sequence[TextLine]) -> float:
    """The smallest distance of base lines, in type sizes, that a page has often: that of the lines of one cell, not
    that of text set with more white or of rows of one line."""
    rows = _row_step(lines)
    own = (step for a, b in pairwise(lines) if (step := _step(a, b)) < rows - _STEP)
    steps = Counter(round(step / _STEP) for step in own)
    often = max(2, len(lines) // 8)
    return min((step * _STEP for step, n in steps.items() if n >= often and step * _STEP >= _CLOSEST), default=1.2)


def _row_step(lines: Sequence[TextLine]) -> float:
    """The least distance, in type sizes, of two rows of one line each that count on (`1  Ketuntasan belajar  85 %` /
    `2  Modul ajar  18 modul`), if they stand clearly further apart than the lines of a cell do; else endless."""
    steps = (_step(a, b) for a, b in pairwise(lines) if 0 < _number(a) == _number(b) - 1)
    return min((step for step in steps if step >= _FAR), default=float("inf"))


def _number(line: TextLine) -> int:
    """The number of the row that a line begins, 0 where it begins none."""
    number = ROW_NUMBER_ALONE.match(line.words[0].text)
    return int(number[1]) if number and len(parted_words(line, WIDE)) >= _COLUMNS else 0


def _step(above: TextLine, below: TextLine) -> float:
    """How far two lines stand apart, in type sizes."""
    return (below.base - above.base) / max(above.size, below.size)
