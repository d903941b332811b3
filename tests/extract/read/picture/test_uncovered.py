"""Ink beyond the letters that were read in a line is a sign that was not."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")

from extract.read.picture.line_strips import LineStrip
from extract.read.picture.recogniser import Letter, Reading
from extract.read.picture.uncovered import with_uncovered

_WIDTH, _STEP = 8, 12


def _line(letters: int, *marks: tuple[int, int, int, int]) -> LineStrip:
    """Letters as blocks of 8 by 20 pixels, from 20 on; and marks (left, top, width, height)."""
    ink = np.zeros((30, 40 + _STEP * letters), bool)
    for k in range(letters):
        ink[5:25, 20 + _STEP * k : 20 + _STEP * k + _WIDTH] = True
    for x, y, width, height in marks:
        ink[y : y + height, x : x + width] = True
    return LineStrip((0, 0, ink.shape[1], 30), np.where(ink, 0, 255).astype(np.uint8), ink)


def _reading(strip: LineStrip, text: str) -> Reading:
    wide = strip.ink.shape[1]
    return tuple(Letter(sign, 0.999, (24 + _STEP * k) / wide) for k, sign in enumerate(text))


def _doubted(strip: LineStrip, text: str) -> list[int]:
    (read,) = with_uncovered([strip], [_reading(strip, text)])
    return [k for k, letter in enumerate(read) if letter.other >= 0.5]


END = 20 + _STEP * 6


def test_a_mark_behind_the_last_letter_puts_it_in_doubt() -> None:
    semicolon = (END + 1, 12, 4, 14)
    assert _doubted(_line(6, semicolon), "daerah") == [5]
    assert _doubted(_line(6, semicolon), "daerah ") == [5]
    assert _doubted(_line(6, semicolon), "daerah;") == []


def test_a_mark_before_the_first_letter_puts_that_in_doubt() -> None:
    assert _doubted(_line(6, (8, 8, 4, 16)), "daerah") == [0]


@pytest.mark.parametrize("mark", [(END + 1, 23, 4, 2), (END + 1, 5, 14, 20)], ids=["a speck", "as wide as a letter"])
def test_what_is_no_mark_puts_nothing_in_doubt(mark: tuple[int, int, int, int]) -> None:
    assert _doubted(_line(6, mark), "daerah") == []


def test_a_line_read_as_a_whole_is_sure() -> None:
    assert _doubted(_line(6), "daerah") == []
