"""Ink at the ends of a line that no letter covers puts the word there in doubt: a mark that was not read.

`... perangkat daerah;` is read without its `;`, each letter sure: what tells is a mark of its own, as narrow as one,
that stands beyond the last letter read, or before the first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.read.picture.line_strips import LineStrip
from extract.read.picture.recogniser import Reading

#: A mark is at most so wide, at least so high, and stands so far beyond the place of the letter (shares of the line's
#: ink): half of a letter and the white behind it.
_NARROW, _HIGH, _BEYOND = 0.5, 0.25, 0.3
#: How likely a sign stands there that was not read: it is seen.
_DOUBT = 1.0


def with_uncovered(strips: Sequence[LineStrip], readings: Sequence[Reading]) -> list[Reading]:
    """The readings, the letters beside such ink in doubt."""
    return [_doubted(strip, reading) for strip, reading in zip(strips, readings, strict=True)]


def _doubted(strip: LineStrip, reading: Reading) -> Reading:
    signs = [k for k, letter in enumerate(reading) if letter.sign.strip()]
    runs = _runs(strip)
    if len(signs) < 2 or len(runs) < 2:
        return reading
    rows = np.flatnonzero(strip.ink.any(axis=1))
    high, width = int(rows[-1] - rows[0] + 1), strip.ink.shape[1]
    found = list(reading)
    for k, (start, stop), off in (
        (signs[0], runs[0], reading[signs[0]].at * width - runs[0][1]),
        (signs[-1], runs[-1], runs[-1][0] - reading[signs[-1]].at * width),
    ):
        tall = int(np.count_nonzero(strip.ink[:, start:stop].any(axis=1)))
        if off > _BEYOND * high and stop - start <= _NARROW * high and tall >= _HIGH * high:
            found[k] = found[k]._replace(other=max(found[k].other, _DOUBT), rival="")
    return tuple(found)


def _runs(strip: LineStrip) -> list[tuple[int, int]]:
    """The stretches of columns with ink, left to right."""
    steps = np.flatnonzero(np.diff(np.pad(strip.ink.any(axis=0), 1).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(steps[::2], steps[1::2], strict=True)]
