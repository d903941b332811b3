"""Abbreviated words of headings, and what they stand for."""

from __future__ import annotations

import pytest

from bahasa.abbreviations import spelled_out
from extract.table.formed.called import badly_called
from extract.table.formed.evidence import evidence_of_words, seen_words


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        ("Trgt.", "TARGET"),
        ("Tgt.", "TARGET"),
        ("SMBR", "SUMBER"),
        ("Stn.", "SATUAN"),
        ("Def.", "DEFINISI"),
        ("Satn.", "SATUAN"),
        ("KETERANG.", "KETERANGAN"),
    ],
)
def test_an_abbreviation_stands_for_the_word_of_headings_that_has_its_letters(word: str, whole: str) -> None:
    assert spelled_out(word) == whole


@pytest.mark.parametrize(
    "word", ["DPRD", "PNS", "Ktr.", "Tgt", "Def", "RMS", "No.", "Sat", "Saten.", "Target", "dll.", ""]
)
def test_what_stands_for_no_word_of_headings_stays(word: str) -> None:
    assert spelled_out(word) == word


def test_a_column_is_told_by_an_abbreviation_as_by_its_word() -> None:
    assert badly_called(["target"], [["Trgt."]]) < 0.5 < badly_called(["target"], [["Qrst."]])
    (short,), (whole,) = (evidence_of_words(seen_words([text]), [text]) for text in ("TRGT.", "TARGET"))
    assert "w=target" in short and {name for name in whole if name.startswith(("w=", "k:"))} <= set(short)
