"""Words of a heading that a narrow column broke."""

from __future__ import annotations

import pytest

from extract.table.formed.evidence import seen_words
from extract.table.formed.narrow_columns import words_made_whole
from extract.table.formed.spans import WeighedWords
from extract.table.formed.tagger import NEVER
from extract.table.formed.tags import Tag, tags

_HEADING = ["SASARAN", "INDIKATOR", "PELENGKA", "P", "KETERANG", "AN LAIN", "NO", "MO", "R", "TARGET", "AKHIR"]


def test_parts_of_a_word_are_one_and_words_below_each_other_are_not() -> None:
    words = seen_words(_HEADING)
    whole, rests = words_made_whole(words, _HEADING)
    assert [one.text for one, word in zip(whole, words, strict=True) if one is not word] == [
        "PELENGKAP",
        "KETERANGAN",
        "NOMOR",
    ]
    assert [words[at].text for at in rests] == ["P", "AN", "MO", "R"]


def test_no_column_begins_with_the_rest_of_a_word() -> None:
    text = WeighedWords.of(_HEADING)
    first, more = (tags().index(Tag(1, "others", begins)) for begins in (True, False))
    rest = [word.text for word in text.words].index("P")
    assert text.sums[rest, first] <= NEVER / 2 < text.sums[rest, more]


@pytest.mark.parametrize(
    ("letters", "whole", "parts"),
    [
        ("T W 1 T W 2", ["TW1", "TW2"], 3),
        ("T W I I T W I I I", ["TWII", "TWIII"], 4),
        ("S M T 1 1", ["SMT1"], 4),
        ("B L N 1 2", ["BLN12"], 5),
    ],
)
def test_the_name_of_a_part_of_the_year_breaks_letter_by_letter(letters: str, whole: list[str], parts: int) -> None:
    lines = ["Data", *letters.split()]
    words = seen_words(lines)
    made, rests = words_made_whole(words, lines)
    assert [one.text for one, word in zip(made, words, strict=True) if one is not word] == whole
    assert rests[: parts - 1] == list(range(2, parts + 1))


@pytest.mark.parametrize("letters", ["T W 1", "A B 1", "1 2 3"])
def test_letters_beside_each_other_and_those_that_name_no_part_of_a_year_are_none(letters: str) -> None:
    lines = [letters] if letters.startswith("T") else letters.split()
    words = seen_words(lines)
    assert words_made_whole(words, lines) == (words, [])
