"""Letters that stand alone are found where lines are overlooked; dirt and rests of ruling lines are not."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.case import cased
from extract.read.picture.lone import colon_boxes, is_letters, lone_boxes
from extract.read.picture.recogniser import Letter, Reading
from extract.read.picture.strokes import ParedPicture, PixelBox

LINE = (100.0, 100.0, 300.0, 130.0)
#: An upright ruling line.
RULE = (50.0, 80.0, 53.0, 200.0)


def _page(*marks: tuple[int, int, int, int]) -> ParedPicture:
    grey = np.full((400, 400), 255, np.uint8)
    for x0, top, x1, bottom in ((100, 100, 300, 130), *marks):
        grey[top:bottom, x0:x1] = 0
    return ParedPicture(grey, [RULE], [], [], 128.0)


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([(70, 102, 82, 124)], [(70.0, 102.0, 82.0, 124.0)]),
        ([(60, 102, 72, 124), (78, 102, 84, 124)], [(60.0, 102.0, 84.0, 124.0)]),  # `12`
        ([(70, 118, 74, 122)], []),  # a speck
        ([(60, 200, 160, 290)], []),  # a stamp
        ([(50, 210, 53, 232)], []),  # where the ruling line goes on
        ([(70, 200, 73, 218), (70, 230, 73, 248), (71, 260, 74, 278)], []),  # a dashed line
        ([(70, 202, 82, 224), (96, 205, 220, 220)], []),  # other ink is near
    ],
)
def test_what_may_be_a_lone_letter(marks: list[tuple[int, int, int, int]], found: list[PixelBox]) -> None:
    assert lone_boxes(_page(*marks), [LINE], 28.0, 200.0) == found


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([(340, 110, 344, 114), (340, 122, 344, 126)], [(340.0, 110.0, 344.0, 126.0)]),
        ([(340, 110, 344, 114)], []),  # a dot
        ([(340, 110, 344, 114), (340, 122, 348, 130)], []),  # unlike each other
        ([(340, 104, 344, 108), (340, 112, 344, 116), (340, 120, 344, 124)], []),  # dots of a line
        ([(60, 110, 64, 114), (60, 122, 64, 126)], []),  # no label at its left
        ([(340, 210, 344, 214), (340, 222, 344, 226)], []),  # none at its height
        ([(340, 110, 344, 114), (340, 122, 344, 126), (350, 110, 362, 126)], []),  # other ink is near
    ],
)
def test_colons_between_a_label_and_its_text(marks: list[tuple[int, int, int, int]], found: list[PixelBox]) -> None:
    assert colon_boxes(_page(*marks), [LINE], 28.0) == found


BELOW = (100.0, 150.0, 300.0, 180.0)


@pytest.mark.parametrize(
    ("marks", "lines", "found"),
    [
        # dots that are one mark, below a colon, and below another one
        ([(340, 110, 344, 114), (340, 122, 344, 126), (339, 160, 345, 175)], [], 2),
        ([(339, 110, 345, 125), (339, 160, 345, 175)], [], 2),
        ([(339, 110, 345, 125)], [], 0),  # one alone may be anything
        ([(339, 110, 345, 125), (370, 160, 376, 175)], [], 0),  # not below each other
        # a column of ones that were taken for lines; a colon that was
        ([(339, 110, 345, 128), (339, 160, 345, 178)], [(336, 106, 348, 132), (336, 156, 348, 182)], 0),
        ([(340, 110, 344, 114), (340, 122, 344, 126)], [(336, 106, 348, 130)], 1),
    ],
)
def test_colons_below_each_other(marks: list[tuple[int, int, int, int]], lines: list[PixelBox], found: int) -> None:
    page = _page(*marks)
    page.grey[150:180, 100:300] = 0
    assert len(colon_boxes(page, [LINE, BELOW, *lines], 28.0)) == found


def _reading(text: str, sure: float) -> Reading:
    return tuple(Letter(sign, sure, 0.5) for sign in text)


@pytest.mark.parametrize(
    ("text", "sure", "letters"),
    [("2", 0.95, True), ("2", 0.85, False), ("j.", 0.85, True), ("-", 0.99, False), ("", 0.99, False)],
)
def test_a_lone_sign_is_believed_where_it_is_sure(text: str, sure: float, letters: bool) -> None:
    assert is_letters(_reading(text, sure)) is letters


@pytest.mark.parametrize(("read", "height", "text"), [("C.", 0.52, "c."), ("c.", 0.72, "C."), ("O", 0.55, "o")])
def test_a_mark_is_a_capital_by_its_height(read: str, height: float, text: str) -> None:
    assert "".join(letter.sign for letter in cased(_reading(read, 0.9), height)) == text
