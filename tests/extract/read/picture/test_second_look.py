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


def reading(text: str, sure: float = 0.989) -> Reading:
    return tuple(Letter(sign, sure, (i + 0.5) / len(text)) for i, sign in enumerate(text))


class Again:
    """Reads the same text from every picture, and keeps how many it was asked for."""

    name = "uji"

    def __init__(self, text: str) -> None:
        self.text, self.asked = text, 0
        self.widths: list[int] = []

    def boxes(self, grey: Any, dpi: float) -> list[TextBox]:
        return []

    def readings(self, lines: Sequence[Any], wide: float = 1.0, high: float = 1.0) -> list[Reading]:
        self.asked += len(lines)
        self.widths += [line.shape[1] for line in lines]
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
    (got,) = looked_at_again([STRIP], [reading(first, 0.4 if first == ":" else 0.989)], reader)
    assert ("".join(letter.sign for letter in got), reader.asked) == (expected, asked)


def test_a_doubtful_word_is_read_with_its_neighbours_alone() -> None:
    line = "kepala dinas di kalimantan tmur dan seluruh pegawai"
    reader = Again("kalimantan timur dan")
    (got,) = looked_at_again([STRIP], [reading(line)], reader)
    assert "".join(letter.sign for letter in got) == line.replace("tmur", "timur")
    # from the blank before the word beside it to the blank behind the other one, stretched
    letters = len(" kalimantan tmur dan ")
    assert reader.widths == [pytest.approx(1.4 * 200 * (letters - 1) / len(line), abs=3)]
    places = [letter.at for letter in got]
    assert places == sorted(places)


def test_doubtful_words_close_to_each_other_are_one_part() -> None:
    line = "tmur dan brat serta seluruh pegawai kabupaten tmur"
    reader = Again("qxzvk")
    looked_at_again([STRIP], [reading(line)], reader)
    assert reader.asked == 2


@pytest.mark.parametrize(("sure", "other", "asked"), [(0.995, 0.0, 0), (0.995, 0.3, 1), (0.98, 0.0, 1)])
def test_a_strange_word_whose_letters_are_sure_is_not_looked_at_again(sure: float, other: float, asked: int) -> None:
    reader = Again("qxzwk")
    first = tuple(letter._replace(other=other) for letter in reading("qxzvk", sure))
    looked_at_again([STRIP], [first], reader)
    assert reader.asked == asked
