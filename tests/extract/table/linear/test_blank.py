"""A column that a table leaves blank, or prints once, takes no words of the column before it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bahasa.temuan import threshold
from extract.table.linear.blank import without_blank
from extract.table.linear.model import agency_model
from extract.table.linear.runs import ROW, SAME, WordRun
from extract.table.linear.soft import TableReading

ROLES = ("indikator", "sumber_data", "penanggung_jawab")
#: Three rows: an indikator, and two words of which the last may be a cell of its own.
WORDS = ("Arsip", "Buku", "induk", "Data", "Rekap", "surat", "Nilai", "Lembar", "uji")


def reading(filled: Sequence[int]) -> TableReading:
    """A reading in which the rows `filled` have a cell in the last column."""
    path: list[WordRun] = []
    for row in range(3):
        at, end = 3 * row, 3 * row + 3
        path.append(WordRun(at, at + 1, 0, ROW))
        if row in filled:
            path += [WordRun(at + 1, at + 2, 1, SAME), WordRun(at + 2, end, 2, SAME)]
        else:
            path.append(WordRun(at + 1, end, 1, SAME))
    return TableReading(path, [90_000.0] * len(path), [None] * len(path), 0.0)


@pytest.mark.parametrize(("left", "taken"), [((), True), ((0,), True), ((0, 1), False), ((0, 1, 2), False)])
def test_few_cells_are_left_where_each_of_them_costs(left: Sequence[int], taken: bool) -> None:
    free, other = reading((0, 1, 2)), reading(left)
    found = without_blank(WORDS, ROLES, free, lambda costs: other if costs.keys() == {2} else free)
    assert found is (other if taken else free)


def test_what_stood_in_the_column_stays_in_doubt() -> None:
    found = without_blank(WORDS, ROLES, reading((1,)), lambda _: reading(()))
    sure = [agency_model().confidence(margin) for margin in found.margins]
    doubted = [found.path[at].start for at, one in enumerate(sure) if one < threshold("keyakinan-rendah")]
    assert doubted == [4]
    assert [rival.start for rival in found.rivals if rival] == [5]


def test_a_text_that_the_column_repeats_is_no_other_columns() -> None:
    words = ("Arsip", "Buku", "Umum", "Data", "Rekap", "Umum", "Nilai", "Lembar", "uji")
    free = reading((0, 1))
    assert without_blank(words, ROLES, free, lambda _: reading(())) is free


def test_other_columns_are_read_as_they_were() -> None:
    free = reading((0, 1, 2))
    assert without_blank(WORDS, ("indikator", "sumber_data", "others"), free, lambda _: reading(())) is free
