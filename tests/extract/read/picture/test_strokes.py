"""Ruling lines of a page: solid ones."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.strokes import pared
from extract.read.picture.upright import UprightPicture

_DPI = 150.0


def test_a_double_line_whose_two_run_into_one_is_a_line() -> None:
    """Two lines of a point with a point between them, at 100 dots an inch: one of 8 pixels, enlarged."""
    grey = np.random.default_rng(3).normal(245, 5, (700, 900)).clip(0, 255).astype(np.uint8)
    for y in (100, 200, 300):
        grey[y : y + 8, 100:801] = 60
    cv2.putText(grey, "Indikator Kinerja", (120, 170), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 30, 8)
    rules = pared(UprightPicture(grey, _DPI, np.eye(3))).rules
    assert sorted(round((box[1] + box[3]) / 20) * 10 for box in rules) == [100, 200, 300]
    assert all(box[2] - box[0] > 690 for box in rules)
