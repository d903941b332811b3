"""The three foldings: what each forgets, and what only the next one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bahasa.fold import fold, fold_words, one_line

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
