"""Messages of protocol buffers, part by part: the file of a network is one (ONNX, `onnx.proto`). Only fields that are
asked for are looked into.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

#: How a field is written: a message or other bytes, a number.
BYTES, VARINT = 2, 0


class MessageField(NamedTuple):
    """A field of a message: its number, how it is written, and what is in it (a number's bytes or a message)."""

    number: int
    written: int
    content: Any


def fields_of(message: Any) -> Iterator[MessageField]:
    """The fields of a message (bytes, or a view of some, of which nothing is copied), in its order; raises ValueError
    where it is none."""
    at = 0
    while at < len(message):
        tag, at = _read(message, at)
        number, written = tag >> 3, tag & 7
        if written == BYTES:
            size, at = _read(message, at)
        elif written == VARINT:
            size = _read(message, at)[1] - at
        elif written in (1, 5):
            size = 8 if written == 1 else 4
        else:
            raise ValueError(f"no message: a field is written as {written}")
        yield MessageField(number, written, message[at : at + size])
        at += size


def written_out(field: MessageField) -> bytes:
    """A field as it stands in a message."""
    size = varint(len(field.content)) if field.written == BYTES else b""
    return b"".join([varint(field.number << 3 | field.written), size, field.content])


def _read(message: Any, at: int) -> tuple[int, int]:
    """A number that is written in sevens of bits, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def field_value(content: Any) -> int:
    """What a field that is a number says."""
    return _read(content, 0)[0]


def varint(value: int) -> bytes:
    """A number in sevens of bits."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
