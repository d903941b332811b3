"""The likeliest tags of the words of a text: which are headings, and of which columns.

A chain of tags: each word's evidence has a weight for each tag, each pair of neighbours one too, whole numbers learned
by `make train`. Sums of whole numbers are the same on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.table.formed.evidence import SeenWord
from extract.table.formed.tags import forbidden, may_end, tags

Floats = NDArray[np.float64]

#: The sum of what can't be.
NEVER = -1e12


@dataclass(slots=True)
class TagModel:
    """`rows` maps a name of evidence to its row in `weights` (names x tags); `steps` are the weights of pairs of tags:
    (before, behind) inside a line, and where the word behind opens its line."""

    rows: dict[str, int] = field(default_factory=dict)
    weights: Floats = field(default_factory=lambda: np.zeros((0, len(tags()))))
    steps: Floats = field(default_factory=lambda: np.zeros((2, len(tags()), len(tags()))))

    def emissions(self, evidence: Sequence[Sequence[str]]) -> Floats:
        """(words, tags): what the evidence of each word says for each tag."""
        weights = np.concatenate([self.weights, np.zeros((1, len(tags())))])
        ids: list[int] = []
        begins: list[int] = []
        for names in evidence:
            begins.append(len(ids))
            ids += [*(self.rows[name] for name in names if name in self.rows), -1]
        return np.add.reduceat(weights[ids], begins, axis=0)

    def transitions(self) -> tuple[Floats, Floats]:
        """(before, behind) inside a line, and at the opening of one: what can't follow has a sum that nothing mends."""
        inside, opening = (np.where(forbidden(bool(k)), NEVER, self.steps[k]) for k in (0, 1))
        return inside, opening


@cache
def tag_model() -> TagModel:
    """The model that ships with the program."""
    data = json.loads(files("extract.table.formed").joinpath("tags.json").read_text(encoding="utf-8"))
    return model_from(data)


def model_from(data: dict[str, Any]) -> TagModel:
    """A model as it is written: `weights` by name and label of the tag, `steps` by kind of step and both labels."""
    place = {tag.label: k for k, tag in enumerate(tags())}
    model = TagModel({name: k for k, name in enumerate(data["weights"])}, np.zeros((len(data["weights"]), len(place))))
    for k, row in enumerate(data["weights"].values()):
        for label, weight in row.items():
            model.weights[k, place[label]] = weight
    for kind, befores in enumerate(data["steps"]):
        for before, row in befores.items():
            for label, weight in row.items():
                model.steps[kind, place[before], place[label]] = weight
    return model


def best_path(words: Sequence[SeenWord], sums: Floats, model: TagModel) -> list[int]:
    """The best path given the sums of each word's evidence."""
    steps = model.transitions()
    score = _begin(sums[0])
    came = np.zeros(sums.shape, np.int64)
    for i in range(1, len(sums)):
        total = score[:, None] + steps[words[i].first]
        came[i] = total.argmax(axis=0)
        score = total.max(axis=0) + sums[i]
    path = [int((score + _end()).argmax())]
    for i in range(len(sums) - 1, 0, -1):
        path.append(int(came[i, path[-1]]))
    return path[::-1]


def _begin(sums: Floats) -> Floats:
    """A text begins as if it opened behind a line of text."""
    return sums + np.where(forbidden(True)[0], NEVER, 0.0)


def _end() -> Floats:
    return np.array([0.0 if may_end(tag) else NEVER for tag in tags()])
