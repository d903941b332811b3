"""How likely a word is read right: the dictionary judges with the recogniser."""

from __future__ import annotations

import pytest

from extract.read.picture.lettering import _parted
from extract.read.picture.likely import is_torn, likely
from extract.read.picture.recogniser import Letter


@pytest.mark.parametrize(("right", "wrong"), [("Persentase", "Pcrsentase"), ("laporan;", "iaporan;"), ("12", "l2")])
def test_a_word_is_likelier_than_none(right: str, wrong: str) -> None:
    assert likely(right, 0.99) > 0.9
    assert likely(wrong, 0.6) <= 0.7
    assert likely(right, 0.6) >= likely(wrong, 0.6)


@pytest.mark.parametrize("word", ["Persentase", "Pcrsentase", "1.190.793", "%"])
def test_more_certain_letters_make_a_word_likelier(word: str) -> None:
    shares = [likely(word, step / 1000) for step in range(1001)]
    assert shares == sorted(shares) and shares[0] > 0 and shares[-1] < 1


@pytest.mark.parametrize(
    ("head", "tail", "torn"),
    [
        ("A", "rsip", True),
        ("di", "bawah", False),
        ("Seksi", "Arsip", False),
        ("xq", "rsip", False),
        ("lapor", "an,", True),
    ],
)
def test_a_word_that_a_blank_tears(head: str, tail: str, torn: bool) -> None:
    assert is_torn(head, tail) is torn


@pytest.mark.parametrize(("white", "words"), [(5.0, ["Seksi", "Arsip"]), (12.0, ["Seksi", "A", "rsip"])])
def test_a_blank_over_hardly_any_white_tears_no_word(white: float, words: list[str]) -> None:
    text = "Seksi A rsip"
    reading = tuple(Letter(sign, 0.99, (10 * i + 5) / 120) for i, sign in enumerate(text))
    gaps = [(50.0, 60.0), (75.0 - white / 2, 75.0 + white / 2)]
    assert ["".join(one.sign for one in word) for word in _parted(reading, gaps, 120, 37.0)] == words
