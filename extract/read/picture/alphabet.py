"""A recogniser's network cut to the letters that decrees print.

Its last layer weighs some 120 features for each of the 18,708 signs that it knows: a fifth of its time, for outputs
that nobody looks at. The columns of that layer are left out before the network is set up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.read.picture.network import PictureNetwork

#: What a file calls the letters that it knows.
_LETTERS = "character"


def alphabet_of(network: PictureNetwork) -> list[str]:
    """What each output of the network means: nothing, the letters that its file names, a blank.

    Raises ValueError where the file names none."""
    if _LETTERS not in network.said:
        raise ValueError("the model names no letters")
    return ["", *network.said[_LETTERS].splitlines(), " "]


def cut_to(network: PictureNetwork, kept: Sequence[int], known: int) -> None:
    """Leaves the `kept` of a network's `known` outputs alone, in that order.

    Raises ValueError where its last layer is none that can be cut (weights and their sums' offsets)."""
    last = [name for name, weights in network.floats.items() if weights.shape[-1:] == (known,)]
    if len(last) != 2:
        raise ValueError(f"{len(last)} arrays of weights have {known} columns")
    for name in last:
        network.floats[name] = np.ascontiguousarray(network.floats[name][..., list(kept)])
    for value in network.given():
        network.resize(value, -1, len(kept))
