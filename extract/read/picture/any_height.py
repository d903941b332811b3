"""A recogniser's network for lines of any height: it is made for pictures of one, and says so in its file.

It halves a line's height four times and takes the mean of the rows that are left: three of 48, two of 32. As it comes
that mean must be of three rows. It may be of those that there are (`ceil_mode`), so that one network, set up once,
reads lines of both heights.
"""

from __future__ import annotations

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

#: Fields: the graph of a model; its steps, what it takes, and what is declared of values on the way.
_GRAPH, _STEPS, _TAKEN, _ON_THE_WAY = 7, 1, 11, 13
#: Of a step: its kind and settings; of a setting: its name and value.
_KIND, _SETTINGS, _NAME, _VALUE = 4, 5, 1, 3
_MEAN, _AT_ENDS = b"AveragePool", b"ceil_mode"
#: The way to the sides that a value is declared to have: its type, a tensor's, its shape, a side; the third is its
#: height.
_SHAPE, _HEIGHT = (2, 1, 2), 2


def for_any_height(model: bytes) -> bytes:
    """The model that takes lines of other heights as well. Raises ValueError where it takes no mean of rows."""
    means: list[bytes] = []

    def part(field: MessageField) -> bytes:
        if field.number == _TAKEN:
            return _free(field.content, _SHAPE)
        if field.number == _STEPS and _is_mean(field.content):
            means.append(field.content)
            return rewritten(field.content, _of_what_is_there)
        return field.content

    def graph(content: bytes) -> bytes:
        # in one go: a copy of the weights takes longer than all else
        kept = (field for field in fields_of(content) if field.number != _ON_THE_WAY)
        return b"".join([written_out(field._replace(content=part(field))) for field in kept])

    model = rewritten(model, lambda field: graph(field.content) if field.number == _GRAPH else field.content)
    if not means:
        raise ValueError("the model takes no mean of rows")
    return model


def _is_mean(step: bytes) -> bool:
    # most steps are none, and need not be taken apart
    return _MEAN in step and (_KIND, _MEAN) in [(one.number, one.content) for one in fields_of(step)]


def _of_what_is_there(field: MessageField) -> bytes:
    """A part of a step; a mean's setting, so that the rows may be fewer."""
    if field.number != _SETTINGS:
        return field.content
    if (_NAME, _AT_ENDS) not in [(one.number, one.content) for one in fields_of(field.content)]:
        return field.content
    return rewritten(field.content, lambda one: varint(1) if one.number == _VALUE else one.content)


def _free(message: bytes, way: tuple[int, ...]) -> bytes:
    """The declaration of a value without its height."""
    if way:
        return rewritten(
            message, lambda field: _free(field.content, way[1:]) if field.number == way[0] else field.content
        )
    sides = list(fields_of(message))
    return b"".join(
        written_out(side._replace(content=b"") if n == _HEIGHT and _is_fixed(side) else side)
        for n, side in enumerate(sides)
    )


def _is_fixed(side: MessageField) -> bool:
    first = next(fields_of(side.content), None)
    return side.written == BYTES and first is not None and first.written == VARINT and field_value(first.content) > 0
