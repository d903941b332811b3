"""White around print takes no time, and changes nothing."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.occupied import occupied, put_back
from extract.read.picture.ppocr import _most
from extract.read.picture.strokes import pared
from extract.read.picture.upright import UprightPicture

_DPI = 150.0


def _upright(grey: np.ndarray) -> UprightPicture:
    return UprightPicture(grey, _DPI, np.eye(3))


def _table() -> np.ndarray:
    """A table of three rows with a word, its lines down drawn up to the edge of the picture."""
    grey = np.full((300, 500), 250, np.uint8)
    for y in (50, 120, 190, 260):
        cv2.line(grey, (40, y), (460, y), 30, 2)
    for x in (40, 200, 460):
        cv2.line(grey, (x, 50), (x, 260), 30, 2)
    cv2.putText(grey, "Persen", (60, 95), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 30, 2)
    return grey


def test_the_part_is_that_of_all_masks_with_room_around_from_even_places_on() -> None:
    one, other = np.zeros((100, 200), np.uint8), np.zeros((100, 200), np.uint8)
    one[31:40, 61:70] = 255
    other[50:60, 150:199] = 255
    assert occupied([one, other], 4) == (slice(26, 64), slice(56, 200))
    assert one[occupied([np.zeros_like(one)], 4)].size == 0


def test_ruling_lines_are_the_same_wherever_they_stand_on_a_page() -> None:
    tight, wide = _table(), np.full((900, 1200), 250, np.uint8)
    wide[400:700, 300:800] = tight
    near, far = pared(_upright(tight)), pared(_upright(wide))
    assert len(near.rules) == 7
    assert far.rules == put_back(near.rules, (slice(400, 700), slice(300, 800)))
    assert (far.grey[400:700, 300:800] == near.grey).all()


def test_faint_lines_beyond_all_print_are_lines() -> None:
    """A table of hairlines with print in its first column alone: what shows the other column is faint."""
    grey = np.full((700, 1000), 250, np.uint8)
    for y in (100, 250, 400, 550):
        grey[y : y + 2, 100:900] = 225
        cv2.putText(grey, "Nilai", (120, y + 80), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 30, 2)
    for x in (100, 300, 898):
        grey[100:552, x : x + 2] = 225
    assert max(box[2] for box in pared(_upright(grey)).rules) >= 895


def test_a_blank_page_has_nothing() -> None:
    bare = pared(_upright(np.full((200, 300), 250, np.uint8)))
    assert (bare.rules, bare.traces) == ([], [])


def test_the_most_of_each_part_and_where_it_is_first() -> None:
    values = np.array([0.1, 0.5, 0.5, 0.9, 0.2, 0.2])
    most, places = _most(values, np.array([0, 3, 4]), np.array([0, 0, 0, 1, 2, 2]))
    assert most.tolist() == [0.5, 0.9, 0.2]
    assert places.tolist() == [1, 3, 4]
