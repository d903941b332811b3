"""A fold and a scanner's streak pass the whole sheet, and are no ruling lines."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.passing import without_passing
from extract.read.picture.strokes import PixelBox, pared
from extract.read.picture.upright import UprightPicture

SIZE, DPI = (2339, 1654), 200.0
TABLE: list[PixelBox] = [(200, 400, 1500, 403), (200, 900, 1500, 903), (200, 400, 203, 903), (1497, 400, 1500, 903)]


@pytest.mark.parametrize(
    "passing",
    [
        [(700, 0, 702, 2339)],  # dust under a scanner
        [(700, 0, 702, 800), (701, 830, 703, 1500), (701, 1510, 703, 2330)],  # parted by print
        [(0, 780, 1654, 783), (0, 1560, 1654, 1563)],  # a letter folded in three
    ],
)
def test_what_passes_the_sheet_is_no_ruling_line(passing: list[PixelBox]) -> None:
    assert without_passing([*TABLE, *passing], SIZE, DPI) == TABLE


@pytest.mark.parametrize(
    "kept",
    [
        [(100, 780, 1554, 783)],  # margins
        [(700, 0, 702, 300), (700, 2000, 702, 2339)],  # two lines
        [(0, y, 1654, y + 3) for y in (300, 600, 900)],  # a picture cut off at its table's sides
    ],
)
def test_what_does_not_pass_it_stays(kept: list[PixelBox]) -> None:
    assert without_passing([*TABLE, *kept], SIZE, DPI) == [*TABLE, *kept]


def test_a_streak_parts_no_column() -> None:
    grey = np.full((900, 1200), 250, np.uint8)
    for y in (200, 300, 500):
        grey[y : y + 3, 150:1050] = 10
    for x in (150, 400, 1047):
        grey[200:503, x : x + 3] = 10
    grey[:, 700:702] = 60
    rules = pared(UprightPicture(grey, 150.0, np.eye(3))).rules
    assert sorted(round(box[0], -1) for box in rules if box[2] - box[0] < 10) == [150, 400, 1050]
