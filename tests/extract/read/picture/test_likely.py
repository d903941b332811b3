"""How likely a word is read right: the dictionary judges with the recogniser."""

from __future__ import annotations

import pytest

from extract.read.picture.likely import likely


@pytest.mark.parametrize(("right", "wrong"), [("Persentase", "Pcrsentase"), ("laporan;", "iaporan;"), ("12", "l2")])
def test_a_word_is_likelier_than_none(right: str, wrong: str) -> None:
    assert likely(right, 0.99) > 0.9
    assert likely(wrong, 0.6) <= 0.7
    assert likely(right, 0.6) >= likely(wrong, 0.6)


@pytest.mark.parametrize("word", ["Persentase", "Pcrsentase", "1.190.793", "%"])
def test_more_certain_letters_make_a_word_likelier(word: str) -> None:
    shares = [likely(word, step / 1000) for step in range(1001)]
    assert shares == sorted(shares) and shares[0] > 0 and shares[-1] < 1
