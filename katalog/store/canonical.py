"""Canonical bytes: one artifact, one file, on every machine.

UTF-8, fields in the order of the schema, a line break at the end; no times, no folders.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any

from katalog.store.encode import number, pieces, text
from schemas.base import Frozen
from schemas.catalogue import Catalogue
from schemas.decree import Cell

#: Fields of a model that say where, how surely or under which name something is said, not what is said; and the reading
#: of a target, which follows from its cell (that of a merged one would tell a PDF from a text).
NOT_CONTENT = frozenset({
    "places", "page", "character_confidence", "border_confidence", "reasons", "origins", "id", "sasaran_id", "note",
    "unit", "sumber_data_units", "role_confidence", "target", "stacked",
})  # fmt: skip


def canonical_bytes(artifact: Frozen) -> bytes:
    """The artifact's file."""
    return b"".join(canonical_pieces(artifact))


def canonical_pieces(artifact: object) -> Iterator[bytes]:
    """The artifact's file, piece by piece: that of a long decree is as large as all that was read from it."""
    for piece in pieces(artifact):
        yield _utf8(piece)
    yield b"\n"


def dumps(data: object) -> bytes:
    """Plain data as canonical JSON."""
    return b"".join(canonical_pieces(data))


def _utf8(said: str) -> bytes:
    return said.encode("utf-8", errors="replace")


def content_hash(catalogue: Catalogue) -> str:
    """SHA-256 over what the decree says, as one line of JSON with sorted keys."""
    digest = hashlib.sha256(b'{"blocks":[')
    for i, block in enumerate(catalogue.blocks):
        digest.update(_utf8("," * (i > 0) + _said(block)))
    digest.update(_utf8(f'],"decree":{_said(catalogue.decree)},"lampiran":{_said(catalogue.lampiran)}}}'))
    return digest.hexdigest()


def _said(value: Any) -> str:
    """What a value says, as JSON without blanks and with sorted keys."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Frozen):
        return _said_by(value)
    if isinstance(value, Mapping):
        # keys are what the decree prints (a column headed `unit`), not names of ours
        parts = [f"{quoted(key)}:{_said(value[key])}" for key in sorted(value)]
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join([_said(member) for member in value]) + "]"
    return number(value) if isinstance(value, float) else text(value)


def _said_by(artifact: Frozen) -> str:
    if isinstance(artifact, Cell):
        # a PDF shows which rows a merged cell spans, text does not: only what is printed counts
        return _said(artifact.text) if artifact.span == "own" else "null"
    fields = artifact.__dict__
    return "{" + ",".join([key + _said(fields[name]) for name, key in _content_keys(type(artifact))]) + "}"


@cache
def _content_keys(kind: type[Frozen]) -> list[tuple[str, str]]:
    return [(name, quoted(name) + ":") for name in sorted(kind.model_fields) if name not in NOT_CONTENT]
