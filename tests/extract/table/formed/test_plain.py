"""Headings that the vocabulary knows to the last column: all prints of one, or none."""

from extract.read.piece import Piece
from extract.table.formed.plain import all_prints_plain, plain_headings
from schemas.layout import Line

HEAD = ["No", "Sasaran", "Indikator", "Target", "Sumber Data"]


def test_a_heading_is_plain_where_each_print_of_its_words_is() -> None:
    texts = [*HEAD, "1 Tertib arsip", *HEAD, "1 Lancar kas"]
    rows = [Piece(text, Line(text, number), number - 1) for number, text in enumerate(texts, 1)]
    plain = dict(plain_headings(rows))
    assert sorted(plain) == [0, 6] and all_prints_plain(rows, plain)
    assert not all_prints_plain(rows, {6: plain[6]})
