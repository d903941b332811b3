"""A recogniser's network for lines of any height: it is made for pictures of one, and says so in its file.

It halves a line's height four times and takes the mean of the rows that are left: three of 48, two of 32. As it comes
that mean must be of three rows. It may be of those that there are (`ceil_mode`), so that one network, set up once,
reads lines of both heights.
"""

from __future__ import annotations

from extract.read.picture.network import PictureNetwork, step_numbers, with_setting

_MEAN, _AT_ENDS = "AveragePool", "ceil_mode"
#: Which side of a picture is its height.
_HEIGHT = 2


def for_any_height(network: PictureNetwork) -> None:
    """Lets a network take lines of other heights as well. Raises ValueError where it takes no mean of rows."""
    means = [step for step in network.steps if step.kind == _MEAN]
    if not means:
        raise ValueError("the model takes no mean of rows")
    for step in means:
        if step_numbers(step, _AT_ENDS):
            step.rest = with_setting(step, _AT_ENDS, 1)
    for value in network.taken():
        network.resize(value, _HEIGHT, None)
