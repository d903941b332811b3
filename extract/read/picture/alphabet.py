"""A recogniser's network cut to the letters that decrees print.

Its last layer weighs some 120 features for each of the 18,708 signs that it knows: a fifth of its time, for outputs
that nobody looks at. The columns of that layer are left out of the file's bytes before the network is set up. The file
is a message of protocol buffers (ONNX, `onnx.proto`); only the few fields that are named here are touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

#: Fields: the graph of a model and what it says of itself; the weights of a graph; its outputs, and values on the way.
_GRAPH, _SAID, _WEIGHTS, _DECLARED = 7, 14, 5, (12, 13)
#: Of weights: their sides, the kind of their numbers (1: floats of 32 bits), the numbers.
_SIDES, _KIND, _NUMBERS = 1, 2, 9
#: The way to the sides that a value is declared to have: its type, a tensor's, its shape, a side, its value.
_SHAPE = (2, 1, 2, 1)
_VALUE = 1
_BYTES, _VARINT = 2, 0


class _Field(NamedTuple):
    """A field of a message: its number, how it is written, and what is in it (a number's bytes or a message)."""

    number: int
    written: int
    content: bytes


def alphabet_of(model: bytes) -> list[str]:
    """What each output of the network means: nothing, the letters that its file names, a blank.

    Raises ValueError where the file names none."""
    for said in _fields(model):
        if said.number == _SAID:
            key, value = (field.content.decode("utf-8") for field in _fields(said.content))
            if key == "character":
                return ["", *value.splitlines(), " "]
    raise ValueError("the model names no letters")


def cut_to(model: bytes, kept: Sequence[int], known: int) -> bytes:
    """The model with the `kept` of its `known` outputs alone, in that order.

    Raises ValueError where its last layer is none that can be cut (weights and their sums' offsets)."""
    cut: list[int] = []

    def part(field: _Field) -> bytes:
        if field.number == _WEIGHTS:
            weights = _weights(field.content, kept, known)
            cut.extend([1] if weights is not field.content else [])
            return weights
        return _declared(field.content, len(kept), known, _SHAPE) if field.number in _DECLARED else field.content

    model = _mapped(model, lambda field: _mapped(field.content, part) if field.number == _GRAPH else field.content)
    if len(cut) != 2:
        raise ValueError(f"{len(cut)} arrays of weights have {known} columns")
    return model


def _weights(message: bytes, kept: Sequence[int], known: int) -> bytes:
    """Weights with the kept columns alone; those of another layer as they are."""
    fields = list(_fields(message))
    sides = [_number(field.content) for field in fields if field.number == _SIDES and field.written == _VARINT]
    kinds = [_number(field.content) for field in fields if field.number == _KIND]
    if not sides or sides[-1] != known or kinds != [1]:
        return message
    out = b"".join([_written(_Field(_SIDES, _VARINT, _varint(side))) for side in (*sides[:-1], len(kept))])
    for field in fields:
        if field.number == _NUMBERS:
            table = np.frombuffer(field.content, "<f4").reshape(-1, known)[:, list(kept)]
            field = field._replace(content=np.ascontiguousarray(table).tobytes())
        if field.number != _SIDES:
            out += _written(field)
    return out


def _declared(message: bytes, count: int, known: int, way: Sequence[int]) -> bytes:
    """The declaration of a value, its last side as many as are kept."""

    def part(field: _Field) -> bytes:
        if way and field.number == way[0] and field.written == _BYTES:
            return _declared(field.content, count, known, way[1:])
        last = not way and field.number == _VALUE and field.written == _VARINT
        return _varint(count) if last and _number(field.content) == known else field.content

    return _mapped(message, part)


def _mapped(message: bytes, part: Callable[[_Field], bytes]) -> bytes:
    return b"".join([_written(field._replace(content=part(field))) for field in _fields(message)])


def _fields(message: bytes) -> Iterator[_Field]:
    at = 0
    while at < len(message):
        tag, at = _read(message, at)
        number, written = tag >> 3, tag & 7
        if written == _BYTES:
            size, at = _read(message, at)
        elif written == _VARINT:
            size = _read(message, at)[1] - at
        elif written in (1, 5):
            size = 8 if written == 1 else 4
        else:
            raise ValueError(f"no message: a field is written as {written}")
        yield _Field(number, written, message[at : at + size])
        at += size


def _written(field: _Field) -> bytes:
    size = _varint(len(field.content)) if field.written == _BYTES else b""
    return _varint(field.number << 3 | field.written) + size + field.content


def _read(message: bytes, at: int) -> tuple[int, int]:
    """A number that is written in sevens of bits, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _number(content: bytes) -> int:
    return _read(content, 0)[0]


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
