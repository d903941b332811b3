"""The three foldings: what each forgets, and what only the next one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bahasa.fold import fold, fold_words, one_line, seen_letters, upright_letters

# (printed, on one line, folded, its words)
PRINTED = [
    ("Tana \n  Paser", "Tana Paser", "Tana Paser", "tana paser"),
    ("kon\ufb01rmasi data", "kon\ufb01rmasi data", "konfirmasi data", "konfirmasi data"),
    ("ke\u00adpegawaian", "ke\u00adpegawaian", "kepegawaian", "kepegawaian"),
    ("Sub. Bidang, Mutasi", "Sub. Bidang, Mutasi", "Sub. Bidang, Mutasi", "sub bidang mutasi"),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("printed", "line", "folded", "words"), PRINTED)
def test_what_is_forgotten(printed: str, line: str, folded: str, words: str) -> None:
    assert (one_line(printed), fold(printed)) == (line, folded)
    if "\u00ad" not in printed:
        assert fold_words(printed) == words


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    for folding in (one_line, fold, fold_words):
        assert folding(folding(text)) == folding(text)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("\U0001d453(\U0001d465) = \U0001d7cf", "f(x) = 1"),
        ("\u210e\U0001d6fc", "h\u03b1"),  # Planck's h stands where an italic h would
        ("5 \u2103, \u2116 3", "5 \u2103, \u2116 3"),  # signs of their own
    ],
)
def test_letters_of_formulas(printed: str, plain: str) -> None:
    assert upright_letters(printed) == plain


@given(st.text())
def test_letters_of_formulas_stand_where_they_stood(text: str) -> None:
    assert len(upright_letters(text)) == len(text)


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200c", "\u200e", "\u200f", "\u202a", "\u2060", "\u2066", "\u2069", "\ufeff"]
)
def test_what_nobody_sees_is_left_out_and_compares_as_nothing(sign: str) -> None:
    printed = f"{sign}12 lapo{sign}ran{sign}"
    assert seen_letters(printed) == fold(printed) == "12 laporan"
