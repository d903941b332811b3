"""The picture for a person who wants to see why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from extract import inspect as module
from extract.errors import UnusableSource
from extract.inspect import inspect

DATA = (Path(__file__).resolve().parents[3] / "fixtures" / "pdf" / "paser-a.pdf").read_bytes()


def test_words_roles_and_the_page_break_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    notes: list[str] = []
    draw = module.Canvas.note
    monkeypatch.setattr(
        module.Canvas, "note", lambda self, x, y, text, c: (notes.append(text), draw(self, x, y, text, c))
    )
    image = Image.open(io.BytesIO(inspect(DATA, 4, resolution=60)))
    assert image.size == (780, 509)
    assert {"no", "sasaran", "indikator", "rumus", "target", "sumber_data", "baris 5"} <= set(notes)
    assert "baris berlanjut dari halaman sebelumnya (bobot +15.0)" in notes
    assert "sel berlanjut" in notes


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(UnusableSource, match="Halaman 99 tidak ada"):
        inspect(DATA, 99)
