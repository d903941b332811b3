"""Canonical bytes and the hash of the content."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from katalog.store.canonical import _said, canonical_bytes, canonical_pieces, content_hash, dumps
from katalog.store.schema import catalogue_schema
from schemas.base import Place
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Text

ROOT = Path(__file__).resolve().parents[3]


def test_bytes_are_readable_json_with_a_line_break_at_the_end(catalogue: Catalogue) -> None:
    data = canonical_bytes(catalogue)
    assert data.endswith(b"}\n")
    assert data == canonical_bytes(catalogue)
    assert list(json.loads(data))[:3] == ["schema_version", "content_hash", "source"]


def test_last_bits_of_floats_do_not_show() -> None:
    assert dumps({"a": 0.1 + 0.2}) == dumps({"a": 0.3})


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(-(10**6), 10**6).map(lambda n: n / 16) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_PLAIN)
def test_the_form_is_that_of_the_standard_library(data: object) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    assert dumps(data) == text.encode("utf-8", errors="replace")


def test_pieces_are_the_whole(catalogue: Catalogue) -> None:
    parts = list(canonical_pieces(catalogue))
    assert b"".join(parts) == canonical_bytes(catalogue)
    # the largest one is a row, not a table
    assert max(map(len, parts)) < max(len(canonical_bytes(block)) for block in catalogue.blocks)


@pytest.mark.parametrize("data", [float("nan"), [float("inf")]])
def test_what_json_has_no_number_for(data: object) -> None:
    with pytest.raises(ValueError, match="no JSON number"):
        dumps(data)


def test_the_hash_is_that_of_one_line_with_sorted_keys() -> None:
    text = Text(as_printed="b", value="a", border_confidence=0.5)
    cells = {"target": Cell(text=text, span="covered"), "indikator": Cell(text=text)}
    line = '{"indikator":{"as_printed":"b","value":"a"},"target":null}'
    assert _said(cells) == line


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
        update={
            "places": (Place(page=7, bbox=(0, 0, 1, 1)),),
            "character_confidence": 0.5,
            "border_confidence": 0.5,
            "reasons": ("garis tabel",),
        }
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


@pytest.mark.parametrize("heading", ["unit", "page", "id", "note", "places", "KETERANGAN"])
def test_hash_sees_a_column_whatever_its_heading(catalogue: Catalogue, heading: str) -> None:
    def headed(printed: str) -> Catalogue:
        cell = Cell(text=Text(as_printed=printed))
        block = catalogue.blocks[0]
        row = block.rows[0].model_copy(update={"others": {heading: cell}})
        changed = block.model_copy(update={"rows": (row, *block.rows[1:]), "others": ({heading: cell},)})
        return catalogue.model_copy(update={"blocks": (changed, *catalogue.blocks[1:])})

    assert len({content_hash(one) for one in (catalogue, headed("Sekretariat"), headed("Bidang Mutasi"))}) == 3


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
