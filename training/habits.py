"""How words stand in the cells of written tables (rows/*.toml), as extract/table/linear/habits.py tells it.

A table that is learned from must not tell its own words: there their habits are those of the other tables, and a word
that the table's rows don't hold (words may be replaced for learning) has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from bahasa.roles import TARGET
from extract.table.linear.habits import Habit, Habits, habit_of
from extract.table.linear.words import bare_word
from training.written import CELLS, OF_TABLE, written_tables

#: So many tables print a word that has a habit.
_SEVERAL = 3
#: Shares of a word's tables from which on a use counts, by level.
_LEVELS = ((3, 0.74), (2, 0.45), (1, 0.18))
#: Those cells whose words are told; a target is told by its form.
_ROLES = tuple(role for role in CELLS if role != TARGET)

#: How a word is used in one table: how it begins, how it ends.
_Uses = tuple[set[str], set[str]]


def habits_elsewhere(rows: Iterable[Mapping[str, str]]) -> Habits:
    """The habits of words in rows, as other tables show them; all habits where the rows are of no written table."""
    tables = {row[OF_TABLE] for row in rows if row.get(OF_TABLE)}
    return _without(int(tables.pop())) if tables else all_habits()


@cache
def all_habits() -> Habits:
    """The habits of all words."""
    return {word: habit for word, uses in sorted(_uses().items()) if (habit := _habit(uses))}


@cache
def _without(table: int) -> Habits:
    words = {bare_word(word) for row in written_tables()[table] for cell in row.values() for word in cell.split()}
    known = {word: _uses()[word] for word in sorted(words) if word in _uses()}
    return {word: habit for word, uses in known.items() if (habit := _habit(uses, table))}


def _habit(uses: Mapping[int, _Uses], without: int = -1) -> Habit | None:
    tables = [own for table, own in uses.items() if table != without]
    if len(tables) < _SEVERAL:
        return None
    before, behind = _levels([own[0] for own in tables]), _levels([own[1] for own in tables])
    return habit_of(before, behind)


def _levels(tables: list[set[str]]) -> list[str]:
    """The uses that count with their levels; each table counts once, shared among its uses. One table more than there
    are makes a word of few tables less sure."""
    count: dict[str, float] = defaultdict(float)
    for uses in tables:
        for use in sorted(uses):
            count[use] += 1 / len(uses)
    levels = {use: next((n for n, least in _LEVELS if c / (len(tables) + 1) > least), 0) for use, c in count.items()}
    return [f"{use}:{level}" for use, level in sorted(levels.items()) if level]


@cache
def _uses() -> dict[str, dict[int, _Uses]]:
    """By word (bare) and table: how it is used there."""
    found: dict[str, dict[int, _Uses]] = {}
    for table, rows in enumerate(written_tables()):
        for row in rows:
            for role in _ROLES:
                words = [bare_word(word) for word in row[role].split()]
                for i, word in enumerate(words):
                    if word:
                        before, behind = found.setdefault(word, {}).setdefault(table, (set(), set()))
                        before.add(f"{'dalam' if i else 'mula'}:{role}")
                        behind.add(f"{'dalam' if i + 1 < len(words) else 'akhir'}:{role}")
    return {word: tables for word, tables in found.items() if len(tables) >= _SEVERAL}
