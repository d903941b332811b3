"""What the prints of one heading share, and what rows that are numbered say of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.formed.choose import _best, readings_to_try
from extract.table.formed.spans import WeighedWords, heading_spans, readings_of
from extract.table.linear.tokens import tokenize
from schemas.layout import Line

_HEADING = ["Butir", "Hasil yang Dituju", "Pengukur Hasil", "Besaran", "Cara Menghitung", "Simpanan", "Bukti"]
_ROWS = {
    "Kepala": ["1 Tertatanya arsip", "Jumlah arsip", "5 berkas", "Jumlah arsip yang ditata", "lemari"],
    "Juru": ["1 Bersihnya kantor", "Luas kantor yang bersih", "90 %", "Luas yang bersih dibagi luas kantor", "gudang"],
    "Kasir": ["1 Lancarnya kas", "Waktu bayar", "2 hari", "Waktu dari tagihan sampai bayar", "laci"],
}


def _text(*names: str) -> WeighedWords:
    return WeighedWords.of([line for name in names for line in (f"Jabatan : {name}", *_HEADING, *_ROWS[name])])


def test_a_heading_goes_as_far_as_all_of_its_prints_are_the_same() -> None:
    text = _text(*_ROWS)
    behind = [text.words[end] for _, end in heading_spans(text)]
    assert [(word.text, text.lines[word.line].split()[1]) for word in behind] == [
        ("1", "Tertatanya"),
        ("1", "Bersihnya"),
        ("1", "Lancarnya"),
    ]


def test_no_reading_of_it_ends_before() -> None:
    text = _text(*_ROWS)
    spans = heading_spans(text)
    readings = readings_of(text, spans)
    assert readings and all(reading.end >= spans[0][1] for reading in readings)


def test_where_rows_are_numbered_the_first_column_has_their_numbers() -> None:
    text = _text("Kepala")
    readings = readings_of(text, heading_spans(text))
    numbered = tokenize([Line("1 Tertatanya arsip", 1), Line("2 Lancarnya kas", 2)])
    plain = tokenize([Line("Tertatanya arsip", 1), Line("Lancarnya kas", 2)])
    assert {one.roles[0] for one in readings_to_try(text, readings, [numbered])} == {"no"}
    assert len({one.roles[0] for one in readings_to_try(text, readings, [plain])}) > 1


def test_a_cell_that_ends_as_a_label_does_not_end_the_rows() -> None:
    rows = [
        *("1 Tertatanya arsip", "kantor", "Jumlah menurut jenis :", "5 berkas", "Jumlah arsip yang ditata", "lemari"),
        *("2 Lancarnya kas", "kantor", "Waktu bayar", "2 hari", "Waktu dari tagihan sampai bayar", "laci"),
        *("3 Bersihnya kantor", "pusat", "Luas yang bersih", "90 %", "Luas bersih dibagi luas kantor", "gudang"),
    ]
    text = "\n".join(["Jabatan : Kepala", "Tugas : Menata arsip.", *_HEADING, *rows])
    block = decree_of(layout_of_lines(text)).decree.blocks[0]
    assert block.headings[0].text.as_printed == "Butir" and len(block.rows) == 3


@pytest.mark.parametrize(
    ("behind", "shared", "best"),
    [
        (1.0, True, 0),  # nearly as likely: the words above each print are the heading's
        (1.0, False, 1),  # one print only: they may be anything
        (3.0, True, 1),
        (0.0, True, 0),
    ],
)
def test_of_readings_nearly_as_likely_that_which_leaves_fewest_words_of_all_prints(
    behind: float, shared: bool, best: int
) -> None:
    text = _text(*_ROWS)
    one = readings_of(text, heading_spans(text))[0]
    tried = [one, replace(one, first=one.first + 2), replace(one, first=one.first + 2)]
    assert _best(tried, [5.0 - behind, 5.0, 4.9], shared) == best
