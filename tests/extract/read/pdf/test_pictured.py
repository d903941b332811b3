"""What is drawn where text should be is read by OCR or said."""

from __future__ import annotations

from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.layer import unusable
from extract.read.pdf.page import layout_of_pages, read_page

AROUND = [Ruling(x, 100, x + 0.5, 150) for x in (50, 150, 300)] + [Ruling(50, y, 300, y + 0.5) for y in (100, 125, 150)]
PICTURE = (200.0, 128.0, 240.0, 145.0)


def _text(text: str, x0: float, base: float) -> list[Char]:
    return [Char(c, x0 + 5 * i, base - 7.5, x0 + 5 * i + 5, base + 2, base, 10) for i, c in enumerate(text)]


def _codes(ink: PageInk) -> list[str]:
    return [finding.code for finding in layout_of_pages([read_page(ink)]).findings]


def test_picture_in_a_table_is_said() -> None:
    """With its place; one beside the table (a coat of arms) is not, nor one with text over it."""
    chars = _text("Target", 60, 115)
    assert _codes(PageInk(1, 400, 400, chars, AROUND, pictures=[PICTURE])) == ["cetakan-bergambar"]
    assert _codes(PageInk(1, 400, 400, chars, AROUND, shapes=[PICTURE])) == ["cetakan-bergambar"]
    assert _codes(PageInk(1, 400, 400, chars, AROUND, pictures=[(10, 10, 60, 60)])) == []
    assert _codes(PageInk(1, 400, 400, chars + _text("85 %", 210, 138), AROUND, pictures=[PICTURE])) == []


def test_picture_of_rows_between_the_lines_is_said() -> None:
    assert _codes(PageInk(1, 400, 400, _text("Target", 60, 115), pictures=[(40, 200, 360, 240)])) == [
        "cetakan-bergambar"
    ]


def test_page_in_curves_has_no_text() -> None:
    shapes = [(10.0, 20.0 * i, 100.0, 20.0 * i + 8) for i in range(12)]
    assert unusable(PageInk(1, 400, 400, shapes=shapes))
    assert not unusable(PageInk(1, 400, 400, _text("Dua puluh huruf tercetak", 20, 30), shapes=shapes))
