"""The same columns of a heading, cut a few words earlier or later.

What proposes columns gives the best cut of their words by what these are elsewhere, one for each set of roles:
`Renstra Penyedia Data` where the columns are `Target Periode Renstra` and `Penyedia Data`. The rows have told the roles
then, and lines, brackets and what the words of each column mean tell the cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extract.table.formed.columns import TaggedColumn
from extract.table.formed.spans import UNIT, HeadingReading, WeighedWords
from extract.table.formed.tags import OVER, Tag, tags

#: A cut moves by so many words at most, and so many cuts one after the other.
_MOVED, _ROUNDS = 3, 3


class _Entry(NamedTuple):
    """One printed heading: its level, the name of its tag, its words (positions in the text), and which columns it
    heads."""

    level: int
    name: str
    words: tuple[int, ...]
    columns: tuple[int, ...]


def best_cut(text: WeighedWords, reading: HeadingReading, worth: Callable[[HeadingReading], float]) -> HeadingReading:
    """The reading that is worth most of this one and those with a cut moved, again from there on."""
    best, most = reading, worth(reading)
    for _ in range(_ROUNDS):
        moved = max(((worth(one), k, one) for k, one in enumerate(moved_cuts(text, best))), default=None)
        if moved is None or moved[0] <= most:
            break
        most, _, best = moved
    return best


def moved_cuts(text: WeighedWords, reading: HeadingReading) -> Iterator[HeadingReading]:
    """The readings with one cut moved by some words: between two headings of one level, or behind the last one of the
    upper level (`Target Tahunan dan` / `Satuannya` over `Satuan Kinerja`)."""
    entries = _entries(reading.columns)
    before = _sum(text, entries)
    for k, (left, right) in enumerate(pairwise(entries)):
        if left.words[-1] + 1 != right.words[0]:
            continue
        for own, other in _moved(left.words, right.words):
            made = [*entries[:k], left._replace(words=own), right._replace(words=other), *entries[k + 2 :]]
            gained = (_sum(text, made) - before) / UNIT
            yield replace(
                reading,
                columns=_columns(made, reading.columns),
                score=min(0.0, reading.score + gained),
                odds=reading.odds + gained,
            )


def _moved(left: tuple[int, ...], right: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    both = left + right
    for by in range(1, _MOVED + 1):
        for at in (len(left) - by, len(left) + by):
            if 0 < at < len(both):
                yield both[:at], both[at:]


def _entries(columns: Sequence[TaggedColumn]) -> list[_Entry]:
    """The headings of both levels in the order of their words."""
    upper: dict[tuple[int, ...], _Entry] = {}
    lower: list[_Entry] = []
    for k, column in enumerate(columns):
        over = len(column.words) > 1
        entry = _Entry(1, OVER if over else column.role, column.words[0], (k,))
        known = upper.get(column.words[0])
        upper[column.words[0]] = known._replace(columns=(*known.columns, k)) if known else entry
        lower += [_Entry(2, column.role, column.words[1], (k,))] if over else []
    return [*sorted(upper.values(), key=lambda one: one.words), *sorted(lower, key=lambda one: one.words)]


def _columns(entries: Sequence[_Entry], columns: Sequence[TaggedColumn]) -> tuple[TaggedColumn, ...]:
    words: list[list[tuple[int, ...]]] = [[] for _ in columns]
    for entry in entries:
        for k in entry.columns:
            words[k].append(entry.words)
    return tuple(TaggedColumn(column.role, tuple(own)) for column, own in zip(columns, words, strict=True))


def _sum(text: WeighedWords, entries: Sequence[_Entry]) -> float:
    """What the words weigh under the tags of these headings."""
    names = tags()
    tagged = [
        (at, names.index(Tag(entry.level, entry.name, at == entry.words[0]))) for entry in entries for at in entry.words
    ]
    own = sum(float(text.sums[at, tag]) for at, tag in tagged)
    steps = text.model.steps
    return own + sum(float(steps[int(text.words[at].first)][left, tag]) for (_, left), (at, tag) in pairwise(tagged))
