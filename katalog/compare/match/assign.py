"""Least-cost assignment: of all ways to pair two lists, the one whose pairs are worth most together.

Each pair is worth its gain (likeness above what chance gives); a thing may stay alone at no cost. The problem falls
apart into groups that share no candidate, and each group is solved exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, min_weight_full_bipartite_matching

#: Groups of up to so many cells are solved as a full matrix, larger ones as a sparse graph.
DENSE = 250_000
#: A preference that decides between equally good pairs, too small to outweigh any likeness.
TIE = 1e-6

Gains = Mapping[tuple[int, int], float]


def assign(gains: Gains, sizes: tuple[int, int]) -> list[tuple[int, int]]:
    """The pairs (of positive gain) with the greatest sum, sorted. `sizes` are the lengths of the two lists: among equal
    sums, pairs at the same relative place are preferred."""
    scale = 1 / max(sizes[0], 1), 1 / max(sizes[1], 1)
    kept = {(i, j): gain - TIE * (i * scale[0] - j * scale[1]) ** 2 for (i, j), gain in gains.items() if gain > TIE}
    return sorted(pair for group in _groups(kept, sizes) for pair in _solve(group))


def _groups(gains: Gains, sizes: tuple[int, int]) -> Iterable[dict[tuple[int, int], float]]:
    if not gains:
        return []
    pairs = np.array(sorted(gains))
    count = sizes[0] + sizes[1]
    links = csr_array((np.ones(len(pairs)), (pairs[:, 0], sizes[0] + pairs[:, 1])), shape=(count, count))
    _, label = connected_components(links, directed=False)
    groups: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for i, j in pairs.tolist():
        groups[int(label[i])][(i, j)] = gains[(i, j)]
    return groups.values()


def _solve(gains: Gains) -> list[tuple[int, int]]:
    if len(gains) == 1:
        return list(gains)
    left, right = sorted({i for i, _ in gains}), sorted({j for _, j in gains})
    at = {i: row for row, i in enumerate(left)}, {j: column for column, j in enumerate(right)}
    solver = _dense if len(left) * len(right) <= DENSE else _sparse
    cells = {(at[0][i], at[1][j]): gain for (i, j), gain in gains.items()}
    found = solver(cells, (len(left), len(right)))
    return [(left[row], right[column]) for row, column in found if (row, column) in cells]


def _dense(cells: Gains, shape: tuple[int, int]) -> list[tuple[int, int]]:
    cost = np.zeros(shape)
    for place, gain in cells.items():
        cost[place] = -gain
    rows, columns = linear_sum_assignment(cost)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def _sparse(cells: Gains, shape: tuple[int, int]) -> list[tuple[int, int]]:
    """Each row has a column of its own beside the real ones: to stay alone. Weights must not be zero: one is added to
    all, which changes no order, since every row takes exactly one column."""
    rows, columns = shape
    places = list(cells)
    alone = [(row, columns + row) for row in range(rows)]
    weights = [1.0 + cells[place] for place in places] + [1.0] * rows
    at = np.array([*places, *alone])
    graph = csr_array((np.array(weights), (at[:, 0], at[:, 1])), shape=(rows, columns + rows))
    chosen_rows, chosen = min_weight_full_bipartite_matching(graph, maximize=True)
    return list(zip(chosen_rows.tolist(), chosen.tolist(), strict=True))
