"""Tags of words -> the columns of a table, left to right.

What stands over several columns gives its place to those below it (`TARGET` / `RUMUS` / `2022 2023`: the two years,
then the rumus).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bahasa.roles import NO, about_role
from extract.table.formed.tags import NUMBER, OVER, Tag
from schemas.base import Role

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class TaggedColumn:
    """A column by its tags: its role, and the words of its heading (their positions), upper levels first."""

    role: Role
    words: tuple[tuple[int, ...], ...]


@dataclass(slots=True)
class _Entry:
    tag: Tag
    words: list[int] = field(default_factory=list)


def columns_of(tagged: Sequence[Tag], words: Sequence[str] = ()) -> list[TaggedColumn] | None:
    """The columns that the tags of a heading's words (column numbers among them) give; None where they give no table of
    indicators: too few, a role twice, parts below nothing, other than the column numbers count. Where the `words` are
    given, only those with a letter or a figure count."""
    entries = _entries(tagged)
    upper, lower = ([one for one in entries if one.tag.level == level] for level in (1, 2))
    overs = sum(one.tag.name == OVER for one in upper)
    if bool(overs) != bool(lower) or (overs and len(lower) % overs):
        return None
    share = len(lower) // overs if overs else 0
    columns: list[TaggedColumn] = []
    for one in upper:
        if one.tag.name != OVER:
            columns.append(_column(one))
            continue
        columns += [_column(below, one) for below in lower[:share]]
        lower = lower[share:]
    counts = [not words or any(map(str.isalnum, words[at])) for at in range(len(tagged))]
    counted = sum(tag.name == NUMBER and counts[at] for at, tag in enumerate(tagged))
    return columns if _is_table(columns) and counted in (0, len(columns)) else None


def _entries(tagged: Sequence[Tag]) -> list[_Entry]:
    entries: list[_Entry] = []
    for at, tag in enumerate(tagged):
        if tag.level == 0:
            continue
        if tag.first:
            entries.append(_Entry(tag))
        entries[-1].words.append(at)
    return entries


def _column(entry: _Entry, over: _Entry | None = None) -> TaggedColumn:
    levels = (over, entry) if over else (entry,)
    role: Role = about_role(entry.tag.name).name
    return TaggedColumn(role, tuple(tuple(one.words) for one in levels))


def _is_table(columns: Sequence[TaggedColumn]) -> bool:
    if len(columns) < _FEWEST or not any(about_role(column.role).core for column in columns):
        return False
    counts = Counter(column.role for column in columns)
    once = all(count == 1 or about_role(role).repeats for role, count in counts.items())
    return once and (NO not in counts or columns[0].role == NO)
