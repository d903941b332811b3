"""Letters that `re` takes for one another: a word that is matched is one that the vocabulary has."""

from __future__ import annotations

import re

import pytest

from bahasa.date import dates_in, read_date
from bahasa.either import either
from bahasa.target import parse_target
from bahasa.target_scope import scopes_of


def test_any_case_of_ascii_letters_and_no_others() -> None:
    words = re.compile(either(["mei", "meister", "a.b"]), re.IGNORECASE)
    assert [bool(words.fullmatch(text)) for text in ("MEI", "meister", "a.b", "axb", "meı", "MEİ")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["3 Januarı 2023", "31 Februarı 2021", "1 Meı 2020", "Aguſtus 2022"])
def test_a_month_with_a_foreign_letter_is_none(text: str) -> None:
    assert read_date(text) is None
    assert list(dates_in(text)) == []


@pytest.mark.parametrize("text", ["Sangat Baık (Baık)", "Tınggi", "ıstimewa = A", "5 harı", "TW ı"])
def test_words_of_targets_with_a_foreign_letter(text: str) -> None:
    parse_target(text)
    scopes_of([("TARGET", text), ("TARGET", "ııı"), ("TARGET", "II")])
