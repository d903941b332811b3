"""Lines that are no ruling lines since they pass the whole sheet: a fold, or a streak of dust under a scanner.

What is printed has margins; such a line has none, in pieces or whole, from one edge of the picture to the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

#: Left, top, right, bottom, in pixels.
_Box = tuple[float, float, float, float]
#: Pieces of a line stand within so many inches of each other across it; it begins and ends so near the picture's
#: edges (inches; narrower margins are not printed), and its pieces fill so much of the way.
_LEVEL, _EDGE, _FILLED = 0.02, 0.2, 0.6
#: A picture cut off at its table's sides has as many such lines, or more of them.
_MOST = 3


def without_passing(rules: Sequence[_Box], size: tuple[int, int], dpi: float) -> list[_Box]:
    """The boxes of ruling lines on a picture of a size (height, width) in pixels, without those of lines that pass it.

    >>> without_passing([(300.0, 0.0, 303.0, 2339.0), (200.0, 400.0, 1500.0, 403.0)], (2339, 1654), 200.0)
    [(200.0, 400.0, 1500.0, 403.0)]
    """
    across = [box for box in rules if box[2] - box[0] > box[3] - box[1]]
    upright = [(top, x0, bottom, x1) for x0, top, x1, bottom in rules if (x0, top, x1, bottom) not in across]
    level = set(_passing(across, size[1], dpi))
    steep = {(x0, top, x1, bottom) for top, x0, bottom, x1 in _passing(upright, size[0], dpi)}
    return [box for box in rules if box not in level and box not in steep]


def _passing(boxes: Sequence[_Box], length: float, dpi: float) -> list[_Box]:
    """The boxes of lines across that pass a picture of this length."""
    passing = [line for line in _lines(boxes, dpi) if _passes(line, length, dpi)]
    return [box for line in passing for box in line] if len(passing) < _MOST else []


def _lines(boxes: Sequence[_Box], dpi: float) -> Iterator[list[_Box]]:
    """Boxes in a row."""
    line: list[_Box] = []
    for box in sorted(boxes, key=lambda box: (box[1] + box[3], box)):
        if line and (box[1] + box[3] - line[-1][1] - line[-1][3]) / 2 > _LEVEL * dpi:
            yield line
            line = []
        line.append(box)
    if line:
        yield line


def _passes(line: Sequence[_Box], length: float, dpi: float) -> bool:
    begins, ends = min(box[0] for box in line), max(box[2] for box in line)
    filled = sum(box[2] - box[0] for box in line)
    return begins <= _EDGE * dpi and ends >= length - _EDGE * dpi and filled >= _FILLED * length
