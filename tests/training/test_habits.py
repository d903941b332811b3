"""How words stand in the written tables, and that no table tells its own words."""

from __future__ import annotations

import random
from typing import Any

from extract.table.linear.habits import habit_from_text, habit_to_text
from extract.table.linear.words import bare_word
from training.data import DECREE, TABLES, examples_of, set_anew
from training.drawn_rows import plain_rows
from training.habits import all_habits, habits_elsewhere
from training.written import OF_TABLE, written_tables


def test_words_have_the_uses_that_most_tables_show() -> None:
    habits = all_habits()
    assert any(use.startswith("biasa=dalam:rumus") for use in habits["dibagi"].before)
    assert any(use.startswith("biasa=mula:sumber_data") for use in habits["notulen"].before)
    assert not any(use.startswith("biasa=mula") for use in habits["dibagi"].before)


def test_a_table_tells_nothing_of_words_that_it_alone_prints() -> None:
    held = [
        {bare_word(word) for row in table for role, cell in row.items() if role != OF_TABLE for word in cell.split()}
        for table in written_tables()
    ]
    for number in range(0, len(held), 100):
        others = {word: sum(word in words for k, words in enumerate(held) if k != number) for word in held[number]}
        told = habits_elsewhere(written_tables()[number])
        assert told and set(told) <= held[number] | {str(number)}
        assert all(others.get(word, 2) >= 2 for word in told)


def test_rows_of_no_written_table_are_told_all_habits(gold: dict[str, Any]) -> None:
    assert habits_elsewhere([{"indikator": "Nilai SAKIP"}]) is all_habits()
    assert not any(row.get(OF_TABLE) for row in plain_rows(_Gold(), gold["j01"]["rows"]))


class _Gold(random.Random):
    """Draws labelled rows."""

    def random(self) -> float:
        return 0.0


def test_tables_set_anew_under_the_columns_of_others_know_habits() -> None:
    tables, rng = examples_of(DECREE.read_bytes()), random.Random(3)
    drawn = [set_anew(name, TABLES, tables["j01"], rng, 1.0).elsewhere.habits for name in TABLES[:8]]
    assert all(drawn) and len({len(habits) for habits in drawn}) > 2
    assert not set_anew("j01", TABLES, tables["j01"], rng).elsewhere.habits


def test_a_habit_is_read_as_it_was_written() -> None:
    for habit in list(all_habits().values())[:200]:
        assert habit_from_text(habit_to_text(habit)) == habit
