"""What others make of the published schemas: descriptions in both languages, models in Python and TypeScript."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from project import ROOT

from katalog.store.canonical import dumps
from katalog.store.schema import catalogue_schema, diff_schema, meanings
from schemas.catalogue import Catalogue

SCHEMAS = {"catalogue": catalogue_schema(), "diff": diff_schema()}


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(model, field, what the schema says of it)."""
    for model in (schema, *schema["$defs"].values()):
        yield from ((model["title"], field, about) for field, about in model.get("properties", {}).items())


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_described_in_both_languages(name: str) -> None:
    described = list(properties(SCHEMAS[name]))
    assert len(described) > 90
    assert [(m, f) for m, f, a in described if not (a["description"] and a["x-description-id"])] == []
    assert [(m, f) for m, f, a in described if a["description"] == a["x-description-id"]] == []


def test_nothing_is_described_that_no_model_has() -> None:
    fields = {(model, field) for schema in SCHEMAS.values() for model, field, _ in properties(schema)}
    said = {(model, field) for model, entries in meanings().items() for field in entries}
    assert said == fields
    assert all(set(entry) == {"id", "en"} for entries in meanings().values() for entry in entries.values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_file_is_the_schema(name: str) -> None:
    assert (ROOT / "docs" / f"{name}.schema.json").read_bytes() == dumps(SCHEMAS[name])


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SCHEMAS)
def test_pydantic_models_are_generated_from_the_schema(name: str, tmp_path: Path, catalogue: Catalogue) -> None:
    pytest.importorskip("datamodel_code_generator")
    made = tmp_path / f"klien_{name}.py"
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", ROOT / f"docs/{name}.schema.json"]
    options = ["--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel", "--output", made]
    subprocess.run([*command, *options], check=True, capture_output=True)
    module = _loaded(made)
    if name == "catalogue":
        written = catalogue.model_dump(mode="json")
        read = module.Catalogue.model_validate(written)
        assert read.model_dump(mode="json") == written
        assert module.Law.model_fields["tentang"].description == meanings()["Law"]["tentang"]["en"]
    else:
        assert module.CatalogueDiff.model_fields["changes"].description == meanings()["CatalogueDiff"]["changes"]["en"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_typescript_is_generated_from_the_schema(name: str, tmp_path: Path) -> None:
    """By the npm package json-schema-to-typescript: no package of Python makes TypeScript from a JSON Schema alone."""
    generator = shutil.which("json2ts")
    if generator is None:
        pytest.skip("json2ts is not installed (npm install -g json-schema-to-typescript)")
    made = tmp_path / f"{name}.ts"
    subprocess.run([generator, "-i", ROOT / f"docs/{name}.schema.json", "-o", made], check=True, capture_output=True)
    text = made.read_text(encoding="utf-8")
    for model in {model for model, _, _ in properties(SCHEMAS[name])}:
        # numbered where a property that refers to it has a description of its own
        assert re.search(rf"^export interface {model}\d* {{", text, re.MULTILINE), model
    assert json.dumps(SCHEMAS[name]["properties"]["schema_version"]["const"]) in text
