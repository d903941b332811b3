"""Punched holes become paper; one that touches print stays, and so does whatever is not round."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.punched import without_holes


def test_a_hole_in_the_margin_is_paper() -> None:
    grey = np.full((800, 600), 240, np.uint8)
    cv2.circle(grey, (80, 300), 26, 20, -1)
    assert without_holes(grey, 200.0).min() == 240


@pytest.mark.parametrize("print_", [(60, 328, 200, 340), (114, 280, 122, 290)])
def test_a_hole_that_touches_print_stays(print_: tuple[int, int, int, int]) -> None:
    grey = np.full((800, 600), 240, np.uint8)
    cv2.circle(grey, (80, 300), 26, 20, -1)
    x0, top, x1, bottom = print_
    grey[top:bottom, x0:x1] = 0
    assert without_holes(grey, 200.0)[300, 80] == 20


def test_letters_and_fields_are_no_holes() -> None:
    grey = np.full((800, 600), 240, np.uint8)
    grey[100:160, 60:120] = 20  # a dark field
    grey[300:330, 60:400:12] = 20  # letters
    cv2.circle(grey, (300, 600), 26, 20, 4)  # a ring
    assert (without_holes(grey, 200.0) == grey).all()
