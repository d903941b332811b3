"""How a page is bent: the curl of a photographed sheet, the slant of one that was not photographed from above.

Lines that are level on paper show it: each piece of a line of text, or of a ruling line, leans a little in the picture.
A smooth field of slopes is laid through all of them, over the whole page, and the picture is moved along it until
everything is level. What should stand upright (ruling lines) is treated alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import cv2
import numpy as np

from extract.read.picture.upright import UprightPicture

#: A page is bent if something on it stands this far (inches) from where it would be level; less is within a line.
BENT = 0.03
#: How far a line is off is worked out for places so many pixels apart.
_NET = 16
#: So many pieces, of so much length in all (shares of the page's width or height), tell a field; fewer tell its first
#: terms alone: how all lines slant, and how that changes from one side of the page to the other.
_PIECES, _LENGTH = 6, 1.5
_FEW_PIECES, _LITTLE = 3, 0.15
#: Powers across and down of the terms of the field of level lines, and of upright ones (of which there are fewer).
_LEVEL = ((0, 0), (0, 1), (1, 0), (2, 0), (3, 0), (1, 1), (2, 1), (0, 2), (0, 3))
_STEEP = ((0, 0), (0, 1), (1, 0), (1, 1))
_FIRST = 2
#: Ruling lines down the page, so many at least, tell that it is no photograph where they and those across are off by
#: less (inches) from one edge of the page to the other, by the first terms: of 37 pages, 18 of them moved as
#: photographs, 13 were so, none of them moved.
_UPRIGHT, _STRAIGHT = 5, 0.06
#: How strongly the higher terms are held at nought; how far off (in medians) a piece is left out.
_HELD, _OFF = 0.004, 4.0


class Lean(NamedTuple):
    """A piece of a line: its middle, in pixels, how much it falls a pixel to the right (an upright one: how much it
    goes to the right a pixel down), and its length."""

    x: float
    y: float
    slope: float
    length: float


def straightened(
    picture: UprightPicture, level: Sequence[Lean], steep: Sequence[Lean], off: float = BENT
) -> UprightPicture | None:
    """The picture with these pieces level (those of `steep` upright); None where nothing is `off` by so many inches."""
    height, width = picture.grey.shape
    ys, xs = np.mgrid[0:height:_NET, 0:width:_NET].astype(np.float32)
    u, v = xs / width * 2 - 1, ys / height * 2 - 1
    down = _moved(_field(level, width, height, _LEVEL, width), _LEVEL, u, v) * width / 2
    turned = [lean._replace(x=lean.y, y=lean.x) for lean in steep]
    across = _moved(_field(turned, height, width, _STEEP, height), _STEEP, v, u) * height / 2
    bent = max(_bent(down, level, (u, v), (width, height)), _bent(across.T, turned, (v.T, u.T), (height, width)))
    if bent < off * picture.dpi:
        return None
    sides = (width, height)
    map_x = cv2.resize(xs + across.astype(np.float32), sides) + _offset(sides, 0)
    map_y = cv2.resize(ys + down.astype(np.float32), sides) + _offset(sides, 1)
    grey = cv2.remap(picture.grey, map_x, map_y, cv2.INTER_CUBIC, borderValue=255)
    here = np.stack([xs.ravel(), ys.ravel()], axis=1)
    there = np.stack([(xs + across).ravel(), (ys + down).ravel()], axis=1)
    plane = cv2.findHomography(here.astype(np.float64), there.astype(np.float64))[0]
    return UprightPicture(grey, picture.dpi, picture.back @ plane)


def is_straight(picture: UprightPicture, level: Sequence[Lean], steep: Sequence[Lean]) -> bool:
    """Are there ruling lines enough, across and down the page, to tell that nothing on it is slanting?"""
    if len(level) < _FEW_PIECES or len(steep) < _UPRIGHT:
        return False
    height, width = picture.grey.shape
    sides = np.array([-1.0, 0.0, 1.0])
    u, v = np.meshgrid(sides, sides)
    turned = [lean._replace(x=lean.y, y=lean.x) for lean in steep]
    down = _moved(_field(level, width, height, _LEVEL[:_FIRST], width), _LEVEL[:_FIRST], u, v) * width / 2
    across = _moved(_field(turned, height, width, _STEEP[:_FIRST], height), _STEEP[:_FIRST], v, u) * height / 2
    return bool(max(np.ptp(down), np.ptp(across)) < _STRAIGHT * picture.dpi)


def _bent(moved: Any, leans: Sequence[Lean], places: tuple[Any, Any], sides: tuple[int, int]) -> float:
    """How far off a line across gets at most on its way (pixels), where there are pieces that tell: beyond them the
    field is a guess. `moved` has a row for each line; `places` are those of its values along and across it, from -1 to
    1, `sides` the picture's."""
    if not leans:
        return 0.0
    reach = [(lean.x - lean.length / 2, lean.x + lean.length / 2, lean.y - _NET, lean.y + _NET) for lean in leans]
    told = np.array(reach) / np.repeat(sides, 2) * 2 - 1
    low, high = told[:, ::2].min(axis=0), told[:, 1::2].max(axis=0)
    along, beside = places[0][0], places[1][:, 0]
    here = moved[(beside >= low[1]) & (beside <= high[1])][:, (along >= low[0]) & (along <= high[0])]
    return float(np.ptp(here, axis=1).max()) if here.size else 0.0


def _offset(sides: tuple[int, int], axis: int) -> Any:
    """What resizing the coarse net of places to the whole picture puts each of them off by."""
    size = sides[axis]
    coarse = np.arange(0, size, _NET, dtype=np.float32)
    put = cv2.resize(coarse[None, :], (size, 1))[0]
    off = np.arange(size, dtype=np.float32) - put
    return off[None, :] if axis == 0 else off[:, None]


def _field(leans: Sequence[Lean], width: float, height: float, powers: Sequence[tuple[int, int]], side: float) -> Any:
    """The weights of the terms of a field of slopes; all nought where too little tells."""
    length = sum(lean.length for lean in leans) / side
    if len(leans) < _FEW_PIECES or length < _LITTLE:
        return np.zeros(len(powers))
    if (len(leans) < _PIECES or length < _LENGTH) and len(powers) > _FIRST:
        first = _field(leans, width, height, powers[:_FIRST], side)
        return np.concatenate([first, np.zeros(len(powers) - _FIRST)])
    u = np.array([lean.x / width * 2 - 1 for lean in leans])
    v = np.array([lean.y / height * 2 - 1 for lean in leans])
    slopes = np.array([lean.slope for lean in leans])
    weights = np.sqrt(np.array([lean.length for lean in leans]) / side)
    terms = np.stack([u**a * v**b for a, b in powers], axis=1)
    kept = np.ones(len(leans), bool)
    held = np.diag([0.0 if a + b == 0 else _HELD for a, b in powers])
    found = np.zeros(len(powers))
    for _ in range(3):
        rows = terms[kept] * weights[kept, None]
        found = np.linalg.solve(
            rows.T @ rows + held + 1e-9 * np.eye(len(powers)), rows.T @ (slopes[kept] * weights[kept])
        )
        off = np.abs(slopes - terms @ found)
        kept = off <= _OFF * max(float(np.median(off)), 0.002)
    return found


def _moved(field: Any, powers: Sequence[tuple[int, int]], u: Any, v: Any) -> Any:
    """How far a line has gone off at each place, from the page's middle on: the sum of its slopes along the way."""
    return sum(weight * u ** (a + 1) / (a + 1) * v**b for weight, (a, b) in zip(field, powers, strict=True))
