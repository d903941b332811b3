"""Two columns of one page, as Word sets a section: a table or a block in each, or one that goes on in the second.

They are two columns where white parts all lines of a stretch of the page, and a ruled table stands within each side,
as wide as that of the other, or a rule stands alone between them and a ruled table in one of them. Titles above and
lines below may cross both. Lines of one table that bound the stretch tell that it is that table's own.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from extract.read.pdf.grid import Stroke, strokes_of
from extract.read.pdf.ink import Char, PageInk, Ruling
from schemas.layout import Box, Shifted, Word

#: White parts two pages or columns for at least so many points.
WHITE = 16.0
#: A line between two pages or columns is no wider (points); that of a fold is so where no other line comes as near.
FOLD = 6.0
#: A page or column has at least so many letters.
LETTERS = 60
#: So many lines make a table: upright ones, or those across that are so long (points) and end alike, within so many.
_UPRIGHT, _LONG, _ALIKE = 4, 144.0, 12.0
#: Tables of two columns differ in width by at most so many points.
_WIDTH = 24.0
#: Columns part about the middle of a page: between these shares of its width.
_MIDDLE = (0.35, 0.65)
#: What a line touches is so near (points), and letters of one line have their base lines so near.
NEAR, BASE = 3.0, 2.0
#: A rule between columns is as high as so much of the page.
_RULE = 0.15


class Columns(NamedTuple):
    """Where a stretch of a page is cut (x), how far the right part is moved to the left, and from where to where it has
    two parts (y); `rule` is the line that stands between them, `right` tells that the right one is read first. What is
    above `begins` in the other part is read before both."""

    cut: float
    shift: float
    top: float
    bottom: float
    rule: Ruling | None = None
    right: bool = False
    begins: float = 0.0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def lead(self) -> float:
        """The height of what is read before both parts."""
        return max(self.begins - self.top, 0.0)

    def part(self, box: Box) -> int:
        """In which order a thing is read: what is above both (0), one part, the other one, what is below (3)."""
        middle = (box[1] + box[3]) / 2
        if not self.top < middle <= self.bottom:
            return 3 if middle > self.bottom else 0
        if (box[0] > self.cut) == self.right:
            return 1
        return 2 if middle > self.begins else 0

    def moved(self, box: Box) -> Box:
        """Where a thing stands once the part that is read second is below the first one."""
        part = self.part(box)
        over = box[0] > self.cut and self.top < (box[1] + box[3]) / 2 <= self.bottom
        x = self.shift if over else 0.0
        y = (0.0, self.lead, self.height, self.height)[part]
        return box[0] - x, box[1] + y, box[2] - x, box[3] + y

    def shifts(self, above: float) -> Iterator[Shifted]:
        """What is moved where, if what stands above was moved down by `above`."""
        first, second = (self.shift, 0.0) if self.right else (0.0, self.shift)
        if self.lead and second:
            yield Shifted(self.top + above, second, above)
        if self.lead or first:
            yield Shifted(self.top + self.lead + above, first, self.lead + above)
        yield Shifted(self.bottom + self.lead + above, second, above + self.height)
        yield Shifted(self.bottom + above + self.height, 0.0, above + self.height)


def two_columns_of(ink: PageInk, printed: Sequence[Char | Word]) -> Columns | None:
    """The two columns of a page, if it has two."""
    across, down = strokes_of(ink.rulings)
    for cut, rule in _cuts(ink, across, down):
        # letters are many, and most pages have one table: its lines alone say so
        found = _stretch(ink, printed, cut, rule) if _may_part(across, down, cut, rule) else None
        if found is not None:
            return found
    return None


def _may_part(across: Sequence[Stroke], down: Sequence[Stroke], cut: float, rule: Ruling | None) -> bool:
    """May a table stand on each side of a cut, or on one beside a rule, by the lines that don't cross it?"""
    sides = [
        any(line.hi < cut if left else line.lo > cut for line in across)
        and any((line.at < cut) == left for line in down)
        for left in (True, False)
    ]
    return all(sides) or (rule is not None and any(sides))


def holds_table(rulings: Sequence[Ruling], middle: float) -> tuple[bool, bool]:
    """Do upright lines make a table on the left and on the right side, or lines across that begin and end below each
    other?"""
    across, down = strokes_of(rulings)
    upright = sorted(stroke.at for stroke in down)
    left = bisect_right(upright, middle)
    sides = [line for line in across if line.hi < middle], [line for line in across if line.lo > middle]
    return left >= _UPRIGHT or ends_alike(sides[0]), len(upright) - left >= _UPRIGHT or ends_alike(sides[1])


def ends_alike(across: Sequence[Stroke], count: int = _UPRIGHT) -> bool:
    """Do so many lines across begin and end below each other, as those of one table?"""
    ends = [(line.lo, line.hi) for line in across if line.hi - line.lo >= _LONG]
    return any(sum(abs(a - lo) + abs(b - hi) <= _ALIKE for a, b in ends) >= count for lo, hi in ends)


def _cuts(ink: PageInk, across: Sequence[Stroke], down: Sequence[Stroke]) -> Iterator[tuple[float, Ruling | None]]:
    """Where a page may be cut: at a rule that stands alone, or in the widest white between the lines of its tables."""
    low, high = (share * ink.width for share in _MIDDLE)
    for rule in ink.rulings:
        x = (rule.x0 + rule.x1) / 2
        upright = rule.x1 - rule.x0 <= FOLD and rule.bottom - rule.top >= _RULE * ink.height
        if upright and low < x < high and not any(_touches(rule, line) for line in across):
            yield x, rule
    spans = [(line.lo, line.hi) for line in across if line.hi - line.lo < high]
    spans += [(line.at, line.at) for line in down]
    whites: list[tuple[float, float]] = []
    end = 0.0
    for lo, hi in sorted(spans):
        if end and lo > end and low < (lo + end) / 2 < high:
            whites.append((end, lo))
        end = max(end, hi)
    if whites:
        lo, hi = max(whites, key=lambda white: white[1] - white[0])
        yield (lo + hi) / 2, None


def _touches(rule: Ruling, line: Stroke) -> bool:
    level = rule.top - NEAR <= line.at <= rule.bottom + NEAR
    return level and line.lo - NEAR <= rule.x1 and rule.x0 <= line.hi + NEAR


def _stretch(ink: PageInk, printed: Sequence[Char | Word], cut: float, rule: Ruling | None) -> Columns | None:
    """The highest stretch of a page that a cut parts into two columns."""
    lines = [(r.top, r.bottom) for r in ink.rulings if r.x0 < cut - FOLD and r.x1 > cut + FOLD]
    across = sorted([*lines, *crossing(printed, cut)])
    bounds = [(0.0, 0.0), *across, (ink.height, ink.height)]
    top, bottom = max(((a[1], b[0]) for a, b in pairwise(bounds)), key=lambda one: one[1] - one[0])
    inner = [p for p in printed if top <= (p.top + p.bottom) / 2 <= bottom]
    letters = [sum(len(p.text) for p in inner if (p.x0 > cut) == over) for over in (False, True)]
    within = [r for r in ink.rulings if r.bottom >= top and r.top <= bottom and r != rule]
    uprights = [r for r in within if r.bottom - r.top > r.x1 - r.x0]
    if min(letters) < LETTERS or _bounded(lines, (top, bottom), uprights):
        return None
    left, right = ([r for r in within if (r.x0 > cut) == over and not r.x0 < cut < r.x1] for over in (False, True))
    alike = bool(left and right) and abs(_width(left) - _width(right)) <= _WIDTH
    tables = [_is_table(side, cut) for side in (left, right)]
    if not (all(tables) and alike) and not (rule is not None and any(tables)):
        return None
    # tables of both columns stand below each other, line by line
    shift = min(r.x0 for r in right) - min(r.x0 for r in left) if alike else cut
    return Columns(cut, shift, top, bottom, rule)


def _is_table(side: Sequence[Ruling], cut: float) -> bool:
    """Is a table drawn on a side: upright lines, and lines across that end alike?"""
    return any(holds_table(side, cut)) and ends_alike(strokes_of(side)[0], _UPRIGHT - 1)


def _width(rulings: Sequence[Ruling]) -> float:
    return max(r.x1 for r in rulings) - min(r.x0 for r in rulings)


def _bounded(lines: Sequence[tuple[float, float]], ends: tuple[float, float], uprights: Sequence[Ruling]) -> bool:
    """Is the stretch that of a table: do lines that cross it meet upright ones at its ends?"""
    at = [y for line in lines for y in line if min(abs(y - end) for end in ends) <= NEAR]
    return any(r.top - NEAR <= y <= r.bottom + NEAR for y in at for r in uprights)


def crossing(printed: Sequence[Char | Word], cut: float) -> Iterator[tuple[float, float]]:
    """From where to where lines of letters reach that no white parts at the cut."""
    for line in level_lines(printed):
        left = max((one.x1 for one in line if one.x0 <= cut), default=0.0)
        right = min((one.x0 for one in line if one.x0 > cut), default=left + WHITE)
        if left > cut or (left and right - left < WHITE):
            yield min(one.top for one in line), max(one.bottom for one in line)


def level_lines(printed: Sequence[Char | Word]) -> list[list[Char | Word]]:
    """What stands on each base line, top to bottom, across the whole page."""
    lines: list[list[Char | Word]] = []
    in_order: list[Char | Word] = sorted(printed, key=attrgetter("base"))
    line: list[Char | Word] = []
    base = -math.inf
    for one in in_order:
        if one.base - base <= BASE:
            line.append(one)
        else:
            lines.append(line := [one])
        base = one.base
    return lines
