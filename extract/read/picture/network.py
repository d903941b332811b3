"""A network as its steps and weights, out of its file and back (ONNX, `onnx.proto`, a message of protocol buffers).

What is not asked for (settings, declarations) stays as it is written; values on the way need no declaration, and steps
no names. Weights are copied once, when the file is put together: they are nearly all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from extract.read.picture.messages import BYTES, VARINT, MessageField, field_value, fields_of, varint, written_out

#: Fields: the graph of a model and what it says of itself; of a graph its steps, weights, what it takes and gives, and
#: what is declared of values on the way.
_GRAPH, _SAID, _STEPS, _WEIGHTS, _TAKEN, _GIVEN, _ON_THE_WAY = 7, 14, 1, 5, 11, 12, 13
#: Of a step: what it takes and gives, its name, kind and settings; of a setting: its name, a whole number, several, and
#: which of the two it is.
_TAKES, _GIVES, _STEP_NAME, _KIND, _SETTINGS = 1, 2, 3, 4, 5
_ONE, _SEVERAL, _WHICH, _IS_ONE, _ARE_SEVERAL = 3, 8, 20, 2, 7
#: Of weights: their sides, the kind of their numbers (1: floats of 32 bits), their name, the numbers.
_SIDES, _NUMBER_KIND, _WEIGHTS_NAME, _NUMBERS, _FLOATS = 1, 2, 8, 9, 1
#: The name of settings and of what is declared; the way from there to the sides of a value (its type, a tensor's, its
#: shape), and a side's size.
_NAME, _SHAPE, _SIZE = 1, (2, 1, 2), 1


@dataclass
class NetworkStep:
    """One sum: its kind (`Conv`), the values that it takes and gives, by their names, and its settings as they are
    written."""

    kind: str
    takes: list[str]
    gives: list[str]
    rest: bytes = b""


class PictureNetwork:
    """What a file says of a network: its `steps`, in their order, and `floats`, weights by their names; `said`, what
    else it says of itself. A file that holds no network has none of them."""

    def __init__(self, model: bytes) -> None:
        self.steps: list[NetworkStep] = []
        self.floats: dict[str, Any] = {}
        self.said: dict[str, str] = {}
        self._kept: list[MessageField] = []
        self._around: list[MessageField] = []
        for field in fields_of(memoryview(model)):
            if field.number == _GRAPH:
                self._read(field.content)
            else:
                self._around.append(field)
            if field.number == _SAID:
                key, value = (bytes(one.content).decode() for one in fields_of(field.content))
                self.said[key] = value

    def _read(self, graph: Any) -> None:
        for field in fields_of(graph):
            if field.number == _STEPS:
                self.steps.append(_step(field.content))
            elif field.number == _WEIGHTS and (found := _floats(field.content)):
                self.floats[found[0]] = found[1]
            elif field.number != _ON_THE_WAY:
                self._kept.append(field)

    def written(self) -> bytes:
        """The network as a file."""
        steps = [[written_out(MessageField(_STEPS, BYTES, _step_written(step)))] for step in self.steps]
        floats = [_pieces(_WEIGHTS, _floats_written(name, table)) for name, table in self.floats.items()]
        graph = [*chain.from_iterable([*steps, *floats]), *map(written_out, self._kept)]
        return b"".join([*map(written_out, self._around), *_pieces(_GRAPH, graph)])

    def giver(self, value: str) -> NetworkStep | None:
        """The step that gives a value; None for weights and for what the network takes."""
        return next((step for step in self.steps if value in step.gives), None)

    def takers(self, value: str) -> list[NetworkStep]:
        """The steps that take a value."""
        return [step for step in self.steps if value in step.takes]

    def taken(self) -> list[str]:
        """The names of what the network takes."""
        return [_named(field.content) for field in self._kept if field.number == _TAKEN]

    def given(self) -> list[str]:
        """The names of what it gives."""
        return [_named(field.content) for field in self._kept if field.number == _GIVEN]

    def resize(self, value: str, side: int, size: int | None) -> None:
        """Declares the size of a side of what the network takes or gives under this name; None leaves it free."""
        self._kept = [
            field._replace(content=_resized(field.content, side, size, _SHAPE))
            if field.number in (_TAKEN, _GIVEN) and _named(field.content) == value
            else field
            for field in self._kept
        ]

    def put(self, *new: NetworkStep, before: NetworkStep) -> None:
        """Puts new steps before one of its steps."""
        at = next(n for n, step in enumerate(self.steps) if step is before)
        self.steps[at:at] = new

    def leave_out(self, steps: Collection[NetworkStep]) -> None:
        """Leaves out some of its steps."""
        out = set(map(id, steps))
        self.steps = [step for step in self.steps if id(step) not in out]


def step_setting(name: str, value: int | Sequence[int]) -> bytes:
    """A setting of a step as it is written: a whole number, or several."""
    some = [value] if isinstance(value, int) else value
    number, which = (_ONE, _IS_ONE) if isinstance(value, int) else (_SEVERAL, _ARE_SEVERAL)
    fields = [MessageField(_NAME, BYTES, name.encode())]
    fields += [MessageField(number, VARINT, varint(one)) for one in some]
    fields.append(MessageField(_WHICH, VARINT, varint(which)))
    return written_out(MessageField(_SETTINGS, BYTES, b"".join(map(written_out, fields))))


def step_numbers(step: NetworkStep, name: str) -> list[int]:
    """The whole numbers of a setting; none where the step has no such setting."""
    for field in fields_of(step.rest):
        if field.number == _SETTINGS and _named(field.content) == name:
            return [field_value(one.content) for one in fields_of(field.content) if one.number in (_ONE, _SEVERAL)]
    return []


def with_setting(step: NetworkStep, name: str, value: int) -> bytes:
    """The settings of a step, one of them changed."""
    others = [
        written_out(field)
        for field in fields_of(step.rest)
        if field.number != _SETTINGS or _named(field.content) != name
    ]
    return b"".join([*others, step_setting(name, value)])


def _step(message: Any) -> NetworkStep:
    step = NetworkStep("", [], [])
    rest = []
    for field in fields_of(message):
        if field.number == _KIND:
            step.kind = bytes(field.content).decode()
        elif field.number in (_TAKES, _GIVES):
            (step.takes if field.number == _TAKES else step.gives).append(bytes(field.content).decode())
        elif field.number != _STEP_NAME:
            rest.append(written_out(field))
    step.rest = b"".join(rest)
    return step


def _step_written(step: NetworkStep) -> bytes:
    fields = [MessageField(_TAKES, BYTES, name.encode()) for name in step.takes]
    fields += [MessageField(_GIVES, BYTES, name.encode()) for name in step.gives]
    fields.append(MessageField(_KIND, BYTES, step.kind.encode()))
    return b"".join([*map(written_out, fields), step.rest])


def _floats(message: Any) -> tuple[str, Any] | None:
    """The name of weights and their numbers in an array; None where they are no floats."""
    sides, kind, name, numbers = [], 0, "", None
    for field in fields_of(message):
        if field.number == _SIDES:
            sides.append(field_value(field.content))
        elif field.number == _NUMBER_KIND:
            kind = field_value(field.content)
        elif field.number == _WEIGHTS_NAME:
            name = bytes(field.content).decode()
        elif field.number == _NUMBERS:
            numbers = field.content
    return (name, np.frombuffer(numbers, "<f4").reshape(sides)) if kind == _FLOATS and numbers is not None else None


def _floats_written(name: str, table: Any) -> list[Any]:
    fields = [MessageField(_SIDES, VARINT, varint(side)) for side in table.shape]
    fields.append(MessageField(_NUMBER_KIND, VARINT, varint(_FLOATS)))
    fields.append(MessageField(_WEIGHTS_NAME, BYTES, name.encode()))
    return [*map(written_out, fields), *_pieces(_NUMBERS, [np.ascontiguousarray(table, "<f4").data.cast("B")])]


def _pieces(number: int, parts: Sequence[Any]) -> list[Any]:
    """A field of a message in pieces: what it begins with, and the parts of its content."""
    return [varint(number << 3 | BYTES) + varint(sum(map(len, parts))), *parts]


def _named(message: Any) -> str:
    return next((bytes(field.content).decode() for field in fields_of(message) if field.number == _NAME), "")


def _resized(message: Any, side: int, size: int | None, way: Sequence[int]) -> bytes:
    """The declaration of a value with another size of a side."""
    fields = list(fields_of(message))
    if way:
        fields = [
            field._replace(content=_resized(field.content, side, size, way[1:])) if field.number == way[0] else field
            for field in fields
        ]
    elif fields:
        told = b"" if size is None else written_out(MessageField(_SIZE, VARINT, varint(size)))
        fields[side] = fields[side]._replace(content=told)
    return b"".join(map(written_out, fields))
