"""A network without the weights that are as good as nothing.

Training leaves weights below 1.2e-38, the smallest float with all of its digits. A processor takes a hundred times as
long for a sum with one: of all that the search for lines on a page took, two thirds went to 256,000 such weights in the
last layers of its network. As zeros they say the same to the last digit.
"""

from __future__ import annotations

import numpy as np

from extract.read.picture.network import PictureNetwork

#: The smallest float with all of its digits as a whole number of 32 bits, without the bit of its sign.
_TINY = int(np.array(np.finfo(np.float32).tiny).view(np.uint32)) << 1


def without_denormals(network: PictureNetwork) -> None:
    """Puts zeros for weights that are smaller than a float is with all of its digits."""
    for name, weights in network.floats.items():
        # as whole numbers, the sign shifted out: zero less one is the largest of them
        if ((np.ascontiguousarray(weights).view(np.uint32) << 1) - np.uint32(1) < np.uint32(_TINY - 1)).any():
            small = np.abs(weights) < np.finfo(np.float32).tiny
            network.floats[name] = np.where(small, np.float32(0), weights)
