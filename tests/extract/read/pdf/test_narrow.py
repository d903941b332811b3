"""Blanks that are white alone, and narrower than a blank commonly is; and white that is none."""

from __future__ import annotations

import pytest

from extract.read.pdf.ink import Char
from extract.read.pdf.words import lines_of, runs_of


def _set(*pieces: str, blank: float, tracking: float = 0.0) -> str:
    """The line that pieces make when set in 10 points with so much white between them, and between all letters."""
    chars: list[Char] = []
    x = 50.0
    for piece in pieces:
        for letter in piece:
            chars.append(Char(letter, x, 92.0, x + 5.0, 102.0, 100.0, 10.0))
            x += 5.0 + tracking
        x += blank
    return " | ".join(line.text for line in lines_of(runs_of(chars)))


@pytest.mark.parametrize("blank", [0.8, 1.0, 1.3, 1.8, 2.5])
@pytest.mark.parametrize("words", ["jumlah arsip jadi", "12 dokumen", "85 %", "unit kerja Sungailiat"])
def test_narrow_blanks_part_words(words: str, blank: float) -> None:
    """However narrow, white between words is a blank where no other letters are apart."""
    assert _set(*words.split(), blank=blank) == words


@pytest.mark.parametrize(
    ("pieces", "blank", "tracking"),
    [
        (("pela", "poran"), 1.0, 0.0),  # a word that kerning parts
        (("kegiatan", ";"), 1.0, 0.0),
        (("1.2", "50"), 1.0, 0.0),
        (("terwujudnya",), 0.0, 1.2),  # letterspaced type
        (("xq", "zv"), 1.0, 0.0),  # neither half is a word
    ],
)
def test_white_that_parts_no_words(pieces: tuple[str, ...], blank: float, tracking: float) -> None:
    """Kerning, tracking, white before punctuation and within a number are no blanks."""
    assert _set(*pieces, blank=blank, tracking=tracking) == "".join(pieces)
