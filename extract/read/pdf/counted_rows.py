"""Tables whose rows nothing sets apart -> their rows, by their numbers.

`No   Sasaran   Indikator   Target` / `1.   Tersusunnya dokumen   Jumlah dokumen` / `2.   Terlaksananya ...`:
a word processor sets the rows of a table without lines as close as the lines of a cell. Below a line that is a heading
by its form each line that begins with the next number, and has print in several columns, begins a row. So does one
below the rest of a row that a page break cut (`yang tersedia` / `7   Terlaksananya ...   Jumlah ...`), set off from it.
A list right above a heading (`1. menyusun rencana` / `2. membina pasar` / `No   Indikator   Target`) is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bahasa.entry_mark import number_behind
from extract.read.pdf.banded import WIDE, LineBand
from extract.read.pdf.strips import parted_words
from extract.read.pdf.words import TextLine
from extract.read.row_numbers import ROW_NUMBER_ALONE

#: `1.`, `a)`
_MARK = re.compile(r"(?P<no>\d{1,2}|[A-Za-z])[.)]")
#: A heading has so many parts at least, a row that begins so many.
_HEADING, _ROW = 3, 2
#: More white than within a cell, in steps of its lines.
_SET_OFF = 1.3


def counted_apart(bands: Sequence[LineBand]) -> list[LineBand]:
    """The bands, those of numbered rows, with or without a heading above them, parted before each of these."""
    return [part for band in bands for part in _parted(band)]


def heads_table(line: TextLine) -> bool:
    """Is a line a heading by its form: three parts or more, and no digit?"""
    return not any(c.isdigit() for c in line.text) and len(parted_words(line, WIDE)) >= _HEADING


def _parted(band: LineBand) -> Iterator[LineBand]:
    starts = [] if band.prose else _own_starts(band.lines)
    if not starts:
        yield band
        return
    for first, stop in zip([0, *starts], [*starts, len(band.lines)], strict=True):
        lines = band.lines[first:stop]
        top = band.top if not first else min(line.top for line in lines)
        bottom = band.bottom if stop == len(band.lines) else max(line.bottom for line in lines)
        yield LineBand(lines, top, bottom)


def _own_starts(lines: Sequence[TextLine]) -> list[int]:
    listed = _behind_list(lines)
    own = lines[listed:]
    starts = _starts(own) or _behind_rest(own) or _counting_on(own)
    return [*([listed] if listed else []), *(listed + start for start in starts)]


def _behind_list(lines: Sequence[TextLine]) -> int:
    """The line behind a list above a heading: each item has a number that counts on and one text, whose further lines
    begin where it does; 0 where there is none. A number alone may be that of a row whose other cells begin lower."""
    head = next((k for k, line in enumerate(lines) if heads_table(line)), 0)
    no, text, end, items = "", 0.0, 0, 0
    for k, line in enumerate(lines[:head]):
        parts = parted_words(line, WIDE)
        mark = _MARK.fullmatch(line.words[0].text)
        if mark and len(line.words) > 1 and len(parts) <= _ROW and (not no or number_behind(no) == mark.group("no")):
            no, text, end, items = mark.group("no"), line.words[1].x0, k + 1, items + 1
        elif no and len(parts) == 1 and abs(line.x0 - text) < line.size:
            end = k + 1
        else:
            break
    return end if items > 1 else 0


def _starts(lines: Sequence[TextLine]) -> list[int]:
    """The lines that begin with 1, 2, ... below a heading; none where a number is missed."""
    head = next((k for k, line in enumerate(lines) if heads_table(line)), None)
    if head is None:
        return []
    left = min(line.x0 for line in lines)
    starts: list[int] = []
    for k in range(head + 1, len(lines)):
        number = ROW_NUMBER_ALONE.match(lines[k].words[0].text)
        if number is None or lines[k].x0 > left + 2 * lines[k].size:
            # `dalam` / `1 (satu) tahun` in a cell
            continue
        if int(number[1]) != len(starts) + 1 or len(parted_words(lines[k], WIDE)) < _ROW:
            return []
        starts.append(k)
    return starts


def _counting_on(lines: Sequence[TextLine]) -> list[int]:
    """The lines of the second numbered row on, where a band begins with a number and each number below it counts on,
    all below each other and with print in as many columns as a heading has (the rows of a table that prints one line
    each, as far apart as those of a page are)."""
    counts = [(k, ROW_NUMBER_ALONE.match(line.words[0].text)) for k, line in enumerate(lines)]
    rows = [(k, int(number[1])) for k, number in counts if number and lines[k].x0 < lines[0].x0 + lines[0].size]
    if len(rows) < 2 or rows[0][0] or any(b != a + 1 for (_, a), (_, b) in pairwise(rows)):
        return []
    return [k for k, _ in rows[1:]] if all(len(parted_words(lines[k], WIDE)) >= _HEADING for k, _ in rows) else []


def _behind_rest(lines: Sequence[TextLine]) -> list[int]:
    """The line of a numbered row below lines that stand right of its number, more white above it than parts the lines
    of a cell."""
    number = next((k for k, line in enumerate(lines) if ROW_NUMBER_ALONE.match(line.words[0].text)), 0)
    rest, row = lines[:number], lines[number:]
    if not rest or len(row) < 2 or len(parted_words(row[0], WIDE)) < _HEADING:
        return []
    pitch = min(b.base - a.base for a, b in pairwise(lines))
    off = row[0].base - rest[-1].base >= _SET_OFF * pitch
    return [number] if off and all(line.x0 > row[0].words[0].x1 for line in rest) else []
