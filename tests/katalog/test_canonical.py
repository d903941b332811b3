"""Canonical bytes and the hash of the content."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from katalog.canonical import canonical_bytes, content_hash, dumps
from katalog.schema import catalogue_schema
from schemas.base import Place
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Text

ROOT = Path(__file__).resolve().parents[2]


def test_bytes_are_readable_json_with_a_line_break_at_the_end(catalogue: Catalogue) -> None:
    data = canonical_bytes(catalogue)
    assert data.endswith(b"}\n")
    assert data == canonical_bytes(catalogue)
    assert list(json.loads(data))[:3] == ["schema_version", "content_hash", "source"]


def test_last_bits_of_floats_do_not_show() -> None:
    assert dumps({"a": 0.1 + 0.2}) == dumps({"a": 0.3})


def test_places_leave_out_what_their_source_lacks() -> None:
    data = json.loads(canonical_bytes(Text(as_printed="x", places=(Place(lines=(1, 2)),))))
    assert data["places"] == [{"lines": [1, 2]}]
    assert data["value"] is None


def test_validates_against_the_published_schema(catalogue: Catalogue) -> None:
    schema = catalogue_schema()
    Draft202012Validator.check_schema(schema)
    errors = list(Draft202012Validator(schema).iter_errors(json.loads(canonical_bytes(catalogue))))
    assert errors == []


@pytest.mark.parametrize(
    "broken",
    [
        {"content_hash": "not a digest"},
        {"schema_version": "0"},
        {"surplus": 1},
        {"blocks": [{}]},
    ],
)
def test_the_schema_refuses_what_is_no_catalogue(catalogue: Catalogue, broken: dict[str, object]) -> None:
    data = {**json.loads(canonical_bytes(catalogue)), **broken}
    assert list(Draft202012Validator(catalogue_schema()).iter_errors(data))


def test_published_schema_is_current() -> None:
    """`make schema` writes it."""
    assert (ROOT / "docs" / "catalogue.schema.json").read_bytes() == dumps(catalogue_schema())


def _with_cell(catalogue: Catalogue, cell: Cell) -> Catalogue:
    """The catalogue with another first indikator."""
    block = catalogue.blocks[0]
    row = block.rows[0].model_copy(update={"cells": {**block.rows[0].cells, "indikator": cell}})
    changed = block.model_copy(update={"rows": (row, *block.rows[1:])})
    return catalogue.model_copy(update={"blocks": (changed, *catalogue.blocks[1:])})


def test_hash_does_not_see_where_or_how_sure(catalogue: Catalogue) -> None:
    cell = catalogue.blocks[0].rows[0].cells["indikator"]
    text = cell.text.model_copy(
        update={"places": (Place(page=7, bbox=(0, 0, 1, 1)),), "confidence": 0.5, "reasons": ("garis tabel",)}
    )
    other = _with_cell(catalogue, cell.model_copy(update={"text": text}))
    other = other.model_copy(
        update={"source": other.source.model_copy(update={"file": "x.pdf"}), "findings": (), "edits": ()}
    )
    assert content_hash(other) == catalogue.content_hash


@pytest.mark.parametrize("field", ["as_printed", "value"])
def test_hash_sees_every_word(catalogue: Catalogue, field: str) -> None:
    cell = catalogue.blocks[0].rows[0].cells["indikator"]
    text = cell.text.model_copy(update={field: "Jumlah lain"})
    assert content_hash(_with_cell(catalogue, cell.model_copy(update={"text": text}))) != catalogue.content_hash


def test_hash_does_not_see_how_far_the_source_shows_a_merged_cell(catalogue: Catalogue) -> None:
    """A PDF shows the span of a merged sumber data, linear text doesn't: the same decree."""
    block = catalogue.blocks[0]
    last = block.rows[-1]
    assert last.cells["sumber_data"].span == "empty"
    covered = Cell(text=Text(as_printed="", value="Bidang Pengembangan dan Mutasi ASN"), span="covered")
    row = last.model_copy(update={"cells": {**last.cells, "sumber_data": covered}})
    changed = block.model_copy(update={"rows": (*block.rows[:-1], row)})
    other = catalogue.model_copy(update={"blocks": (changed, *catalogue.blocks[1:])})
    assert content_hash(other) == catalogue.content_hash
