"""How well the words of headings alone name the roles of their columns.

The rows below a heading tell a column's role whatever heads it; where its words are cut is told by what they mean
(`IKI` / `Unit Ukuran`, not `IKI Unit` / `Ukuran`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from bahasa.headings import heading_letters, known_headings
from bahasa.roles import NO, OTHERS
from extract.table.formed.parted import stays_open
from extract.table.meaning.evidence import SeenColumn, evidence_of
from extract.table.meaning.roles import role_model

#: The least share of a role that is reckoned with, about that of chance among eight: the model takes words that nobody
#: knows (`TRGT.`) for another column's, which is no evidence for joining them to a neighbour's.
_LEAST = 0.12
#: How the names of evidence begin that words give.
_WORDS = ("h:", "k:")
#: Where words are vague or nobody knows them (`IKP`, `PENJAB.`), the likeliest role has as much as headings give on the
#: average: they may head any column, and joined to a neighbour's words they would cost nothing.
_VAGUE = 0.5


def badly_called(roles: Sequence[str], names: Sequence[Sequence[str]]) -> float:
    """How little the headings of columns say of their roles (natural logarithms, 0 where they leave no doubt). Any
    short word may head the numbers of rows, but none that heads other columns (`NO. URT IKI`)."""
    return sum(
        _others(tuple(levels)) if role == NO else -_told(tuple(levels), role)
        for role, levels in zip(roles, names, strict=True)
    )


@lru_cache(maxsize=1 << 10)
def _others(levels: tuple[str, ...]) -> float:
    """How many words head other columns and no numbers."""
    words = map(heading_letters, " ".join(levels).split())
    return float(sum(word in _words_of(False) and word not in _words_of(True) for word in words))


@cache
def _words_of(numbers: bool) -> frozenset[str]:
    """The words of the headings of row numbers that the vocabulary knows, or of all others."""
    known = (one for one in known_headings().values() if (one.role == NO) == numbers)
    return frozenset(word for one in known for word in map(heading_letters, one.contoh.split()) if len(word) > 1)


@lru_cache(maxsize=1 << 12)
def _told(levels: tuple[str, ...], role: str) -> float:
    """The logarithm of the share that a role has by a heading, among all but that of numbers."""
    scores = _scores(levels)
    top = max(scores.values())
    best = 1 / sum(math.exp(score - top) for score in scores.values())
    return math.log(max(math.exp(scores[role] - top) * max(best, _VAGUE), _LEAST))


def joins_two(names: Sequence[Sequence[str]]) -> float:
    """How many headings look like two side by side, each in the measure in which what is left and right of one cut
    names columns of its own (`FORMULASI CATATAN`); one that the vocabulary knows as a whole is one.

    >>> joins_two([["FORMULASI CATATAN"]]) > 0.7, joins_two([["INDIKATOR KINERJA SASARAN"], ["CARA HITUNG"]]) < 0.2
    (True, True)
    """
    # one that stands over several columns is printed once
    return sum(map(_two, dict.fromkeys(level for levels in names for level in levels)))


@lru_cache(maxsize=1 << 12)
def _two(level: str) -> float:
    words = level.split()
    if heading_letters(level) in known_headings():
        return 0.0
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    # neither may go on in the other
    parts = ((_alone(left), _alone(right)) for left, right in cuts if not (stays_open([left]) or stays_open([right])))
    apart = (
        left[1] * right[1]
        for left, right in parts
        if (left[0] != right[0] or left[0] == OTHERS) and min(left[1], right[1]) > _VAGUE
    )
    return max(apart, default=0.0)


def _alone(words: str) -> tuple[str, float]:
    """The likeliest role by the words of a heading alone, and its share."""
    known = known_headings().get(heading_letters(words))
    if known is not None and known.role == NO:
        return NO, 1.0
    scores = _scores((words,))
    role = max(scores, key=lambda one: scores[one])
    return role, 1 / sum(math.exp(score - scores[role]) for score in scores.values())


@lru_cache(maxsize=1 << 13)
def _scores(levels: tuple[str, ...]) -> dict[str, float]:
    """What the words of a heading alone say of each role: nothing of where the column stands, or of its cells."""
    model = role_model()
    (names,) = evidence_of([SeenColumn(levels, ())])
    said = (model.scores(own) for own in (names, frozenset(name for name in names if not name.startswith(_WORDS))))
    return {role: score - rest for role, score, rest in zip(model.roles, *said, strict=True) if role != NO}
