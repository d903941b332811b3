"""Tables that are not ruled on all sides -> grids: horizontal lines only, a box only, or no line at all.

Input: the runs of a page outside its ruled grids, and the lines drawn across. Output: grids filled with their runs, and
the runs that are left. A table is told by its form: three columns or more that white parts over several bands of lines
(one band of four may be the rest of a table on another page).
Bands are parted by lines drawn across where there are some, else by more white than parts the lines of one cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.read.column_numbers import numbered
from extract.read.pdf.banded import SET_OFF, LineBand, banded_grid, has_print
from extract.read.pdf.grid import Stroke, fill
from extract.read.pdf.strips import Strip, least_white, parted_words, strips_of
from extract.read.pdf.words import TextLine, lines_of
from schemas.layout import Grid, Word

#: Columns that make a table, gutters between them.
_COLUMNS = 3
#: and those that a band alone must show.
_ALONE = 4
#: White between the base lines of two bands, in pitches of the area's own lines.
_PITCHES = 1.3
#: Base lines nearer than this (in type sizes) are of one line of cells set off against each other; steps that are told
#: apart.
_CLOSEST, _STEP = 0.9, 0.15
#: A table's bands follow each other within so many type sizes.
_FAR = 3.0
#: The upper level of a heading has at most so many words.
_OVER = 6
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?$")


def loose_grids(page: int, runs: Sequence[Word], across: Sequence[Stroke]) -> tuple[list[Grid], list[Word]]:
    """Grids of a page's tables without upright lines, and the runs that are left outside."""
    lines = lines_of(runs)
    least = least_white(lines)
    bands = _bands(lines, across)
    grids: list[Grid] = []
    at = done = 0
    while at < len(bands):
        stop, gutters = _table(bands, at, least)
        if stop == at and _like_row(bands[at]):
            stop, gutters = at + 1, strips_of([bands[at].lines], least)
        if stop == at:
            at += 1
            continue
        first = _cut_row(bands, done, at, gutters)
        if at and _is_over(bands[at - 1], bands[at]):
            bands[at].lines[:0] = bands[at - 1].lines
            bands[at].top = bands[at - 1].top
        grids.append(banded_grid(page, bands[first:stop], _needed(gutters, bands[at:stop]), across))
        at = done = stop
    return grids, fill(grids, list(runs)) if grids else list(runs)


def _is_over(band: LineBand, head: LineBand) -> bool:
    """Is a band of few words, set in from the left, the upper level of the heading right below it (`TARGET`)?"""
    left, right = min(line.x0 for line in head.lines), max(line.x1 for line in head.lines)
    words = [word for line in band.lines for word in line.words]
    near = head.top - band.bottom < head.lines[0].size
    return near and len(words) <= _OVER and words[0].x0 > left + 0.2 * (right - left) and words[-1].x1 < right


def _bands(lines: Sequence[TextLine], across: Sequence[Stroke]) -> list[LineBand]:
    """The lines of a page parted by drawn lines and by white."""
    bands: list[LineBand] = []
    pitch = _pitch(lines)
    for line in lines:
        last = bands[-1].lines[-1] if bands else None
        if last is None or _parted(last, line, across, pitch) or _counts(line) or _counts(last):
            bands.append(LineBand([], line.top, line.bottom))
        bands[-1].lines.append(line)
        bands[-1].bottom = max(bands[-1].bottom, line.bottom)
        bands[-1].top = min(bands[-1].top, line.top)
    return bands


def _counts(line: TextLine) -> bool:
    """Is this the line of the numbers of columns, however near it stands to the heading above and the row below?"""
    return len(line.words) > _COLUMNS and numbered(["".join(word.text for word in part) for part in parted_words(line)])


def _pitch(lines: Sequence[TextLine]) -> float:
    """The smallest distance of base lines, in type sizes, that a page has often: that of the lines of one cell, not
    that of text set with more white."""
    steps = Counter(round((b.base - a.base) / max(a.size, b.size) / _STEP) for a, b in pairwise(lines))
    often = max(2, len(lines) // 8)
    return min((step * _STEP for step, n in steps.items() if n >= often and step * _STEP >= _CLOSEST), default=1.2)


def _parted(above: TextLine, below: TextLine, across: Sequence[Stroke], pitch: float) -> bool:
    size = max(above.size, below.size)
    y0, y1 = above.base, below.base - 0.3 * below.size
    if _ruled_between(above, below, across, y0, y1):
        return True
    return below.base - above.base > max(SET_OFF, min(_PITCHES * pitch, 2.6)) * size


def _ruled_between(above: TextLine, below: TextLine, across: Sequence[Stroke], y0: float, y1: float) -> bool:
    """Is a line drawn between two lines, below at least half of them? One under a heading over some columns parts no
    bands."""
    low, high = min(above.x0, below.x0), max(above.x1, below.x1)
    covered = [min(s.hi, high) - max(s.lo, low) for s in across if y0 < s.at < y1]
    return sum(length for length in covered if length > 0) * 2 >= high - low


def _table(bands: Sequence[LineBand], at: int, least: float) -> tuple[int, list[Strip]]:
    """Where the table that begins with band `at` ends, and its gutters; `at` itself where none begins."""
    if bands[at].columns < _COLUMNS or _labels(bands[at]):
        return at, []
    gutters = strips_of([bands[at].lines], least)
    stop, found = at, gutters
    body: list[list[TextLine]] = []
    pending: list[TextLine] = []
    rows = 1
    for k in range(at + 1, len(bands)):
        if bands[k].top - bands[k - 1].bottom > _FAR * bands[k].lines[0].size:
            break
        below = [*body, bands[k].lines]
        now = _refined(bands[at].lines, below, least)
        if _is_head(bands[k]) and any(_goes_over(bands[k], found)):
            # the head of the next block
            break
        if _filled(bands[k], now) < 2 or _labels(bands[k]):
            # the rest of a cell that a page cut stands in one column, however long it is
            pending += bands[k].lines if any(_goes_over(bands[k], now)) else []
            if len(pending) > 4:
                break
            continue
        if len(now) + 1 < max(_COLUMNS, 0.7 * (len(found) + 1)):
            break
        body = below
        pending, found, stop = [], now, k + 1
        rows += 1
    if rows < 2 or len(found) + 1 < _COLUMNS:
        return at, []
    return stop, found


def _cut_row(bands: Sequence[LineBand], least: int, at: int, gutters: Sequence[Strip]) -> int:
    """Where a table begins whose first band is a numbered row: with the rest of the row that the page above cut, which
    stands in few of its columns."""
    if not _NUMBER.match(bands[at].lines[0].words[0].text):
        return at
    first = at
    while first > least and not any(_goes_over(bands[first - 1], gutters)) and not _labels(bands[first - 1]):
        if bands[first].top - bands[first - 1].bottom > _FAR * bands[first].lines[0].size:
            break
        first -= 1
    return first


def _like_row(band: LineBand) -> bool:
    """May a band alone be a row, or a heading, that goes on on another page? Whoever knows the table there decides."""
    return band.columns >= _ALONE and not _labels(band)


def _goes_over(band: LineBand, gutters: Sequence[Strip]) -> Iterator[bool]:
    """Whether the parts of a band's lines go on over a gutter."""
    for line in band.lines:
        for part in parted_words(line):
            yield any(part[0].x0 < gutter.middle < part[-1].x1 for gutter in gutters)


def _needed(gutters: Sequence[Strip], bands: Sequence[LineBand]) -> list[Strip]:
    """The gutters between columns that both have text in some band: a heading that stands beside its numbers (centred,
    they to the left) makes no column of its own."""
    kept = list(gutters)
    i = 0
    while i < len(kept):
        lo = kept[i - 1].middle if i else float("-inf")
        hi = kept[i + 1].middle if i + 1 < len(kept) else float("inf")
        if any(has_print(band, lo, kept[i].middle) and has_print(band, kept[i].middle, hi) for band in bands):
            i += 1
        else:
            del kept[i]
    return _headed(_without_overheads(kept, bands), bands)


def _headed(gutters: Sequence[Strip], bands: Sequence[LineBand]) -> list[Strip]:
    """Leaves out a column that the first band prints nothing over, into the one at its left: words that happen to leave
    white in few rows. The first column may have no heading of its own (`1.` below `Program`)."""
    edges = [*(gutter.middle for gutter in gutters), float("inf")]
    return [gutter for i, gutter in enumerate(gutters) if has_print(bands[0], edges[i], edges[i + 1])]


def _without_overheads(gutters: Sequence[Strip], bands: Sequence[LineBand]) -> list[Strip]:
    """Joins a column that has nothing but a heading with the one that it stands over or under (`TARGET` over `Satuan`
    and `Jumlah`): no row has text there, and the two headings stand on other lines."""
    edges = [float("-inf"), *(gutter.middle for gutter in gutters), float("inf")]
    heads = [_lines_between(bands[0], lo, hi) for lo, hi in pairwise(edges)]
    bare = [not any(has_print(band, lo, hi) for band in bands[1:]) for lo, hi in pairwise(edges)]
    joined: set[int] = set()
    for i, alone in enumerate(bare):
        # the column at its right first: what stands over two columns is set off from the left one by more white
        sides = [k for k in (i, i - 1) if 0 <= k < len(gutters) and _one_over_other(heads[k], heads[k + 1])]
        if alone and sides and not joined & {i, i - 1}:
            joined.add(sides[0])
    return [gutter for i, gutter in enumerate(gutters) if i not in joined]


def _one_over_other(left: set[int], right: set[int]) -> bool:
    """Do two headings stand on lines of their own, one above the other?"""
    return bool(left and right) and (max(left) < min(right) or max(right) < min(left))


def _lines_between(band: LineBand, lo: float, hi: float) -> set[int]:
    """Which lines of a band have words between two gutters."""
    return {k for k, line in enumerate(band.lines) if any(lo < (word.x0 + word.x1) / 2 < hi for word in line.words)}


def _refined(head: Sequence[TextLine], body: Sequence[Sequence[TextLine]], least: float) -> list[Strip]:
    """The gutters of a heading and the rows below it. The upper levels of a heading (`TARGET` over several columns)
    hide gutters: its first lines are left out where that shows more columns, each but one with print of the heading."""
    best = strips_of(body, least, head)
    for k in range(1, len(head)):
        found = strips_of(body, least, head[k:])
        edges = [strip.middle for strip in found]
        headed = {sum(edge < (word.x0 + word.x1) / 2 for edge in edges) for line in head for word in line.words}
        if len(found) > len(best) and len(headed) >= len(found):
            best = found
    return best


def _filled(band: LineBand, gutters: Sequence[Strip]) -> int:
    """How many columns have text of their own in a band: what goes on over a gutter counts for one."""
    edges = [g.middle for g in gutters]
    parts = [part for line in band.lines for part in parted_words(line)]
    return len({sum(edge < part[0].x0 + 1 for edge in edges) for part in parts})


def _labels(band: LineBand) -> bool:
    """`Jabatan   :   Kepala Bidang`: labels and their values, no row. Lines of one part (a title) tell nothing."""
    parted = [parts for line in band.lines if len(parts := parted_words(line, 0.3)) > 1]
    labels = sum(map(_label_and_value, parted))
    return labels > 0 and (labels * 2 >= len(parted) or _label_and_value(parted[0]))


def _is_head(band: LineBand) -> bool:
    """Labels one below the other, with values that go on as they like: the head of the next block, no group row
    (`TUJUAN 1 : Mewujudkan ...`)."""
    return sum(_label_and_value(parted_words(line, 0.3)) for line in band.lines) > 1


def _label_and_value(parts: Sequence[Sequence[Word]]) -> bool:
    texts = ["".join(run.text for run in part) for part in parts]
    return texts[0].endswith((":", "：")) or any(text.startswith((":", "：")) for text in texts[1:])
