"""Where columns stand apart that no line parts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.read.pdf.strips import strips_of
from extract.read.pdf.words import TextLine, lines_of
from schemas.layout import Word

#: Type of one width: a blank is as wide as a letter.
_WIDE, _BLANK = 5.0, 5.0
_SIZE = 8.0


def _lines(*rows: Sequence[tuple[float, str]]) -> list[TextLine]:
    words: list[Word] = []
    for n, row in enumerate(rows):
        for x, text in row:
            for one in text.split():
                ends = tuple(x + _WIDE * k for k in range(1, len(one) + 1))
                base = 60.0 + 12 * n
                words.append(Word(one, x, base - 6, ends[-1], base + 2, base, _SIZE, True, len(words), ends))
                x = ends[-1] + _BLANK
    return lines_of(words, wide=True)


ROWS = (
    [(10, "1"), (40, "sesuai jabatannya"), (130, "80%")],
    [(40, "pegawai")],
    [(10, "2"), (40, "dalam kompetensi"), (130, "90%")],
)
LEAST = 0.95


@pytest.mark.parametrize("head", [130.0, 133.0])
def test_a_heading_far_behind_another_begins_a_column_that_the_cells_hardly_show(head: float) -> None:
    lines = _lines([(10, "NO"), (40, "KPI"), (head, "TARGET")], *ROWS)
    assert [strip.hi for strip in strips_of([lines[1:]], LEAST, lines[:1])] == [40.0, 130.0]


@pytest.mark.parametrize(
    "heading", [[(40.0, "KPI DAN TARGET")], [(40.0, "KPI"), (160.0, "TARGET")]], ids=["one heading", "elsewhere"]
)
def test_without_one_there_it_is_no_column(heading: list[tuple[float, str]]) -> None:
    lines = _lines([(10, "NO"), *heading], *ROWS)
    assert not [strip for strip in strips_of([lines[1:]], LEAST, lines[:1]) if 120 < strip.hi < 135]


def test_words_of_one_line_alone_below_it_are_no_column() -> None:
    lines = _lines([(10, "NO"), (40, "KPI"), (130, "TARGET")], *ROWS[:2], [(10, "2"), (40, "dalam kompetensi pegawai")])
    assert not [strip for strip in strips_of([lines[1:]], LEAST, lines[:1]) if 120 < strip.hi < 135]
