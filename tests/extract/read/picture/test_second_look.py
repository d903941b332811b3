"""Lines with a doubtful word are read again, and the likelier reading is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.line_strips import LineStrip
from extract.read.picture.recogniser import Letter, Reading, TextBox
from extract.read.picture.second_look import looked_at_again

STRIP = LineStrip((0, 0, 200, 30), np.full((30, 200), 255, np.uint8), np.zeros((30, 200), bool))


def reading(text: str, sure: float = 0.99) -> Reading:
    return tuple(Letter(sign, sure, (i + 0.5) / len(text)) for i, sign in enumerate(text))


class Again:
    """Reads the same text from every picture, and keeps how many it was asked for."""

    name = "uji"

    def __init__(self, text: str) -> None:
        self.text, self.asked = text, 0

    def boxes(self, grey: Any, dpi: float) -> list[TextBox]:
        return []

    def readings(self, lines: Sequence[Any]) -> list[Reading]:
        self.asked += len(lines)
        return [reading(self.text)] * len(lines)


@pytest.mark.parametrize(
    ("first", "again", "expected", "asked"),
    [
        ("kalimantan tmur", "kalimantan timur", "kalimantan timur", 1),
        ("kalimantan timur", "kalimantan tmur", "kalimantan timur", 0),
        ("data qxzvk", "data qxzwk", "data qxzvk", 1),
        # alone between a label and its text
        (":", "2", ":", 0),
    ],
)
def test_the_likelier_reading(first: str, again: str, expected: str, asked: int) -> None:
    reader = Again(again)
    (got,) = looked_at_again([STRIP], [reading(first, 0.4 if first == ":" else 0.99)], reader)
    assert ("".join(letter.sign for letter in got), reader.asked) == (expected, asked)
