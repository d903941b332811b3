"""A recogniser's network cut to the letters that decrees print.

Its last layer weighs some 120 features for each of the 18,708 signs that it knows: a fifth of its time, for outputs
that nobody looks at. The columns of that layer are left out of the file's bytes before the network is set up. The file
is a message of protocol buffers (ONNX, `onnx.proto`); only the few fields that are named here are touched.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.read.picture.messages import (
    BYTES,
    VARINT,
    MessageField,
    field_value,
    fields_of,
    rewritten,
    varint,
    written_out,
)

#: Fields: the graph of a model and what it says of itself; the weights of a graph; its outputs, and values on the way.
_GRAPH, _SAID, _WEIGHTS, _DECLARED = 7, 14, 5, (12, 13)
#: Of weights: their sides, the kind of their numbers (1: floats of 32 bits), the numbers.
_SIDES, _KIND, _NUMBERS = 1, 2, 9
#: The way to the sides that a value is declared to have: its type, a tensor's, its shape, a side, its value.
_SHAPE = (2, 1, 2, 1)
_VALUE = 1


def alphabet_of(model: bytes) -> list[str]:
    """What each output of the network means: nothing, the letters that its file names, a blank.

    Raises ValueError where the file names none."""
    for said in fields_of(model):
        if said.number == _SAID:
            key, value = (field.content.decode("utf-8") for field in fields_of(said.content))
            if key == "character":
                return ["", *value.splitlines(), " "]
    raise ValueError("the model names no letters")


def cut_to(model: bytes, kept: Sequence[int], known: int) -> bytes:
    """The model with the `kept` of its `known` outputs alone, in that order.

    Raises ValueError where its last layer is none that can be cut (weights and their sums' offsets)."""
    cut: list[int] = []

    def part(field: MessageField) -> bytes:
        if field.number == _WEIGHTS:
            weights = _weights(field.content, kept, known)
            cut.extend([1] if weights is not field.content else [])
            return weights
        return _declared(field.content, len(kept), known, _SHAPE) if field.number in _DECLARED else field.content

    model = rewritten(model, lambda field: rewritten(field.content, part) if field.number == _GRAPH else field.content)
    if len(cut) != 2:
        raise ValueError(f"{len(cut)} arrays of weights have {known} columns")
    return model


def _weights(message: bytes, kept: Sequence[int], known: int) -> bytes:
    """Weights with the kept columns alone; those of another layer as they are."""
    fields = list(fields_of(message))
    sides = [field_value(field.content) for field in fields if field.number == _SIDES and field.written == VARINT]
    kinds = [field_value(field.content) for field in fields if field.number == _KIND]
    if not sides or sides[-1] != known or kinds != [1]:
        return message
    out = b"".join([written_out(MessageField(_SIDES, VARINT, varint(side))) for side in (*sides[:-1], len(kept))])
    for field in fields:
        if field.number == _NUMBERS:
            table = np.frombuffer(field.content, "<f4").reshape(-1, known)[:, list(kept)]
            field = field._replace(content=np.ascontiguousarray(table).tobytes())
        if field.number != _SIDES:
            out += written_out(field)
    return out


def _declared(message: bytes, count: int, known: int, way: Sequence[int]) -> bytes:
    """The declaration of a value, its last side as many as are kept."""

    def part(field: MessageField) -> bytes:
        if way and field.number == way[0] and field.written == BYTES:
            return _declared(field.content, count, known, way[1:])
        last = not way and field.number == _VALUE and field.written == VARINT
        return varint(count) if last and field_value(field.content) == known else field.content

    return rewritten(message, part)
