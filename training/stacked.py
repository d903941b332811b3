"""Random tables that have no lines between some of their rows."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.reasons import MadeColumn

#: Share of tables whose rows are stacked.
_STACKED = 0.06


def at_times_stacked(rng: random.Random, columns: list[MadeColumn]) -> list[MadeColumn]:
    """The columns, at times with two to seven rows in one: each cell has the words of all of them, as a Perjanjian
    Kinerja prints the amounts of one sasaran (`12.317.066 ton 1.190.793 ton 51.823 ton`)."""
    if rng.random() >= _STACKED:
        return columns
    size = rng.randint(2, 7)
    return [
        (names, [" ".join(filter(None, cells[i : i + size])) for i in range(0, len(cells), size)], role)
        for names, cells, role in columns
    ]
