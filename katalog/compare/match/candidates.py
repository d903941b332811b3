"""Pairs that are worth comparing, found through what both sides share.

Comparing all with all takes n * n comparisons. Things that are the same share a telling feature (the same indikator,
a rare word); a feature that many things have tells little, and pairs each with its neighbours only, so that the number
of pairs grows with n.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from katalog.compare.match.thing import Thing

#: So many neighbours of each side are paired where a feature is frequent.
NEAR = 8
#: Up to so many pairs, all are compared.
FEW = 2500


def candidates(
    old: Sequence[Thing], new: Sequence[Thing], features: Callable[[Thing], Iterable[str]]
) -> list[tuple[int, int]]:
    """Positions (in `old`, in `new`) of pairs that share a feature, in order; all pairs of two short lists.

    The rarest features are looked at first; one that many things have is looked at only for things that have found
    fewer than `NEAR` candidates by then.
    """
    if len(old) * len(new) <= FEW:
        return [(i, j) for i in range(len(old)) for j in range(len(new))]
    left, right = _posted(old, features), _posted(new, features)
    shared = sorted(
        (name for name in left if name in right), key=lambda name: (len(left[name]) * len(right[name]), name)
    )
    found: set[tuple[int, int]] = set()
    count = [0] * len(old)
    for feature in shared:
        for pair in _pairs([i for i in left[feature] if count[i] < NEAR], right[feature], len(left[feature])):
            if pair not in found:
                found.add(pair)
                count[pair[0]] += 1
    return sorted(found)


def _posted(nodes: Sequence[Thing], features: Callable[[Thing], Iterable[str]]) -> dict[str, list[int]]:
    posted: dict[str, list[int]] = defaultdict(list)
    for position, node in enumerate(nodes):
        for feature in dict.fromkeys(features(node)):
            posted[feature].append(position)
    return posted


def _pairs(ours: Sequence[int], theirs: Sequence[int], all_ours: int) -> Iterable[tuple[int, int]]:
    if all_ours * len(theirs) <= NEAR * NEAR:
        return [(i, j) for i in ours for j in theirs]
    return [(i, j) for i in ours for j in _neighbours(i, theirs)]


def _neighbours(position: int, theirs: Sequence[int]) -> Sequence[int]:
    """Those that stand nearest to the same place in the other list."""
    middle = bisect_left(theirs, position)
    first = max(0, min(middle - NEAR // 2, len(theirs) - NEAR))
    return theirs[first : first + NEAR]
