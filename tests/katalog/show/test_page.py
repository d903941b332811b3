"""The picture for a person who wants to see why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from cetak import Cetak
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


def test_the_roles_of_a_card_stand_behind_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """They had stood side by side above it, as if it had columns."""
    notes: dict[str, tuple[float, float]] = {}
    monkeypatch.setattr(module.Canvas, "note", lambda self, x, y, text, c: notes.update({text: (x, y)}))
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    values = [["Sasaran Strategis", "Meningkatnya derajat kesehatan"], ["Indikator Kinerja", "Angka Kematian Ibu"],
              ["Formula Perhitungan", "Jumlah kematian ibu dibagi kelahiran hidup"], ["Satuan", "Kasus"],
              ["Target Tahun 2023", "78"], ["Sumber Data", "Profil Kesehatan"]]  # fmt: skip
    doc.cells([60, 200, 560], values, 80)
    page_image(doc.save(), 1, PdfOptions(), resolution=60)
    roles = ["sasaran", "indikator", "rumus", "satuan", "target", "sumber_data"]
    assert set(roles) <= set(notes)
    heights = [notes[role][1] for role in roles]
    assert heights == sorted(heights) and len(set(heights)) == len(roles)
    assert all(notes[role][0] > 200 for role in roles)


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
