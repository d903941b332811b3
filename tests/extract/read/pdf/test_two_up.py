"""Two pages on one sheet, and what only looks like them."""

from __future__ import annotations

from dataclasses import replace

from kasus import Lembar, Rows, head, table

from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.options import PdfOptions, ReaderName
from extract.read.pdf.reading import pages_read
from extract.read.pdf.two_up import unfolded, unfolded_scan
from schemas.layout import Folded, Page, Shifted, Word

#: The right half of a landscape sheet of A4, and what would be below it.
SHEET = Folded(842.0, 595.0, (Shifted(595.0, 421.0, 595.0), Shifted(1190.0, 0.0, 595.0)))


def _line(x: float, base: float, letters: int = 30) -> list[Char]:
    return [Char("a", x + 5 * i, base - 7, x + 5 * i + 5, base + 2, base, 9.0) for i in range(letters)]


def _sheet() -> PageInk:
    chars = [char for x in (40.0, 460.0) for base in (60.0, 80.0, 100.0) for char in _line(x, base)]
    upright = [Ruling(x, 200.0, x, 300.0) for x in (40.0, 100.0, 200.0, 300.0)]
    return PageInk(1, 842.0, 595.0, chars, upright)


def test_the_right_page_is_read_below_the_left_one() -> None:
    ink = unfolded(_sheet())
    assert (ink.width, ink.height, ink.fold) == (421.0, 1190.0, SHEET)
    assert [char.base for char in ink.chars[90:91]] == [655.0]
    page = Page(1, ink.width, ink.height, fold=ink.fold)
    assert page.shown((39.0, 648.0, 44.0, 657.0)) == (460.0, 53.0, 465.0, 62.0)
    assert page.shown((40.0, 53.0, 45.0, 62.0)) == (40.0, 53.0, 45.0, 62.0)


def test_what_crosses_the_middle_makes_one_page() -> None:
    """A title, a line of a table, other margins, no table at all: one page."""
    sheet = _sheet()
    assert unfolded(replace(sheet, chars=[*sheet.chars, *_line(380.0, 30.0)])).fold is None
    assert unfolded(replace(sheet, rulings=[*sheet.rulings, Ruling(40.0, 200.0, 800.0, 200.5)])).fold is None
    assert unfolded(replace(sheet, chars=[char._replace(x0=char.x0 - 30, x1=char.x1 - 30) if char.x0 > 421 else char
                                          for char in sheet.chars])).fold is None  # fmt: skip
    assert unfolded(replace(sheet, rulings=[])).fold is None


def test_a_table_with_lines_across_alone_stands_within_one_side() -> None:
    """Lines that end alike are a table's; those under words, or across both pages, are not."""
    sheet = _sheet()
    across = [Ruling(40.0, y, 390.0, y) for y in (200.0, 240.0, 280.0, 320.0)]
    assert unfolded(replace(sheet, rulings=across)).fold is not None
    assert unfolded(replace(sheet, rulings=across[:3])).fold is None
    uneven = [Ruling(40.0, line.top, 250.0 + 30 * n, line.top) for n, line in enumerate(across)]
    assert unfolded(replace(sheet, rulings=uneven)).fold is None


def test_a_table_drawn_cell_by_cell_has_a_column_end_in_the_middle() -> None:
    """Its lines across end at the one between the columns, and none crosses it: that one is no fold."""
    sheet, border = _sheet(), Ruling(420.5, 200.0, 421.5, 300.0)
    across = [Ruling(x0, 300.0, x1, 300.5) for x0, x1 in ((40.0, 421.0), (421.0, 802.0))]
    assert unfolded(replace(sheet, rulings=[*sheet.rulings, border])).fold is not None
    assert unfolded(replace(sheet, rulings=[*sheet.rulings, border, *across])).fold is None


def test_a_scanned_sheet_of_two_is_read_page_by_page() -> None:
    """Words as OCR gives them, row by row over the whole sheet; the shadow of the fold is no line that crosses it."""
    rows = [(x, base) for base in (60.0, 80.0, 100.0) for x in (40.0, 460.0)]
    words = [
        Word("a" * 30, x, base - 7, x + 150, base + 2, base, 9.0, True, order, (x + 5.0, x + 150.0), 0.9)
        for order, (x, base) in enumerate(rows)
    ]
    sheet = replace(_sheet(), chars=[])
    sheet.rulings.append(Ruling(419.0, 0.0, 422.0, 595.0))
    ink, read = unfolded_scan(sheet, words)
    assert (ink.width, ink.height, ink.fold) == (421.0, 1190.0, SHEET)
    assert [(word.x0, word.base, word.ends, word.order) for word in read[2:4]] == [
        (40.0, 100.0, (45.0, 190.0), 2),
        (39.0, 655.0, (44.0, 189.0), 3),
    ]
    double = (2.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0)
    page = Page(1, ink.width, ink.height, fold=ink.fold, back=double)
    assert page.shown((39.0, 648.0, 189.0, 657.0)) == (920.0, 106.0, 1220.0, 124.0)
    assert unfolded_scan(sheet, words[:5])[0].fold is not None and unfolded_scan(sheet, words[::2])[0].fold is None


def _printed(left: Rows, right: Rows) -> bytes:
    page = Lembar()
    page.pages[-1].width, page.pages[-1].height = 1191.0, 842.0
    for shift, rows in ((0.0, left), (595.5, right)):
        head(page, left=30.0 + shift)
        table(page, rows, edges=[x + shift for x in (30.0, 50.0, 190.0, 310.0, 380.0, 490.0, 560.0)])
    return page.save()


def test_camelot_which_reads_the_sheet_as_it_lies_has_no_say_about_it() -> None:
    rows = [[n, f"Tertib arsip {n}", f"Jumlah arsip {n}", f"{n} data", "Daftar", "Seksi"] for n in "1234"]
    data = _printed(rows[:2], rows[2:])

    def cells(reader: ReaderName) -> list[list[str]]:
        pages, findings = pages_read(data, PdfOptions(reader=reader))
        assert findings == []
        return [[word.text for word in cell.words] for page in pages for grid in page.grids for cell in grid.cells]

    assert cells("both") == cells("camelot") == cells("pdfium")
