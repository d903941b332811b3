"""What tables have in common is kept, but never without a bound."""

from __future__ import annotations

from itertools import islice, product

from bahasa.roles import column_roles
from extract.table.linear.kept import KeptSums
from extract.table.linear.model import Model, agency_model


def test_the_one_asked_for_longest_ago_is_made_anew() -> None:
    kept, made = KeptSums[str, str](most=2), list[str]()

    def ask(word: str) -> str:
        return kept.of(word, lambda: made.append(word) or word.upper())

    assert [ask(word) for word in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"] and len(kept) == 2


def test_a_model_does_not_grow_with_the_tables_that_it_reads() -> None:
    roles = tuple(column_roles())
    model = Model(attributes=agency_model().attributes, gaps=agency_model().gaps)
    for columns in islice(product(roles, repeat=3), 200):
        model.weights(columns)
    assert len(model.columns) == model.columns.most < 200
