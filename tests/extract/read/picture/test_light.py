"""Light print becomes as dark as print is; other pages stay as they are."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.light import darkened


def _page(ink: int) -> np.ndarray:
    grey = np.random.default_rng(3).normal(250, 3, (300, 300)).clip(0, 255).astype(np.uint8)
    grey[100:110, 50:250] = ink
    return grey


@pytest.mark.parametrize("ink", [190, 215, 225])
def test_light_ink_is_made_dark(ink: int) -> None:
    found = darkened(_page(ink))
    assert found[105, 100] <= 140
    assert np.median(found) == 255


@pytest.mark.parametrize("ink", [0, 90, 150])
def test_ink_that_is_dark_enough_stays(ink: int) -> None:
    page = _page(ink)
    assert darkened(page) is page


def test_a_page_with_hardly_any_ink_is_blank() -> None:
    page = np.full((300, 300), 250, np.uint8)
    page[5, 5:9] = 210
    assert darkened(page) is page
