"""Specks all over a sheet are wiped off; dots that are printed are not."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.specks import without_specks

DPI = 150.0


def _page() -> np.ndarray:
    grey = np.full((800, 800), 250, np.uint8)
    grey[300:312, 200:600:8] = 20  # print
    grey[294:296, 208] = 20  # the dot of an i
    return grey


def test_specks_everywhere_go_and_print_stays() -> None:
    page = _page()
    places = np.random.default_rng(2).integers(0, 800, (3000, 2))
    dirty = page.copy()
    dirty[places[:, 0], places[:, 1]] = 10
    found = without_specks(dirty, DPI)
    assert (found[:250] == 250).mean() > 0.999
    assert (found[294:312][page[294:312] < 100] < 100).all()


def test_a_row_of_dots_stays() -> None:
    page = _page()
    page[500, 100:700:3] = 20
    assert without_specks(page, DPI) is page


def test_specks_on_what_is_printed_alone_are_not_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page()
    places = np.random.default_rng(2).integers(150, 650, (3000, 2))
    page[places[:, 0], places[:, 1]] = 10
    # margins without ink tell it: nobody looks for the marks of the page
    monkeypatch.setattr("extract.read.picture.specks.touching_parts", None)
    assert without_specks(page, DPI) is page
