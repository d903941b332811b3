"""A schema of another shape is another version: whoever reads the files is told by the number alone."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from katalog.store.schema import catalogue_schema, diff_schema
from schemas.catalogue import SCHEMA_VERSION
from schemas.diff import DIFF_VERSION

#: The shape that a version has. One that a release has written keeps its line's digest: give the new shape a new
#: version (in the module of the model, twice), `make schema`, and put the new digest here.
SHAPES = {
    ("catalogue", "1.1"): "d4892b61c4f5bfaf",
    ("catalogue", "1.2"): "0eb798219ba58d85",
    ("catalogue", "1.3"): "a7f6ee57928152db",
    ("diff", "1.1"): "a75869e562e755b6",
    ("diff", "1.2"): "0ed3571c2f528cff",
}
#: What says nothing of the shape.
_WORDS = {"title", "description", "x-description-id", "$id"}


def shape(schema: Any) -> Any:
    """A schema without its words and its version."""
    if isinstance(schema, list):
        return [shape(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: shape(value) for key, value in schema.items() if not (key in _WORDS and isinstance(value, str))}
    return {key: value for key, value in kept.items() if key != "schema_version"}


@pytest.mark.parametrize(
    ("name", "version", "schema"),
    [("catalogue", SCHEMA_VERSION, catalogue_schema()), ("diff", DIFF_VERSION, diff_schema())],
)
def test_the_shape_is_that_of_the_version(name: str, version: str, schema: dict[str, Any]) -> None:
    digest = hashlib.sha256(json.dumps(shape(schema), sort_keys=True).encode()).hexdigest()[:16]
    assert schema["properties"]["schema_version"]["const"] == version
    assert SHAPES.get((name, version)) == digest, f"{name} {version}: another shape, another version"


def test_words_are_no_shape() -> None:
    said = {"title": "A", "properties": {"title": {"type": "string"}, "schema_version": {"const": "1.1"}}}
    assert shape(said) == {"properties": {"title": {"type": "string"}}}
