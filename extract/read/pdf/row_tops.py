"""Rows that nothing but a merged cell beside them holds together -> their bands.

`Meningkatnya mutu | [IKU 6] Jumlah kerja sama | Rasio | 1,50` / `kurikulum dan | per program studi` / `pembelajaran`
and, half a line lower, `[IKU 7] Persentase mata kuliah | % | 60`: the lines of the first column, which go on beside the
second row, leave no white across the table. The row begins where several columns begin anew at one height, each with
as much white above it as parts bands; or, without such white, where a full line begins as a sasaran does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bahasa.function_words import any_function_word
from bahasa.signs import shows
from extract.read.pdf.banded import LineBand
from extract.read.pdf.grid import Stroke
from extract.read.pdf.strips import Strip
from extract.read.pdf.words import lines_of
from schemas.layout import Word

#: A row begins in so many columns at least, in so many of them below print.
_COLUMNS, _BELOW = 3, 2
#: Words whose base lines are as near (type sizes) stand at one height; what begins a row stands so far above its base.
_LEVEL, _ABOVE, _MIDDLE = 0.15, 0.3, 0.1

#: A capital, and a small letter behind the first word.
_SMALL = re.compile(r"[A-Z][^\W\d_]+\s+[a-z]")

#: With such a word no cell ends.
_CONJUNCTION = re.compile(any_function_word("terbuka"), re.I)

#: Words of a line by their columns, from left to right.
Columned = dict[int, list[Word]]
#: Base lines of the print of each column, from top to bottom.
Bases = dict[int, list[float]]


def tops_apart(
    bands: Sequence[LineBand], gutters: Sequence[Strip], across: Sequence[Stroke], white: float
) -> list[LineBand]:
    """The bands of a table below its first one, those of several rows parted, and what white between a line of the
    merged cell and the next one took off a row joined to it; as they are where lines are drawn across the rows. `white`
    (type sizes) parts bands."""
    edges = [gutter.middle for gutter in gutters]
    if len(bands) < 2 or any(bands[1].top < stroke.at < bands[-1].top for stroke in across):
        return list(bands)
    found = [bands[0]]
    open_row = False
    for band in bands[1:]:
        if open_row and _goes_on(found[-1], band, edges, white):
            row = found[-1]
            found[-1] = replace(_band(row, [*_words(row), *_words(band)]), top=row.top, held=row.held)
            continue
        parts = _parted(band, edges, white)
        found += parts
        open_row = len(parts) > 1
    return found


def _parted(band: LineBand, edges: Sequence[float], white: float) -> list[LineBand]:
    words = _words(band)
    size = band.lines[0].size
    worded = _worded(words, edges, size)
    starts = _starts(_bases(words, edges), size, white) or worded
    if not starts:
        return [band]
    heights = [float("-inf"), *starts, float("inf")]
    found: list[LineBand] = []
    for lo, hi in pairwise(heights):
        part = _band(band, [word for word in words if lo <= word.base < hi])
        if found:
            # between the middles of the words of both
            part.top = found[-1].bottom = lo - _MIDDLE * band.lines[0].size
            above, below = (_bases(_words(one), edges) for one in (found[-1], part))
            near = white * band.lines[0].size
            # every text begins with a row that its first words tell
            whole = any(abs(lo - start) <= _LEVEL * size for start in worded)
            below_it = (c for c in above.keys() & below.keys() if below[c][0] - above[c][-1] <= near)
            part.held = frozenset() if whole else frozenset(below_it)
        found.append(part)
    return found


def _starts(columns: Bases, size: float, white: float) -> list[float]:
    """The heights from which on rows begin, but for the first."""
    begun: list[tuple[float, bool]] = []
    for bases in columns.values():
        for k, base in enumerate(bases):
            if not k or base - bases[k - 1] > white * size:
                begun.append((base, k > 0))
    starts: list[float] = []
    for base in sorted({base for base, below in begun if below}):
        level = [below for other, below in begun if abs(other - base) <= _LEVEL * size]
        height = base - _ABOVE * size
        if len(level) >= _COLUMNS and sum(level) >= _BELOW and (not starts or height - starts[-1] > size):
            starts.append(height)
    return starts


def _worded(words: Sequence[Word], edges: Sequence[float], size: float) -> list[float]:
    """The heights from which on rows begin, but for the first, where no white parts them: several lines with print in
    all columns, the first of the band too, each of which begins as a sasaran does (`Meningkatnya mutu | ... | 85 %`
    right above `Terwujudnya tertib | ... | 80 %`), and goes on with no cell."""
    lines: dict[float, Columned] = {}
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        base = next((base for base in lines if abs(base - word.base) <= _LEVEL * size), word.base)
        lines.setdefault(base, {}).setdefault(sum(x < word.x0 for x in edges), []).append(word)
    full = [base for base, own in lines.items() if len(own) == len(edges) + 1 and _begins_sasaran(own[0])]
    if len(full) < _BELOW or full[0] != min(lines):
        return []
    above = {below: lines[base] for base, below in pairwise(lines)}
    return [base - _ABOVE * size for base in full[1:] if not _goes_on_with(lines[base], above[base], lines[full[0]])]


def _goes_on_with(line: Columned, above: Columned, first: Columned) -> bool:
    """Does a cell go on on a line: behind a word that ends none (`Meningkatnya mutu dan` / `Terwujudnya ...`), or with
    words that begin small in a column whose first ones do not (`tepat waktu`)?"""
    if any(_CONJUNCTION.fullmatch(words[-1].text) for words in above.values()):
        return True
    small = [c for c, words in line.items() if len(words) > 1 and words[0].text[:1].islower()]
    return any(first[c][0].text[:1].isupper() for c in small)


def _begins_sasaran(words: Sequence[Word]) -> bool:
    """`Terwujudnya tertib`; not `Terpadu Satu Pintu`."""
    text = " ".join(word.text for word in words)
    return _SMALL.match(text) is not None and shows("hasil", text)


def _goes_on(row: LineBand, band: LineBand, edges: Sequence[float], white: float) -> bool:
    """Is a band, in each of its columns, as near to the row above it as the lines of a cell are?"""
    above = _bases(_words(row), edges)
    below = _bases(_words(band), edges)
    size = band.lines[0].size
    return all(column in above and bases[0] - above[column][-1] <= white * size for column, bases in below.items())


def _bases(words: Sequence[Word], edges: Sequence[float]) -> Bases:
    columns: Bases = {}
    for word in sorted(words, key=lambda word: word.base):
        bases = columns.setdefault(sum(x < word.x0 for x in edges), [])
        if not bases or word.base - bases[-1] > _LEVEL * word.size:
            bases.append(word.base)
    return columns


def _words(band: LineBand) -> list[Word]:
    return [word for line in band.lines for word in line.words]


def _band(band: LineBand, words: Sequence[Word]) -> LineBand:
    lines = lines_of(words)
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return LineBand(lines, top, bottom, band.prose, band.shade)
