"""Widths that many lines show, lines that no column has room for, and capitals inside cells."""

from __future__ import annotations

from extract.table.linear.capitals import weights_of_capitals
from extract.table.linear.runs import ROW, SAME, WordRun
from extract.table.linear.tokens import tokenize, width
from extract.table.linear.wrap import Widths, measure
from schemas.layout import Line


def _widths(*texts: str, columns: int = 1) -> Widths:
    return Widths(tokenize([Line(text, number) for number, text in enumerate(texts, 1)]), [0] * columns)


def test_one_line_that_two_cells_share_does_not_make_a_column_wide() -> None:
    full = "Naskah kuno yang"
    texts = (full, "dirawat", full, "dipindai", f"Katalog naskah {full}", "dijaga")
    ends = [(0, 4, 0), (4, 8, 0), (8, 14, 0)]
    assert measure([(_widths(*texts), ends)], 1)[0].full == width(full)


def test_lines_that_were_cut_too_early_do_not_make_a_column_narrow() -> None:
    texts = ("Naskah kuno yang", "dialihmediakan", "Naskah lama yang", "didigitalkan", "Kata", "baru")
    ends = [(0, 4, 0), (4, 8, 0), (8, 10, 0)]
    (width_seen,) = measure([(_widths(*texts), ends)], 1)
    assert width_seen.full == width("Naskah lama yang") < width_seen.room


def test_a_line_wider_than_its_column_has_no_room_wherever_it_ends() -> None:
    whole = _widths("Pasar yang bersih Pasar bersertifikat SNI 1 pasar")
    widths = whole.limited([width("Pasar yang bersih")])
    assert list(widths.roomless()[:, 0]) == [False] * 4 + [True] * 5
    assert widths.has_room(3, 5, 0) and not widths.has_room(0, 5, 0)
    assert not whole.roomless().any()


def test_a_capital_is_seldom_inside_the_cells_of_a_document_that_writes_so() -> None:
    small = ["Terlayaninya", "desa", "yang", "jauh", "dari", "kota", "dan", "sulit", "dijangkau"]
    named = [word.title() for word in small]

    def weight(words: list[str], times: int) -> int:
        path = [WordRun(0, len(words), 0, ROW)] * times
        return weights_of_capitals([(words, path)], ["sasaran"])[0]

    assert weight(small, 9) < weight(small, 1) < 0
    assert weight(named, 9) == 0


def test_what_opens_a_cell_is_not_inside_it() -> None:
    words = ["Terlayaninya", "desa", "Kunjungan", "mobil", "pustaka"]
    apart = [WordRun(0, 2, 0, ROW), WordRun(2, 5, 1, SAME)]
    together = [WordRun(0, 5, 0, ROW)]
    roles = ["sasaran", "indikator"]
    assert weights_of_capitals([(words, apart)], roles)[0] < weights_of_capitals([(words, together)], roles)[0]
