"""Lines that are drawn under the upper level of a heading alone, and part no rows.

                           TRIWULAN
    SASARAN   INDIKATOR  --------------   SUMBER DATA
              KINERJA     I  II  III  IV

They go over a good part of the table, as one does that parts two rows beside a merged cell. What tells them: all that
stands above them is one text in their middle, below them stand several side by side, and they end within the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.grid import BRIDGE, SNAP, Stroke
from extract.read.pdf.strips import parted_words
from extract.read.pdf.words import TextLine

#: White that parts the texts of a heading; an upper level stands in the middle of its line but for so much; and a text
#: stands within so much of what goes on with it (type sizes).
_WIDE, _CENTRED, _NEAR = 0.8, 1.5, 2.0
#: An upper level has at most so many words and lines.
_WORDS, _LINES = 6, 2


def parting_rows(lines: Sequence[TextLine], across: Sequence[Stroke]) -> list[Stroke]:
    """The lines drawn across a page but for those under the upper level of a heading."""
    under = [one for one in _joined(across) if _is_under_level(lines, one, across)]
    return [
        stroke
        for stroke in across
        if not any(abs(stroke.at - one.at) < SNAP and one.lo <= stroke.lo and stroke.hi <= one.hi for one in under)
    ]


def _joined(across: Sequence[Stroke]) -> Iterator[Stroke]:
    """Lines at one height that touch, as one."""
    joined: Stroke | None = None
    for stroke in sorted(across, key=lambda one: (round(one.at / SNAP), one.lo)):
        if joined is not None and abs(joined.at - stroke.at) < SNAP and stroke.lo - joined.hi < BRIDGE:
            joined = replace(joined, hi=max(joined.hi, stroke.hi))
            continue
        if joined is not None:
            yield joined
        joined = stroke
    if joined is not None:
        yield joined


def _is_under_level(lines: Sequence[TextLine], stroke: Stroke, across: Sequence[Stroke]) -> bool:
    above = _above(lines, stroke, across)
    below = next((own for line in lines if line.base > stroke.at and (own := _over(line, stroke))), None)
    if not above or below is None or len(parted_words(below, _WIDE)) < 2:
        return False
    if len(above) > _LINES or sum(len(line.words) for line in above) > _WORDS:
        return False
    one = all(len(parted_words(line, _WIDE)) == 1 and _is_centred(line, stroke) for line in above)
    return one and below.base - above[-1].base < 3 * _NEAR * below.size and _goes_beyond(lines, stroke)


def _above(lines: Sequence[TextLine], stroke: Stroke, across: Sequence[Stroke]) -> list[TextLine]:
    """The texts right above a line, up to the line above."""
    top = max(
        (one.at for one in across if one.at < stroke.at - SNAP and one.lo < stroke.hi and stroke.lo < one.hi),
        default=0.0,
    )
    own = [part for line in lines if top < line.base < stroke.at + SNAP and (part := _over(line, stroke))]
    first = max((k for k, (a, b) in enumerate(pairwise(own), 1) if b.base - a.base > _NEAR * b.size), default=0)
    return own[first:]


def _over(line: TextLine, stroke: Stroke) -> TextLine | None:
    """The words of a text that stand over a line drawn across, or below it."""
    words = [word for word in line.words if stroke.lo < (word.x0 + word.x1) / 2 < stroke.hi]
    return replace(line, words=words) if words else None


def _is_centred(line: TextLine, stroke: Stroke) -> bool:
    return abs(line.words[0].x0 + line.words[-1].x1 - stroke.lo - stroke.hi) / 2 <= _CENTRED * line.size


def _goes_beyond(lines: Sequence[TextLine], stroke: Stroke) -> bool:
    """Do texts stand beside a line, to whose height the texts over it and below it come?"""
    near = [line for line in lines if abs(line.base - stroke.at) < _NEAR * line.size]
    return any(not stroke.lo < (word.x0 + word.x1) / 2 < stroke.hi for line in near for word in line.words)
