"""What stands beside a line puts it in doubt: other marks of its column, the rest of a word that was torn.

A page counts its rows `1.`, `2.`, `3.`: one that reads `4` has lost its dot. Where two lines of a row touch, a word was
parted between them, by a rule that runs through it or by who looked for lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from extract.read.picture.recogniser import Letter, Reading
from schemas.layout import Box

#: A number by itself, with its mark if it has one.
_NUMBER = re.compile(r"\(?(\d{1,3}|[a-z])([.)]?)")
#: The mark of an item, whatever its letter and its dot were read as; a letter that is as sure as this stays.
_MARK, _SURE = re.compile(r"\S[.),:;](?=\s|$)"), 0.98
_DOTS = (".", ")")
#: Left ends of one column differ by at most this share of the height; lines touch with less than this between them.
_COLUMN, _TOUCHING = 1.0, 0.45
#: How likely another sign stands where a neighbour speaks against one.
_DOUBT = 0.5


def with_neighbours(readings: Sequence[Reading], inked: Sequence[Box]) -> list[Reading]:
    """The readings of a page's lines, letters in doubt where their neighbours speak against them; `inked` are the boxes
    around the lines' ink."""
    boxes = np.array(inked, float).reshape(-1, 4)
    found = [list(reading) for reading in _with_marks(readings, boxes)]
    for at in _without_mark(readings, boxes):
        found[at][-1] = _doubted(found[at][-1])
    for left, right in _touching(boxes):
        for at, place in ((left, -1), (right, 0)):
            if found[at]:
                found[at][place] = _doubted(found[at][place])
    return [tuple(reading) for reading in found]


def _doubted(letter: Letter) -> Letter:
    return letter._replace(other=max(letter.other, _DOUBT), rival="")


def _with_marks(readings: Sequence[Reading], boxes: np.ndarray) -> list[Reading]:
    """The readings with their marks as those above and below them in their column have it: with the letter that is
    missing in an order (`e.`, `$.`, `g.`) where the recogniser is not sure of what it read there, and is most unsure
    still; and with the dot of the one beside it in the order (`a,`, `b.`)."""
    found = list(readings)
    marks = {k: text[:2] for k, reading in enumerate(readings) if _MARK.match(text := _text_of(reading))}
    for k in marks:
        reach = _COLUMN * (boxes[k, 3] - boxes[k, 1])
        column = [n for n in marks if abs(boxes[n, 0] - boxes[k, 0]) <= reach]
        column.sort(key=lambda n: float(boxes[n, 1]))
        at = column.index(k)
        above, below = (marks[column[n]] if 0 <= n < len(column) else "" for n in (at - 1, at + 1))
        letter, dot, *rest = readings[k]
        if letter.sure < _SURE and above and below and ord(below[0]) - ord(above[0]) == 2:
            between = chr(ord(above[0]) + 1)
            if between.isalnum() and between != letter.sign:
                letter = letter._replace(sign=between, other=_DOUBT, rival="")
        beside = [one for one, off in ((above, 1), (below, -1)) if one and ord(letter.sign) - ord(one[0]) == off]
        if dot.sign not in _DOTS and letter.sign.isalnum() and beside and beside[0][1] in _DOTS:
            dot = dot._replace(sign=beside[0][1])
        found[k] = (letter, dot, *rest)
    return found


def _text_of(reading: Reading) -> str:
    return "".join(letter.sign for letter in reading)


def _without_mark(readings: Sequence[Reading], boxes: np.ndarray) -> list[int]:
    """Lone numbers without a dot or bracket in a column where most have one."""
    texts = [_text_of(reading).strip() for reading in readings]
    marks = {k: match[2] for k, text in enumerate(texts) if (match := _NUMBER.fullmatch(text))}
    found = []
    for k in (k for k, mark in marks.items() if not mark):
        reach = _COLUMN * (boxes[k, 3] - boxes[k, 1])
        beside = [mark for n, mark in marks.items() if n != k and abs(boxes[n, 0] - boxes[k, 0]) <= reach]
        if 2 * sum(map(bool, beside)) > len(beside):
            found.append(k)
    return found


def _touching(boxes: np.ndarray) -> list[tuple[int, int]]:
    """Lines with hardly any white between the end of one and the beginning of the other."""
    if not len(boxes):
        return []
    x0, top, x1, bottom = boxes.T
    height = np.minimum.outer(bottom - top, bottom - top)
    level = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top) >= 0.6 * height
    gap = x0[None, :] - x1[:, None]
    near = level & (gap <= _TOUCHING * height) & (gap > -0.5 * height)
    np.fill_diagonal(near, False)
    return [(int(a), int(b)) for a, b in np.argwhere(near)]
