"""Lines of a scan as words: where their base line is, and in what type they are set."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

pytest.importorskip("cv2")

from extract.read.picture.lettering import words_of
from extract.read.picture.line_strips import LineStrip
from extract.read.picture.recogniser import Letter, Reading

_DPI = 150.0


def _line(text: str, x: int, foot: int, scale: float = 0.6) -> tuple[LineStrip, Reading]:
    """A line as drawn, its base line at a height of the page (pixels), and its reading."""
    (wide, high), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, scale, 2)
    grey = np.full((high + 20, wide + 16), 255, np.uint8)
    cv2.putText(grey, text, (8, high + 8), cv2.FONT_HERSHEY_SIMPLEX, scale, 0, 2)
    top = foot - high - 8
    letters = tuple(Letter(sign, 0.99, (i + 0.5) / len(text)) for i, sign in enumerate(text))
    return LineStrip((x, top, x + grey.shape[1], top + grey.shape[0]), grey, grey < 128), letters


def test_a_lone_figure_stands_on_its_foot() -> None:
    # the bar of a `4` has more ink than its foot, and parted a row from its number
    lines = [_line("4", 10, 300), _line("Tersedianya", 80, 300), _line("12", 400, 300), _line("d.", 500, 300)]
    words = words_of([strip for strip, _ in lines], [reading for _, reading in lines], _DPI)
    assert [word.text for word in words] == ["4", "Tersedianya", "12", "d."]
    # half a point is a pixel
    assert max(word.base for word in words) - min(word.base for word in words) <= 0.5


def test_lines_of_nearly_one_height_are_set_in_one_type() -> None:
    lines = [_line("Kota", 10, 100), _line("Data", 10, 140, 0.63), _line("Dasar", 10, 180), _line("JUDUL", 10, 60, 1.2)]
    words = words_of([strip for strip, _ in lines], [reading for _, reading in lines], _DPI)
    sizes = {word.text: word.size for word in words}
    assert sizes["Kota"] == sizes["Data"] == sizes["Dasar"] < 0.7 * sizes["JUDUL"]


def test_the_white_of_a_blank_is_not_before_a_letter_that_was_told_late() -> None:
    """A letter is told in steps of the network; the last one of a word may be told in the white behind it."""
    grey, places, x = np.full((40, 170), 255, np.uint8), [], 8
    for sign in (text := "Kepala Badan"):
        places.append(x + 4.0)
        if sign != " ":
            grey[8:28, x : x + 8] = 0
        x += 11
    places[5] += 13.0
    letters = tuple(Letter(sign, 0.99, at / 170) for sign, at in zip(text, places, strict=True))
    strip = LineStrip((0, 0, 170, 40), grey, grey < 128)
    assert [word.text for word in words_of([strip], [letters], _DPI)] == ["Kepala", "Badan"]
