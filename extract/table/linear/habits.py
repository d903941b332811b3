"""What cells of other tables show of a word: how it mostly stands there.

Most words that stand beside a boundary are too rare for weights of their own (of 100 some 40 stand in 2 to 15 of 1,300
tables). Together they speak all the same: `Notulen` mostly begins a sumber data, `dibagi` stands inside a rumus. A
word's habit is a list of such uses, each with a level (1: at times, 3: nearly always); they are attributes of the gap
before the word (how it begins) and of the one behind it (how it ends).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Habit(NamedTuple):
    """A word's uses as names of evidence: `biasa=mula:sumber_data:3` of the gap before it, `usaibiasa=dalam:rumus:1` of
    the gap behind it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


Habits = Mapping[str, Habit]
_BEFORE, _BEHIND = "biasa=", "usaibiasa="


def habit_of(before: list[str], behind: list[str]) -> Habit:
    """The habit of uses (`mula:sumber_data:3`)."""
    return Habit(tuple(_BEFORE + use for use in before), tuple(_BEHIND + use for use in behind))


def habit_to_text(habit: Habit) -> str:
    """As it stands in a file of weights.

    >>> habit_to_text(habit_of(["mula:sumber_data:3"], ["akhir:rumus:1", "dalam:sumber_data:2"]))
    'mula:sumber_data:3|akhir:rumus:1 dalam:sumber_data:2'
    """
    before = (name.removeprefix(_BEFORE) for name in habit.before)
    return " ".join(before) + "|" + " ".join(name.removeprefix(_BEHIND) for name in habit.behind)


def habit_from_text(text: str) -> Habit:
    """Reads what habit_to_text wrote."""
    before, behind = text.split("|")
    return habit_of(before.split(), behind.split())
