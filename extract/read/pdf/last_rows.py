"""The last rows of a table that lines part: one may print a single cell.

    Penyiapan pelaksanaan rapat bidang                 12 dokumen
    ---------------------------------------------------
    Pelaporan hasil pelaksanaan tugas secara berkala
    --------------------------------------------------------------

Its target is that of the rows above, merged. One text alone is no row of a table that is seen by its white, but
between two lines drawn across the table it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.pdf.banded import LineBand
from extract.read.pdf.block_head import filled, goes_over, has_labels
from extract.read.pdf.grid import Stroke
from extract.read.pdf.strips import Strip, parted_words

#: A line is drawn so near (type sizes) below the row that it ends; a cell begins so near to the others of its column.
_BELOW, _NEAR = 2.0, 0.25


def ruled_off(bands: Sequence[LineBand], at: int, stop: int, gutters: Sequence[Strip], across: Sequence[Stroke]) -> int:
    """Where the table of bands `at`..`stop` - 1 ends with the rows of one cell below it that lines part."""
    lines = [line for band in bands[at:stop] for line in band.lines]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    lefts = [part[0].x0 for line in lines for part in parted_words(line)]
    # a band alone may show its columns by all its lines together, and no gutter
    while gutters and stop < len(bands):
        band = bands[stop]
        first, last = band.lines[0], band.lines[-1]
        one = filled(band, gutters) == 1 and not any(goes_over(band, gutters)) and not has_labels(band)
        begun = any(abs(first.x0 - x) <= _NEAR * first.size for x in lefts) and first.x0 > gutters[0].hi - 1
        above = (bands[stop - 1].lines[-1].base, first.base - 0.3 * first.size)
        below = (last.base, last.base + _BELOW * last.size)
        if not (one and begun and all(_drawn(across, between, left, right) for between in (above, below))):
            break
        stop += 1
    return stop


def _drawn(across: Sequence[Stroke], between: tuple[float, float], left: float, right: float) -> bool:
    """Is a line drawn across half of a table between two heights?"""
    covered = (min(s.hi, right) - max(s.lo, left) for s in across if between[0] < s.at < between[1])
    return 2 * sum(length for length in covered if length > 0) >= right - left
