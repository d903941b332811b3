"""Lines are read small first, and as they are where that is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.first_look import _may_lack_figures, looked_at
from extract.read.picture.recogniser import Letter, Reading, TextBox

#: What a small picture of each line reads, a letter a sign, and how sure of one of them; all else is sure.
SMALL: dict[int, tuple[str, str, float]] = {
    9: ("a b", "b", 0.9),
    3: ("abc", "", 1.0),
    12: ("abcdefghijklmnop", "d", 0.84),
    13: ("abcdefghijklmnop", "d", 0.86),
    11: ("", "", 1.0),
    10: ("c.abcdefgh", "c", 0.94),
    14: ("abcdefgh;", ";", 0.94),
    15: ("abcd2efgh", "2", 0.985),
    16: ("abcd2efgh", "2", 0.995),
    17: ("abcdef gh", " ", 0.84),
    18: ("Rp 55.000", "", 1.0),
    19: ("Rp 12.345", "", 1.0),
    4: ("55.000", "", 1.0),
}
#: Of these lines the first sign, or the last one, was overlooked.
LATE, EARLY = 5, 6


class Reader:
    """Reads small pictures as `SMALL` says, others surely, and keeps what it was asked for."""

    name = "uji"

    def __init__(self) -> None:
        self.asked: list[tuple[int, float, float]] = []

    def boxes(self, grey: Any, dpi: float) -> list[TextBox]:
        return []

    def readings(self, lines: Sequence[Any], wide: float = 1.0, high: float = 1.0) -> list[Reading]:
        lengths = [line.shape[1] // line.shape[0] for line in lines]
        self.asked += [(length, wide, round(high, 2)) for length in lengths]
        return [_small(length) if high < 1 else (Letter("W", 0.9, 0.5),) for length in lengths]


def _small(length: int) -> Reading:
    if length in (LATE, EARLY):
        first, last = (0.3, 0.95) if length == LATE else (0.05, 0.8)
        return Letter("a", 0.999, first), Letter("b", 0.999, last)
    text, weak, sure = SMALL[length]
    places = np.linspace(0.04, 0.96, max(2, len(text)))
    return tuple(
        Letter(sign, sure if sign == weak else 0.999, at) for sign, at in zip(text, places.tolist(), strict=False)
    )


def _looked(lengths: Sequence[int]) -> tuple[list[Reading], list[tuple[int, float, float]]]:
    reader = Reader()
    return looked_at([np.full((10, 10 * length), 255, np.uint8) for length in lengths], reader), reader.asked


def test_long_lines_are_made_low_and_narrow_short_ones_low() -> None:
    got, asked = _looked([3, 13])
    assert ["".join(letter.sign for letter in reading) for reading in got] == ["abc", "abcdefghijklmnop"]
    assert sorted(asked) == [(3, 1.0, 0.67), (13, 0.75, 0.67)]


@pytest.mark.parametrize("length", [9, 12, 11, 10, 14, 15, 17, LATE, EARLY])
def test_an_unsure_line_is_read_as_it_is(length: int) -> None:
    got, asked = _looked([length])
    assert "".join(letter.sign for letter in got[0]) == "W"
    assert asked[-1] == (length, 1.0, 1.0)


@pytest.mark.parametrize("length", [3, 13, 16])
def test_a_sure_line_is_not(length: int) -> None:
    assert len(_looked([length])[1]) == 1


def test_figures_beside_their_like_are_not_read_from_narrow_letters() -> None:
    # `Rp 555.000`, surely, but for one of its like
    got, asked = _looked([18, 19, 4])
    assert ["".join(letter.sign for letter in reading) for reading in got] == ["W", "Rp 12.345", "55.000"]
    assert sorted(asked) == [(4, 1.0, 0.67), (18, 0.75, 0.67), (18, 1.0, 1.0), (19, 0.75, 0.67)]


def test_a_figure_that_is_overlooked_leaves_the_others_apart() -> None:
    # `2.110.025`, surely
    places = {"2": 0.1, ".": 0.15, "1": 0.2, "0": 0.4}
    lost = [Letter(sign, 1.0, places[sign]) for sign in "2.10"]
    rest = [Letter(sign, 1.0, 0.5 + 0.1 * n) for n, sign in enumerate(".025")]
    assert _may_lack_figures((*lost, *rest))
    assert not _may_lack_figures(tuple(Letter(sign, 1.0, 0.1 * n) for n, sign in enumerate("2.10.025")))
