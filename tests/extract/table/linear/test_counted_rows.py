"""Where rows begin in a table that numbers each of them."""

from __future__ import annotations

import pytest

from extract.table.context import DocumentContext
from extract.table.linear.counted import counted_rows, mostly_numbered, nearly_as_good
from extract.table.linear.evidence import Phrases, text_attributes
from extract.table.linear.facts import TableFacts
from extract.table.linear.model import agency_model
from extract.table.linear.read import look
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import ROW, WordRun
from extract.table.linear.tokens import tokenize
from schemas.layout import Line

ROLES = ("no", "indikator", "target", "sumber_data")


def _facts(text: str) -> TableFacts:
    lines = [Line(line, k) for k, line in enumerate(text.splitlines(), 1)]
    return TableFacts(tokenize(lines), ROLES, DocumentContext())


def _counted(text: str, *read: int) -> list[int] | None:
    found = counted_rows(_facts(text), [WordRun(at, at + 1, 0, ROW) for at in read])
    return None if found is None else sorted(found)


def test_numbers_count_from_one_without_a_gap() -> None:
    text = "1 Jumlah data\n12 dokumen\nDAOP 8\n9 Jember\n2 Jumlah orang\n3 orang\nSeksi\n3 Jumlah laporan"
    assert _counted(text, 0, 9, 15) == [0, 9, 15]
    assert _counted(text, 0, 7, 9, 15) == [0, 9, 15]  # 9 is no number of a row


def test_the_first_reading_chooses_among_equal_numbers() -> None:
    text = "1. Jumlah\n2.\nSeksi\n2. Jumlah\n3. Jumlah"
    assert _counted(text, 0, 4, 6) == [0, 4, 6]


def test_a_number_that_the_first_reading_passed_over_counts_unless_a_target_begins_with_it() -> None:
    assert _counted("1 Jumlah\n2 Jumlah\n3 Jumlah", 0, 4) == [0, 2, 4]
    assert _counted("1 Jumlah\n2 dokumen", 0) == [0]


def test_a_number_before_the_word_behind_other_numbers_of_rows_counts() -> None:
    assert _counted("1 Program\n2 Program\n3 dokumen", 0, 2) == [0, 2]
    assert _counted("1 Program\n2 Program\n3 Program", 0, 2) == [0, 2, 4]


def test_other_marks_count_other_things() -> None:
    assert _counted("1 Jumlah\n2. Jumlah\n2 Jumlah", 0, 2, 4) == [0, 4]


def test_a_table_that_begins_with_no_number_is_not_counted() -> None:
    assert _counted("Jumlah\n1 data", 1) is None


@pytest.mark.parametrize(
    ("sums", "good"),
    [([], True), ([(100, 99), (100, 93)], True), ([(100, 94), (100, 94)], False), ([(900, 900), (100, 87)], False)],
)
def test_rows_begin_at_numbers_only_if_little_is_lost_by_it(sums: list[tuple[float, float]], good: bool) -> None:
    assert nearly_as_good(sums) is good


@pytest.mark.parametrize(("unnumbered", "mostly"), [(0, True), (1, True), (3, False)])
def test_where_rows_begin_without_numbers_the_numbers_count_sasaran(unnumbered: int, mostly: bool) -> None:
    path = [WordRun(k, k + 1, 1 if k < unnumbered else 0, ROW) for k in range(10)]
    assert mostly_numbered([(_facts("1 Jumlah data\n12 dokumen\nDAOP"), path)]) is mostly


def test_where_rows_are_known_they_begin_there_and_nowhere_else() -> None:
    facts = _facts("1 Jumlah data\n12 dokumen\nDAOP 8\n2 Jumlah orang\n3 orang\nSeksi")
    rules = TableRules.of(facts.tokens, ROLES, Phrases.of(()), [0] * 4, DocumentContext())
    plain = text_attributes(facts.tokens, rules.facts.targets.at)
    for rows in ({0, 7}, {0}):
        path = look(agency_model(), rules, plain, rows=frozenset(rows)).path
        assert {run.start for run in path if run.kind == ROW} == rows
        assert {run.start for run in path if run.column == 0} == rows
