"""How a page leans sideways where no ruling line runs down it: by what stands below each other at one margin.

A table with lines across alone, or with none, has columns whose lines of text begin below each other; so does a list.
Of a sheet that was photographed from the side they go off to one side, further the lower they stand, and no gutter
parts the columns any more. The ends of ruling lines across stand below each other, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from extract.read.picture.bends import Lean
from extract.read.picture.strokes import PixelBox

#: The next line at a margin stands at most so many line heights below, and begins at most so many aside.
_BELOW, _ASIDE = 6.0, 0.4
#: So many lines, over so many line heights, tell how a margin leans; they are off it by less (line heights).
_LINES, _HIGH, _OFF = 4, 4.0, 0.15
#: Ruling lines across are so long (inches), and lean aside by at most this share of what is between them.
_LONG, _STEEPEST = 2.0, 0.06

#: A place at a margin: how far aside, how far down.
_Point = tuple[float, float]


def margins_of(lines: Sequence[PixelBox], rules: Sequence[PixelBox], dpi: float) -> list[Lean]:
    """How the margins lean at which these lines of text begin, and these ruling lines end, in pixels (upright pieces,
    see `Lean`)."""
    if len(lines) < _LINES:
        return []
    high = median(bottom - top for _, top, _, bottom in lines)
    texts = _columns([(x0, (top + bottom) / 2) for x0, top, _, bottom in lines], high)
    across = [box for box in rules if box[2] - box[0] >= _LONG * dpi]
    ends = [[(box[side], (box[1] + box[3]) / 2) for box in across] for side in (0, 2)]
    chains = [*texts, *(chain for points in ends for chain in _following(points, high))]
    return [lean for chain in chains if (lean := _leaning(chain, high))]


def _columns(points: Sequence[_Point], high: float) -> list[list[_Point]]:
    """The places that stand below each other, each with the nearest one."""
    chains: list[list[_Point]] = []
    for x, y in sorted(points, key=lambda point: (point[1], point[0])):
        near = [
            chain for chain in chains
            if 0.5 * high < y - chain[-1][1] <= _BELOW * high and abs(x - chain[-1][0]) <= _ASIDE * high
        ]  # fmt: skip
        if near:
            min(near, key=lambda chain: abs(x - chain[-1][0])).append((x, y))
        else:
            chains.append([(x, y)])
    return chains


def _following(points: Sequence[_Point], high: float) -> list[list[_Point]]:
    """The ends of ruling lines in a row, parted where the next one is too far aside."""
    chains: list[list[_Point]] = []
    for x, y in sorted(points, key=lambda point: point[1]):
        last = chains[-1][-1] if chains else None
        if last and abs(x - last[0]) <= _STEEPEST * (y - last[1]) + _ASIDE * high / 2:
            chains[-1].append((x, y))
        else:
            chains.append([(x, y)])
    return chains


def _leaning(chain: Sequence[_Point], high: float) -> Lean | None:
    """How a margin leans, if its places lie on a line."""
    length = chain[-1][1] - chain[0][1]
    if len(chain) < _LINES or length < _HIGH * high:
        return None
    x, y = np.array(chain).T
    slopes = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise([chain[0], chain[-1]])]
    for k in range(len(chain)):
        slopes += [(x[n] - x[k]) / (y[n] - y[k]) for n in range(k + 1, len(chain)) if y[n] - y[k] > length / 3]
    slope = float(np.median(slopes))
    off = np.abs(x - slope * y - np.median(x - slope * y))
    if float(np.median(off)) > _OFF * high:
        return None
    middle = (chain[0][1] + chain[-1][1]) / 2
    return Lean(float(np.median(x - slope * y)) + slope * middle, middle, slope, length)
