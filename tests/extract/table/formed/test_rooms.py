"""A heading is wrapped at the edge of its column."""

from __future__ import annotations

import pytest

from extract.table.formed.columns import TaggedColumn
from extract.table.formed.evidence import seen_words
from extract.table.formed.rooms import ill_fitting, too_narrow
from extract.table.linear.tokens import width

_WIDE = width("Jumlah pegawai yang hadir")


def fits(lines: list[str], limit: int) -> tuple[float, float]:
    words = seen_words(lines)
    return ill_fitting([TaggedColumn("rumus", (tuple(range(len(words))),))], words, [limit])


@pytest.mark.parametrize(
    ("lines", "limit", "room", "wide"),
    [
        (["Cara Menghitung", "Capaian Kinerja"], _WIDE, False, False),
        (["Cara Hitung"], 0, False, False),
        # `Nilai Asal` would have stood on one line, and what is wider than its column is of two
        (["Cara Hitung Nilai", "Asal", "Data"], _WIDE, True, False),
        (["Cara Hitung Nilai Akhir Sumber Data"], _WIDE, False, True),
        (["Cara Hitung Nilai Akhir Sumber Data"], 0, False, False),
        # each heading goes on behind its first word
        (["Cara", "Hitung"], _WIDE, False, False),
        # a word that is broken is wider than its column
        (["PENGHITUNG", "AN"], width("Jumlah"), False, False),
    ],
)
def test_lines_of_a_heading_in_a_column(lines: list[str], limit: int, room: bool, wide: bool) -> None:
    found = fits(lines, limit)
    assert (found[0] > 0, found[1] > 0) == (room, wide)


@pytest.mark.parametrize(
    ("lines", "narrow"),
    [
        # the column that broke `NO.` has no room for `SASARAN`
        (["N", "O.", "SASARAN"], 1),
        (["N", "O."], 0),
        (["TARGE", "T", "KINERJ", "A"], 0),
        # whole words, each on its line
        (["CARA", "PERHITUNGAN"], 0),
    ],
)
def test_a_column_that_broke_a_word_has_no_room_for_a_longer_one(lines: list[str], narrow: int) -> None:
    words = seen_words(lines)
    assert too_narrow([TaggedColumn("no", (tuple(range(len(words))),))], words) == narrow
