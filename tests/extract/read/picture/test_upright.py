"""Pictures are turned, straightened and rid of shadow; places can be taken back to the picture as it came."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.bends import Lean, straightened
from extract.read.picture.strokes import pared
from extract.read.picture.upright import UprightPicture, as_it_came, even, made_level, quarter_turned

DPI = 150.0


def page() -> UprightPicture:
    """A sheet with a table of three lines across and two down."""
    grey = np.full((1200, 900), 255, np.uint8)
    for y in (300, 500, 700):
        cv2.line(grey, (100, y), (800, y), 0, 2)
    for x in (100, 800):
        cv2.line(grey, (x, 300), (x, 700), 0, 2)
    return as_it_came(grey, DPI)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_a_point_of_the_turned_picture_goes_back(quarter: int) -> None:
    came = page()
    came.grey[20:24, 30:34] = 0
    turned = quarter_turned(came, quarter)
    y, x = np.argwhere(turned.grey < 10)[0]
    back = turned.back @ np.array([x, y, 1.0])
    assert came.grey[round(back[1]), round(back[0])] < 10


@pytest.mark.parametrize("angle", [-2.0, -0.6, 0.9, 2.5])
def test_a_leaning_page_is_made_level(angle: float) -> None:
    came = page()
    height, width = came.grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    leaning = as_it_came(cv2.warpAffine(came.grey, turn, (width, height), borderValue=255), DPI)
    rules = pared(made_level(leaning)).rules
    assert len(rules) >= 5 and min(bottom - top for _, top, _, bottom in rules) <= 5


def test_a_shadow_is_taken_off() -> None:
    grey = page().grey
    shade = np.linspace(1.0, 0.4, grey.shape[1])
    clear = even((grey * shade).astype(np.uint8), DPI)
    assert clear[50].min() > 235 and clear[300, 200:700].max() < 120


def test_a_bent_page_is_straightened_and_a_straight_one_left() -> None:
    came = page()
    ys, xs = np.mgrid[0:1200, 0:900].astype(np.float32)
    bow = 20 * ((xs / 450 - 1) ** 2)
    bent = UprightPicture(cv2.remap(came.grey, xs, ys - bow, cv2.INTER_LINEAR, borderValue=255), DPI, np.eye(3))
    leans = [Lean(x, y, 2 * 20 * (x / 450 - 1) / 450, 100.0) for y in (300, 500, 700) for x in range(150, 800, 100)]
    flat = straightened(bent, leans, [])
    assert flat is not None
    rows = [int(np.argmin(flat.grey[250:400, x])) for x in (150, 450, 750)]
    assert max(rows) - min(rows) <= 4
    assert straightened(came, [lean._replace(slope=0.0) for lean in leans], []) is None


def test_ruling_lines_are_followed_where_they_are_dotted() -> None:
    came = page()
    came.grey[300:303, 400:800] = 255
    came.grey[300:302, 400:800:3] = 0
    assert max(x1 - x0 for x0, top, x1, bottom in pared(came).rules if top < 310 < bottom + 20) > 650


def test_a_rule_does_not_go_on_in_a_letter_below_it() -> None:
    """The column's rule ends at a group row (`TUJUAN 1 : Meningkatkan ...`), whose `k` has its stem below it."""
    grey = np.full((600, 800), 255, np.uint8)
    for y in (100, 200, 227, 400):
        grey[y : y + 3, 100:701] = 0
    for x in (100, 400, 698):
        grey[100:200, x : x + 3] = grey[230:400, x : x + 3] = 0
    for x in range(330, 480, 7):
        grey[206:222, x : x + 3] = 0
    rules = pared(UprightPicture(grey, 150.0, np.eye(3))).rules
    middle = [box for box in rules if abs(box[0] - 400) < 5 and box[3] - box[1] > box[2] - box[0]]
    assert len(middle) == 2


def test_the_shade_of_a_pale_page_is_white_its_lines_are_ink() -> None:
    """A heading's shade is nearly white on a page with hardly any ink: made dark with the ink, its lines were lost."""
    grey = np.random.default_rng(5).normal(250, 4, (700, 1000))
    grey[200:300, 100:900] = np.random.default_rng(6).normal(228, 7, (100, 800))
    grey[400:404, 100:900] = grey[300:304, 100:900] = grey[200:500, 498:502] = 195
    seen = as_it_came(grey.clip(0, 255).astype(np.uint8), 150.0).grey
    assert seen[301, 300] < 130 and seen[250, 500] < 160
    assert np.median(seen[220:280, 150:450]) > 235
