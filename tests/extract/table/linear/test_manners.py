"""Columns that all rows of a document fill, and letters that its cells begin with."""

from __future__ import annotations

import pytest

from extract.table.context import DocumentContext, SeenLayout
from extract.table.linear.evidence import Phrases, text_attributes
from extract.table.linear.manners import beginning, costs_of_blanks, weights_of_beginnings
from extract.table.linear.model import agency_model
from extract.table.linear.read import look
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, FRESH, ROW, SAME, WordRun
from extract.table.linear.tokens import tokenize
from schemas.layout import Line

ROLES = ("indikator", "rumus", "sumber_data")
WORDS = ("Lomba", "digelar", "Foto")


def _rows(whole: int, without: int, column: int = 1) -> list[WordRun]:
    """Rows with all cells and some without the one of a column, each cell of one word."""
    full = [WordRun(k, k + 1, k, SAME if k else ROW) for k in range(3)]
    less = [run for run in full if run.column != column]
    return full * whole + [run._replace(kind=SAME if k else ROW) for k, run in enumerate(less)] * without


@pytest.mark.parametrize(("whole", "without", "costs"), [(9, 1, True), (9, 0, True), (5, 5, False), (2, 0, False)])
def test_a_column_that_most_rows_fill_is_filled_by_all(whole: int, without: int, costs: bool) -> None:
    found = costs_of_blanks([(WORDS, _rows(whole, without))], ROLES)
    assert [cost > 0 for cost in found] == [whole + without > 4, costs, False]


def test_sources_may_be_merged_over_rows_however_few_are() -> None:
    assert costs_of_blanks([(WORDS, _rows(9, 1, column=2))], ROLES)[2] == 0


def test_a_cell_that_begins_behind_a_page_break_fills_its_row() -> None:
    cut = [WordRun(0, 1, 0, ROW), WordRun(1, 2, 1, FRESH), WordRun(1, 2, 1, CONT)] * 5
    assert costs_of_blanks([(WORDS, cut)], ROLES)[1] > 0


def test_letters_that_cells_begin_with_are_the_documents() -> None:
    rumus = weights_of_beginnings([(WORDS, _rows(20, 0))], ROLES)[1]
    assert rumus[beginning("digelar")] > 0 > rumus[beginning("Digelar")]
    titled = weights_of_beginnings([(tuple(map(str.title, WORDS)), _rows(20, 0))], ROLES)[1]
    assert titled[beginning("digelar")] < 0 < titled[beginning("Digelar")]
    assert weights_of_beginnings([(WORDS, [])], ROLES) == [(0, 0, 0)] * 3


def test_targets_have_a_grammar_of_their_own() -> None:
    assert weights_of_beginnings([(("12",), [WordRun(0, 1, 0, ROW)] * 20)], ("target",)) == [(0, 0, 0)]


def test_a_row_of_a_table_whose_rows_all_have_a_rumus_has_one() -> None:
    roles = ("no", "sasaran", "indikator", "rumus", "target")
    words = "5 Warga miskin penerima bantuan Surat penerima sesuai aturan 20 orang"
    rules = TableRules.of(tokenize([Line(words, 1)]), roles, Phrases.of(()), [0] * 5, DocumentContext())
    plain = text_attributes(rules.facts.tokens, rules.facts.targets.at)
    columns = {}
    for blanks in ((), (0, 0, 20000, 20000, 20000)):
        known = rules.laid_out(SeenLayout((0,) * 5, "?", (), blanks=blanks))
        columns[bool(blanks)] = [roles[run.column] for run in look(agency_model(), known, plain).path]
    assert "rumus" not in columns[False] and columns[True] == ["no", "indikator", "rumus", "target"]
