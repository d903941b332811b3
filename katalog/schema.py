"""The JSON Schema of the catalogue."""

from __future__ import annotations

from typing import Any

from schemas.catalogue import SCHEMA_VERSION, Catalogue


def catalogue_schema() -> dict[str, Any]:
    """JSON Schema 2020-12, generated from the model. Fields with a default may be missing."""
    schema = Catalogue.model_json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:katalog:catalogue:{SCHEMA_VERSION}",
        **schema,
    }
