"""What is struck out is told from what a line of a table runs through."""

from __future__ import annotations

import pytest

from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.struck import without_struck


def _text(text: str, size: float = 10.0) -> list[Char]:
    """Letters from 100 on, as wide as half their size, on the base line 200."""
    half = size / 2
    places = [(100 + half * i, letter) for i, letter in enumerate(text)]
    return [Char(c, x, 200 - 0.75 * size, x + half, 200 + 0.2 * size, 200, size) for x, c in places]


@pytest.mark.parametrize(
    ("line", "struck"),
    [
        # through `75 %`, the first four of `75 % 85 %`
        (Ruling(99, 196.5, 121, 197), "75 %"),
        # below them, as underlining is; through them, but from elsewhere to elsewhere
        (Ruling(99, 201, 121, 201.5), ""),
        (Ruling(40, 196.5, 300, 197), ""),
        (Ruling(99, 196.5, 300, 197), ""),
    ],
)
def test_struck_out(line: Ruling, struck: str) -> None:
    kept, rulings, gone = without_struck(PageInk(1, 600, 800, _text("75 % 85 %"), [line]))
    assert "".join(char.text for char in gone) == struck
    assert len(kept) + len(gone) == 9
    assert rulings == ([] if struck else [line])


def test_lines_of_a_table_run_through_a_watermark() -> None:
    """`DRAF` in type of 72 points, and the cells of a table as wide as some of its letters."""
    lines = [Ruling(102, 175, 140, 176), Ruling(140, 175, 240, 176)]
    assert without_struck(PageInk(1, 600, 800, _text("DRAF", 72.0), lines))[2] == []
