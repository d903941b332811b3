"""Formulas set as fractions: a bar with one text above it and one below, both in its middle.

A fraction stands on its line as one word, the numerator before the denominator, so that whoever reads the line from
left to right reads it in its place: `f(x) =`, `penguji tersedia penguji yang dibutuhkan`, `x 100%`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.read.pdf.ink import Ruling
from extract.read.pdf.words import lines_of
from schemas.layout import Grid, Word

#: A bar is at most so thick and at least so long (points), and at most this many type sizes longer than its texts.
_THICK, _SHORT, _LONGER = 2.0, 6.0, 2.5
#: Base lines of numerator and denominator, in type sizes above and below the bar.
_ABOVE, _BELOW = (0.12, 1.0), (0.6, 1.6)
#: A text is in the middle of its bar if it is off by at most this many type sizes; part of a longer line if a word
#: stands this near beside it.
_OFF, _BESIDE = 0.8, 0.8
#: More white than this between its words (type sizes) is that between columns: `TRIWULAN` over `I`, `II`, `III`, `IV`.
_PARTED = 1.2
#: The bar runs this share of the type size above the base line of the line that the fraction stands on, and what stands
#: beside it on that line is at most this many type sizes away.
_AXIS, _NEAR = 0.28, 3.0
#: The lines of a numerator are so many type sizes apart; what multiplies a fraction begins so.
_PITCH = (0.8, 1.7)
_FACTOR = re.compile(r"[x×X*](?:\d|$)")
#: A line that touches another one is one of a table.
_REACH = 3.0


class _Bar(NamedTuple):
    x0: float
    x1: float
    y: float


def with_fractions(words: list[Word], rulings: Sequence[Ruling], grids: Sequence[Grid]) -> list[Word]:
    """The words, those of each fraction as one; inner fractions first."""
    for bar in sorted(_bars(rulings), key=lambda bar: bar.x1 - bar.x0):
        found = _fraction(bar, _between(bar, rulings, words), grids)
        if found is not None:
            whole, parts = found
            taken = set(map(id, parts))
            words = [word for word in words if id(word) not in taken]
            words.append(whole)
    return words


def _bars(rulings: Sequence[Ruling]) -> list[_Bar]:
    """Level lines that touch no other line."""
    level = [r for r in rulings if r.bottom - r.top <= _THICK and r.x1 - r.x0 >= _SHORT]
    upright = [r for r in rulings if r.bottom - r.top > r.x1 - r.x0]
    return [
        _Bar(r.x0, r.x1, (r.top + r.bottom) / 2)
        for r in level
        if not any(_touches(r, other) for other in upright) and not any(_goes_on(r, o) for o in level if o is not r)
    ]


def _between(bar: _Bar, rulings: Sequence[Ruling], words: Sequence[Word]) -> list[Word]:
    """The words between the lines nearest above and below a bar that are as wide as it: what stands beyond the edge of
    its row, or beyond the bar of another fraction, is no part of this one."""
    wide = [r for r in rulings if r.bottom - r.top <= _THICK and r.x0 <= bar.x0 + _REACH and bar.x1 - _REACH <= r.x1]
    top = max((r.bottom for r in wide if r.bottom < bar.y - _REACH), default=float("-inf"))
    bottom = min((r.top for r in wide if r.top > bar.y + _REACH), default=float("inf"))
    return [word for word in words if top < word.base - _AXIS * word.size < bottom]


def _touches(bar: Ruling, upright: Ruling) -> bool:
    return (
        upright.top - _REACH <= bar.top <= upright.bottom + _REACH and bar.x0 - _REACH <= upright.x0 <= bar.x1 + _REACH
    )


def _goes_on(bar: Ruling, other: Ruling) -> bool:
    near = abs(bar.top - other.top) <= _REACH
    return near and other.x0 <= bar.x1 + _REACH and bar.x0 - _REACH <= other.x1


def _fraction(bar: _Bar, words: Sequence[Word], grids: Sequence[Grid]) -> tuple[Word, list[Word]] | None:
    """The fraction at a bar and the words that it is made of."""
    over = [word for word in words if bar.x0 - 2 <= (word.x0 + word.x1) / 2 <= bar.x1 + 2]
    above = _stacked(bar, [w for w in over if _ABOVE[0] * w.size <= bar.y - w.base <= _ABOVE[1] * w.size], words, -1)
    below = _stacked(bar, [w for w in over if _BELOW[0] * w.size <= w.base - bar.y <= _BELOW[1] * w.size], words, 1)
    if not above or not below:
        return None
    size = max(word.size for word in (*above, *below))
    width = max(max(w.x1 for w in part) - min(w.x0 for w in part) for part in (above, below))
    high = min(w.top for w in above), max(w.base for w in below)
    beside = [w for w in words if _on_axis(w, bar)] or [w for w in words if _is_factor(w, bar, high, grids)]
    longer = bar.x1 - bar.x0 - width
    # the bar of a fraction that is a table of its own is as long as its column, but what multiplies stands on it
    if not -size <= longer or (longer > _LONGER * size and not any(_FACTOR.match(w.text) for w in beside)):
        return None
    if not beside and not _in_one_cell(bar, (*above, *below), grids):
        return None
    base = beside[0].base if beside else bar.y + _AXIS * size
    return _whole(bar, above, below, base, size), [*above, *below]


def _stacked(bar: _Bar, nearest: list[Word], words: Sequence[Word], down: int) -> list[Word]:
    """A text above or below (`down`: -1, 1) a bar: the line nearest to it, and those that are set on the bar like it
    behind one another; nothing where the nearest isn't."""
    found: list[Word] = []
    line = nearest
    while line and _set_on(bar, line, words):
        found += line
        base, size = line[0].base, line[0].size
        further = [w for w in words if bar.x0 - 2 <= w.x0 and w.x1 <= bar.x1 + 2 and not w.formula]
        steps = [w for w in further if _PITCH[0] * size <= down * (w.base - base) <= _PITCH[1] * size]
        next_base = min((w.base for w in steps), key=lambda at: abs(at - base), default=base)
        line = [w for w in steps if abs(w.base - next_base) <= 0.3 * size]
    return found


def _set_on(bar: _Bar, part: Sequence[Word], words: Sequence[Word]) -> bool:
    """Is a text in the middle of a bar, one run of words, and no part of a longer line but for a factor beside it?"""
    left, right, size = min(w.x0 for w in part), max(w.x1 for w in part), part[0].size
    if abs((left + right) - (bar.x0 + bar.x1)) > 2 * _OFF * size or _is_parted(part):
        return False
    own = set(map(id, part))
    row = [w for w in words if id(w) not in own and abs(w.base - part[0].base) <= 0.3 * size]
    row = [w for w in row if not (w.x0 >= bar.x1 and _FACTOR.match(w.text))]
    return not any(-_BESIDE * size < left - w.x1 < _BESIDE * size or 0 <= w.x0 - right < _BESIDE * size for w in row)


def _is_parted(part: Sequence[Word]) -> bool:
    """Do words stand as far from each other as those of neighbouring columns?"""
    ordered = sorted(part, key=lambda word: word.x0)
    return any(b.x0 - a.x1 > _PARTED * a.size for a, b in pairwise(ordered))


def _on_axis(word: Word, bar: _Bar) -> bool:
    """Does a word stand beside a bar, on the line that the fraction is part of?"""
    high = word.base - 0.75 * word.size < bar.y < word.base
    return high and (0 <= bar.x0 - word.x1 <= _NEAR * word.size or 0 <= word.x0 - bar.x1 <= _NEAR * word.size)


def _is_factor(word: Word, bar: _Bar, high: tuple[float, float], grids: Sequence[Grid]) -> bool:
    """Does a factor (`x 100%`) stand right behind a bar, between the top of what is above it and the foot of what is
    below (in the middle of both, where the numerator has three lines), in one cell with it?"""
    near = 0 <= word.x0 - bar.x1 <= _NEAR * word.size and high[0] < word.base <= high[1]
    return near and _FACTOR.match(word.text) is not None and _in_one_cell(bar, [word], grids)


def _in_one_cell(bar: _Bar, parts: Sequence[Word], grids: Sequence[Grid]) -> bool:
    top, bottom = min(w.base for w in parts), max(w.base for w in parts)
    cells = [cell for grid in grids for cell in grid.cells if cell.x0 <= bar.x0 and bar.x1 <= cell.x1]
    return any(cell.top <= top and bottom <= cell.bottom for cell in cells)


def _whole(bar: _Bar, above: Sequence[Word], below: Sequence[Word], base: float, size: float) -> Word:
    parts = [word for part in (above, below) for line in lines_of(part) for word in line.words]
    x0, x1 = min(bar.x0, *(w.x0 for w in parts)), max(bar.x1, *(w.x1 for w in parts))
    return Word(
        " ".join(word.text for word in parts),
        x0,
        min(w.top for w in parts),
        x1,
        max(w.bottom for w in parts),
        base,
        size,
        True,
        parts[0].order,
        (x1,),
        min(w.sure for w in parts),
        formula=True,
    )
