"""Findings about a place point at what is printed there."""

from __future__ import annotations

import pytest

from bahasa.temuan import About, finding
from extract.decree.pointed import BBox, pointed
from schemas.base import Kind, Place
from schemas.decree import Block, Cell, Decree, Row, Text


def printed(text: str, box: BBox, page: int = 1) -> Text:
    """A text in a box."""
    return Text(as_printed=text, places=(Place(page=page, bbox=box),))


TARGET = Cell(text=printed("12 dokumen", (100, 10, 150, 20)))
RUMUS = Cell(text=printed("Jumlah dokumen", (160, 10, 260, 20)))
BUDGET = Cell(text=printed("Rp. 5.000.000", (100, 50, 150, 60)))
BLOCK = Block(
    kind="PK",
    order=2,
    jabatan=printed("Camat", (0, 0, 50, 5)),
    rows=(Row(cells={"target": TARGET}, others={"KET": RUMUS}),),
    others=({"ANGGARAN": BUDGET},),
)
STRAY = printed("coretan", (300, 10, 340, 20))
DECREE = Decree(blocks=(BLOCK,), unparsed=(STRAY,))


@pytest.mark.parametrize(
    ("box", "page", "about"),
    [
        # the cell as drawn, around its print
        ((95, 5, 155, 25), 1, ("PK", 2, "rows/1/target")),
        # a stamp over two cells: the one that it covers more of
        ((140, 10, 200, 20), 1, ("PK", 2, "rows/1/others/KET")),
        ((90, 45, 160, 65), 1, ("PK", 2, "others/1")),
        ((300, 10, 340, 20), 1, (None, None, "unparsed/1")),
        ((95, 5, 155, 25), 2, (None, None, "")),
        ((400, 400, 410, 410), 1, (None, None, "")),
    ],
)
def test_what_is_printed_there(box: BBox, page: int, about: tuple[Kind | None, int | None, str]) -> None:
    found = finding("pembaca-berbeda", About(places=(Place(page=page, bbox=box),)), pembaca="camelot", bacaan="lain")
    (made,) = pointed([found], DECREE)
    assert (made.kind, made.order, made.field) == about


def test_a_field_that_is_known_stays() -> None:
    known = finding("karakter-hilang", About("PK", 1, "rows", places=TARGET.text.places), hilang=1, berlebih=0)
    other = finding("teks-tak-terbaca", About("PK", 1, places=TARGET.text.places))
    assert pointed([known, other], DECREE) == (known, other)
