"""Lines with a word that is hardly one are read again there, from a picture that is stretched: narrow letters, which
the recogniser overlooks where they are narrower than its step (`tmur` for `timur`), have room there.

What is read again is the word and its neighbours: a recogniser takes as long for the sure words of a line. A word that
no dictionary knows (`Mengkoordinasikan`) is left as it is where each of its letters is sure: of 831 doubtful parts 177
were such, and a second look changed none of them, of the others 39.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil, prod
from typing import Any, NamedTuple

import cv2

from extract.read.picture.likely import likely
from extract.read.picture.line_strips import LineStrip
from extract.read.picture.recogniser import Letter, LetterReader, Reading

#: A word less likely than this is doubtful; it is read with so many words to each side, stretched so many times.
_DOUBTFUL, _BESIDE, _STRETCHED = 0.98, 1, 1.4
#: A letter is sure from here on, if no other sign has more than the rest for it.
_SURE = 0.99


class _Part(NamedTuple):
    """Some words of a line: the line's number, the first of its letters and the one behind the last, and the columns of
    its picture."""

    line: int
    start: int
    stop: int
    left: int
    right: int


def looked_at_again(
    strips: Sequence[LineStrip], readings: Sequence[Reading], reader: LetterReader
) -> tuple[Reading, ...]:
    """The likelier of both readings of each doubtful part of each line; the first where they are alike."""
    chosen = [list(reading) for reading in readings]
    parts = [part for i, reading in enumerate(readings) for part in _doubtful(i, reading, strips[i].grey.shape[1])]
    wide = [_stretched(strips[part.line].grey[:, part.left : part.right]) for part in parts]
    # last parts of a line first: those before them keep their places
    for part, again in reversed(list(zip(parts, map(_without_ends, reader.readings(wide)), strict=True))):
        line = chosen[part.line]
        first = tuple(line[part.start : part.stop])
        if prod(_likely_words(again)) > prod(_likely_words(first)) and len(again) >= len(first):
            width = strips[part.line].grey.shape[1]
            line[part.start : part.stop] = [_moved(letter, part, width) for letter in again]
    return tuple(map(tuple, chosen))


def _stretched(grey: Any) -> Any:
    return cv2.resize(grey, None, fx=_STRETCHED, fy=1.0, interpolation=cv2.INTER_CUBIC)


def _doubtful(line: int, reading: Reading, width: int) -> Iterator[_Part]:
    """The parts of a line with words that are hardly any. A colon alone, stretched, is read as `2`."""
    words = list(_words(reading))
    if [letter.sign for letter in reading if letter.sign.strip()] == [":"]:
        return
    near: list[list[int]] = []
    for n, (start, stop) in enumerate(words):
        if _wavers(reading[start:stop]) and likely(reading[start:stop]) < _DOUBTFUL:
            if near and n - near[-1][-1] <= 2 * _BESIDE + 1:
                near[-1].append(n)
            else:
                near.append([n])
    for numbers in near:
        start, stop = words[max(0, numbers[0] - _BESIDE)][0], words[: numbers[-1] + _BESIDE + 1][-1][1]
        # cut at the blanks around
        left = int(reading[start - 1].at * width) if start else 0
        right = ceil(reading[stop].at * width) if stop < len(reading) else width
        yield _Part(line, start, stop, left, max(right, left + 1))


def _wavers(word: Reading) -> bool:
    return any(letter.sure < _SURE or letter.other > 1 - _SURE for letter in word)


def _words(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the words of a reading begin and end."""
    at = 0
    for printed, letters in groupby(reading, key=lambda letter: bool(letter.sign.strip())):
        start, at = at, at + len(list(letters))
        if printed:
            yield start, at


def _without_ends(reading: Reading) -> Reading:
    """A reading without the blanks at its ends."""
    words = list(_words(reading))
    return reading[words[0][0] : words[-1][1]] if words else ()


def _moved(letter: Letter, part: _Part, width: int) -> Letter:
    """A letter of a part, at its place in the line's picture."""
    return letter._replace(at=(part.left + letter.at * (part.right - part.left)) / width)


def _likely_words(reading: Reading) -> list[float]:
    return [likely(reading[start:stop]) for start, stop in _words(reading)]
