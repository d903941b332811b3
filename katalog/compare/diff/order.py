"""What moved in a list: the fewest things that have to move so that all others keep their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> list[int]:
    """Positions (in `places`) of the things that moved, sorted.

    `places` holds, for the things that stayed, in their old order, their places in the new list (all different). Those
    of a longest increasing subsequence did not move, however many were inserted between them. Of two neighbours that
    changed places the one that stood first moved.

    >>> out_of_order([0, 2, 1, 3])
    [1]
    """
    kept = _longest_increasing(places)
    return [position for position in range(len(places)) if position not in kept]


def _longest_increasing(places: Sequence[int]) -> set[int]:
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for position, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at[length : length + 1] = [position]
    kept: set[int] = set()
    position = at[-1] if at else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept
