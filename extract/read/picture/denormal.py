"""A network without the weights that are as good as nothing.

Training leaves weights below 1.2e-38, the smallest float with all of its digits. A processor takes a hundred times as
long for a sum with one: of all that the search for lines on a page took, two thirds went to 256,000 such weights in the
last layers of its network. As zeros they say the same to the last digit.
"""

from __future__ import annotations

import numpy as np

from extract.read.picture.messages import MessageField, field_value, fields_of, rewritten

#: Fields: the graph of a model, its weights; of those the kind of their numbers (1: floats of 32 bits), the numbers.
_GRAPH, _WEIGHTS, _KIND, _NUMBERS = 7, 5, 2, 9
_FLOATS = 1


def without_denormals(model: bytes) -> bytes:
    """The model with zeros for weights that are smaller than a float is with all of its digits."""
    return rewritten(
        model, lambda field: rewritten(field.content, _settled) if field.number == _GRAPH else field.content
    )


def _settled(field: MessageField) -> bytes:
    """A field of a graph; of weights, with zeros for the smallest."""
    if field.number != _WEIGHTS:
        return field.content
    if [field_value(one.content) for one in fields_of(field.content) if one.number == _KIND] != [_FLOATS]:
        return field.content
    return rewritten(field.content, lambda one: _zeroed(one.content) if one.number == _NUMBERS else one.content)


def _zeroed(numbers: bytes) -> bytes:
    weights = np.frombuffer(numbers, "<f4")
    small = (np.abs(weights) < np.finfo(np.float32).tiny) & (weights != 0)
    return np.where(small, np.float32(0), weights).tobytes() if small.any() else numbers
