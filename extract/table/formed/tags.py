"""What a word of a linear text may be to a heading, and which may follow which.

A heading prints its columns from left to right, and below the last one the parts of a column that has several (`TARGET`
/ ... / `2022 2023 2024`): a text keeps that order, so that the words are a path of tags.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bahasa.roles import OTHERS, SATUAN, TARGET, column_roles

#: What is no heading; what numbers the columns below it; what stands over several columns.
TEXT: Final = "-"
NUMBER: Final = "#"
OVER: Final = "atas"
#: Roles of columns that stand below another heading.
PARTS: Final = (TARGET, SATUAN, OTHERS)


class Tag(NamedTuple):
    """`level` is 0 outside headings, 1 for columns and what stands over some, 2 for those below; `name` is the role, or
    OVER, TEXT, NUMBER; `first` says that the word begins it."""

    level: int
    name: str
    first: bool = True

    @property
    def label(self) -> str:
        """Its name in the file of weights (`1 no`, `1 no+` for a word that goes on)."""
        return f"{self.level} {self.name}{'' if self.first else '+'}"


@cache
def tags() -> tuple[Tag, ...]:
    """All tags, in the order of the weights."""
    columns = [Tag(1, name, first) for name in (*column_roles(), OVER) for first in (True, False)]
    below = [Tag(2, name, first) for name in PARTS for first in (True, False)]
    return (Tag(0, TEXT), Tag(0, NUMBER), *columns, *below)


@cache
def forbidden(opens: bool) -> NDArray[np.bool_]:
    """[before, behind]: what cannot follow. `opens` where the word opens its line: only there a heading or its column
    numbers begin and end."""
    names = tags()
    return np.array([[not _may_follow(a, b, opens) for b in names] for a in names])


def _may_follow(a: Tag, b: Tag, opens: bool) -> bool:
    if b.level and not b.first:
        return a.level == b.level and a.name == b.name
    if b.name == TEXT:
        return opens or a.name == TEXT
    if b.name == NUMBER:
        return a.name == NUMBER or (opens and a.level > 0)
    if b.level == 2:
        return a.level > 0
    return a.level == 1 or (a.level == 0 and a.name == TEXT and opens) or (a.level == 2 and not opens)


def may_end(tag: Tag) -> bool:
    """Whether a text may end with a word of this tag: a heading without anything below it is none."""
    return tag.level == 0
