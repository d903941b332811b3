"""What tables have in common is kept, but never without a bound."""

from __future__ import annotations

from itertools import islice, product

import pytest

from bahasa.roles import column_roles
from extract.table.context import DocumentContext
from extract.table.linear.facts import TableFacts
from extract.table.linear.kept import KeptSums
from extract.table.linear.model import Model, agency_model
from extract.table.linear.runs import CONT, FRESH, ROW, SAME, RowSoFar
from extract.table.linear.steps import step_names, step_said
from extract.table.linear.tokens import tokenize
from schemas.layout import Line


def test_the_one_asked_for_longest_ago_is_made_anew() -> None:
    kept, made = KeptSums[str, str](most=2), list[str]()

    def ask(word: str) -> str:
        return kept.of(word, lambda: made.append(word) or word.upper())

    assert [ask(word) for word in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"] and len(kept) == 2


def test_what_is_said_in_parts_weighs_what_its_names_weigh() -> None:
    roles = ("no", "sasaran", "indikator", "target")
    words = tokenize([Line("1 Tersusunnya data", 1), Line("Jumlah data", 2), Line("3 dokumen", 3)])
    facts = TableFacts(words, roles, DocumentContext())
    model, empty = agency_model(), RowSoFar()
    rows = [empty, empty._replace(mask=0b0111, multi=True), empty._replace(mask=0b0011, after=True)]
    for row, kind, column, previous, start in product(rows, (SAME, ROW, CONT, FRESH), range(4), range(4), (1, 3)):
        step = facts, previous, row, start, column, kind
        assert model.said(step_said(*step)) == model.rule(step_names(*step))
    assert model.parts


def test_parts_of_steps_are_dropped_where_they_are_too_many_and_where_weights_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("extract.table.linear.model._MOST_PARTS", 5)
    model = Model(rules={"a": 1.0})
    for number in range(20):
        assert model.said([(list, f"a{number}"), (list, "a")]) == 2.0
    assert len(model.parts) <= 5
    model.rules["a"] = 3.0
    model.forget()
    assert model.said([(list, "a")]) == 3.0


def test_a_model_does_not_grow_with_the_tables_that_it_reads() -> None:
    roles = tuple(column_roles())
    model = Model(attributes=agency_model().attributes, gaps=agency_model().gaps)
    for columns in islice(product(roles, repeat=3), 200):
        model.weights(columns)
    assert len(model.columns) == model.columns.most < 200
