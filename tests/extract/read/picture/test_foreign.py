"""Stamps and signatures in colour over print."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

pytest.importorskip("cv2")

from extract.read.picture.foreign import uncoloured, without_strokes

_DPI = 150.0
_BLUE, _PURPLE, _RED = (60, 70, 190), (110, 60, 140), (190, 40, 60)


def _plain(colours: np.ndarray) -> np.ndarray:
    grey: np.ndarray = without_strokes(cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY), colours, _DPI)
    return grey


def _page() -> np.ndarray:
    page = np.full((600, 600, 3), 255, np.uint8)
    cv2.putText(page, "85 persen", (150, 300), cv2.FONT_HERSHEY_SIMPLEX, 1, (20, 20, 20), 2)
    return page


@pytest.mark.parametrize("paper", [(255, 255, 255), (250, 235, 140)])
@pytest.mark.parametrize("colour", [_BLUE, _PURPLE, _RED])
def test_a_stamp_goes_and_print_under_it_stays(colour: tuple[int, int, int], paper: tuple[int, int, int]) -> None:
    page = (_page() * (np.array(paper) / 255)).astype(np.uint8)
    over = np.zeros(page.shape[:2], np.uint8)
    cv2.circle(over, (220, 290), 90, 255, 4)
    cv2.line(over, (150, 280), (300, 296), 255, 4)
    share = (over / 255 * 0.9)[..., None]
    stamped = np.minimum(page, page * (1 - share) + np.array(colour) * share).astype(np.uint8)
    plain, grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), cv2.cvtColor(stamped, cv2.COLOR_RGB2GRAY)
    printed, blank = (plain < 80) & (over > 0), (plain > 200) & (over > 0)
    assert grey[blank].mean() < 130 and _plain(stamped)[blank].mean() > 190
    assert _plain(stamped)[printed].mean() < 90


def test_print_and_lines_in_colour_stay() -> None:
    page = np.full((600, 600, 3), 255, np.uint8)
    for y in (100, 200, 400):
        cv2.line(page, (50, y), (550, y), _BLUE, 2)
    for x in (50, 300, 550):
        cv2.line(page, (x, 100), (x, 400), _BLUE, 2)
    cv2.putText(page, "85 persen", (320, 300), cv2.FONT_HERSHEY_SIMPLEX, 0.7, _RED, 2)
    assert np.array_equal(_plain(page), cv2.cvtColor(page, cv2.COLOR_RGB2GRAY))


def test_a_page_in_grey_is_as_it_was() -> None:
    grey = np.random.default_rng(7).integers(0, 256, (200, 300), dtype=np.uint8)
    assert np.array_equal(_plain(np.repeat(grey[..., None], 3, axis=2)), grey)


def test_a_grey_page_is_known_by_its_colours() -> None:
    grey = np.random.default_rng(1).integers(0, 255, (60, 70), np.uint8)
    page = np.repeat(grey[..., None], 3, axis=2)
    plain = uncoloured(page)
    assert plain is not None and np.array_equal(plain, grey)
    page[13, 17, 2] ^= 1
    assert uncoloured(page) is None
