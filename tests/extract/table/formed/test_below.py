"""The rows below a heading end above the title of the next head."""

from __future__ import annotations

import pytest

from extract.read.piece import Piece
from extract.table.formed.below import body_below
from extract.table.formed.spans import WeighedWords
from schemas.layout import Line

_HEADING = "No Sasaran Indikator Target"
_ROWS = ["1 Tertibnya arsip", "Jumlah daftar arsip", "4 daftar"]
_TITLE = "Indikator Kinerja Utama / Key Performance Indicators"


@pytest.mark.parametrize("between", [[], ["ARSIPARIS AHLI MUDA"]])
def test_what_stands_above_the_first_heading_is_no_row(between: list[str]) -> None:
    head = [_TITLE, *between, "Jabatan : Arsiparis"]
    texts = [*head, _HEADING, *_ROWS, *head, _HEADING, *_ROWS]
    rows = [Piece(text, Line(text, number), number) for number, text in enumerate(texts, 1)]
    text = WeighedWords.of(texts)
    first, again = text.prints_of(
        *next((k, k + 4) for k, word in enumerate(text.words) if word.text == "No" and word.first)
    )
    spans = [(first, first + 4), (again, again + 4)]
    body = body_below(rows, text, spans[0], spans, frozenset(head), 40)
    assert list(body.words) == " ".join(_ROWS).split()
