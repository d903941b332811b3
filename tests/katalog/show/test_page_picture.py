"""Pictures of pages: small, of the pages asked for, and boxes stand where the words do."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from project import ROOT

from katalog.errors import Unusable
from katalog.front import build
from katalog.show.page_picture import PagePicture, page_pictures
from schemas.base import Place

LAMA = ROOT / "corpus/contoh-lama/contoh-lama.pdf"


def ink(picture: PagePicture, place: Place) -> float:
    """Share of dark dots in a place."""
    image = Image.open(io.BytesIO(picture.data)).convert("L")
    share = picture.share(place)
    assert share is not None
    left, top, width, height = (
        one * side / 100 for one, side in zip(share, (image.width, image.height) * 2, strict=True)
    )
    grey = image.crop((round(left), round(top), round(left + width), round(top + height)))
    return sum(grey.histogram()[:120]) / (grey.width * grey.height)


def test_only_the_pages_asked_for() -> None:
    drawn = page_pictures(LAMA, [3, 1, 3, 99, 0])
    assert list(drawn) == [1, 3]
    assert all(len(one.data) < 80_000 for one in drawn.values())
    assert drawn[1].uri.startswith("data:image/webp;base64,UklGR")


def test_a_box_has_the_ink_of_its_words() -> None:
    catalogue = build(LAMA)
    cells = [cell for block in catalogue.blocks for row in block.rows for cell in row.cells.values()]
    places = [place for cell in cells if cell.text.as_printed for place in cell.text.places][:60]
    drawn = page_pictures(LAMA, [place.page for place in places if place.page])
    assert len(places) == 60
    assert all(ink(drawn[place.page or 0], place) > 0.03 for place in places)


def test_a_picture_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    Image.new("L", (800, 1100), 255).save(path, dpi=(100, 100))
    (one,) = page_pictures(path, [1, 2]).values()
    assert (round(one.width), round(one.height)) == (576, 792)


def test_text_has_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "putusan.txt"
    path.write_text("KEPUTUSAN", encoding="utf-8")
    assert page_pictures(path, [1]) == {}


def test_what_cannot_be_drawn_is_said(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7 rusak")
    with pytest.raises(Unusable, match=r"rusak\.pdf: PDF ini rusak atau terpotong"):
        page_pictures(path, [1])


def test_a_file_that_was_cut_off_is_drawn_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "terpotong.pdf"
    path.write_bytes(LAMA.read_bytes()[:-800])
    assert list(page_pictures(path, [1, 2])) == [1, 2]


def test_a_box_elsewhere_has_no_share() -> None:
    page = PagePicture(2, 600, 800, b"")
    assert page.share(Place(page=1, bbox=(0, 0, 1, 1))) is None
    assert page.share(Place(page=2, lines=(1, 2))) is None
    assert page.share(Place(page=2, bbox=(-20, -20, 700, 900))) == (0.0, 0.0, 100.0, 100.0)
