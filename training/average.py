"""Several models as one: the mean of their weights. Models learned from other layouts of the same rows differ by
chance; their mean leans less on any of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.table.linear.model import Model


def average(models: Sequence[Model]) -> Model:
    """The mean; gate and bounds are the first model's."""
    attributes: dict[str, int] = {}
    for model in models:
        for name in model.attributes:
            attributes.setdefault(name, len(attributes))
    gaps = np.zeros((len(attributes), *models[0].gaps.shape[1:]))
    rules: dict[str, float] = {}
    for model in models:
        for name, row in model.attributes.items():
            gaps[attributes[name]] += model.gaps[row]
        for name, weight in model.rules.items():
            rules[name] = rules.get(name, 0.0) + weight
    count = len(models)
    rounded = {name: float(round(weight / count)) for name, weight in rules.items()}
    first = models[0]
    return Model(attributes, np.round(gaps / count), rounded, gate=first.gate, gate_least=first.gate_least)
