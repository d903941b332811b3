"""Pairs that are worth comparing, found through what both sides share.

Comparing all with all takes n * n comparisons. Things that are the same share a telling feature (the same indikator,
a rare word); a feature that many things have tells little, and pairs each with its neighbours only, so that the number
of pairs grows with n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from katalog.match.node import Node

#: So many neighbours of each side are paired where a feature is frequent.
NEAR = 8
#: Up to so many pairs, all are compared.
FEW = 2500


def candidates(
    old: Sequence[Node], new: Sequence[Node], features: Callable[[Node], Iterable[str]]
) -> list[tuple[int, int]]:
    """Positions (in `old`, in `new`) of pairs that share a feature, in order; all pairs of two short lists."""
    if len(old) * len(new) <= FEW:
        return [(i, j) for i in range(len(old)) for j in range(len(new))]
    left, right = _posted(old, features), _posted(new, features)
    found: set[tuple[int, int]] = set()
    for feature, ours in left.items():
        found.update(_pairs(ours, right.get(feature, [])))
    return sorted(found)


def _posted(nodes: Sequence[Node], features: Callable[[Node], Iterable[str]]) -> dict[str, list[int]]:
    posted: dict[str, list[int]] = defaultdict(list)
    for position, node in enumerate(nodes):
        for feature in dict.fromkeys(features(node)):
            posted[feature].append(position)
    return posted


def _pairs(ours: Sequence[int], theirs: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(ours) * len(theirs) <= NEAR * NEAR:
        return [(i, j) for i in ours for j in theirs]
    pairs = []
    for rank, i in enumerate(ours):
        middle = rank * len(theirs) // len(ours)
        first = max(0, min(middle - NEAR // 2, len(theirs) - NEAR))
        pairs += [(i, j) for j in theirs[first : first + NEAR]]
    return pairs
