"""Letters that a font does not name are told by their word, or stay unknown."""

from __future__ import annotations

import pytest

from extract.read.pdf.unmapped import UNKNOWN, with_ligatures
from schemas.layout import Word


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("veri?kasi", "verifikasi"),
        ("Serti?kat", "Sertifikat"),
        # two of them may be any word
        ("??", "??"),
        ("8? %", "8? %"),
        # no ligature makes a word of it
        ("rum?snya", "rum?snya"),
    ],
)
def test_ligature_told_by_its_word(printed: str, told: str) -> None:
    word = Word(printed.replace("?", UNKNOWN), 0, 0, 50, 10, 8, 10, True, 0, (5.0, 10.0))
    assert with_ligatures([word])[0].text == told.replace("?", UNKNOWN)
