"""Lines are read from pictures that are narrower than they are: a wide picture takes a recogniser longer. Those that it
is less sure of then are read as they are, and so are short ones, numbers and targets among them: they take no time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.read.picture.likely import mean_sure
from extract.read.picture.recogniser import LetterReader, Reading

#: Letters are made so many times as wide as they are, in lines longer than this (heights of their picture); it is
#: enough where they are so sure in the mean, and the first and the last one so sure: marks stand there (`c.`, which its
#: order tells where the recogniser wavers; `berlaku;`, which may be `berlakui`).
_NARROW, _LONG, _SURE, _AT_ENDS = 0.8, 8.0, 0.985, 0.95


def looked_at(lines: Sequence[Any], reader: LetterReader) -> list[Reading]:
    """What is written in pictures of one line each."""
    long = [i for i, line in enumerate(lines) if line.shape[1] > _LONG * line.shape[0]]
    narrow = zip(long, reader.readings([lines[i] for i in long], _NARROW), strict=True)
    found = {i: reading for i, reading in narrow if _is_enough(reading)}
    rest = [i for i in range(len(lines)) if i not in found]
    found |= zip(rest, reader.readings([lines[i] for i in rest]), strict=True)
    return [found[i] for i in range(len(lines))]


def _is_enough(reading: Reading) -> bool:
    printed = [letter for letter in reading if letter.sign.strip()]
    return bool(printed) and min(printed[0].sure, printed[-1].sure) >= _AT_ENDS and mean_sure([reading]) >= _SURE
