"""Canonical bytes: one artifact, one file, on every machine.

UTF-8, fields in the order of the schema, a line break at the end; no times, no folders. Floats are rounded so that the
last bits of a processor's arithmetic don't show. Places leave out what their kind of source doesn't have.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from schemas.base import Frozen
from schemas.catalogue import Catalogue

DECIMALS = 4

#: Fields that say where, how surely or under which name something is said, not what is said.
NOT_CONTENT = frozenset({"places", "page", "confidence", "reasons", "origins", "id", "sasaran_id", "note", "unit"})


def canonical_bytes(artifact: Frozen) -> bytes:
    """The artifact's file."""
    return dumps(artifact.model_dump(mode="json"))


def dumps(data: object) -> bytes:
    """Plain data as canonical JSON."""
    text = json.dumps(_plain(data), ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", errors="replace")


def _plain(data: Any) -> Any:
    if isinstance(data, float):
        return round(data, DECIMALS)
    if isinstance(data, Mapping):
        return {key: _places(value) if key == "places" else _plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(value) for value in data]
    return data


def _places(places: Any) -> Any:
    if not isinstance(places, list | tuple):
        return _plain(places)
    return [{key: _plain(value) for key, value in place.items() if value is not None} for place in places]


def content_hash(catalogue: Catalogue) -> str:
    """SHA-256 over what the decree says."""
    said = catalogue.model_dump(mode="json", include={"decree", "lampiran", "blocks"})
    line = json.dumps(_content(said), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(line.encode("utf-8", errors="replace")).hexdigest()


def _content(data: Any) -> Any:
    if isinstance(data, Mapping):
        if "span" in data:
            return _cell(data)
        return {key: _content(value) for key, value in data.items() if key not in NOT_CONTENT}
    if isinstance(data, list | tuple):
        return [_content(value) for value in data]
    return data


def _cell(cell: Mapping[str, Any]) -> Any:
    # a PDF shows which rows a merged cell spans, text does not: only what is printed counts
    return _content(cell["text"]) if cell["span"] == "own" else None
