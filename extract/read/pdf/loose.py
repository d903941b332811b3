"""Tables that are not ruled on all sides -> grids: horizontal lines only, a box only, or no line at all.

Input: the runs of a page outside its ruled grids, and the lines drawn across. Output: grids filled with their runs, and
the runs that are left. A table is told by its form: three columns or more that white parts over several bands of lines
(one band of four may be the rest of a table on another page).
Bands are parted by lines drawn across where there are some, else by more white than parts the lines of one cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bahasa.entry_mark import number_behind
from extract.read.pdf.banded import WIDE, LineBand, banded_grid, foot, has_print, lines_between, ruled_between
from extract.read.pdf.block_head import begins_block, goes_over, has_labels, is_row
from extract.read.pdf.counted_rows import counted_apart, heads_table
from extract.read.pdf.first_band import FAR, first_band, row_number_of
from extract.read.pdf.foot_bands import behind_foot, tells_holder_below
from extract.read.pdf.grid import Stroke, fill
from extract.read.pdf.ink import Fill
from extract.read.pdf.last_rows import ruled_off
from extract.read.pdf.numbered_columns import column_marks, numbers_columns, one_for_each_number
from extract.read.pdf.pitch import white_between_rows
from extract.read.pdf.prose import prose_in
from extract.read.pdf.row_tops import tops_apart
from extract.read.pdf.shaded import shaded_rows
from extract.read.pdf.strips import Strip, least_white, parted_words, strips_of
from extract.read.pdf.under_levels import parting_rows
from extract.read.pdf.words import TextLine, lines_of
from extract.read.row_numbers import ROW_NUMBER_ALONE
from schemas.layout import Grid, Word

#: Columns that make a table, gutters between them, and those that a band alone must show.
_COLUMNS, _ALONE = 3, 4
#: So many sign side by side at most.
_SIGNING = 2
#: The edges of boxes as wide differ by at most so much (points).
_ALIKE = 4.0
#: The upper level of a heading has at most so many words.
_OVER = 6


def loose_grids(
    page: int, runs: Sequence[Word], across: Sequence[Stroke], frames: Sequence[Grid] = (), fills: Sequence[Fill] = ()
) -> tuple[list[Grid], list[Word]]:
    """Grids of a page's tables without upright lines, and the runs that are left outside. `frames` are boxes drawn on
    the page that no upright line parts: a table in one ends with it. `fills` are its filled boxes."""
    lines = lines_of(runs)
    prose = prose_in(lines)
    least = least_white([line for at, line in enumerate(lines) if at not in prose])
    bands = counted_apart(line_bands(lines, across))
    _shade(bands, shaded_rows(fills))
    grids: list[Grid] = []
    at = done = 0
    while at < len(bands):
        within = bands[: _end_of_frame(bands, at, frames)]
        within = within[: next((k for k in range(at, len(within)) if within[k].prose), len(within))]
        stop, gutters = _table(within, at, least) if at < len(within) else (at, [])
        if stop == at and not bands[at].prose and _like_row(bands[at]):
            stop, gutters = at + 1, strips_of([bands[at].lines], least)
        if stop == at:
            at += 1
            continue
        stop = behind_foot(bands, ruled_off(within, at, stop, gutters, across), across)
        done = max([done, *(k + 1 for k in range(at) if bands[k].prose)])
        first = first_band(bands, done, at, gutters, across)
        if at and _is_over(bands[at - 1], bands[at]):
            bands[at].lines[:0] = bands[at - 1].lines
            bands[at].top = bands[at - 1].top
        needed = one_for_each_number(_needed(gutters, bands[at:stop]), bands[at:stop])
        rows = tops_apart(bands[first:stop], needed, across, white_between_rows(lines))
        grids.append(banded_grid(page, rows, needed, across))
        at = done = stop
    return grids, fill(grids, list(runs)) if grids else list(runs)


def _shade(bands: Sequence[LineBand], rows: Sequence[tuple[float, float, int]]) -> None:
    """Gives each band the colour of the row of boxes that it stands on."""
    for band in bands:
        middle = (band.lines[0].top + band.lines[-1].bottom) / 2
        band.shade = next((colour for top, bottom, colour in rows if top < middle < bottom), None)


def _shaded_anew(bands: Sequence[LineBand], at: int, k: int) -> bool:
    """Is band `k` shaded as the heading at `at` is, and none of the rows between them? It heads another table."""
    own = bands[at].shade
    shades = [band.shade for band in bands[at + 1 : k]]
    return own is not None and bands[k].shade == own and bool(shades) and shades[-1] != own


def _end_of_frame(bands: Sequence[LineBand], at: int, frames: Sequence[Grid]) -> int:
    """Where the box ends that band `at` stands in, or the last one of those that follow it right away as wide (a table
    cut in two); else behind the last band. A box around a heading alone, with rows below it, bounds no table."""
    frame = _frame_of(bands[at], frames)
    if frame is None:
        return len(bands)
    stop = at
    inside: Grid | None = frame
    while inside is not None and abs(inside.xs[0] - frame.xs[0]) + abs(inside.xs[-1] - frame.xs[-1]) < _ALIKE:
        stop = next((k for k in range(stop, len(bands)) if bands[k].lines[0].base > inside.ys[-1]), len(bands))
        inside = _frame_of(bands[stop], frames) if stop < len(bands) else None
    rows = [band.columns >= _COLUMNS for band in bands[at : stop + 1]]
    return len(bands) if sum(rows[: stop - at]) < 2 and any(rows[stop - at :]) else stop


def _frame_of(band: LineBand, frames: Sequence[Grid]) -> Grid | None:
    return next((frame for frame in frames if frame.ys[0] < band.lines[0].base < frame.ys[-1]), None)


def _is_over(band: LineBand, head: LineBand) -> bool:
    """Is a band of few words, set in from the left, the upper level of the heading right below it (`TARGET`)?"""
    left, right = min(line.x0 for line in head.lines), max(line.x1 for line in head.lines)
    words = [word for line in band.lines for word in line.words]
    near = head.top - band.bottom < head.lines[0].size
    return near and len(words) <= _OVER and words[0].x0 > left + 0.2 * (right - left) and words[-1].x1 < right


def line_bands(lines: Sequence[TextLine], across: Sequence[Stroke]) -> list[LineBand]:
    """The lines of a page parted by lines and by white."""
    bands: list[LineBand] = []
    across = parting_rows(lines, across)
    white = white_between_rows(lines)
    prose = prose_in(lines)
    for at, line in enumerate(lines):
        other = bool(bands) and bands[-1].prose != (at in prose)
        if (
            not bands
            or other
            or _parted(bands[-1].lines, line, across, white)
            or numbers_columns(bands[-1].lines, line)
            or tells_holder_below(bands[-1].lines, line)
        ):
            bands.append(LineBand([], line.top, line.bottom, at in prose))
        bands[-1].lines.append(line)
        bands[-1].bottom = max(bands[-1].bottom, line.bottom)
        bands[-1].top = min(bands[-1].top, line.top)
    return bands


def _parted(band: Sequence[TextLine], below: TextLine, across: Sequence[Stroke], white: float) -> bool:
    above = band[-1]
    y0, y1 = foot(above), below.base - 0.3 * below.size
    if any(ruled_between(lines, across, y0, y1) for lines in ([above, below], [*band, below])):
        return True
    return below.base - above.base > white * max(above.size, below.size)


def _table(bands: Sequence[LineBand], at: int, least: float) -> tuple[int, list[Strip]]:
    """Where the table that begins with band `at` ends, and its gutters; `at` itself where none begins."""
    if bands[at].columns < _COLUMNS or has_labels(bands[at]):
        return at, []
    gutters = strips_of([bands[at].lines], least)
    stop, found = at, gutters
    body: list[list[TextLine]] = []
    aside: list[LineBand] = []
    rows, pending = 1, 0
    for k in range(at + 1, len(bands)):
        if bands[k].top - bands[k - 1].bottom > FAR * bands[k].lines[0].size:
            break
        if _shaded_anew(bands, at, k):
            break
        below = [*body, bands[k].lines]
        now = _refined(bands[at], below, least)
        if begins_block(bands[at], [*aside, bands[k]], found) or _begins_another(bands, k, (found, now), least):
            break
        if not is_row(bands[k], now):
            # the rest of a cell that a page cut stands in one column, however long it is
            aside.append(bands[k])
            pending += len(bands[k].lines) if any(goes_over(bands[k], now)) else 0
            if pending > 4:
                break
            continue
        if _stands_apart(bands[k], body, found) or len(now) + 1 < max(_COLUMNS, 0.7 * (len(found) + 1)):
            break
        body = below
        aside, pending, found, stop = [], 0, now, k + 1
        rows += 1
    if rows < 2 or len(found) + 1 < _COLUMNS:
        return at, []
    return stop, found


def _begins_another(
    bands: Sequence[LineBand], k: int, gutters: tuple[Sequence[Strip], Sequence[Strip]], least: float
) -> bool:
    """Does band `k` begin a table of its own (`No   Kegiatan   Anggaran   Ket` below a table of indicators)? It is a
    heading whose rows count from 1 again, or both lose columns together (`gutters`: without it, with it)."""
    if not heads_table(bands[k].lines[0]) or column_marks(bands[k].lines[0]):
        return False
    anew = k + 1 < len(bands) and row_number_of(bands[k + 1]) == "1"
    own = strips_of([bands[k].lines], least)
    return anew or len(gutters[1]) < min(len(gutters[0]), len(own))


def _stands_apart(band: LineBand, rows: Sequence[Sequence[TextLine]], gutters: Sequence[Strip]) -> bool:
    """Is a band none of the rows above it (two parties that sign): it has no number, what it prints side by side goes
    on over a gutter and begins nowhere that a cell does, and either all rows are numbered, or it has two parts at most
    below four columns or more?"""
    own = [row for row in rows if not column_marks(row[0])]
    parts = [parted_words(line, WIDE) for line in band.lines]
    if not own or row_number_of(band) or max(map(len, parts)) >= _ALONE or not any(goes_over(band, gutters)):
        return False
    few = max(map(len, parts)) <= _SIGNING and len(gutters) + 1 >= _ALONE
    if not few and not all(ROW_NUMBER_ALONE.match(row[0].words[0].text) for row in own):
        return False
    lefts = [part[0].x0 for row in own for line in row for part in parted_words(line, WIDE)]
    return not any(abs(part[0].x0 - x) < part[0].size / 2 for line in parts for part in line for x in lefts)


def _like_row(band: LineBand) -> bool:
    """May a band alone be a row, or a heading, that goes on on another page? Whoever knows the table there decides."""
    return band.columns >= _ALONE and not has_labels(band)


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
    heads = [lines_between(bands[0], lo, hi) for lo, hi in pairwise(edges)]
    bare = [not any(has_print(band, lo, hi) for band in bands[1:]) for lo, hi in pairwise(edges)]
    joined: set[int] = set()
    for i, alone in enumerate(bare):
        # the column at its right first: what stands over two columns is set off from the left one by more white
        sides = [k for k in (i, i - 1) if 0 <= k < len(gutters) and _one_over_other(heads[k], heads[k + 1])]
        if alone and sides and not joined & {i, i - 1}:
            joined.add(sides[0])
    return [gutter for i, gutter in enumerate(gutters) if i not in joined]


def _one_over_other(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Do two headings stand on lines of their own, one above the other?"""
    return bool(left and right) and (left[-1].base < right[0].base or right[-1].base < left[0].base)


def _refined(first: LineBand, body: Sequence[Sequence[TextLine]], least: float) -> list[Strip]:
    """The gutters of the first band and the rows below it. It is a row like these where they count on from its number,
    and else a heading, whose upper levels (`TARGET` over several columns) hide gutters: its first lines are left out
    where that shows more columns, each but one with print of the heading."""
    number, below = row_number_of(first), ROW_NUMBER_ALONE.match(body[0][0].words[0].text) if body else None
    if number and below and below[1] == number_behind(number):
        return strips_of([first.lines, *body], least)
    head = first.lines
    best = strips_of(body, least, head)
    for k in range(1, len(head)):
        found = strips_of(body, least, head[k:])
        edges = [strip.middle for strip in found]
        headed = {sum(edge < (word.x0 + word.x1) / 2 for edge in edges) for line in head for word in line.words}
        if len(found) > len(best) and len(headed) >= len(found):
            best = found
    return best
