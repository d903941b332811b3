"""A photographed table: its lines slant, those down more than those across, and stand straight again afterwards."""

import cv2
import numpy as np
import pytest

from extract.read.picture.bends import Lean, is_straight, straightened
from extract.read.picture.slants import slants_of
from extract.read.picture.strokes import pared
from extract.read.picture.upright import UprightPicture, as_it_came

_DPI = 150.0


def _photograph(corners: list[tuple[int, int]]) -> UprightPicture:
    """A table of four columns and five rows, its sheet's corners at these places."""
    sheet = np.full((900, 700), 255, np.uint8)
    for x in range(100, 601, 125):
        cv2.line(sheet, (x, 200), (x, 700), 0, 2)
    for y in range(200, 701, 100):
        cv2.line(sheet, (100, y), (600, y), 0, 2)
    before = np.array([(0, 0), (700, 0), (700, 900), (0, 900)], np.float32)
    turn = cv2.getPerspectiveTransform(before, np.array(corners, np.float32))
    return as_it_came(cv2.warpPerspective(sheet, turn, (700, 900), flags=cv2.INTER_AREA, borderValue=255), _DPI)


def test_the_same_picture_is_looked_at_once() -> None:
    picture = _photograph([(30, 10), (660, 40), (700, 870), (0, 900)])
    assert slants_of(picture) is slants_of(picture)


_ASIDE = [(30, 10), (660, 40), (700, 870), (0, 900)]
_FROM_BELOW = [(70, 0), (630, 20), (700, 900), (0, 880)]


@pytest.mark.parametrize("corners", [_ASIDE, _FROM_BELOW])
def test_all_lines_of_a_photographed_table_are_found_again(corners: list[tuple[int, int]]) -> None:
    picture = _photograph(corners)
    for _ in range(3):
        picture = straightened(picture, *slants_of(picture)) or picture
    rules = pared(picture).rules
    across = [box for box in rules if box[2] - box[0] > 400]
    down = [box for box in rules if box[3] - box[1] > 400]
    assert (len(across), len(down)) == (6, 5)
    assert all(box[3] - box[1] < 6 for box in across)
    assert all(box[2] - box[0] < 6 for box in down)


def test_the_way_back_leads_to_the_picture_as_it_came() -> None:
    came = _photograph(_FROM_BELOW)
    level, steep = slants_of(came)
    picture = straightened(came, level, steep)
    assert picture is not None
    turn = cv2.getPerspectiveTransform(
        np.array([(0, 0), (700, 0), (700, 900), (0, 900)], np.float32), np.array(_FROM_BELOW, np.float32)
    )
    corner = turn @ np.array([100.0, 200.0, 1.0])
    left = min(pared(picture).rules, key=lambda box: (box[0], box[1]))
    x, y, w = picture.back @ np.array([left[0] + 1, left[1] + 1, 1.0])
    assert (x / w, y / w) == pytest.approx(tuple(corner[:2] / corner[2]), abs=12)


def test_a_page_without_long_lines_has_no_slants() -> None:
    page = np.full((400, 400), 255, np.uint8)
    cv2.putText(page, "Kepala", (40, 200), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 0, 1)
    assert slants_of(as_it_came(page, _DPI)) == ([], [])


def test_one_slanting_line_does_not_move_a_page() -> None:
    """It is too little to tell a photograph's slant from a drawing's; three are enough."""
    picture = as_it_came(np.full((900, 700), 255, np.uint8), _DPI)
    lines = [Lean(x, 400, slope, 300) for x, slope in ((100, 0.06), (300, 0.02), (600, -0.04))]
    assert straightened(picture, [], lines[:1]) is None
    assert straightened(picture, [], lines) is not None


def test_a_table_whose_lines_are_level_and_upright_is_no_photograph() -> None:
    """Its own lines tell, and nothing else has to be looked for; few lines, or slanting ones, tell nothing."""
    sheet = [(0, 0), (700, 0), (700, 900), (0, 900)]
    for corners, straight in ((sheet, True), (_ASIDE, False)):
        picture = _photograph(corners)
        bare = pared(picture)
        assert is_straight(picture, bare.level, bare.steep) == straight
        assert not is_straight(picture, bare.level, bare.steep[:4])


def test_beyond_the_lines_that_tell_a_page_is_not_bent() -> None:
    """Pieces of text on the left that lean by chance; the field that is laid through them goes on to the right."""
    picture = as_it_came(np.full((900, 700), 255, np.uint8), _DPI)
    pieces = [Lean(60 + 30 * k, 200 + 60 * k, 0.002 * k, 60) for k in range(7)]
    assert straightened(picture, pieces, []) is None
    assert straightened(picture, [*pieces, *(Lean(660, 100 + 60 * k, 0.06, 60) for k in range(7))], []) is not None
