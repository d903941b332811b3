"""Function words: who asks for which property gets the words that it had."""

from __future__ import annotations

from typing import get_args

from bahasa.data import entries_of
from bahasa.function_words import Property, any_function_word, function_words
from katalog.assemble.identity import short_slug


def test_every_property_is_asked_for_and_every_word_has_one() -> None:
    properties = get_args(Property)
    assert all(function_words(having) for having in properties)
    assert all(entry["sifat"] and set(entry["sifat"]) <= set(properties) for entry in entries_of("kata_fungsi", "kata"))


def test_a_word_stands_once() -> None:
    words = [entry["kata"] for entry in entries_of("kata_fungsi", "kata")]
    assert len(words) == len(set(words))


def test_what_tells_nothing_is_no_part_of_an_id() -> None:
    printed = "Persentase ASN dengan bobot nilai dimensi kinerja IPA sebesar 25 ke atas"
    assert short_slug(printed) == "persentase-asn-bobot-nilai-dimensi-kinerja-ipa-sebesar"


def test_any_of_them_as_a_pattern() -> None:
    assert any_function_word("gabung") == "atau|dan|maupun|serta"
