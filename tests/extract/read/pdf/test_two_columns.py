"""Two columns of one page, and what only looks like them."""

from __future__ import annotations

from dataclasses import replace

from kasus import Lembar, Rows, body, heading, rules

from extract.door import decree_of
from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.pdf.two_up import unfolded
from schemas.layout import Page

#: The columns of a table in the left column of a page; those in the right one stand so much further to the right.
EDGES, SHIFT = [43.0, 70.0, 190.0, 300.0, 386.0], 398.0
RULE = Ruling(421.0, 60.0, 421.3, 560.0)
BANDS = (200.0, 230.0, 260.0, 290.0)


def _line(x: float, base: float, letters: int = 30) -> list[Char]:
    return [Char("a", x + 5 * i, base - 7, x + 5 * i + 5, base + 2, base, 9.0) for i in range(letters)]


def _table(shift: float = 0.0) -> list[Ruling]:
    across = [Ruling(43.0 + shift, y, 386.0 + shift, y + 0.5) for y in BANDS]
    return [*across, *(Ruling(x + shift, BANDS[0], x + shift + 0.5, BANDS[-1]) for x in EDGES)]


def _sheet(*rulings: Ruling, width: float = 842.0) -> PageInk:
    chars = [char for x in (43.0, 441.0) for base in (150.0, 165.0, 180.0) for char in _line(x, base)]
    return PageInk(1, width, 595.0, chars, list(rulings))


def test_margins_of_columns_differ_from_those_of_two_pages() -> None:
    """Word sets the right column half a gap from the middle; its table then stands where the left one does."""
    ink = unfolded(_sheet(*_table(), *_table(SHIFT)))
    assert ink.fold is not None and ink.fold.shifts[0].left == SHIFT
    assert min(char.x0 for char in ink.chars[90:]) == 43.0 and ink.chars[90].base == 150.0 + 595.0
    page = Page(1, ink.width, ink.height, fold=ink.fold)
    assert page.shown((43.0, 738.0, 48.0, 747.0)) == (441.0, 143.0, 446.0, 152.0)


def test_the_rule_between_columns_parts_them_beside_one_table() -> None:
    """It is no line of either; without it a table in one column says nothing of the other."""
    ink = unfolded(_sheet(*_table(), RULE))
    assert ink.fold is not None and RULE not in ink.rulings and len(ink.rulings) == 9
    assert unfolded(_sheet(*_table())).fold is None


def test_titles_over_both_columns_stay_above_them_and_lines_below_both_below() -> None:
    sheet = _sheet(*_table(), *_table(SHIFT))
    ink = unfolded(replace(sheet, chars=[*sheet.chars, *_line(350.0, 80.0), *_line(350.0, 400.0)]))
    assert ink.fold is not None and (ink.fold.shifts[0], ink.width) == ((393.0, SHIFT, 311.0), 842.0)
    assert [char.base for char in (ink.chars[0], ink.chars[30], ink.chars[120], ink.chars[-1])] == [
        80.0,
        150.0,
        150.0 + 311.0,
        400.0 + 311.0,
    ]
    page = Page(1, ink.width, ink.height, fold=ink.fold)
    assert page.shown((350.0, 704.0, 355.0, 713.0)) == (350.0, 393.0, 355.0, 402.0)


def test_a_merged_cell_in_the_middle_of_one_table_is_no_gap() -> None:
    """The lines above and below it cross the middle, and meet those that go down."""
    frame = [Ruling(43.0, y, 784.0, y + 0.5) for y in (140.0, 320.0)]
    down = [Ruling(x + shift, 140.0, x + shift + 0.5, 320.0) for x in EDGES for shift in (0.0, SHIFT)]
    assert unfolded(_sheet(*_table(), *_table(SHIFT), *frame, *down)).fold is None


def test_a_line_that_others_meet_is_a_table_s_own() -> None:
    """Lines across meet it; and tables of other widths stand beside each other in no columns."""
    across = [Ruling(386.0, y, 784.0, y + 0.5) for y in BANDS]
    assert unfolded(_sheet(*_table(), *across, RULE)).fold is None
    narrow = [line._replace(x1=min(line.x1, 700.0)) for line in _table(SHIFT) if line.x0 < 700]
    assert unfolded(_sheet(*_table(), *narrow)).fold is None


def _printed(left: Rows, right: Rows) -> bytes:
    page = Lembar()
    page.text(43.0, 40.0, "Jabatan : Kepala Seksi Arsip")
    page.text(43.0, 60.0, "Tugas : Melaksanakan urusan kearsipan")
    for top, shift, rows in ((100.0, 0.0, left), (40.0, SHIFT, right)):
        edges = [x + shift for x in EDGES]
        rules(page, top, len(rows) + 1, edges)
        heading(page, top, edges, ["NO", "SASARAN", "INDIKATOR", "TARGET"])
        body(page, rows, top + 24.0, edges)
    return page.save()


def test_the_foot_of_a_column_cuts_a_row_as_that_of_a_page_does() -> None:
    """`Jumlah arsip yang` at the foot of one, `ditata` at the top of the next: no row of its own."""
    rows = [["1", "Tertib arsip", "Jumlah arsip", "5 data"], ["2", "Tertib daftar", "Jumlah daftar yang", "7"]]
    rest = [["", "", "ditata", "Daftar"], ["3", "Tertib surat", "Jumlah surat", "9 data"]]
    read = decree_of(layout_of_pdf(_printed(rows, rest), PdfOptions()))
    (block,) = read.decree.blocks
    cells = [[row.cells[key].text.as_printed for key in ("indikator", "target")] for row in block.rows]
    assert cells == [["Jumlah arsip", "5 data"], ["Jumlah daftar yang ditata", "7 Daftar"], ["Jumlah surat", "9 data"]]
