"""Learns what the words around a gap say (extract/table/linear/surroundings.py): several networks, each from the same
tables in an order of its own, from other beginnings. Their mean says more than any of them."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.table.linear.surroundings import ROLES, Network, kinds_of, order_of
from training.data import DECREE, TABLES, examples_of, set_anew
from training.learn import Example, gold_path, prepare
from training.network import Lesson, NetworkLearner

#: So many tables are drawn, in so many lots with a seed of their own; so many passes a network; so many networks.
TABLES_DRAWN, _LOTS, PASSES, NETWORKS = 36_000, 40, 6, 4
_SEED = 7


def learn_surroundings(path: Path, jobs: int) -> None:
    """Learns the networks and writes their file."""
    with ProcessPoolExecutor(jobs) as pool:
        lessons = [lesson for lot in pool.map(_drawn, range(_LOTS)) for lesson in lot]
        networks = list(pool.map(_learned, range(NETWORKS), [lessons] * NETWORKS))
    write_networks(path, networks)


def write_networks(path: Path, networks: list[Network]) -> None:
    """Writes networks as networks_from reads them."""
    arrays = {f"{k}.{name}": values for k, network in enumerate(networks) for name, values in _arrays(network)}
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _arrays(network: Network) -> Iterator[tuple[str, NDArray[Any]]]:
    yield "kinds", network.kinds.astype(np.int8)
    yield "order", network.order.astype(np.int16)
    for k, (layer, bias) in enumerate(zip(network.layers, network.biases, strict=True)):
        yield f"layer{k}", layer.astype(np.int16)
        yield f"bias{k}", bias.astype(np.int32)
    yield "steps", np.array(network.steps, np.int16)
    for side in ("starts", "ends"):
        yield side, getattr(network, side).astype(np.int16)
        yield f"{side}_bias", getattr(network, f"{side}_bias").astype(np.int32)


def _learned(number: int, lessons: list[Lesson]) -> Network:
    learner = NetworkLearner(number)
    loss = learner.learn(lessons, PASSES)
    print(f"network {number + 1}: {len(lessons)} tables, loss {loss:.4f}", file=sys.stderr, flush=True)
    return learner.network()


def _drawn(lot: int) -> list[Lesson]:
    rng = random.Random(_SEED + 1000 * lot)
    like = next(iter(examples_of(DECREE.read_bytes()).values()))
    tables = (set_anew(rng.choice(TABLES), TABLES, like, rng, 1.0) for _ in range(TABLES_DRAWN // _LOTS))
    return [lesson_of(table) for table in tables]


def lesson_of(table: Example) -> Lesson:
    """A labelled table as a network learns it."""
    targets = prepare(table).rules.facts.targets.at
    words = kinds_of(table.tokens, targets)
    starts, ends = np.zeros(len(words) + 1, np.int8), np.zeros(len(words) + 1, np.int8)
    for run in gold_path(table.labels, table.columns):
        starts[run.start] = ends[run.end] = ROLES.index(table.roles[run.column]) + 1
    kinds, sizes = np.array(list(chain.from_iterable(words)), np.int16), np.array(list(map(len, words)), np.int8)
    return Lesson(kinds, sizes, tuple(order_of(table.roles)), starts, ends)
