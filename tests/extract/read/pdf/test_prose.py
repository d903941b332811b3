"""Running text between tables without upright lines is none of their rows."""

from __future__ import annotations

from extract.read.pdf.prose import prose_in
from extract.read.pdf.words import TextLine, lines_of
from schemas.layout import Word


def line(base: float, text: str, gap: float, x0: float = 50.0, gaps: tuple[float, ...] = ()) -> TextLine:
    """A line in ten points, each letter five wide, its words so far apart."""
    words: list[Word] = []
    x = x0
    for at, text_of in enumerate(text.split()):
        right = x + 5 * len(text_of)
        words.append(Word(text_of, x, base - 7.5, right, base + 2.2, base, 10.0, True, at, (right,)))
        x = right + (gaps[at] if at < len(gaps) else gap)
    return lines_of(words)[0]


JUSTIFIED = line(100, "b. Kepala Pusat Penelitian bertugas mengoordinasikan", 22.0, gaps=(30.0,))
LAST = line(113, "penelitian terapan berikut:", 2.5)
ROW = line(140, "1 Penelitian terapan bermanfaat jumlah luaran sembilan", 2.5, gaps=(20, 3, 60, 3, 3, 70))


def test_a_justified_line_and_the_last_one_below_it_are_prose() -> None:
    assert prose_in([JUSTIFIED, LAST, ROW]) == {0, 1}


def test_a_row_is_no_prose() -> None:
    assert prose_in([ROW, LAST]) == frozenset() == prose_in([])


def test_a_line_of_one_column_is_no_prose() -> None:
    """The text of a cell may be justified too, but is as wide as its column."""
    wide = line(160, "1 " + "x" * 60 + " " + "y" * 60, 40.0)
    assert prose_in([JUSTIFIED, wide]) == frozenset()
