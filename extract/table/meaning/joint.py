"""Choices that exclude each other -> the likeliest ones together, and how sure each is.

Input: for each thing in its order (the columns of a table, the labels of a head) the score of each choice, in natural
logarithms, and which choices may be made once only. Output: the choices of the likeliest reading of the whole, and for
each thing the share of all readings, by their weight, that make each choice.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

#: A choice is not considered where it weighs so much less than the best one.
_HOPELESS = 9.0

Scores = Sequence[Sequence[float]]


def decided_jointly(
    scores: Scores, once: Sequence[bool], without: dict[int, float] | None = None
) -> tuple[tuple[int, ...], list[dict[int, float]]]:
    """The likeliest choices, and the shares of each. The last choice may be made for anything. `without`: what a
    reading loses that never makes one of the choices that are made once.

    >>> decided_jointly([[2.0, 0.0], [3.0, 0.0]], [True, False])[0]
    (1, 0)
    """
    options = [_options(row) for row in scores]
    bits = [1 << k if single else 0 for k, single in enumerate(once)]
    losses = {bits[k]: loss for k, loss in (without or {}).items()}
    before = _sums(scores, options, bits)
    after = _sums(scores[::-1], options[::-1], bits)[::-1]
    shares = [_shares(before[i], after[i + 1], row, options[i], bits, losses) for i, row in enumerate(scores)]
    return _likeliest_path(scores, options, bits, losses), shares


def _loss(used: int, losses: dict[int, float]) -> float:
    return sum(loss for bit, loss in losses.items() if not used & bit)


def _shares(
    before: dict[int, float],
    after: dict[int, float],
    row: Sequence[float],
    options: Sequence[int],
    bits: Sequence[int],
    losses: dict[int, float],
) -> dict[int, float]:
    """The share of all readings that make each of these choices for one thing."""
    weight = {k: _mass(before, after, row[k], bits[k], losses) for k in options}
    top = max(weight.values())
    total = sum(math.exp(w - top) for w in weight.values())
    return {k: math.exp(w - top) / total for k, w in weight.items()}


def _likeliest_path(
    scores: Scores, options: Sequence[Sequence[int]], bits: Sequence[int], losses: dict[int, float]
) -> tuple[int, ...]:
    paths: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row, choice in zip(scores, options, strict=True):
        now: dict[int, tuple[float, tuple[int, ...]]] = {}
        for used, (weight, path) in paths.items():
            for k in choice:
                if not used & bits[k] and (used | bits[k] not in now or weight + row[k] > now[used | bits[k]][0]):
                    now[used | bits[k]] = weight + row[k], (*path, k)
        paths = now
    return max((weight - _loss(used, losses), path) for used, (weight, path) in paths.items())[1]


def _options(row: Sequence[float]) -> list[int]:
    best = max(row)
    return [k for k, score in enumerate(row) if score > best - _HOPELESS or k == len(row) - 1]


def _sums(scores: Scores, options: Sequence[Sequence[int]], bits: Sequence[int]) -> list[dict[int, float]]:
    """For the things up to each place: the log of the summed weights of all readings, by the choices that they used."""
    sums: list[dict[int, float]] = [{0: 0.0}]
    for row, choice in zip(scores, options, strict=True):
        now: dict[int, float] = {}
        for used, weight in sums[-1].items():
            for k in choice:
                if not used & bits[k]:
                    now[used | bits[k]] = _add(now.get(used | bits[k]), weight + row[k])
        sums.append(now)
    return sums


def _mass(before: dict[int, float], after: dict[int, float], score: float, bit: int, losses: dict[int, float]) -> float:
    total: float | None = None
    for used, weight in before.items():
        if used & bit:
            continue
        for others, further in after.items():
            if not (used | bit) & others:
                total = _add(total, weight + score + further - _loss(used | bit | others, losses))
    return -math.inf if total is None else total


def _add(a: float | None, b: float) -> float:
    if a is None:
        return b
    high, low = (a, b) if a > b else (b, a)
    return high + math.log1p(math.exp(low - high))
