"""Lines are read from pictures that are lower than they are, long ones also narrower: a large picture takes a
recogniser longer. Those that it is less sure of then are read as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from extract.read.picture.likely import mean_sure
from extract.read.picture.line_strips import LineStrip
from extract.read.picture.lone import is_letters
from extract.read.picture.recogniser import Letter, LetterReader, Reading

#: Letters are made so many times as high, and in lines longer than this (heights of their picture) so many times as
#: wide.
_LOW, _NARROW, _LONG = 2 / 3, 0.75, 8.0
#: It is enough where they are so sure in the mean, the first and the last one so sure: marks stand there (`c.`, which
#: its order tells where the recogniser wavers; `berlaku;`, which may be `berlakui`), and each of them and of the blanks
#: between them.
_SURE, _AT_ENDS, _LEAST = 0.985, 0.95, 0.85
#: No word that is known tells of a figure that it is another one: each is so sure. A sign that was overlooked at an end
#: leaves the first one further from it than this (heights of the picture).
_FIGURE, _END = 0.99, 0.82
#: Figures of a line are as wide as each other: one is overlooked between two that are so many times as far apart.
_APART = 1.5


def lines_read(strips: Sequence[LineStrip], reader: LetterReader) -> tuple[list[LineStrip], list[Reading]]:
    """The lines of a picture and what is written in each, without lone ink that is no letters."""
    readings = iter(looked_at([strip.grey for strip in strips if not strip.sign], reader))
    read = [(strip, (Letter(strip.sign, 1.0, 0.5),) if strip.sign else next(readings)) for strip in strips]
    good = [(strip, reading) for strip, reading in read if not strip.lone or strip.sign or is_letters(reading)]
    return [strip for strip, _ in good], [reading for _, reading in good]


def looked_at(lines: Sequence[Any], reader: LetterReader) -> list[Reading]:
    """What is written in pictures of one line each."""
    found: dict[int, Reading] = {}
    long = {i for i, line in enumerate(lines) if line.shape[1] > _LONG * line.shape[0]}
    for some, wide in ((sorted(long), _NARROW), ([i for i in range(len(lines)) if i not in long], 1.0)):
        low = zip(some, reader.readings([lines[i] for i in some], wide, _LOW), strict=True)
        found |= {
            i: reading
            for i, reading in low
            if _is_enough(reading, lines[i]) and (wide == 1.0 or not _may_lack_figures(reading))
        }
    rest = [i for i in range(len(lines)) if i not in found]
    found |= zip(rest, reader.readings([lines[i] for i in rest]), strict=True)
    return [found[i] for i in range(len(lines))]


def _is_enough(reading: Reading, line: Any) -> bool:
    places = [n for n, letter in enumerate(reading) if letter.sign.strip()]
    # with the blanks between them: `Kepal a Badan` heads another office
    printed = reading[places[0] : places[-1] + 1] if places else ()
    if not printed or mean_sure([reading]) < _SURE or min(printed[0].sure, printed[-1].sure) < _AT_ENDS:
        return False
    height, width = line.shape
    off = max(printed[0].at, 1 - printed[-1].at) * width
    return off <= _END * height and all(letter.sure >= _least(letter.sign) for letter in printed)


def _may_lack_figures(reading: Reading) -> bool:
    """Whether a figure may be overlooked beside its like, which nothing else tells of (`555.000` as a sure `55.000`):
    two that are alike stand together, or two further apart than others of the line do.

    >>> texts = "5.500", "2015"
    >>> [_may_lack_figures(tuple(Letter(sign, 1.0, n / 9) for n, sign in enumerate(text))) for text in texts]
    [True, False]
    """
    pairs = [(a, b) for a, b in pairwise(reading) if a.sign.isdigit() and b.sign.isdigit()]
    gaps = [b.at - a.at for a, b in pairs]
    return any(a.sign == b.sign for a, b in pairs) or (len(gaps) > 1 and max(gaps) > _APART * median(gaps))


def _least(sign: str) -> float:
    return _FIGURE if sign.isdigit() or sign == "%" else _LEAST
