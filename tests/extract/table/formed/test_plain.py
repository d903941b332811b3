"""Headings that the vocabulary knows to the last column: all prints of one, or none."""

import pytest

from extract.read.piece import Piece
from extract.table.formed.plain import all_prints_plain, plain_headings, prints_go_on
from schemas.layout import Line

HEAD = ["No", "Sasaran", "Indikator", "Target", "Sumber Data"]


def test_a_heading_is_plain_where_each_print_of_its_words_is() -> None:
    texts = [*HEAD, "1 Tertib arsip", *HEAD, "1 Lancar kas"]
    rows = [Piece(text, Line(text, number), number - 1) for number, text in enumerate(texts, 1)]
    plain = dict(plain_headings(rows))
    assert sorted(plain) == [0, 6] and all_prints_plain(rows, plain)
    assert not all_prints_plain(rows, {6: plain[6]})


@pytest.mark.parametrize(("prints", "goes_on"), [(3, True), (2, False)])
def test_what_stands_below_all_prints_is_theirs(prints: int, goes_on: bool) -> None:
    texts = [line for k in range(prints) for line in [*HEAD, "Satuan Jumlah", f"Tertib arsip {k}", "dokumen 3"]]
    rows = [Piece(text, Line(text, number), number - 1) for number, text in enumerate(texts, 1)]
    assert prints_go_on(rows, dict(plain_headings(rows))) is goes_on


@pytest.mark.parametrize(
    ("rows", "plain"), [(["1 Cek mobil", "2 Cek pompa"], False), (["Cek mobil", "Cek pompa"], True)]
)
def test_numbered_rows_below_column_numbers_want_a_column_for_them(rows: list[str], plain: bool) -> None:
    """`Urutan` / `Hasil` above `Rumus` ... `1 2 3 4 5`: five columns of known words, and none for the rows' numbers."""
    texts = ["Rumus", "Sumber Data", "Indikator", "Target", "Keterangan", "1 2 3 4 5", *rows]
    pieces = [Piece(text, Line(text, number), number - 1) for number, text in enumerate(texts, 1)]
    assert bool(dict(plain_headings(pieces))) is plain
