"""The JSON Schemas of the catalogue and of the diff."""

from __future__ import annotations

from typing import Any

from schemas.catalogue import SCHEMA_VERSION, Catalogue
from schemas.diff import DIFF_VERSION, CatalogueDiff


def catalogue_schema() -> dict[str, Any]:
    """JSON Schema 2020-12, generated from the model. Fields with a default may be missing."""
    return _published(f"urn:katalog:catalogue:{SCHEMA_VERSION}", Catalogue.model_json_schema(mode="validation"))


def diff_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a diff."""
    return _published(f"urn:katalog:diff:{DIFF_VERSION}", CatalogueDiff.model_json_schema(mode="validation"))


def _published(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **schema}
