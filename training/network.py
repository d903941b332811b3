"""Learns a network of extract/table/linear/surroundings.py: Adam on the logarithm of the likelihood of the labels.

In floats; what is kept is rounded to whole numbers. Sums of floats differ in their last digits from machine to machine,
so weights learned anew are not the same bytes everywhere. What they say is (see tests/training/test_networks.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from extract.table.linear.surroundings import KIND_UNIT, KINDS, ORDERS, REACH, ROLES, UNIT, Network, neighbours

Floats = NDArray[np.float32]

WIDTH = 64
#: How far apart the neighbours of each layer stand: words up to thirty away are read.
STEPS = (1, 2, 4, 8)
#: Blank words between two tables of a batch: more than any layer reaches over.
_APART = REACH * max(STEPS) + 1
#: None, or a role.
_ANSWERS = len(ROLES) + 1
#: A share of the values that is left out at random in each step, and the highest rate.
_DROPPED, _RATE, _WARM = 0.15, 0.003, 50
_BETAS = 0.9, 0.99
#: As they are kept: whole numbers of this size at most.
_BYTE = 127


@dataclass(frozen=True, slots=True)
class Lesson:
    """A table as a network learns it: the kinds of its words one behind the other and how many each word has, the order
    of its columns, and by gap the role (1: the first one; 0: none) of the cell that begins there and of the one that
    ends there."""

    kinds: NDArray[np.int16]
    sizes: NDArray[np.int8]
    order: tuple[int, ...]
    starts: NDArray[np.int8]
    ends: NDArray[np.int8]


class Batch:
    """Tables one behind the other, with blank words between them."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        sizes = np.concatenate([np.pad(lesson.sizes, (0, _APART)) for lesson in lessons]).astype(np.int64)
        kinds = np.concatenate([lesson.kinds for lesson in lessons])
        shares = np.repeat((1 / np.sqrt(np.maximum(sizes, 1))).astype(np.float32), sizes)
        ends = np.concatenate([[0], np.cumsum(sizes)])
        self.kinds = sparse.csr_matrix((shares, kinds, ends), shape=(len(sizes), KINDS))
        lengths = [len(lesson.sizes) + _APART for lesson in lessons]
        self.table = np.repeat(np.arange(len(lessons)), lengths)
        orders = [np.bincount(lesson.order, minlength=ORDERS) for lesson in lessons]
        self.orders = np.array(orders, np.float32)
        #: the words of tables and the place behind the last one
        self.real = np.concatenate([np.arange(size) <= size - _APART for size in lengths])
        self.answers = [
            np.concatenate([np.pad(of, (0, _APART - 1)) for of in sides]).astype(np.int64)
            for sides in ([one.starts for one in lessons], [one.ends for one in lessons])
        ]


class NetworkLearner:
    """Weights in floats, with what Adam keeps of each."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.weights: dict[str, Floats] = {
            "kinds": self._drawn((KINDS, WIDTH), 0.3),
            "order": self._drawn((ORDERS, WIDTH), 0.1),
        }
        shape = ((2 * REACH + 2) * WIDTH, WIDTH)
        for k in range(len(STEPS)):
            self.weights[f"layer{k}"] = self._drawn(shape, shape[0] ** -0.5)
            self.weights[f"bias{k}"] = np.zeros(WIDTH, np.float32)
        for side in ("starts", "ends"):
            self.weights[side] = self._drawn((2 * WIDTH, _ANSWERS), 0.1)
            self.weights[f"{side}_bias"] = np.zeros(_ANSWERS, np.float32)
        self._means = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self._squares = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self._steps = 0

    def _drawn(self, shape: tuple[int, int], spread: float) -> Floats:
        return (self.rng.standard_normal(shape) * spread).astype(np.float32)

    def learn(self, lessons: Sequence[Lesson], passes: int, size: int = 16) -> float:
        """Passes over the lessons in random order, in batches; the mean loss of the last pass."""
        count = max(1, len(lessons) // size)
        done, loss = 0, 0.0
        for _ in range(passes):
            order = self.rng.permutation(len(lessons))
            loss = 0.0
            for k in range(count):
                rate = _RATE * min(1.0, done / _WARM) * (1 - done / (passes * count)) + 1e-5
                loss += self._step(Batch([lessons[i] for i in order[k * size : (k + 1) * size]]), rate) / count
                done += 1
        return loss

    def network(self) -> Network:
        """In whole numbers."""
        found = {name: np.round(values.astype(np.float64) * UNIT) for name, values in self.weights.items()}
        kinds = np.clip(np.round(self.weights["kinds"].astype(np.float64) * KIND_UNIT), -_BYTE, _BYTE)
        layers, biases = (tuple(found[f"{name}{k}"] for k in range(len(STEPS))) for name in ("layer", "bias"))
        sides = (found["starts"], found["starts_bias"], found["ends"], found["ends_bias"])
        return Network(kinds, found["order"], layers, biases, STEPS, *sides)

    def _step(self, batch: Batch, rate: float) -> float:
        loss, slopes = self.slopes(batch, _DROPPED)
        self._steps += 1
        first, second = _BETAS
        for name, slope in slopes.items():
            # most kinds are in no word of a batch: those stay as they are
            at: Any = np.flatnonzero(slope.any(axis=1)) if name == "kinds" else slice(None)
            mean = self._means[name][at] = self._means[name][at] * first + (1 - first) * slope[at]
            square = self._squares[name][at] = self._squares[name][at] * second + (1 - second) * slope[at] ** 2
            if name != "kinds":
                mean, square = mean / (1 - first**self._steps), square / (1 - second**self._steps)
            self.weights[name][at] -= rate * mean / (np.sqrt(square) + 1e-7)
        return loss

    def _kept(self, count: int, dropped: float) -> Floats:
        """What a value is worth where a share is left out: 0, or so much that the sum stays."""
        return (self.rng.random(count, np.float32) >= dropped).astype(np.float32) / np.float32(1 - dropped)

    def slopes(self, batch: Batch, dropped: float) -> tuple[float, dict[str, Floats]]:
        """(loss, its slope by each weight) of a batch, where a share of the values is left out at random."""
        weights, real = self.weights, batch.real[:, None]
        words = batch.kinds.copy()
        words.data = words.data * self._kept(len(words.data), dropped)
        order = (batch.orders @ weights["order"])[batch.table]
        values = (words @ weights["kinds"]) * real
        inputs, sums = [], []
        for k, step in enumerate(STEPS):
            near = [neighbours(values, step * j) for j in range(-REACH, REACH + 1)]
            inputs.append(np.concatenate([*near, order], axis=1))
            sums.append(inputs[-1] @ weights[f"layer{k}"] + weights[f"bias{k}"])
            values = (values + np.maximum(sums[-1], 0)) * real
        kept = self._kept(values.size, dropped).reshape(values.shape)
        values = values * kept
        around = np.concatenate([neighbours(values, -1), values], axis=1)
        loss, slopes = 0.0, dict[str, Floats]()
        behind = np.zeros_like(values)
        for side, answers in zip(("starts", "ends"), batch.answers, strict=True):
            one, wrong = _loss(around @ weights[side] + weights[f"{side}_bias"], answers, batch.real)
            loss += one
            slopes[side], slopes[f"{side}_bias"] = around.T @ wrong, wrong.sum(axis=0)
            by = wrong @ weights[side].T
            behind += neighbours(by[:, :WIDTH], 1) + by[:, WIDTH:]
        behind *= kept
        of_order = np.zeros_like(order)
        for k in reversed(range(len(STEPS))):
            behind = behind * real
            wrong = behind * (sums[k] > 0)
            slopes[f"layer{k}"], slopes[f"bias{k}"] = inputs[k].T @ wrong, wrong.sum(axis=0)
            by = wrong @ weights[f"layer{k}"].T
            for j in range(2 * REACH + 1):
                behind = behind + neighbours(by[:, j * WIDTH : (j + 1) * WIDTH], -STEPS[k] * (j - REACH))
            of_order += by[:, -WIDTH:]
        behind = behind * real
        tables = sparse.csr_matrix((np.ones(len(batch.table), np.float32), (batch.table, np.arange(len(batch.table)))))
        slopes["order"] = batch.orders.T @ (tables @ of_order)
        slopes["kinds"] = words.T @ behind
        return loss, slopes


def _loss(said: Floats, answers: NDArray[np.int64], real: NDArray[np.bool_]) -> tuple[float, Floats]:
    """(mean loss of the real gaps, its slope by what is said of each)."""
    said = np.exp(said - said.max(axis=1, keepdims=True))
    said /= said.sum(axis=1, keepdims=True)
    each = np.arange(len(answers))
    count = int(real.sum())
    loss = -float(np.log(said[each, answers] + 1e-9)[real].sum()) / count
    said[each, answers] -= 1
    return loss, said * (real[:, None] / count).astype(np.float32)
