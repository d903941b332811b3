"""Text that stands in columns -> the white between its columns, where no line is drawn there.

Input: the lines of an area of a page. Output: its gutters: upright strips that no word crosses, but for those of
headings over several columns and of rows across the whole table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

from extract.read.pdf.words import TextLine
from schemas.layout import Line, Word

#: A gutter is at least so many type sizes wide; blanks between words take a quarter to a third of one.
LEAST = 0.5
_BLANKS = 1.5
#: White of so many type sizes parts two columns of unruled print.
APART = 1.2
#: White as wide as a blank where all letters are of one width parts columns too where so many words begin right behind
#: it, so many different ones on both sides (`Sub Bagian` above `dan Kepegawaian` in each row are no columns).
_BLANK, _ALIGNED, _DIFFERENT = 0.45, 4, 3
#: Between a column whose cells end at one place and one whose cells begin at one there may be no white: on so many
#: lines, each place told to so many points, where a heading with white of `APART` before it begins there too.
_FLUSH, _SAME = 3, 0.3
#: A heading that stands so far behind another one (type sizes) begins a column where words of so many other lines
#: begin, within so many type sizes.
_WIDE, _ROWS, _BELOW = 3.0, 2, 0.5
#: A line that crosses gutters is a heading over several columns or a group row: at most this share of all bands; where
#: there are so few bands, of all lines.
_CROSSING, _FEW = 0.2, 4
#: It is no line of a row that shows so many columns, unless it goes on over so much of the width.
_COLUMNS, _LONG = 3, 0.35


class Strip(NamedTuple):
    """White from `lo` to `hi` (points) between two columns."""

    lo: float
    hi: float

    @property
    def middle(self) -> float:
        return (self.lo + self.hi) / 2


def parted_words(line: TextLine | Line, least: float = LEAST) -> list[list[Word]]:
    """The words of a line, parted where there is more white than between words; nothing for a line without words."""
    if not line.words:
        return []
    parts: list[list[Word]] = [[line.words[0]]]
    white = least * line.size
    right = line.words[0].x1
    for run in line.words[1:]:
        if run.x0 - right >= white:
            parts.append([])
        parts[-1].append(run)
        right = max(right, run.x1)
    return parts


def least_white(lines: Sequence[TextLine]) -> float:
    """How much white parts columns on a page, in type sizes: clearly more than its type's own blank (0.25 in most
    faces, 0.6 where all letters are of one width)."""
    gaps = [(b.x0 - a.x1) / a.size for line in lines for a, b in pairwise(line.words)]
    blanks = [gap for gap in gaps if 0.1 < gap < 0.9]
    return max(LEAST, _BLANKS * median(blanks)) if blanks else LEAST


def strips_of(bands: Sequence[Sequence[TextLine]], least: float = LEAST, head: Sequence[TextLine] = ()) -> list[Strip]:
    """The gutters of these lines, left to right. The lines of one row stand together in `bands`: a target of one line
    beside a rumus of ten is as much of a column. The lines of a heading stand for themselves."""
    lines = [*head, *(line for band in bands for line in band)]
    if not lines:
        return []
    size = median(line.size for line in lines)
    suspects = [*head, *(_suspects(bands) if bands else ())]
    if len(bands) + bool(head) >= _FEW:
        crossing = _crossing([*([line] for line in head), *bands], len(bands) + bool(head), suspects, least)
    else:
        crossing = _crossing([[line] for line in lines], len(lines), suspects, least)
    spans = sorted((run.x0, run.x1) for line in lines if id(line) not in crossing for run in line.words)
    found: list[Strip] = []
    right = spans[0][1] if spans else 0.0
    for x0, x1 in spans:
        white = x0 - right
        lined_up = found and white >= _BLANK * size and (_lined_up(lines, x0) or _headed(lines, x0, size))
        if white >= least * size or lined_up or (white > 0 and _flush(lines, right, x0)):
            found.append(Strip(right, x0))
        right = max(right, x1)
    return found


def _lined_up(lines: Sequence[TextLine], x: float) -> bool:
    """Does a column begin at a place: words on many lines, and other ones before it?"""
    begun = [word.text for line in lines for word in line.words if abs(word.x0 - x) < 1.0]
    before = {left.text for line in lines for left, word in pairwise(line.words) if left.x0 < x <= word.x0 + 1.0}
    return len(begun) >= _ALIGNED and min(len(set(begun)), len(before)) >= _DIFFERENT


def _headed(lines: Sequence[TextLine], x: float, size: float) -> bool:
    """Does a column begin at a place that a heading shows, apart from the one before it (`Kpi     Target (%)` over
    `kesesuaian jabatan 80%`): words of other lines begin there, behind white as wide as a blank?"""
    pairs = [(b.x0 - a.x1) / size for line in lines for a, b in pairwise(line.words) if abs(b.x0 - x) <= _BELOW * size]
    return any(white >= _WIDE for white in pairs) and sum(_BLANK <= white < _WIDE for white in pairs) >= _ROWS


def _flush(lines: Sequence[TextLine], right: float, left: float) -> bool:
    """Do numbers set to the right end where words set to the left begin (`85` and `1.250` before `persen` and
    `dokumen`), below a heading that begins there too?"""
    pairs = [pair for line in lines for pair in pairwise(line.words) if abs(pair[1].x0 - left) <= _SAME]
    meeting = [a for a, _ in pairs if abs(a.x1 - right) <= _SAME]
    headed = any(b.x0 - a.x1 >= APART * b.size for a, b in pairs)
    return headed and len(meeting) >= _FLUSH and len({round(a.x0) for a in meeting}) > 1


def _suspects(bands: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """Lines of rows that may stand across columns: of those that show no columns, and long ones that have no white."""
    low, high = min(line.x0 for band in bands for line in band), max(line.x1 for band in bands for line in band)
    found: list[TextLine] = []
    for band in bands:
        parts = [len(parted_words(line)) for line in band]
        rows = max(parts) >= _COLUMNS
        found += [
            line
            for line, count in zip(band, parts, strict=True)
            if not rows or (count == 1 and line.x1 - line.x0 > _LONG * (high - low))
        ]
    return found


def _crossing(bands: Sequence[Sequence[TextLine]], count: int, suspects: Sequence[TextLine], least: float) -> set[int]:
    """Those of the suspects that stand across columns, by their identity: what most of `count` bands leave white they
    cover."""
    allowed = max(1, int(_CROSSING * count))
    strips = _white(bands, allowed)
    guilty: set[int] = set()
    for line in suspects:
        for lo, hi in strips:
            inside = [run for run in line.words if run.x0 < hi - 1 and run.x1 > lo + 1]
            if inside and hi - lo >= least * line.size and any(run.x0 <= lo + 1 and run.x1 >= hi - 1 for run in inside):
                guilty.add(id(line))
    return guilty


def _white(bands: Sequence[Sequence[TextLine]], allowed: int) -> list[tuple[float, float]]:
    """Where at most so many bands stand, between the leftmost and the rightmost word: first and last whole point of
    each strip. By edges, since a file may say that a word stands a mile beside the page."""
    low = int(min(line.x0 for band in bands for line in band))
    high = int(max(line.x1 for band in bands for line in band)) + 1
    # +1 where a band begins to cover, -1 behind where it ends
    steps: Counter[int] = Counter({low: 0, high: 0})
    for band in bands:
        covered = low
        for first, last in sorted((int(run.x0), int(run.x1) + 1) for line in band for run in line.words):
            begin, end = max(first, covered), min(last, high)
            if begin < end:
                steps[begin] += 1
                steps[end] -= 1
                covered = end
    edges = sorted(steps)
    standing = accumulate(steps[edge] for edge in edges)
    strips: list[tuple[float, float]] = []
    for (begin, end), bands_here in zip(pairwise(edges), standing, strict=False):
        if bands_here > allowed:
            continue
        joined = strips.pop()[0] if strips and begin - strips[-1][1] <= 1 else float(begin)
        strips.append((joined, float(end - 1)))
    return strips
