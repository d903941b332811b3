"""Faint ruling lines of a table are found in the noise of a scan; a fold of the sheet is none."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.strokes import pared
from extract.read.picture.upright import UprightPicture

DPI = 150.0


def _page() -> Any:
    """Paper with noise, and ink in one corner."""
    grey = np.random.default_rng(5).normal(245, 5, (700, 900))
    grey[20:40, 30:200:6] = 10
    return grey


def _found(grey: Any) -> tuple[list[int], list[int]]:
    """The heights of the lines across, and the places of those down, to 10 pixels."""
    rules = pared(UprightPicture(np.clip(grey, 0, 255).astype(np.uint8), DPI, np.eye(3))).rules
    across = {round((top + bottom) / 20) for x0, top, x1, bottom in rules if x1 - x0 > bottom - top}
    down = {round((x0 + x1) / 20) for x0, top, x1, bottom in rules if x1 - x0 <= bottom - top}
    return sorted(10 * y for y in across), sorted(10 * x for x in down)


def test_the_hairlines_of_a_table() -> None:
    grey = _page()
    for y in (100, 300, 500):
        grey[y, 100:801] -= 40
    for x in (100, 400, 800):
        grey[100:501, x] -= 40
    assert _found(grey) == ([100, 300, 500], [100, 400, 800])


def test_a_fold_runs_on() -> None:
    grey = _page()
    grey[300, 0:900] -= 40
    for x in (100, 400, 800):
        grey[100:501, x] -= 40
    assert _found(grey) == ([], [])


def test_noise_has_no_lines() -> None:
    assert _found(_page()) == ([], [])


def test_the_edge_of_a_shade_is_no_side() -> None:
    """A table with lines across alone, and the right edge of its shaded heading."""
    grey = _page()
    for y in (100, 200, 500):
        grey[y : y + 3, 100:801] = 10
    grey[103:200, 800] -= 40
    assert _found(grey)[1] == []
    grey[103:200, 100] -= 40
    assert _found(grey)[1] == [100, 800]


def test_the_lines_across_of_a_table_without_others() -> None:
    """They begin and end below each other; beside a merged cell one only begins or ends there."""
    grey = _page()
    for y in (100, 200, 500):
        grey[y, 100:801] -= 40
    for y in (300, 400):
        grey[y, 400:801] -= 40
    assert _found(grey) == ([100, 200, 300, 400, 500], [])


def test_faint_strokes_that_end_anywhere_are_no_table() -> None:
    grey = _page()
    for y, (left, right) in {100: (100, 500), 200: (250, 801), 300: (400, 700), 400: (150, 650)}.items():
        grey[y, left:right] -= 40
    assert _found(grey) == ([], [])
    two = _page()
    for y in (100, 200):  # the edges of a shade
        two[y, 100:801] -= 40
    assert _found(two) == ([], [])
