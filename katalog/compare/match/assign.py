"""Least-cost assignment: of all ways to pair two lists, the one whose pairs are worth most together.

Each pair is worth its gain (likeness above what chance gives); a thing may stay alone at no cost. The problem falls
apart into groups that share no candidate, and each group is solved exactly, by shortest augmenting paths (Jonker and
Volgenant, A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems, 1987).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

#: A preference that decides between equally good pairs, too small to outweigh any likeness.
TIE = 1e-6

Gains = Mapping[tuple[int, int], float]
#: What each row pays for each column that it may have.
_Costs = dict[int, dict[int, float]]


def assign(gains: Gains, sizes: tuple[int, int]) -> list[tuple[int, int]]:
    """The pairs (of positive gain) with the greatest sum, sorted. `sizes` are the lengths of the two lists: among equal
    sums, pairs at the same relative place are preferred."""
    scale = 1 / max(sizes[0], 1), 1 / max(sizes[1], 1)
    kept = {(i, j): gain - TIE * (i * scale[0] - j * scale[1]) ** 2 for (i, j), gain in gains.items() if gain > TIE}
    return sorted(pair for group in _groups(kept) for pair in _solve(group))


def _groups(gains: Gains) -> Iterable[dict[tuple[int, int], float]]:
    """The candidates of each group, in order; things of a group hang together by candidates."""
    above: dict[int, int] = {}

    def top(node: int) -> int:
        while (higher := above.setdefault(node, node)) != node:
            above[node] = above[higher]
            node = higher
        return node

    groups: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    pairs = sorted(gains)
    for i, j in pairs:
        above[top(i)] = top(~j)  # columns are the numbers below nothing
    for pair in pairs:
        groups[top(pair[0])][pair] = gains[pair]
    return groups.values()


def _solve(gains: Gains) -> list[tuple[int, int]]:
    if len(gains) == 1:
        return list(gains)
    most = max(gains.values())
    costs: _Costs = defaultdict(dict)
    for (i, j), gain in gains.items():
        costs[i][j] = most - gain
    for i, own in costs.items():
        own[~i] = most  # a column of its own: to stay alone
    return [(i, j) for j, i in _owners(costs).items() if j >= 0]


def _owners(costs: _Costs) -> dict[int, int]:
    """The row of each column that has one, at the least cost together; every row gets a column."""
    owners: dict[int, int] = {}
    has: dict[int, int] = {}
    prices: dict[int, float] = defaultdict(float)
    for row in costs:
        free, came = _nearest(row, costs, owners, prices)
        column: int | None = free
        while column is not None:
            owner = came[column]
            owners[column], has[owner], column = owner, column, has.get(owner)
    return owners


def _nearest(
    start: int, costs: _Costs, owners: Mapping[int, int], prices: dict[int, float]
) -> tuple[int, dict[int, int]]:
    """The free column that costs least for `start` when others make way for it, and the row by which each column on the
    way was reached. What the way costs more than it must is put into the prices."""
    came: dict[int, int] = {}
    paid: dict[int, float] = {}
    waiting = [(cost - prices[column], column, start) for column, cost in costs[start].items()]
    heapify(waiting)
    while True:
        so_far, column, row = heappop(waiting)
        if column in came:
            continue
        came[column], paid[column] = row, so_far
        if (owner := owners.get(column)) is None:
            break
        own = costs[owner]
        so_far -= own[column] - prices[column]
        for other, cost in own.items():
            if other not in came:
                heappush(waiting, (so_far + cost - prices[other], other, owner))
    for passed, cost in paid.items():
        prices[passed] += cost - so_far
    return column, came
