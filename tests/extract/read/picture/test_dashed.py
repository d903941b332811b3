"""Dashed and dotted ruling lines of a table are found, over their crossings; dots to be filled in are none."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.strokes import pared
from extract.read.picture.upright import UprightPicture

DPI = 150.0
ROWS, COLUMNS = (100, 150, 300, 500), (100, 150, 400, 800)
#: Lengths of ink and of white, by turns.
PATTERNS = [(7, 4), (3, 3), (16, 5, 4, 5), (16, 5, 3, 4, 3, 5)]


def _stretch(start: int, stop: int, pattern: tuple[int, ...]) -> list[slice]:
    """The inked parts of a line from one place to another."""
    parts, at, k = [], start, 0
    while at < stop:
        if k % 2 == 0:
            parts.append(slice(at, min(at + pattern[k % len(pattern)], stop)))
        at, k = at + pattern[k % len(pattern)], k + 1
    return parts


def _table(pattern: tuple[int, ...], thick: int = 2) -> Any:
    grey = np.random.default_rng(5).normal(245, 5, (700, 900))
    for y in ROWS:
        for part in _stretch(COLUMNS[0], COLUMNS[-1] + 1, pattern):
            grey[y : y + thick, part] = 30
    for x in COLUMNS:
        for part in _stretch(ROWS[0], ROWS[-1] + 1, pattern):
            grey[part, x : x + thick] = 30
    return grey


def _found(grey: Any) -> tuple[list[int], list[int]]:
    """The heights of the long lines across, and the places of those down, to 10 pixels."""
    rules = pared(UprightPicture(np.clip(grey, 0, 255).astype(np.uint8), DPI, np.eye(3))).rules
    across = {round((top + bottom) / 20) for x0, top, x1, bottom in rules if x1 - x0 > 650 and bottom - top < 10}
    down = {round((x0 + x1) / 20) for x0, top, x1, bottom in rules if bottom - top > 350 and x1 - x0 < 10}
    return sorted(10 * y for y in across), sorted(10 * x for x in down)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_lines_in_pieces(pattern: tuple[int, ...]) -> None:
    assert _found(_table(pattern)) == (list(ROWS), list(COLUMNS))


def test_dots_that_run_into_each_other_are_grey() -> None:
    grey = cv2.GaussianBlur(_table((2, 2)), (0, 0), 1.2)
    grey[20:40, 30:200:6] = 10
    assert _found(grey) == (list(ROWS), list(COLUMNS))


def test_the_line_ends_where_others_cross_it() -> None:
    grey = _table((7, 4))
    for part in _stretch(806, 860, (7, 4)):
        grey[300:302, part] = 30
    rules = pared(UprightPicture(np.clip(grey, 0, 255).astype(np.uint8), DPI, np.eye(3))).rules
    assert max(x1 for _, _, x1, _ in rules) <= 810


def test_dots_to_be_filled_in_are_no_line() -> None:
    grey = np.random.default_rng(5).normal(245, 5, (700, 900))
    for x in (100, 400, 800):
        grey[100:501, x : x + 2] = 30
    for part in _stretch(420, 780, (3, 6)):
        grey[300:303, part] = 30
    assert _found(grey) == ([], [100, 400, 800])


def test_a_line_does_not_run_on_through_the_letters_of_a_merged_cell() -> None:
    """`A. BIDANG` stands in a group row over a column's line, whose pieces end above it and go on below."""
    grey = _table((7, 4))
    for y in (200, 230):
        for part in _stretch(100, 801, (7, 4)):
            grey[y : y + 2, part] = 30
    grey[202:230, 395:407] = 245
    grey = np.clip(grey, 0, 255).astype(np.uint8)
    cv2.putText(grey, "D", (390, 226), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 30, 3)
    cv2.putText(grey, "A. BI", (320, 226), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 30, 3)
    rules = pared(UprightPicture(grey, DPI, np.eye(3))).rules
    beside = [box for box in rules if box[3] - box[1] > 20 and abs((box[0] + box[2]) / 2 - 400) < 10]
    assert beside
    assert not [box for box in beside if box[1] < 212 and box[3] > 220]
