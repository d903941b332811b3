"""The grey or coloured heading of a table, and the dark one with light letters."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

pytest.importorskip("cv2")

from extract.read.picture.shades import unshaded
from extract.read.picture.strokes import pared
from extract.read.picture.upright import as_it_came

_DPI = 150.0


def _page(shade: int, line: int = 40) -> np.ndarray:
    """A table of two rows and three columns, its heading shaded, in a scan's noise."""
    page = np.full((900, 700), 255, np.uint8)
    page[400:460, 100:500] = shade
    for y in (400, 460, 600):
        cv2.line(page, (100, y), (500, y), line, 2)
    for x in (100, 230, 360, 500):
        cv2.line(page, (x, 400), (x, 600), line, 2)
    noisy = page + np.random.default_rng(7).normal(0, 6, page.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


def test_a_shaded_heading_becomes_white_and_its_lines_stay() -> None:
    plain = unshaded(_page(150), _DPI)
    assert plain[420:440, 110:220].mean() > 225
    assert plain[459:461, 110:220].mean() < 110


@pytest.mark.parametrize("shade", [210, 150, 130, 70])
def test_lines_beside_a_shade_are_found(shade: int) -> None:
    rules = pared(as_it_came(_page(shade, 20), _DPI)).rules
    assert len([box for box in rules if box[2] - box[0] > 380]) == 3
    assert len([box for box in rules if box[3] - box[1] > 190]) == 4


def test_light_letters_on_a_dark_heading_become_ink() -> None:
    page = _page(70)
    cv2.putText(page, "TARGET", (240, 438), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 250, 2)
    plain = unshaded(page, _DPI)
    assert plain[420:440, 110:220].mean() > 225
    assert np.percentile(plain[424:438, 240:330], 5) < 60


def test_a_page_without_shades_is_left_as_it_is() -> None:
    page = _page(255)
    for y in range(620, 860, 22):
        cv2.putText(page, "Meningkatnya kualitas data", (100, y), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 20, 2)
    assert unshaded(page, _DPI) is page


def test_a_desk_around_the_sheet_stays_dark() -> None:
    page = _page(255)
    page[:, :60] = page[:50] = page[-50:] = 70
    assert np.array_equal(unshaded(page, _DPI)[:, :50], page[:, :50])


def _set_off_by_colour(tone: int, paper: int) -> np.ndarray:
    """A dark heading with light letters over rows without a line, in a scan's noise."""
    page = np.full((900, 700), 255, np.uint8)
    page[400:460, 100:500] = 40
    cv2.putText(page, "TARGET", (240, 438), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    cv2.putText(page, "Tabel Indikator", (110, 392), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 40, 2)
    faded = tone + (page.astype(np.float32) - 40) * ((paper - tone) / 215)
    noisy = cv2.GaussianBlur(faded, (0, 0), 0.8) + np.random.default_rng(7).normal(0, 6, page.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("tone", "paper"), [(40, 250), (140, 220)])
def test_a_heading_that_its_colour_alone_sets_off_has_no_sides(tone: int, paper: int) -> None:
    """Its letters become ink, also where the copy is faded, and what stands right above it is left."""
    page = _set_off_by_colour(tone, paper)
    plain = unshaded(page, _DPI)
    assert plain[420:440, 110:220].mean() > 0.9 * paper
    assert np.percentile(plain[424:438, 240:330], 5) < 60
    assert np.abs(plain[370:396].astype(int) - page[370:396]).max() < 60
    rules = pared(as_it_came(page, _DPI)).rules
    assert not [box for box in rules if box[3] - box[1] > 30]
    assert len([box for box in rules if box[2] - box[0] > 380]) == 2
