"""The JSON Schemas of the catalogue and of the diff, every property described in both languages."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from schemas.catalogue import SCHEMA_VERSION, Catalogue
from schemas.diff import DIFF_VERSION, CatalogueDiff


def catalogue_schema() -> dict[str, Any]:
    """JSON Schema 2020-12, generated from the model. Fields with a default may be missing. A property has its
    `description` in English and `x-description-id` in Indonesian."""
    return _published(f"urn:katalog:catalogue:{SCHEMA_VERSION}", Catalogue.model_json_schema(mode="validation"))


def diff_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a diff."""
    return _published(f"urn:katalog:diff:{DIFF_VERSION}", CatalogueDiff.model_json_schema(mode="validation"))


def meanings() -> dict[str, dict[str, dict[str, str]]]:
    """What each field of each model means: model, field, language (`id`, `en`)."""
    return tomllib.loads(files("schemas").joinpath("arti.toml").read_text("utf-8"))


def _published(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    said = meanings()
    for model in (schema, *schema["$defs"].values()):
        for field, about in model.get("properties", {}).items():
            told = said.get(model["title"], {}).get(field, {})
            about |= {"description": told.get("en", ""), "x-description-id": told.get("id", "")}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **schema}
