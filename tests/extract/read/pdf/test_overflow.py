"""Text over the border of its cell goes back into it; the other cell's own text stays."""

from __future__ import annotations

import pytest

from extract.read.pdf.grid import fill, grids_of
from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.overflow import taken_back
from extract.read.pdf.page import layout_of_pages, read_page
from schemas.layout import Word

#: Two cells side by side, the border at 150.
AROUND = [Ruling(x, 100, x + 0.5, 130) for x in (50, 150, 300)] + [Ruling(50, y, 300, y + 0.5) for y in (100, 130)]


def _word(text: str, x0: float, x1: float, order: int) -> Word:
    return Word(text, x0, 107, x1, 117, 115, 10, True, order, (x1,))


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ([_word("pada", 120, 140, 0), _word("tahun", 143, 163, 1), _word("n", 166, 170, 2)], ["pada tahun n", ""]),
        # its own text: at the other cell's edge, or after another word in the content
        (
            [_word("pada", 120, 140, 0), _word("tahun", 143, 153, 1), _word("Seksi", 156, 180, 9)],
            ["pada tahun", "Seksi"],
        ),
        ([_word("pada", 120, 147, 0), _word("Seksi", 153, 180, 1)], ["pada", "Seksi"]),
        # a word that begins left of the border goes on in the cell beside it, whose own text stands apart
        ([_word("persen", 120, 145, 0), _word("(%)", 148, 160, 1), _word("75", 172, 182, 2)], ["persen (%)", "75"]),
    ],
)
def test_overflow(words: list[Word], cells: list[str]) -> None:
    grids = grids_of(PageInk(1, 400, 400, rulings=AROUND))
    fill(grids, words)
    taken_back(grids)
    assert [" ".join(word.text for word in cell.words) for cell in grids[0].owner[0]] == cells


def test_overflow_is_said() -> None:
    """With its place, as two cells are then another reading than the lines show."""
    chars = [
        Char(c, x, 107, x + 5, 117, 115, 10) for c, x in [("p", 136), (" ", 141), ("t", 146), ("a", 151), (" ", 156)]
    ]
    chars += [Char("n", 159, 107, 164, 117, 115, 10)]
    layout = layout_of_pages([read_page(PageInk(1, 400, 400, chars, AROUND))])
    assert [finding.code for finding in layout.findings] == ["teks-meluap"]
