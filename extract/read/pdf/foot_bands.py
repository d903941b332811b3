"""The last line of a table that lines part, where it says who holds the rows above it.

    2   Tertatanya BMN        Jumlah dokumen rekonsiliasi       2 Dokumen
    Pemilik IKI : Kepala Subbagian Keuangan, Umum dan Logistik
    ---------------------------------------------------------------------

No line is drawn above it, and as little white: without its words it would be the rest of the last row. Where a line is
drawn between the rows and such a text, it heads the next table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.signs import shows
from extract.read.pdf.banded import WIDE, LineBand, ruled_between
from extract.read.pdf.grid import Stroke
from extract.read.pdf.strips import parted_words
from extract.read.pdf.words import TextLine

#: `Pemilik IKI : Kepala ...`
_LABELLED = re.compile(r"[A-Z][\w /.]{2,40}[:：]\s*(?P<nilai>\S.*)")
#: Rows have so many columns at least.
_COLUMNS = 3
#: A line is drawn so near (type sizes) below the text that it ends.
_BELOW = 2.0
#: White between such a text and the rows, in type sizes, at most.
_CLOSE = 0.6


def tells_holder_below(above: Sequence[TextLine], line: TextLine) -> bool:
    """Is a line below those of a row a label with an office, white parting nothing of it from the left edge on?"""
    match = _LABELLED.match(line.text)
    if match is None or not shows("jabatan", match["nilai"]) or len(parted_words(line, WIDE)) > 1:
        return False
    wide = max(len(parted_words(one)) for one in above)
    return wide >= _COLUMNS and line.x0 < min(one.x0 for one in above) + line.size


def behind_foot(bands: Sequence[LineBand], stop: int, across: Sequence[Stroke]) -> int:
    """Where the table of the bands before `stop` ends with such a line: `stop`, or behind it."""
    if stop >= len(bands) or not stop or not tells_holder_below(bands[stop - 1].lines, bands[stop].lines[0]):
        return stop
    last, first, foot = bands[stop - 1].lines[-1], bands[stop].lines[0], bands[stop].lines[-1]
    apart = ruled_between([last, first], across, last.base, first.base - 0.3 * first.size)
    ended = ruled_between(bands[stop].lines, across, foot.base, foot.base + _BELOW * foot.size)
    # where no lines are drawn it stands close to the rows, and white below it
    white = bands[stop + 1].top - bands[stop].bottom if stop + 1 < len(bands) else float("inf")
    close = first.top - last.bottom < _CLOSE * first.size and white > first.top - last.bottom + first.size
    return stop + 1 if (ended or close) and not apart else stop
