"""How likely a word is read right: the dictionary judges with the recogniser."""

from __future__ import annotations

import pytest

from extract.read.picture.lettering import _parted
from extract.read.picture.likely import Around, evidence, is_torn, likely, mean_sure
from extract.read.picture.lookalike import is_lookalike
from extract.read.picture.recogniser import Letter
from extract.read.picture.repeated import with_repeated
from extract.read.picture.wavering import known_instead
from schemas.layout import Word


def _word(text: str, sure: float, other: float = 0.0) -> list[Letter]:
    return [Letter(sign, sure, (i + 0.5) / len(text), other) for i, sign in enumerate(text)]


@pytest.mark.parametrize(
    ("right", "wrong"), [("Persentase", "Pcrsentase"), ("laporan;", "iaporan;"), ("laporan", "l@p")]
)
def test_a_word_is_likelier_than_none(right: str, wrong: str) -> None:
    assert likely(_word(right, 0.999)) > 0.98
    assert likely(_word(right, 0.6)) > likely(_word(wrong, 0.6))


@pytest.mark.parametrize("word", ["Persentase", "Pcrsentase", "1.190.793", "%"])
def test_more_certain_letters_make_a_word_likelier(word: str) -> None:
    shares = [likely(_word(word, step / 1000)) for step in range(1001)]
    assert shares == sorted(shares) and 0 < shares[0] < shares[-1] < 1
    assert likely(_word(word, 0.99, 0.4)) < likely(_word(word, 0.99))


def test_words_of_a_bad_page_are_less_likely() -> None:
    assert mean_sure([_word("data", 1.0), _word("baik", 0.9)]) == pytest.approx(0.95)
    assert mean_sure([]) == 1.0
    word = _word("data", 0.99)
    assert likely(word, Around(page=0.95, line=0.99)) < likely(word, Around(page=0.999, line=0.99))
    assert likely(word, Around(page=0.99, line=0.95)) < likely(word, Around(page=0.99, line=0.999))


def test_a_word_one_letter_off_a_common_one_is_in_doubt() -> None:
    def printed(text: str, times: int) -> list[Word]:
        return [Word(text, 0, 0, 9, 9, 8, 9, True, 0, (9.0,), 0.97)] * times

    [words] = with_repeated([[*printed("Kepegawain", 8), *printed("Kepegavain", 2), *printed("Wonosobo", 2)]])
    sure = {word.text: word.sure for word in words}
    assert sure["Kepegavain"] <= 0.5 and sure["Kepegawain"] > 0.97 < sure["Wonosobo"]
    # as common as the other one it may be a name; a known word is one
    [words] = with_repeated([[*printed("Kepegawain", 3), *printed("Kepegavain", 2), *printed("pembelian", 1)]])
    assert min(word.sure for word in words) >= 0.97
    # two letters that run into one make a known word as well
    [words] = with_repeated([[*printed("mumi", 1), *printed("murni;", 1), *printed("dari", 1), *printed("dan", 9)]])
    assert [word.text for word in words if word.sure < 0.97] == ["mumi"]
    # a percent sign that was surely read as figures
    [words] = with_repeated([[*printed("100%", 3), *printed("1008.", 1), *printed("10096", 1), *printed("48", 1)]])
    assert [word.text for word in words if word.sure < 0.97] == ["1008.", "10096"]
    # a number beside a share that is printed once, or less often than it
    for shares, times in ((1, 1), (2, 1), (3, 4)):
        [words] = with_repeated([[*printed("10%", shares), *printed("108", times), *printed("109", times)]])
        assert min(word.sure for word in words) >= 0.97


@pytest.mark.parametrize("read", ["pegawal", "Govemment", "e-Govemment", "terseda"])
def test_a_word_that_looks_like_a_known_one_is_less_likely(read: str) -> None:
    assert is_lookalike(read) and not is_lookalike("Wonosobo")
    assert evidence(_word(read, 0.999), Around(), mended=False)["near"] == 1.0


def _wavering(text: str, at: int, sure: float, other: float, rival: str, behind: bool = False) -> list[Letter]:
    letters = _word(text, 0.99)
    letters[at] = Letter(text[at], sure, letters[at].at, other, rival, behind)
    return letters


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        (_wavering("Jumiah", 3, 0.51, 0.48, "l"), "Jumlah"),
        (_wavering("dharapkan", 0, 0.99, 0.31, "i", behind=True), "diharapkan"),
        (_wavering("kemamipuan,", 5, 0.5, 0.1, "t"), "kemampuan,"),
        (_wavering("kulaitas", 2, 0.99, 0.01, "a"), "kulaitas"),  # misprinted: nothing is doubtful in it
        (_wavering("data", 3, 0.6, 0.4, "o"), "data"),  # a word already
        (_wavering("Jumiah", 3, 0.51, 0.48, "1"), "Jumiah"),
    ],
)
def test_a_word_that_the_recogniser_holds_for_possible(letters: list[Letter], text: str) -> None:
    assert "".join(letter.sign for letter in known_instead(letters)) == text


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


@pytest.mark.parametrize(("text", "words"), [("(100%)", ["(100%)"]), ("(100%a", ["(100%", "a"])])
def test_white_before_a_closing_sign_parts_no_word(text: str, words: list[str]) -> None:
    reading = tuple(Letter(sign, 0.99, (20 * i + 5) / 120) for i, sign in enumerate(text))
    gaps = [*((20.0 * i + 10, 20.0 * i + 12) for i in range(4)), (90.0, 102.0)]
    assert ["".join(one.sign for one in word) for word in _parted(reading, gaps, 120, 20.0)] == words
