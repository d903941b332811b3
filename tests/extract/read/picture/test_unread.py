"""Ink that is in no line that was read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

pytest.importorskip("cv2")

from extract.read.picture.line_strips import lines_in
from extract.read.picture.recogniser import TextBox
from extract.read.picture.strokes import pared
from extract.read.picture.unread import unread_ink
from extract.read.picture.upright import as_it_came

_DPI = 150.0


def _page() -> np.ndarray:
    page = np.full((400, 600), 255, np.uint8)
    cv2.putText(page, "85 persen", (100, 100), cv2.FONT_HERSHEY_SIMPLEX, 1, 20, 2)
    cv2.line(page, (50, 200), (550, 200), 20, 2)
    return page


def _unread(page: np.ndarray) -> list[tuple[float, float, float, float]]:
    bare = pared(as_it_came(page, _DPI))
    return unread_ink(bare, lines_in(bare, [TextBox((96.0, 72.0, 262.0, 110.0))], [], _DPI), _DPI)


def test_lines_that_are_read_and_rules_leave_nothing() -> None:
    assert _unread(_page()) == []


def test_a_ring_and_an_overlooked_line_are_unread() -> None:
    page = _page()
    cv2.circle(page, (480, 320), 60, 20, 4)
    cv2.putText(page, "12 dokumen", (100, 300), cv2.FONT_HERSHEY_SIMPLEX, 1, 20, 2)
    boxes = _unread(page)
    assert any(box[0] < 425 and box[2] > 535 for box in boxes)
    assert any(90 < box[0] < 300 and 270 < box[1] < 310 for box in boxes)


def test_specks_are_no_ink() -> None:
    page = _page()
    page[300:303, 200:203] = page[150:152, 300:340] = 20
    assert _unread(page) == []
