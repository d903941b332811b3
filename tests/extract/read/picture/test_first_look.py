"""Lines are read narrow first, and as they are where that is not sure, or where they are short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.first_look import looked_at
from extract.read.picture.recogniser import Letter, Reading, TextBox

LONG, SHORT, FAINT, BLANK, MARKED, ENDING = 9, 3, 12, 11, 10, 14


class Sure:
    """Is sure of all but faint lines and of the mark and the end of narrow ones, reads nothing in a narrow blank one,
    and keeps what it was asked for."""

    name = "uji"

    def __init__(self) -> None:
        self.asked: list[tuple[int, float]] = []

    def boxes(self, grey: Any, dpi: float) -> list[TextBox]:
        return []

    def readings(self, lines: Sequence[Any], wide: float = 1.0) -> list[Reading]:
        heights = [line.shape[1] // line.shape[0] for line in lines]
        self.asked += [(height, wide) for height in heights]
        return [() if height == BLANK and wide < 1 else self._read(height, wide) for height in heights]

    def _read(self, height: int, wide: float) -> Reading:
        mark = 0.94 if height == MARKED and wide < 1 else 0.999
        rest = 0.9 if height == FAINT else 0.999
        end = 0.94 if height == ENDING and wide < 1 else 0.999
        return (
            Letter(f"{height}", mark, 0.1),
            *[Letter("a", rest, 0.5)] * 20,
            Letter(";", end, 0.9),
            Letter(" ", 0.94, 1),
        )


def test_unsure_and_short_lines_are_read_as_they_are() -> None:
    reader = Sure()
    lines = [np.full((10, 10 * wide), 255, np.uint8) for wide in (FAINT, LONG, SHORT, BLANK, MARKED, ENDING)]
    got = looked_at(lines, reader)
    assert [reading[0].sign for reading in got] == ["12", "9", "3", "11", "10", "14"]
    narrow = [height for height, wide in reader.asked if wide < 1]
    whole = [height for height, wide in reader.asked if wide == 1]
    assert (narrow, whole) == ([FAINT, LONG, BLANK, MARKED, ENDING], [FAINT, SHORT, BLANK, MARKED, ENDING])
