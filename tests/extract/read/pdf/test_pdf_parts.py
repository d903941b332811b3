"""The small decisions: one word or two, one sentence or two, a row of numbers, a joined line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bahasa.headings import role_of_heading
from extract.read.column_numbers import numbered, without_column_numbers
from extract.read.pdf.banded import LineBand
from extract.read.pdf.grid import strokes_of
from extract.read.pdf.ink import Ruling
from extract.read.pdf.numbered_columns import one_for_each_number
from extract.read.pdf.strips import Strip, strips_of
from extract.read.pdf.words import lines_of
from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.printed_again import is_printed_again
from extract.table.drawn.seam import Seam, _sentence
from schemas.layout import Box, DrawnCell, Word, turned


def test_a_break_with_little_evidence_is_unsure() -> None:
    assert Seam(14, True, 0.7, []).sure < 0.9 < Seam(14, True, 5.0, []).sure
    assert Seam(14, False, -0.7, []).sure < 0.9


@pytest.mark.parametrize(
    ("end", "begin", "goes_on"),
    [
        ("Jumlah ASN dengan bobot nilai", "dimensi kualifikasi", True),  # a small letter
        ("Jumlah laporan dan", "Dokumen yang tersusun", True),  # an open conjunction
        ("yang ditindaklanjuti.", "Jumlah temuan", False),  # a full stop and a capital
        ("Jumlah laporan", "Jumlah temuan", False),  # a capital
    ],
)
def test_sentences_over_a_page_break(end: str, begin: str, goes_on: bool) -> None:
    assert (_sentence(end, begin)[0] > 0) is goes_on


@pytest.mark.parametrize(
    ("texts", "is_numbers"),
    [
        (["1", "2", "3", "4"], True),
        (["(1)", "(2)", "(3)"], True),
        (["1", "2", "3", "4", "5", "6 = 4 x 5"], True),
        (["a", "b", "c"], True),
        (["(1 )", "(2)", "", "(3)", "( 4)"], True),  # broken by a narrow cell
        (["1", "Meningkatnya kualitas", "3"], False),
        (["1", "2"], False),  # too few to be sure
        (["1", "5", "10"], False),  # targets of three years
        (["2022", "2023", "2024"], False),
        (["(a)", "(2)", "(3)", "(4]", "m", "(6)"], True),  # misread
        (["()", "(2)", "(3)", "(4)"], True),
        (["(1)", "(2)", "(3)", "(4)", "(9)"], True),
        (["1", "2", "3", "4", "S"], True),
        (["a", "o", "c", "d", "e"], True),
        (["a", "b", "c", "d", "e", "g"], False),  # a column's number was overlooked
        (["a", "b", "c", "d", "e", "f", "g", "h", "1"], True),
        (["1", "2", "3", "A"], False),  # too few for it
        (["1", "2", "3", "4", "6"], False),  # a row of numbers
        (["(1)", "(2)", "(3)", "Laporan"], False),
        ([*(f"({k})" for k in range(1, 10)), "(1"], False),  # `(10)` goes on below
    ],
)
def test_rows_of_column_numbers(texts: list[str], is_numbers: bool) -> None:
    assert numbered(texts) is is_numbers


def test_more_columns_than_there_are_numbers() -> None:
    headings = [(f"Kolom {number}",) for number in range(1, 71)]
    assert without_column_numbers(headings)[57:60] == [("Kolom",), ("Kolom",), ("Kolom 60",)]


def test_a_word_a_mile_beside_the_page_takes_no_memory() -> None:
    rows = [[("Nilai", 50.0), ("SAKIP", 200.0), ("80", 10.0**10)] for _ in range(8)]
    words = [
        Word(text, x, 12 * at, x + 30, 12 * at + 10, 12 * at + 8, 10, False, at, (x + 30,))
        for at, row in enumerate(rows)
        for text, x in row
    ]
    assert [strip.lo for strip in strips_of([[line] for line in lines_of(words)])] == [80.0, 230.0]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("NO.", "no"),
        ("KINERJA UTAMA/SASARAN/ OUTCOME", "sasaran"),
        ("INDIKATOR KINERJA UTAMA (IKU)", "indikator"),
        ("PENJELASAN / FORMULASI PENGHITUNGAN", "rumus"),
        ("TARGET TAHUN 2022", "target"),
        ("2023", "target"),
        ("Penanggungjawab", "penanggung_jawab"),
        ("SATUAN", "satuan"),
        ("Melaksanakan penyusunan bahan kebijakan teknis dan fasilitasi indikator " * 2, None),  # a sentence
        ("", None),
    ],
)
def test_roles_of_headings(heading: str, role: str | None) -> None:
    assert role_of_heading(heading) == role


@pytest.mark.parametrize(
    ("again", "same"),
    [
        (["NO", "INDIKATOR", "RUMUS", "2021", "TARGET 2022", "TARGET 2023"], True),  # TARGET seen above two of three
        (["NO", "INDIKATOR", "RUMUS", "TARGET 20", "TARGET 2022", "TARGET 2023"], True),  # cut by a narrow cell
        (["NO", "INDIKATOR", "PAGU", "TARGET 2021", "TARGET 2022", "TARGET 2023"], False),
        (["NO", "INDIKATOR", "RUMUS", "TARGET 2021", "TARGET 2022"], False),
    ],
)
def test_a_heading_that_is_printed_again(again: list[str], same: bool) -> None:
    first = ["NO", "INDIKATOR", "RUMUS", "TARGET 2021", "TARGET 2022", "TARGET 2023"]
    band, later = (HeadingBand(0, 0, 1, [DrawnColumn(name, "others", 0, 1) for name in one]) for one in (first, again))
    assert is_printed_again(later, band) is same


def head_cell(x: float, *lines: str) -> DrawnCell:
    """A cell whose lines begin 2 points right of its left edge."""
    words = [
        Word(text, x + 2, 10.0 * n, x + 40, 10.0 * n + 9, 10.0 * n + 8, 9, False, n, ()) for n, text in enumerate(lines)
    ]
    return DrawnCell(0, 0, 0, 0, x, 0, x + 60, 60, words=tuple(words))


def head_of(*cells: DrawnCell, over: DrawnCell | None = None) -> HeadingBand:
    """A heading of such cells, `over` above the last two."""
    columns = []
    for n, cell in enumerate(cells):
        above = (over,) if over is not None and n >= len(cells) - 2 else ()
        own = (*above, cell)
        text = " ".join(word.text for one in own for word in one.words)
        columns.append(DrawnColumn(text, "others", cell.x0, cell.x1, own))
    return HeadingBand(0, 0, 1, columns)


FIRST = (
    head_cell(0, "No.", "dan", "kode"),
    head_cell(60, "Sasaran", "program", "daerah"),
    head_cell(120, "Cara", "Hitung"),
)


@pytest.mark.parametrize(
    ("again", "same"),
    [
        # a row too low for its words hides the third line
        ((head_cell(0, "No.", "dan"), head_cell(60, "Sasaran", "program"), head_cell(120, "Cara", "Hitung")), True),
        # on a page with another margin
        ((head_cell(9, "No.", "dan"), head_cell(69, "Sasaran", "program"), head_cell(129, "Cara", "Hitung")), True),
        # one cell had room for more lines than the other: they are other words
        ((head_cell(0, "No.", "dan"), head_cell(60, "Sasaran"), head_cell(120, "Cara", "Hitung")), False),
        ((head_cell(0, "No.", "dan"), head_cell(60, "Sasaran", "daerah"), head_cell(120, "Cara", "Hitung")), False),
        (
            (head_cell(0, "No.", "dan"), head_cell(60, "Sasaran", "program"), head_cell(120, "Cara", "Hitung", "Skor")),
            False,
        ),
        # in other places
        ((head_cell(0, "No.", "dan"), head_cell(90, "Sasaran", "program"), head_cell(120, "Cara", "Hitung")), False),
        ((head_cell(0), head_cell(60), head_cell(120)), False),
    ],
)
def test_a_heading_printed_again_in_a_row_too_low(again: tuple[DrawnCell, ...], same: bool) -> None:
    assert is_printed_again(head_of(*again), head_of(*FIRST)) is same


def test_a_merged_cell_without_lines_is_printed_again_above_each_column() -> None:
    first = head_of(head_cell(0, "No."), *(cells := (head_cell(60, "Volume"), head_cell(120, "Satuan"))))
    upper = head_cell(60, "Target")
    whole = head_of(head_cell(0, "No."), *cells, over=upper)
    parted = head_of(head_cell(0, "No."), head_cell(60, "Target", "Volume"), head_cell(120, "Satuan"))
    assert is_printed_again(parted, whole)
    assert not is_printed_again(parted, head_of(head_cell(0, "No."), head_cell(60, "Mutu", "Volume"), cells[1]))
    assert is_printed_again(first, first)


def test_dashes_and_pieces_are_one_line() -> None:
    dashes = [Ruling(10.0 + 6 * i, 50.0, 13.0 + 6 * i, 50.4) for i in range(20)]
    across, down = strokes_of(dashes)
    assert [(stroke.lo, stroke.hi) for stroke in across] == [(10.0, 127.0)] and not down


@given(st.tuples(st.floats(0, 500), st.floats(0, 700), st.floats(0, 500), st.floats(0, 700)), st.integers(-4, 8))
@settings(deadline=None)
def test_turning_there_and_back(corners: Box, quarter: int) -> None:
    x0, x1 = sorted((corners[0], corners[2]))
    top, bottom = sorted((corners[1], corners[3]))
    box = (x0, top, x1, bottom)
    width, height = (700.0, 500.0) if quarter % 2 else (500.0, 700.0)
    back = turned(turned(box, quarter, 500.0, 700.0), -quarter, width, height)
    assert back == pytest.approx(box)


@pytest.mark.parametrize(
    ("marks", "left"),
    [
        ([20, 140, 260, 380], 3),  # below all columns: each has its number
        ([260, 320, 380, 440], 5),  # below four quarters (`T` / `W` / `1`), the end of their headings
    ],
)
def test_column_numbers_reach_over_all_columns(marks: list[float], left: int) -> None:
    words = [Word(str(k), x - 2, 10, x + 2, 20, 18, 10, False, k, (x + 2,)) for k, x in enumerate(marks, 1)]
    gutters = [Strip(x, x + 6) for x in (60, 180, 290, 350, 410)]
    band = LineBand(lines_of(words), 10, 20)
    assert len(one_for_each_number(gutters, [band])) == left
