"""The picture for a person who wants to see why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from extract.errors import UnusableSource
from extract.read.pdf.options import PdfOptions
from katalog.show import page as module
from katalog.show.page import page_image
from schemas.layout import Box, Page

DATA = (Path(__file__).resolve().parents[2] / "fixtures" / "pdf" / "paser-a.pdf").read_bytes()


def test_words_roles_and_the_page_break_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    notes: list[str] = []
    draw = module.Canvas.note
    monkeypatch.setattr(
        module.Canvas, "note", lambda self, x, y, text, c: (notes.append(text), draw(self, x, y, text, c))
    )
    image = Image.open(io.BytesIO(page_image(DATA, 4, PdfOptions(), resolution=60)))
    assert image.size == (780, 509)
    assert {"no", "sasaran", "indikator", "rumus", "target", "sumber_data", "baris 5"} <= set(notes)
    assert "baris berlanjut dari halaman sebelumnya (bobot +15.0)" in notes
    assert "sel berlanjut" in notes


@pytest.mark.parametrize(
    ("words", "top"),
    [
        ([], 91.0),
        ([(50.0, 84.0, 90.0, 95.0)], 302.0),  # a line just above the table
        ([(50.0, 84.0, 90.0, 95.0), (50.0, 305.0, 90.0, 316.0)], 111.0),  # and one just below it
        ([(50.0, 80.0, 90.0, 330.0)], 91.0),  # words everywhere
    ],
)
def test_roles_hide_no_word_where_there_is_room(words: list[Box], top: float) -> None:
    page = Page(number=1, width=600.0, height=400.0)
    canvas = module.Canvas(None, page, None, words)
    assert canvas.height((91.0, 302.0, 111.0), 40.0, 500.0) == top


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(UnusableSource, match="Halaman 99 tidak ada"):
        page_image(DATA, 99, PdfOptions())
