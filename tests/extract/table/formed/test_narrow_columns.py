"""Words of a heading that a narrow column broke."""

from __future__ import annotations

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
