"""A bar beside a table, which is read for itself: the holder with tugas and fungsi on a ground of its own or as a block
of text, left or right of the table; and a box of words (`PAS FOTO`) that an upright line parts from a head.

A bar is told by its ground, which reaches to the edge of the page or is a card beside a table, or by the white between
a block of text and the lines of a table over the height of both. No line goes from the one into the other; where some
do, the block is a cell that is merged over rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from bahasa.labels import is_whole_label, starts_with_label
from bahasa.parts import BLOCK_OPENERS
from extract.read.pdf.grid import Stroke, strokes_of
from extract.read.pdf.ink import Char, PageInk
from extract.read.pdf.strips import APART, parted_words
from extract.read.pdf.two_columns import BASE, LETTERS, NEAR, WHITE, Columns, crossing, ends_alike, level_lines
from extract.read.pdf.words import lines_of, runs_of
from schemas.layout import Word

#: A bar has between so much of the page's width.
_NARROW, _WIDE = 0.1, 0.45
#: A bar that reaches to the edge of the page (but for so many points) has so much of its height, and so many letters.
_EDGE, _TALL, _FEW = 4.0, 0.5, 16
#: A block beside a table has so many lines there, and its lines so many letters.
_LEVEL, _LETTERS = 3, 8
#: A head beside a box has so many lines with a label and its value.
_LABELS = 2
#: A table's edge is above its first letters by at most so much (points).
_ABOVE = 8.0
#: So many lines across make a table.
_ACROSS = 3
#: Of more boxes on one page none are looked at: a drawing. So many places are tried.
_MANY, _TRIED = 2000, 60


class _Bar(NamedTuple):
    """Where a bar may be parted from what stands beside it (x), on which side it is, from where to where (y) its ground
    or the lines of the table beside it reach, and within which heights it stands. `lines` is from where to where (x)
    the lines of the table reach, if these alone tell of it; `boxed` one that an upright line parts from a head."""

    cut: float
    right: bool
    top: float
    bottom: float
    within: tuple[float, float]
    lines: tuple[float, float] | None = None
    boxed: bool = False


def bars_of(ink: PageInk, printed: Sequence[Char | Word]) -> list[Columns]:
    """The stretches of a page that have a bar beside a table, top to bottom."""
    across = strokes_of(ink.rulings)[0]
    found: list[Columns] = []
    bars = chain(_shaded(ink, across), _blocks(ink, printed, across), _boxed(ink, across))
    for bar in islice(dict.fromkeys(bars), _TRIED):
        if any(one.top < bar.bottom and bar.top < one.bottom for one in found):
            continue
        columns = _parted_by(bar, ink, printed, across)
        if columns is not None and not any(columns.top < one.bottom and one.top < columns.bottom for one in found):
            found.append(columns)
    return sorted(found, key=lambda one: one.top)


def _shaded(ink: PageInk, across: Sequence[Stroke]) -> Iterator[_Bar]:
    """Grounds that may be those of bars: at the edge of the page, or beside a table."""
    for (x0, top, x1, bottom), _ in ink.fills if len(ink.fills) <= _MANY else ():
        if not _NARROW * ink.width <= x1 - x0 <= _WIDE * ink.width:
            continue
        right = x0 + x1 > ink.width
        cut = x0 if right else x1
        beside = [line for line in across if top <= line.at <= bottom and (line.lo > cut) != right]
        at_edge = x1 >= ink.width - _EDGE if right else x0 <= _EDGE
        if (at_edge and bottom - top >= _TALL * ink.height) or ends_alike(beside, _ACROSS):
            yield _Bar(cut, right, top, bottom, (top, bottom))


def _blocks(ink: PageInk, printed: Sequence[Char | Word], across: Sequence[Stroke]) -> Iterator[_Bar]:
    """Blocks of text beside a table, from its first line to its last one."""
    tables = _tables_of(across, printed)
    ends = [(lines[0].at, lines[-1].at) for lines in tables]
    for top, bottom in ends:
        inner = [line for line in across if top <= line.at <= bottom]
        lo, hi = min(line.lo for line in inner), max(line.hi for line in inner)
        aside = [p for p in printed if p[1] < lo or p[3] > hi]
        level = [p for p in aside if top < (p.top + p.bottom) / 2 < bottom]
        left, right = [p.x1 for p in level if p.x0 < lo], [p.x0 for p in level if p.x1 > hi]
        cuts = []
        if left and lo - max(left) >= WHITE:
            cuts.append(((max(left) + lo) / 2, False))
        if right and min(right) - hi >= WHITE:
            cuts.append(((min(right) + hi) / 2, True))
        if not cuts:
            continue
        above = max((end for _, end in ends if end <= top), default=None)
        below = min((start for start, _ in ends if start >= bottom), default=None)
        within = (
            0.0 if above is None else _white_in(printed, above, top),
            ink.height if below is None else _white_in(printed, bottom, below),
        )
        for cut, at_right in cuts:
            yield _Bar(cut, at_right, top, bottom, within, (lo, hi))


def _boxed(ink: PageInk, across: Sequence[Stroke]) -> Iterator[_Bar]:
    """Upright lines that may part a box of words from a head: alone at their heights but for the sides of a frame, and
    no line across begins or ends at them."""
    upright = strokes_of(ink.rulings)[1]
    for line in upright if len(upright) <= _MANY else ():
        level = [other for other in upright if other.lo < line.hi - NEAR and line.lo + NEAR < other.hi]
        inner = [one for one in across if line.lo + NEAR < one.at < line.hi - NEAR]
        left, right = (
            sum((other.at < line.at) == side for other in level if other is not line) for side in (True, False)
        )
        if not inner and left <= 1 and right <= 1:
            for at_right in (False, True):
                yield _Bar(line.at, at_right, line.lo, line.hi, (line.lo, line.hi), boxed=True)


def _tables_of(across: Sequence[Stroke], printed: Sequence[Char | Word]) -> list[list[Stroke]]:
    """Lines across that begin and end below each other, top to bottom, those of each table. Between the last line of a
    table and the first one of another nothing is printed, or its heading again."""
    tables: list[list[Stroke]] = []
    heads: list[str] = []
    downwards = sorted(printed, key=attrgetter("base"))
    bases = [one.base for one in downwards]
    for line in sorted(across, key=lambda line: line.at):
        at = next((k for k in reversed(range(len(tables))) if ends_alike([tables[k][-1], line], 2)), None)
        above = bisect_right(bases, tables[at][-1].at if at is not None else 0.0)
        over = _last_line(downwards[above : bisect_right(bases, line.at + 1)], line)
        if at is None or not over or (over == heads[at] and len(tables[at]) > 1):
            tables.append([line])
            heads.append(over)
        elif line.at > tables[at][-1].at + NEAR:
            tables[at].append(line)
    return [table for table in tables if len(table) >= _ACROSS]


def _last_line(above: Sequence[Char | Word], line: Stroke) -> str:
    """The last text over the length of a line, of what is printed between it and the line above it, by its base."""
    last: list[Char | Word] = []
    for one in reversed(above):
        if line.lo - NEAR <= one.x0 and one.x1 <= line.hi + NEAR:
            if last and last[-1].base - one.base > BASE:
                break
            last.append(one)
    last.reverse()
    return "".join(one.text for one in sorted(last, key=lambda one: one.x0))


def _white_in(printed: Sequence[Char | Word], top: float, bottom: float) -> float:
    """The middle (y) of the highest white between two heights."""
    lines = [line for line in level_lines(printed) if top - NEAR < line[0].base < bottom + WHITE]
    edges = sorted((min(p.top for p in line), max(p.bottom for p in line)) for line in lines)
    bounds = [(top, top), *edges, (bottom, bottom)]
    whites = [(b[0] - a[1], (a[1] + b[0]) / 2) for a, b in pairwise(bounds)]
    return max(whites)[1]


def _parted_by(bar: _Bar, ink: PageInk, printed: Sequence[Char | Word], across: Sequence[Stroke]) -> Columns | None:
    """The stretch that a bar parts, if there is enough on both sides, and no table goes on from one into the other."""
    cut = bar.cut
    through = [line for line in across if line.lo < cut - NEAR and line.hi > cut + NEAR]
    bounds = sorted(
        [(0.0, 0.0), *((line.at, line.at) for line in through), *crossing(printed, cut), (ink.height, ink.height)]
    )
    middle = (bar.top + bar.bottom) / 2
    top, bottom = next(((a[1], b[0]) for a, b in pairwise(bounds) if a[1] <= middle <= b[0]), (0.0, 0.0))
    top, bottom = max(top, bar.within[0]), min(bottom, bar.within[1])
    if _touched(bar, (top, bottom), across) or _is_merged(bar, (top, bottom), through):
        return None
    inside = [p for p in printed if top <= (p.top + p.bottom) / 2 <= bottom]
    own = [p for p in inside if (p.x0 > cut) == bar.right]
    rest = [p for p in inside if (p.x0 > cut) != bar.right]
    if bar.boxed:
        # first: behind the head its words would be the end of the tugas
        parted = own and _heads_whole(rest) and not _heads(own)
        return Columns(cut, 0.0, top, bottom, None, bar.right, top) if parted else None
    if sum(len(p.text) for p in rest) < LETTERS or not _is_text(bar, own, ink.width):
        return None
    shift = min(p.x0 for p in own) - min(p.x0 for p in rest) if bar.right else 0.0
    right = bar.right and _heads(own)
    begins = _begin_of_table(bar, rest, across) if right or not bar.right else top
    return Columns(cut, shift, top, bottom, None, right, begins)


def _begin_of_table(bar: _Bar, rest: Sequence[Char | Word], across: Sequence[Stroke]) -> float:
    """Where the table beside a bar begins (y): above its first line and its heading. Titles above it name the page."""
    ends = [
        line.at for line in across if (line.lo > bar.cut) != bar.right and bar.within[0] <= line.at <= bar.within[1]
    ]
    above = bar.within[0]
    for line in level_lines(rest):
        parts = sorted(line, key=lambda p: p.x0)
        top = min(p.top for p in line)
        if any(b.x0 - a.x1 > a.size for a, b in pairwise(parts)) or any(end <= top for end in ends):
            top = min([top, *ends])
            # the edge of a grid without lines stands above its letters
            return max((above + top) / 2, top - _ABOVE)
        above = max(p.bottom for p in line)
    return min(ends, default=0.0)


def _touched(bar: _Bar, ends: tuple[float, float], across: Sequence[Stroke]) -> bool:
    """Do the lines of a table end at the edge of a ground? It is that of a merged cell."""
    if bar.right:
        touching = [line for line in across if abs(line.hi - bar.cut) <= NEAR]
    else:
        touching = [line for line in across if abs(line.lo - bar.cut) <= NEAR]
    return any(ends[0] <= line.at <= ends[1] for line in touching)


def _is_merged(bar: _Bar, ends: tuple[float, float], through: Sequence[Stroke]) -> bool:
    """Is a block a cell merged over rows: do lines above and below it reach as far as those of the rows beside it?"""
    if bar.lines is None:
        return False
    far = bar.lines[0] if bar.right else bar.lines[1]
    alike = [line.at for line in through if abs((line.lo if bar.right else line.hi) - far) <= NEAR]
    return all(any(abs(at - end) <= NEAR for at in alike) for end in ends)


def _is_text(bar: _Bar, own: Sequence[Char | Word], width: float) -> bool:
    """Is a bar filled with lines of text, at the heights of the table if its ground does not tell of it?"""
    if bar.lines is None:
        return sum(len(p.text) for p in own) >= _FEW
    level = [p for p in own if bar.top < (p.top + p.bottom) / 2 < bar.bottom]
    lines, letters = level_lines(own), sum(len(p.text) for p in own)
    if not own or max(p.x1 for p in own) - min(p.x0 for p in own) > _WIDE * width:
        return False
    return len(level_lines(level)) >= _LEVEL and letters >= max(LETTERS, _LETTERS * len(lines))


def _heads(own: Sequence[Char | Word]) -> bool:
    """Does a bar hold the head of the table: does one of its lines open a block, as a label of tugas does?"""
    return any(opens or whole for opens, whole, _ in _labels(own))


def _heads_whole(own: Sequence[Char | Word]) -> bool:
    """Does it hold labels with their values, on lines enough? A column of labels alone (`Tugas | Melaksanakan ...`) has
    its values behind the line beside it."""
    lines = list(_labels(own))
    valued = sum(more or (opens and not whole) for opens, whole, more in lines)
    return valued >= _LABELS and any(opens or whole for opens, whole, _ in lines)


def _labels(own: Sequence[Char | Word]) -> Iterator[tuple[bool, bool, bool]]:
    """For each line whether it begins with a label of a head, whether it is one (or its first part, white behind it:
    `Jabatan      Kepala Bidang Mutasi`), and whether it has more parts."""
    chars = [p for p in own if isinstance(p, Char)]
    words: list[Word] = runs_of(chars) if chars else [p for p in own if isinstance(p, Word)]
    for line in lines_of(words):
        parts = parted_words(line, APART)
        texts = [line.text, *[" ".join(word.text for word in part) for part in parts[:1]]]
        whole = any(is_whole_label(text.rstrip(" :"), *BLOCK_OPENERS) for text in texts)
        yield starts_with_label(line.text, *BLOCK_OPENERS), whole, len(parts) > 1
