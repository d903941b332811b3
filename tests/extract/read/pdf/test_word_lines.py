"""Words as lines: where a line stands is told by its letters."""

from __future__ import annotations

from extract.read.pdf.words import lines_of
from schemas.layout import Word


def _word(text: str, x0: float, base: float) -> Word:
    x1 = x0 + 5.0 * len(text)
    return Word(text, x0, base - 8, x1, base + 2, base, 10.0, True, 0, (x1,))


def test_a_colon_that_stands_higher_parts_no_label_from_its_text() -> None:
    """`Fungsi : a. Menghimpun`, of a scan: the colon is no start of a line that the label is too low for."""
    words = [
        _word("Fungsi", 43, 221.6),
        _word(":", 295, 216.0),
        _word("a.", 548, 220.0),
        _word("Menghimpun", 570, 220.0),
    ]
    assert [line.text for line in lines_of(words)] == ["Fungsi : a. Menghimpun"]
    below = _word("jaminan", 570, 233.3)
    assert [line.text for line in lines_of([*words, below])] == ["Fungsi : a. Menghimpun", "jaminan"]
