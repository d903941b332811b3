"""A page without ruling lines down it shows by its margins whether it was photographed from the side."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.margins import margins_of
from extract.read.picture.strokes import PixelBox

DPI = 150.0


def _column(x: float, lean: float, aside: tuple[float, ...] = (0.0,)) -> list[PixelBox]:
    """Twelve lines below each other, off to one side by turns."""
    return [
        (x + lean * y + aside[n % len(aside)], float(y), x + 150, float(y + 20))
        for n, y in enumerate(range(100, 460, 30))
    ]


@pytest.mark.parametrize("lean", [0.0, -0.03, 0.02])
def test_lines_that_begin_below_each_other_lean_as_their_margin_does(lean: float) -> None:
    found = margins_of([*_column(100, lean), *_column(500, lean)], [], DPI)
    assert len(found) == 2
    assert [one.slope for one in found] == pytest.approx([lean, lean], abs=0.002)


def test_an_indent_is_no_lean() -> None:
    (found,) = margins_of(_column(100, 0.0, (6.0, 0.0, 0.0)), [], DPI)
    assert found.slope == pytest.approx(0.0, abs=0.002)


def test_centred_lines_and_few_ones_tell_nothing() -> None:
    assert margins_of(_column(100, 0.0, (0.0, 35.0, 70.0, 14.0)), [], DPI) == []
    assert margins_of(_column(100, 0.02)[:3], [], DPI) == []


def test_the_ends_of_lines_across_tell_as_well() -> None:
    rules = [(100 - 0.03 * y, float(y), 900 - 0.03 * y, y + 3.0) for y in range(100, 900, 100)]
    words = [(300.0 + 90 * n, 50.0, 380.0 + 90 * n, 70.0) for n in range(4)]
    found = margins_of(words, rules, DPI)
    assert [one.slope for one in found] == pytest.approx([-0.03, -0.03], abs=0.001)
    assert np.ptp([one.x for one in found]) == pytest.approx(800, abs=5)
