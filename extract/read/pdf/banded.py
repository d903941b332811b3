"""Bands of lines and the gutters between columns -> a grid, where few lines are drawn or none.

Input: the bands of a table from its heading on, its gutters, and the lines drawn across. Output: its grid. A band that
lines part in some columns alone is one where the others have merged cells, unless another cell begins there; the upper
level of a heading is a band of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from extract.read.pdf.grid import Stroke, drawn_on, grid_from
from extract.read.pdf.strips import Strip, parted_words, strips_of
from extract.read.pdf.words import TextLine
from schemas.layout import Grid, Word

#: White between the base lines of two cells of a column, in type sizes, at least.
SET_OFF = 1.5
_EDGE, _BEYOND = 3.0, 0.3
#: A line drawn so many type sizes above the base line of a text, at most, is drawn below it: a word processor repeats a
#: heading in a row too low for its last line (`Targ` / `et` / `Tahu` / `n` / `2023`).
_TOO_LOW = 0.2
#: White that parts the columns of a heading (in type sizes).
WIDE = 0.8


@dataclass(slots=True)
class LineBand:
    """Lines that stand together, and the lines drawn above and below them, where there are; `prose`: running text;
    `shade`: the colour of the boxes side by side that they stand on; `held`: the columns in which they begin with the
    rest of a cell of the band above."""

    lines: list[TextLine]
    top: float
    bottom: float
    prose: bool = False
    shade: int | None = None
    held: frozenset[int] = frozenset()
    counted: tuple[list[TextLine], int] = field(default=([], 0), init=False, repr=False)

    @property
    def columns(self) -> int:
        """How many columns its lines show, one alone or all of them together (`NOM` / `OR` beside `PENGUKUR`): counted
        once, however many ask, until it has other lines."""
        if self.counted[0] != self.lines:
            alone = (len(parted_words(line, WIDE)) for line in self.lines)
            self.counted = list(self.lines), max(*alone, len(strips_of([self.lines], WIDE)) + 1)
        return self.counted[1]


def foot(line: TextLine) -> float:
    """From what height on (points) a line drawn across is below a text."""
    return line.base - _TOO_LOW * line.size


def has_print(band: LineBand, lo: float, hi: float) -> bool:
    """Has a band a word between two places?"""
    return bool(lines_between(band, lo, hi))


def lines_between(band: LineBand, lo: float, hi: float) -> list[TextLine]:
    """The lines of a band with a word between two places."""
    return [line for line in band.lines if any(lo < (word.x0 + word.x1) / 2 < hi for word in line.words)]


def ruled_between(lines: Sequence[TextLine], across: Sequence[Stroke], y0: float, y1: float) -> bool:
    """Is a line drawn between two heights, below at least half of some lines? One under a heading over some columns
    parts no bands; one beside a merged cell, whose text alone goes on, does."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    covered = [min(s.hi, high) - max(s.lo, low) for s in across if y0 < s.at < y1]
    return sum(length for length in covered if length > 0) * 2 >= high - low


def spanned(band: LineBand, xs: Sequence[float]) -> tuple[int, int] | None:
    """The columns (first and last) of the text of a band that goes on over gutters and has nothing beside it: a group
    row (`MISI PERTAMA : ...`), a title. None for rows."""
    parts = [part for line in band.lines for part in parted_words(line, WIDE)]
    if len(parts) > len(band.lines):
        return None
    over = any(part[0].x0 < x < part[-1].x1 for part in parts for x in xs[1:-1])
    left, right = min(part[0].x0 for part in parts), max(part[-1].x1 for part in parts)
    return (sum(x <= left for x in xs[1:-1]), sum(x < right for x in xs[1:-1])) if over else None


def banded_grid(
    page: int, bands: Sequence[LineBand], gutters: Sequence[Strip], across: Sequence[Stroke], headed: bool = True
) -> Grid:
    """The grid of these bands; `across` are the lines drawn across the page. Still without text. `headed`: the first
    band, or the one below a caption, may be a heading."""
    lines = [line for band in bands for line in band.lines]
    x0, x1 = min(line.x0 for line in lines) - _EDGE, max(line.x1 for line in lines) + _EDGE
    xs = [x0, *(g.middle for g in gutters), x1]
    ys = [bands[0].top - _EDGE]
    for a, b in pairwise(bands):
        between = [s.at for s in across if foot(a.lines[-1]) < s.at < b.lines[0].base]
        ys.append(between[len(between) // 2] if between else (a.bottom + max(b.top, a.bottom)) / 2)
    ys.append(bands[-1].bottom + _EDGE)
    spans = [spanned(band, xs) for band in bands]
    upright = [[span is None or not span[0] < c <= span[1] for span in spans] for c in range(len(xs))]
    # a line below fewer than half of the columns is one under a heading: no cell is merged there
    level = [row if sum(row) * 2 >= len(row) else [True] * len(row) for row in drawn_on(list(across), ys, xs)]
    for (a, b), span, row in zip(pairwise(bands), spans[1:], level[1:], strict=False):
        group = span is not None
        row[:] = [drawn or group or _set_off(a, b, lo, hi) for drawn, (lo, hi) in zip(row, pairwise(xs), strict=True)]
        row[:] = [drawn and c not in b.held for c, drawn in enumerate(row)]
    # a caption right above the heading (`Tabel Sasaran dan Indikator :`) is a band of its own
    at = int(len(bands) > 1 and bands[0].columns == 1)
    if headed and (over := _ruled_overhead(bands[at], xs, across) or _overhead(bands[at], xs, gutters)):
        _part_heading(over, at, ys, upright, level)
    return replace(grid_from(page, xs, ys, upright, level), ruled=False)


class Overhead(NamedTuple):
    """The upper level of a heading over columns `first`..`last`, and the height (points) at which it ends; `set_off`:
    with more white below it than within a cell."""

    first: int
    last: int
    at: float
    set_off: bool


def _ruled_overhead(band: LineBand, xs: Sequence[float], across: Sequence[Stroke]) -> Overhead | None:
    """The upper level of a heading below which a line is drawn: one text, over two columns or more, but not all, that
    print below the line."""
    inside = [stroke for stroke in across if band.lines[0].base < stroke.at < band.lines[-1].base]
    for at in sorted({stroke.at for stroke in inside}):
        level = [stroke for stroke in inside if stroke.at == at]
        under = [c for c, (a, b) in enumerate(pairwise(xs)) if any(s.lo < (a + b) / 2 < s.hi for s in level)]
        if len(under) < 2 or len(under) == len(xs) - 1 or under[-1] - under[0] >= len(under):
            continue
        over = [line for line in lines_between(band, xs[under[0]], xs[under[-1] + 1]) if foot(line) < at]
        leaves = [lines_between(band, xs[c], xs[c + 1]) for c in under]
        headed = all(own and foot(own[-1]) > at for own in leaves)
        if headed and over and _is_one_text(over, xs[under[0]], xs[under[-1] + 1]):
            return Overhead(under[0], under[-1], at, set_off=True)
    return None


def _is_one_text(lines: Sequence[TextLine], lo: float, hi: float) -> bool:
    """Has none of these lines more than one text between two places?"""
    inside = (replace(line, words=[w for w in line.words if lo < (w.x0 + w.x1) / 2 < hi]) for line in lines)
    return all(len(parted_words(line, WIDE)) == 1 for line in inside)


def _overhead(band: LineBand, xs: Sequence[float], gutters: Sequence[Strip]) -> Overhead | None:
    """The upper level that stands across gutters of a heading (`TARGET` over `2021`, `2022`), with headings of their
    own below it, all at one height."""
    for k, line in enumerate(band.lines):
        for part in parted_words(line):
            # a word may end a little beyond the middle of the white
            left, right = part[0].x0 + _BEYOND * line.size, part[-1].x1 - _BEYOND * line.size
            crossed = [c for c in range(1, len(xs) - 1) if left < xs[c] < right]
            own = max(c for c, x in enumerate(xs) if x <= part[0].x0 or not c)
            over = _over(band, k, part, (crossed[0] - 1, crossed[-1]) if crossed else (own, own), xs)
            if over is None:
                continue
            # over three columns it stands above the middle one, set off from its heading; over two of unlike width it
            # begins or ends in the white between them
            into = any(left < gutter.hi and gutter.lo < right for gutter in gutters[over.first : over.last])
            if crossed or ((into or over.first < own < over.last) and over.set_off):
                return over
    return None


def _over(
    band: LineBand, first: int, part: Sequence[Word], columns: tuple[int, int], xs: Sequence[float]
) -> Overhead | None:
    """The upper level that begins with a part of line `first` above some columns, and the columns that it spans: so
    many of those beside them whose headings stand as high that it has its place in their middle."""
    left, right = columns
    last = band.lines[_last_of_level(band.lines, first, part, (xs[left], xs[right + 1]))]
    leaves = [
        []
        if not left <= c <= right and _prints_beside(band.lines[first], part, a, b)
        else _below(band, band.lines[first], last, a, b)
        for c, (a, b) in enumerate(pairwise(xs))
    ]
    if not all(leaves[left : right + 1]) or _side_by_side(part, leaves, xs, (left, right)):
        return None
    lefts, rights = [left], [right]
    while lefts[-1] and _as_high(leaves[lefts[-1] - 1], leaves[left]):
        lefts.append(lefts[-1] - 1)
    while rights[-1] + 1 < len(leaves) and _as_high(leaves[rights[-1] + 1], leaves[right]):
        rights.append(rights[-1] + 1)
    middle, size = (part[0].x0 + part[-1].x1) / 2, 2 * part[0].size
    spans = [(round(abs((xs[i] + xs[k + 1]) / 2 - middle) / size), i - k, i, k) for i in lefts for k in rights]
    _, _, i, k = min(spans)
    below = min((own[0] for own in leaves[i : k + 1]), key=lambda line: line.base)
    set_off = below.base - last.base > SET_OFF * below.size
    return Overhead(i, k, (last.bottom + max(below.top, last.base)) / 2, set_off)


def _side_by_side(
    part: Sequence[Word], leaves: Sequence[Sequence[TextLine]], xs: Sequence[float], columns: tuple[int, int]
) -> bool:
    """Are the words of a part the first lines of headings that nearly touch (`Nomo SASARAN` over `r` and `KEGIATAN`),
    each in the middle of what stands below it or with it at the left?"""
    left, right = columns
    if left == right:
        return False
    for c in range(left, right + 1):
        lo, hi = xs[c], xs[c + 1]
        own = [word for word in part if lo < (word.x0 + word.x1) / 2 < hi]
        below = [word for line in leaves[c] for word in line.words if lo < (word.x0 + word.x1) / 2 < hi]
        if not own or not below or own[0].x0 < lo - own[0].size or own[-1].x1 > hi + own[0].size:
            return False
        middles = own[0].x0 + own[-1].x1 - min(w.x0 for w in below) - max(w.x1 for w in below)
        if min(abs(middles) / 2, abs(own[0].x0 - below[0].x0)) > 0.5 * own[0].size:
            return False
    return True


def _below(band: LineBand, first: TextLine, last: TextLine, lo: float, hi: float) -> list[TextLine]:
    """What a column prints below an upper level; nothing where it has print beside that or above."""
    lines = lines_between(band, lo, hi)
    own = [line for line in lines if line.base > last.base]
    beside = any(line.base < first.base or first.base < line.base < last.base for line in lines)
    return [] if beside else own


def _prints_beside(line: TextLine, part: Sequence[Word], lo: float, hi: float) -> bool:
    """Does a column print words of its own on the line of an upper level (`TARGET` of `TARGET` / `AKHIR` / `TAHUN`
    beside `RINCIAN TARGET TRIWULANAN`)? Then it stands beside that level and not below it."""
    return any(lo < (word.x0 + word.x1) / 2 < hi for word in line.words if word not in part)


def _last_of_level(lines: Sequence[TextLine], first: int, part: Sequence[Word], edges: tuple[float, float]) -> int:
    """The last line of an upper level that is wrapped (`TARGET` / `TRIWULAN`): alone in its columns, and centred
    alike."""
    last, middle = first, part[0].x0 + part[-1].x1
    for k in range(first + 1, len(lines)):
        words = [word for word in lines[k].words if edges[0] < (word.x0 + word.x1) / 2 < edges[1]]
        if not words:
            continue
        alone = len(parted_words(replace(lines[k], words=words))) == 1
        if not alone or abs(words[0].x0 + words[-1].x1 - middle) > lines[k].size:
            break
        last = k
    # what is left below is a level of its own
    return last if any(line.base > lines[last].base for line in lines) else first


def _as_high(own: Sequence[TextLine], other: Sequence[TextLine]) -> bool:
    """Do two headings begin, end, or have their middle at one height?"""
    if not own or not other:
        return False
    near = 0.25 * own[0].size
    tops, bottoms = own[0].base - other[0].base, own[-1].base - other[-1].base
    return min(abs(tops), abs(bottoms), abs(tops + bottoms) / 2) <= near


def _part_heading(over: Overhead, at: int, ys: list[float], upright: list[list[bool]], level: list[list[bool]]) -> None:
    """Parts the heading's band `at` below its upper level."""
    ys.insert(at + 1, over.at)
    for c, column in enumerate(upright):
        column.insert(at, not over.first < c <= over.last)
    level.insert(at + 1, [over.first <= c <= over.last for c in range(len(level[0]))])


def _set_off(above: LineBand, below: LineBand, lo: float, hi: float) -> bool:
    """Does another cell begin in a column below a line that is drawn under the other columns alone? The text of one
    cell goes on at its pitch."""
    ends, begins = lines_between(above, lo, hi), lines_between(below, lo, hi)
    return bool(ends and begins) and begins[0].base - ends[-1].base > SET_OFF * begins[0].size
