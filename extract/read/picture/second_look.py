"""Lines with a word that is hardly one are read again, from a picture that is stretched: narrow letters, which the
recogniser overlooks where they are narrower than its step (`tmur` for `timur`), have room there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import prod

import cv2

from extract.read.picture.likely import likely
from extract.read.picture.line_strips import LineStrip
from extract.read.picture.recogniser import LetterReader, Reading

#: A word less likely than this is doubtful; a line is stretched so many times.
_DOUBTFUL, _STRETCHED = 0.98, 1.4


def looked_at_again(
    strips: Sequence[LineStrip], readings: Sequence[Reading], reader: LetterReader
) -> tuple[Reading, ...]:
    """The likelier of both readings of each line; the first where they are alike."""
    chosen = list(readings)
    doubtful = [i for i, reading in enumerate(readings) if _is_doubtful(reading)]
    wide = [cv2.resize(strips[i].grey, None, fx=_STRETCHED, fy=1.0, interpolation=cv2.INTER_CUBIC) for i in doubtful]
    for i, again in zip(doubtful, reader.readings(wide), strict=True):
        if prod(_likely_words(again)) > prod(_likely_words(chosen[i])) and len(again) >= len(chosen[i]):
            chosen[i] = again
    return tuple(chosen)


def _is_doubtful(reading: Reading) -> bool:
    """Is a word hardly one? A colon alone, stretched, is read as `2`."""
    alone = [letter.sign for letter in reading if letter.sign.strip()] == [":"]
    return not alone and min(_likely_words(reading), default=1.0) < _DOUBTFUL


def _likely_words(reading: Reading) -> list[float]:
    parts = groupby(reading, key=lambda letter: bool(letter.sign.strip()))
    return [likely(list(letters)) for printed, letters in parts if printed]
