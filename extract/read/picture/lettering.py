"""The words of the lines of a page: where they stand, what they read, and how sure that is.

Input: pictures of lines, and what a recogniser read in each. Output: words as a text layer gives them, in points of the
upright page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import itemgetter
from statistics import median
from typing import Any

import numpy as np

from extract.read.picture.case import cased, is_alike
from extract.read.picture.likely import Around, is_torn, likely, mean_sure
from extract.read.picture.line_strips import LineStrip, inked
from extract.read.picture.neighbours import with_neighbours
from extract.read.picture.recogniser import Letter, Reading
from extract.read.picture.uncovered import with_uncovered
from extract.read.picture.wavering import known_instead
from schemas.layout import Word

#: Height of capitals and of small letters over the base line, and how far a line's type reaches up and down, in type
#: sizes.
_CAPITAL, _SMALL, _ASCENT, _DESCENT = 0.71, 0.52, 0.75, 0.22
_LOW = frozenset("acegmnopqrsuvwxyz")
_HANGING = frozenset("gjpqy")
#: Signs that reach below the base line, or stand off it; a line of so few others ends where its ink does.
_BELOW = _HANGING | frozenset("QJf,;:()[]{}/|_@$&%-–—−~=+*'\"`•·‘’“”^°<>")
_FEW = 3
#: Signs that tell no size.
_FLAT = frozenset("-–—−.,:;'\"`•·_~=+*…‘’“”^° ")
#: A line that differs by so little from the page's usual type is set in it: a pixel is a tenth of a small letter.
_SAME = 0.12
#: White (in type sizes) that parts two words where the recogniser read no blank.
_APART = 1.0
#: White inside a word as read that parts two all the same: so much, and so many times what is between its letters.
_BLANK, _WIDER = 0.26, 2.5
#: Signs that stand close to the word before them.
_CLOSING = ".,;:)]"
#: A blank as read over less white than this (type sizes) may tear a word.
_NARROW = 0.18
#: Two letters beside white stand this much further apart than the white is wide, by half of each.
_PITCH = 0.3


def words_of(strips: Sequence[LineStrip], readings: Sequence[Reading], dpi: float) -> list[Word]:
    """The words of these lines, in points."""
    readings = with_uncovered(strips, with_neighbours(readings, [inked(strip) for strip in strips]))
    read = [(strip, reading) for strip, reading in zip(strips, readings, strict=True) if is_read(reading)]
    sizes = [_size(strip, reading) for strip, reading in read]
    told = [size for size in sizes if size]
    usual = median(told) if told else 10 * dpi / 72
    page = mean_sure(readings)
    words: list[Word] = []
    for (strip, reading), size in zip(read, sizes, strict=True):
        if not size:
            reading = cased(reading, _height(strip, reading) / usual)
        if not size or abs(size - usual) <= _SAME * usual:
            size = usual
        words += _words(strip, reading, size, 72 / dpi, len(words), Around(page, mean_sure([reading])))
    return words


def is_read(reading: Reading) -> bool:
    """Was anything read in a line but blanks?"""
    return any(letter.sign.strip() for letter in reading)


def _size(strip: LineStrip, reading: Reading) -> float:
    """The type size of a line in pixels, by the height of its letters over the base line; 0 where none tells."""
    signs = {letter.sign for letter in reading} - _FLAT
    if all(map(is_alike, signs)):
        return 0.0
    return _height(strip, reading) / (_SMALL if signs <= _LOW else _CAPITAL)


def _height(strip: LineStrip, reading: Reading) -> float:
    """The height of a line's letters over the base line, in pixels."""
    return float(_base(strip, reading) - np.flatnonzero(strip.ink.any(axis=1))[0])


def _base(strip: LineStrip, reading: Reading) -> int:
    """The row of the base line in a line's picture: below it there is least ink, all at once; where all letters reach
    below it (`j.`), it is their share."""
    counts = strip.ink.sum(axis=1).astype(int)
    rows = np.flatnonzero(counts)
    letters = {letter.sign for letter in reading if letter.sign.isalnum()}
    signs = [letter.sign for letter in reading if letter.sign.strip()]
    if 0 < len(signs) <= _FEW and not _BELOW & set(signs):
        # the bar of a `4` has more ink than its foot
        return int(rows[-1]) + 1
    if letters and letters <= _HANGING:
        upper = _CAPITAL if "j" in letters else _SMALL
        return int(rows[-1]) + 1 - round((int(rows[-1]) - int(rows[0]) + 1) * _DESCENT / (upper + _DESCENT))
    middle = (rows[0] + rows[-1]) // 2
    drops = counts[middle : rows[-1] + 1] - np.append(counts, 0)[middle + 1 : rows[-1] + 2]
    return int(middle + np.argmax(drops)) + 1


def _words(strip: LineStrip, reading: Reading, size: float, scale: float, order: int, around: Around) -> Iterator[Word]:
    """The words of a line, in points (`scale` is points a pixel); `around` as in `likely`."""
    x, y, width = strip.box[0], strip.box[1], strip.box[2] - strip.box[0]
    base, points = (y + _base(strip, reading)) * scale, size * scale
    gaps = _gaps(strip.ink)
    parts = _parted(reading, gaps, width, size)
    for n, letters in enumerate(parts):
        left = _edge(gaps, parts[n - 1][-1].at * width if n else 0.0, letters[0].at * width)[1]
        after = parts[n + 1][0].at * width if n + 1 < len(parts) else float(width)
        right = _edge(gaps, letters[-1].at * width, after)[0]
        x0, x1 = (x + left) * scale, (x + max(right, left + 1)) * scale
        chosen = known_instead(letters)
        ends = [(x + (a.at + b.at) / 2 * width) * scale for a, b in pairwise(chosen)]
        text = "".join(letter.sign for letter in chosen)
        sure = likely(chosen, around, mended=chosen != letters)
        yield Word(
            text, x0, base - _ASCENT * points, x1, base + _DESCENT * points, base, points, True, order + n,
            (*ends, x1), sure,
        )  # fmt: skip


def _gaps(ink: Any) -> list[tuple[float, float]]:
    """The white between the letters of a line and around them, left to right, in pixels."""
    inked = np.pad(ink.any(axis=0), 1, constant_values=True)
    steps = np.flatnonzero(np.diff(inked.astype(np.int8)))
    return [(float(a), float(b)) for a, b in zip(steps[::2], steps[1::2], strict=True)]


def _edge(gaps: Sequence[tuple[float, float]], low: float, high: float) -> tuple[float, float]:
    """The widest white between two places; their middle where there is none."""
    first = bisect_right(gaps, low, key=itemgetter(1))
    between = [(min(b, high) - max(a, low), a, b) for a, b in takewhile(lambda gap: gap[0] < high, gaps[first:])]
    if not between:
        return (low + high) / 2, (low + high) / 2
    _, a, b = max(between)
    return a, b


def _parted(reading: Reading, gaps: Sequence[tuple[float, float]], width: int, size: float) -> list[list[Letter]]:
    """The letters of each word: parted by blanks as read, and by white that no word has inside."""
    reading = _without_torn(reading, gaps, width, size)
    pairs = list(pairwise(reading))
    white = _white(reading, gaps, width)
    inside = [wide for wide, (left, right) in zip(white, pairs, strict=True) if left.sign != " " != right.sign]
    usual = median(inside) if inside else 0.0
    parts: list[list[Letter]] = [[*reading[:1]]]
    for (left, right), wide in zip(pairs, white, strict=True):
        # where a letter was read is not exact: both must stand well off the white
        apart = (right.at - left.at) * width > wide + _PITCH * size
        if apart and (
            wide > _APART * size or (right.sign not in _CLOSING and wide > max(_BLANK * size, _WIDER * usual))
        ):
            parts.append([])
        parts[-1].append(right)
    words = [word for part in parts for word in _without_blanks(part)]
    return [word for word in words if word]


def _white(reading: Reading, gaps: Sequence[tuple[float, float]], width: int) -> list[float]:
    """How much white is between each letter and the next, in pixels. A letter that was told late stands in the white
    of the blank behind it, which is not before it (`Kepal a Badan`)."""
    places = [letter.at * width for letter in reading]
    found: list[float] = []
    for n, (low, high) in enumerate(pairwise(places)):
        a, b = _edge(gaps, low, high)
        before_blank = n + 3 < len(reading) and reading[n + 2].sign == " "
        late = before_blank and b >= high and _edge(gaps, high, places[n + 3])[0] <= high
        found.append(0.0 if late else b - a)
    return found


def _without_torn(reading: Reading, gaps: Sequence[tuple[float, float]], width: int, size: float) -> Reading:
    """The reading without blanks over hardly any white that tear a word of the dictionary (`A rsip`)."""
    kept: list[Letter] = []
    text = "".join(one.sign for one in reading)
    for k, letter in enumerate(reading):
        if letter.sign == " " and 0 < k < len(reading) - 1:
            low, high = _edge(gaps, reading[k - 1].at * width, reading[k + 1].at * width)
            if high - low < _NARROW * size and is_torn(text[:k].rpartition(" ")[2], text[k + 1 :].partition(" ")[0]):
                continue
        kept.append(letter)
    return tuple(kept)


def _without_blanks(letters: Sequence[Letter]) -> list[list[Letter]]:
    words: list[list[Letter]] = [[]]
    for letter in letters:
        if letter.sign.strip():
            words[-1].append(letter)
        else:
            words.append([])
    return words
