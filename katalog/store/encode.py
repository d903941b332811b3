"""Artifacts to JSON text, straight from their fields.

Dumping them to plain data first, cleaning that and encoding it takes three times as long, and holds a long decree in
memory three times over. So this walks the artifact once, and gives a large one in pieces.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any

from schemas.base import Frozen, Place

#: Floats are rounded to so many decimals, so that the last bits of a processor's arithmetic don't show.
DECIMALS = 4
#: The fields of an artifact that are written in pieces: decree, its blocks, each block.
_DEPTH = 3


def pieces(value: Any, depth: int = _DEPTH, margin: str = "\n") -> Iterator[str]:
    """The text of an artifact or of plain data, indented by one blank a level; a piece for each member down to `depth`
    levels. ValueError for a float that JSON has no number for."""
    members = list(_members(value)) if depth else []
    if not members:
        yield text(value, margin)
        return
    inner = margin + " "
    opening, closing = "[]" if isinstance(value, list | tuple) else "{}"
    for i, (key, member) in enumerate(members):
        yield ("," if i else opening) + inner + key
        yield from pieces(member, depth - 1, inner)
    yield margin + closing


def text(value: Any, margin: str = "\n") -> str:
    """The text of a value that stands behind `margin` (a line break and the indentation)."""
    # by the type itself: half of what an artifact holds has no members
    if (plain := _plain(value.__class__)) is not None:
        return plain(value)
    inner = margin + " "
    listed = isinstance(value, list | tuple)
    opening, closing = "[]" if listed else "{}"
    if listed:
        parts = [text(member, inner) for member in value]
    else:
        parts = [key + text(member, inner) for key, member in _members(value)]
    if not parts:
        return opening + closing
    return opening + inner + ("," + inner).join(parts) + margin + closing


def number(value: float) -> str:
    """A float in JSON; ValueError where it is not finite."""
    if not math.isfinite(value):
        raise ValueError(f"no JSON number: {value}")
    return repr(value)


@cache
def _plain(kind: type) -> Callable[[Any], str] | None:
    """How a value of this type is written if it has no members."""
    return next((write for known, write in _PLAIN.items() if issubclass(kind, known)), None)


#: Values without members, as JSON; a bool is an int as well.
_PLAIN: dict[type, Callable[[Any], str]] = {
    str: quoted,
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: str,
    float: lambda value: number(round(value, DECIMALS)),
}


def _members(value: Any) -> Iterable[tuple[str, Any]]:
    """What a container holds, each with the text before it. Places leave out what their kind of source doesn't have."""
    if isinstance(value, Frozen):
        fields = value.__dict__
        members = [(key, fields[name]) for name, key in _keys(type(value))]
        return [m for m in members if m[1] is not None] if isinstance(value, Place) else members
    if isinstance(value, Mapping):
        return [(quoted(str(name)) + ": ", member) for name, member in value.items()]
    return [("", member) for member in value] if isinstance(value, list | tuple) else []


@cache
def _keys(kind: type[Frozen]) -> list[tuple[str, str]]:
    return [(name, quoted(name) + ": ") for name in kind.model_fields]
