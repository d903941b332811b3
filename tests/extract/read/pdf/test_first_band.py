"""Where a table begins that prints no heading: group rows above its first row."""

from __future__ import annotations

import pytest

from extract.read.pdf.banded import LineBand
from extract.read.pdf.first_band import first_band
from extract.read.pdf.grid import Stroke
from extract.read.pdf.strips import Strip
from extract.read.pdf.words import lines_of
from schemas.layout import Word

GUTTERS = [Strip(150, 160), Strip(250, 260), Strip(350, 360)]
GROUP = [("BAGIAN", 60, 100), ("A.", 103, 112), ("BIDANG", 115, 155), ("KEPEGAWAIAN", 158, 230)]
PLAIN = [("BIDANG", 60, 100), ("KEPEGAWAIAN", 103, 170), ("DAERAH", 173, 230)]
ROW = [("Lulusan terserap", 60, 140), ("Jumlah", 165, 200), ("85", 270, 280), ("Bidang", 365, 400)]
HEADING = [("SASARAN", 60, 120), ("INDIKATOR", 165, 220), ("TARGET", 270, 310), ("SUMBER", 365, 400)]


def _band(texts: list[tuple[str, int, int]], base: float) -> LineBand:
    words = [Word(text, x0, base - 6, x1, base + 2, base, 8.0, True, 0, (x1,)) for text, x0, x1 in texts]
    return LineBand(lines_of(words), base - 6, base + 2)


@pytest.mark.parametrize(
    ("first", "above", "ruled", "begins"),
    [
        (ROW, GROUP, True, 1),
        (ROW, PLAIN, False, 2),
        # the caption between the head and the table
        (HEADING, GROUP, True, 2),
        (ROW, [("Fungsi", 60, 90), (":", 95, 97), ("Penyusunan", 110, 170), ("rencana", 173, 210)], True, 2),
    ],
)
def test_a_group_row_between_two_lines_above_a_row_without_number(
    first: list[tuple[str, int, int]], above: list[tuple[str, int, int]], ruled: bool, begins: int
) -> None:
    bands = [_band([("Melaksanakan", 60, 130)], 80), _band(above, 100), _band(first, 120), _band(ROW, 140)]
    across = [Stroke(y, 55, 430) for y in (90, 110, 130)] if ruled else []
    assert first_band(bands, 0, 2, GUTTERS, across) == begins


def test_a_row_of_words_alone_is_no_heading_where_another_group_row_stands_below() -> None:
    row = [("Lulusan", 60, 140), ("Jumlah", 165, 200), ("semua", 270, 290), ("Bidang", 365, 400)]
    bands = [_band([("Melaksanakan", 60, 130)], 80), _band(GROUP, 100), _band(row, 120)]
    more = [_band(GROUP, 140), _band(row, 160)]
    across = [Stroke(y, 55, 430) for y in (90, 110, 130, 150)]
    assert first_band([*bands, *more], 0, 2, GUTTERS, across) == 1
    assert first_band([*bands, _band(row, 140)], 0, 2, GUTTERS, across) == 2


COUNTED = [("TUJUAN", 60, 100), ("1", 103, 108), (":", 112, 114), ("Mewujudkan", 117, 175), ("aparatur", 178, 230)]
CAPTION = [("Tabel", 60, 90), ("1.", 93, 100), ("Indikator", 103, 145), ("Kinerja", 148, 180), ("Kepala", 183, 215)]
NUMBERED = [("1", 60, 65), ("Lulusan terserap", 80, 140), ("Jumlah", 165, 200), ("85", 270, 280), ("Bidang", 365, 400)]


@pytest.mark.parametrize(
    ("first", "above", "begins"),
    [(ROW, COUNTED, 1), (NUMBERED, COUNTED, 1), (ROW, CAPTION, 2), (NUMBERED, CAPTION, 2), (HEADING, COUNTED, 2)],
)
def test_a_name_that_counts_needs_no_lines_to_head_rows(
    first: list[tuple[str, int, int]], above: list[tuple[str, int, int]], begins: int
) -> None:
    bands = [_band([("Melaksanakan", 60, 130)], 80), _band(above, 100), _band(first, 120), _band(ROW, 140)]
    assert first_band(bands, 0, 2, GUTTERS, []) == begins
