"""Runs of words that a table prints again."""

from __future__ import annotations

from extract.table.linear.evidence import text_attributes
from extract.table.linear.recurring import recurrences
from extract.table.linear.tokens import TableWords, tokenize
from extract.table.linear.words import bare_word
from schemas.layout import Line

_AGAIN = """1 Meningkatnya
mutu layanan
Indeks
kepuasan
2 Meningkatnya
mutu layanan
Waktu
tunggu"""
_MIRROR = """Keluhan warga yang selesai
Jumlah keluhan warga yang selesai dibagi seluruhnya"""


def _tokens(text: str) -> TableWords:
    return tokenize([Line(line, k) for k, line in enumerate(text.splitlines(), 1)])


def _found(text: str) -> list[tuple[str, str]]:
    tokens = _tokens(text)
    runs = recurrences(tokens.words, [bare_word(word) for word in tokens.words], tokens.first)
    return [(one.kind, " ".join(tokens.words[one.start : one.end])) for one in runs]


def test_what_rows_begin_with_alike_ends_where_their_lines_part() -> None:
    assert _found(_AGAIN) == [("kembali", "Meningkatnya mutu layanan")] * 2


def test_the_lines_of_such_a_beginning_are_no_beginnings_of_their_own() -> None:
    assert not [text for _, text in _found(_AGAIN.replace("layanan", "layanan warga")) if text.startswith("mutu")]


def test_where_no_lines_part_its_end_is_not_told() -> None:
    text = "1 Meningkatnya mutu layanan Indeks\n2 Meningkatnya mutu layanan Waktu"
    assert _found(text) == [("kembali?", "Meningkatnya mutu layanan")] * 2


def test_a_formula_says_its_indikator_again_also_in_small_letters() -> None:
    assert _found(_MIRROR) == [("cermin", "Keluhan warga yang selesai")]


def test_two_words_come_again_by_chance() -> None:
    assert _found("Jumlah data\n5\nJumlah data\n6") == []


def test_gaps_are_told_once_where_such_words_begin_end_and_go_on() -> None:
    tokens = _tokens(_MIRROR)
    gaps = text_attributes(tokens, [(i, "") for i in range(len(tokens))])
    assert [[name for name in gap if "cermin" in name] for gap in gaps[:6]] == [
        ["cermin>"],
        ["cermin"],
        ["cermin"],
        ["cermin"],
        ["<cermin"],
        [],
    ]
