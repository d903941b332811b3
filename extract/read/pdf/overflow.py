"""Text that runs over the border of its cell: into a blank one beside it, and it belongs to the cell that it began in;
over the text of another one, and nobody can be sure what either says (`Rp. 1.500.000.000.-` lost its last figures)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from schemas.layout import Box, DrawnCell, Grid, Word

#: A word that crosses a border reaches so far over it (points).
_OVER = 0.5
#: Words of one line stand this far apart (shares of the type size), on one base line.
_GAP, _LEVEL = (0.12, 0.5), 0.15
#: Words whose base lines differ by less than the one share of the type size, and that have more than the other of it in
#: common along the line, are printed over each other: a text that ran over, or a small stamp set upon a row.
_STACKED, _COVERED = 0.6, 0.4


def taken_back(grids: Sequence[Grid]) -> list[Box]:
    """Moves what ran over back into its cell; returns the boxes of it. A text of the other cell's own does not go on
    from the word at the border, a blank away."""
    found: list[Box] = []
    for grid in grids:
        for band in grid.owner:
            for left, right in pairwise(dict.fromkeys(band)):
                if left.words and right.words and (over := _over(left, right)):
                    left.words.extend(over)
                    right.words[:] = [word for word in right.words if word not in over]
                    found.append(_around(over))
    return found


def overprinted(grids: Sequence[Grid]) -> list[tuple[str, Box]]:
    """Words of a table that are printed over each other, two by two, with the box around them."""
    found: list[tuple[str, Box]] = []
    for grid in grids:
        words = sorted((word for cell in grid.cells for word in cell.words), key=lambda word: (word.base, word.x0))
        for at, a in enumerate(words):
            low, size = a.base, a.size
            for b in islice(words, at + 1, None):
                if b.base - low > _STACKED * (size if size > b.size else b.size):
                    break
                # most stand apart: that costs least to tell
                if a.x1 > b.x0 and b.x1 > a.x0:
                    one, two = sorted((a, b), key=lambda word: word.x0)
                    found += [(f"{one.text} {two.text}", _around((one, two)))] if _covers(one, two) else []
    return found


def _covers(a: Word, b: Word) -> bool:
    size = min(a.size, b.size)
    level = abs(a.base - b.base) <= _STACKED * size and not (a.formula or b.formula)
    return level and min(a.x1, b.x1) - b.x0 > _COVERED * size


def _over(left: DrawnCell, right: DrawnCell) -> list[Word]:
    """The words of the right cell that are the rest of one line of the left one: all of them, or those from the one on
    that begins left of the border, to where more white than a blank parts them from the cell's own (`persen (%)   75`).
    """
    words = sorted(right.words, key=lambda word: word.x0)
    last = max(left.words, key=lambda word: word.order)
    chain = [last, *words]
    crosses = [word.x0 < right.x0 - _OVER and word.x1 > right.x0 + _OVER for word in chain[:2]]
    rest = sum(1 for _ in takewhile(lambda pair: _goes_on(*pair), pairwise(chain)))
    return words[:rest] if any(crosses) and (rest == len(words) or crosses[1]) else []


def _goes_on(a: Word, b: Word) -> bool:
    near = _GAP[0] * a.size <= b.x0 - a.x1 <= _GAP[1] * a.size
    return near and abs(a.base - b.base) <= _LEVEL * a.size and b.order == a.order + 1


def _around(words: Sequence[Word]) -> Box:
    return min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
