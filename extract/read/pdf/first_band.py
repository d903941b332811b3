"""Where a table without upright lines begins that prints no heading: above its first row may stand the rest of the row
that the page before cut, and a group row.

Input: the bands of a page, and the one that shows a table's columns first. Output: the first band of the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.entry_mark import CAPITAL_NAME, TABLE_NUMBER, counted_name
from bahasa.labels import starts_with_label
from extract.read.pdf.banded import LineBand, ruled_between
from extract.read.pdf.block_head import goes_over, has_labels, starts_group
from extract.read.pdf.counted_rows import heads_table
from extract.read.pdf.grid import Stroke
from extract.read.pdf.strips import Strip
from extract.read.row_numbers import ROW_NUMBER_ALONE

#: A table's bands follow each other within so many type sizes.
FAR = 3.0


def row_number_of(band: LineBand) -> str:
    """The number that a band begins with as that of a row."""
    number = ROW_NUMBER_ALONE.match(band.lines[0].words[0].text)
    return number[1] if number else ""


def first_band(
    bands: Sequence[LineBand], least: int, at: int, gutters: Sequence[Strip], across: Sequence[Stroke]
) -> int:
    """Where a table begins whose first band (`at`) is a row: with the rest of the row that the page above cut, which
    stands in few of its columns, and the group row (`BIDANG B : ...`) above one that counts on, or, where the first
    table alone prints the heading, between two lines drawn across or by a name that counts. No band above `least` is
    looked at."""
    number = row_number_of(bands[at])
    if not number:
        return at - _begins_with_group(bands, least, at, gutters, across)
    first = at
    while first > least and _near(bands, first):
        above = bands[first - 1]
        over = any(goes_over(above, gutters))
        group = over and first == at and _starts_numbered(bands, at, across)
        # no row is cut above number 1: what stands there may be the end of a list (`yang berlaku;`)
        if not group and (over or number == "1" or has_labels(above)):
            break
        first -= 1
    return first


def _starts_numbered(bands: Sequence[LineBand], at: int, across: Sequence[Stroke]) -> bool:
    """Is the band above a numbered row a group row: the row counts on, or lines or a name that counts tell?"""
    above = bands[at - 1]
    ruled = at > 1 and _ruled(bands[at - 2], above, across)
    starts = row_number_of(bands[at]) != "1" or ruled or counts_groups(above, bands[at])
    return starts and starts_group(above, bands[at])


def _begins_with_group(
    bands: Sequence[LineBand], least: int, at: int, gutters: Sequence[Strip], across: Sequence[Stroke]
) -> bool:
    """Does a group row (`BAGIAN A. BIDANG ...`) stand above the first row of a table without row numbers? Above a
    heading such a line is a caption, unless others stand between the rows below."""
    if at - 1 < least or not _near(bands, at):
        return False
    if not _is_group(bands, at - 1, at, gutters, across):
        counted = counts_groups(bands[at - 1], bands[at]) and any(goes_over(bands[at - 1], gutters))
        return counted and (
            not heads_table(bands[at].lines[0]) or any(counts_groups(band, bands[at]) for band in bands[at + 1 :])
        )
    more = any(_is_group(bands, k, at, gutters, across) for k in range(at + 1, len(bands) - 1))
    return more or not heads_table(bands[at].lines[0])


def _is_group(bands: Sequence[LineBand], k: int, row: int, gutters: Sequence[Strip], across: Sequence[Stroke]) -> bool:
    """Does a band stand on a line alone, over gutters, between two lines drawn across?"""
    alone = starts_group(bands[k], bands[row]) and any(goes_over(bands[k], gutters)) and not has_labels(bands[k])
    return alone and k > 0 and _ruled(bands[k - 1], bands[k], across) and _ruled(bands[k], bands[k + 1], across)


def counts_groups(band: LineBand, row: LineBand) -> bool:
    """Is a band one line whose name counts (`TUJUAN 1 : Mewujudkan ...`), where the row below it begins? `Tabel 1.
    Indikator ...` is a caption."""
    line = band.lines[0]
    alone = starts_group(band, row) and line.x0 > row.lines[0].x0 - line.size
    counted = counted_name(line.text) or CAPITAL_NAME.match(line.text)
    return (
        alone and bool(counted) and not TABLE_NUMBER.match(line.text) and not starts_with_label(line.text, "lampiran")
    )


def _near(bands: Sequence[LineBand], at: int) -> bool:
    return bands[at].top - bands[at - 1].bottom <= FAR * bands[at].lines[0].size


def _ruled(above: LineBand, below: LineBand, across: Sequence[Stroke]) -> bool:
    """Is a line drawn across between two bands?"""
    last, first = above.lines[-1], below.lines[0]
    return ruled_between([last, first], across, last.base, first.base - 0.3 * first.size)
