"""The table of kinds of block: every kind answers every question, and nobody else spells kinds."""

from __future__ import annotations

import ast
import tomllib
from typing import get_args

import pytest
from project import ROOT

from bahasa.block_kinds import BlockKind, about_kind, block_kinds, block_named, nearest_first
from bahasa.headings import known_headings
from bahasa.labels import labels_of
from schemas.base import Kind

ENTRIES = tomllib.loads((ROOT / "bahasa/block_kinds.toml").read_text(encoding="utf-8"))["kind"]
KINDS = get_args(Kind)
#: A column of the summary is called so; the type itself.
ALLOWED = ("schemas/base.py", "katalog/cli/commands/summary.py")


def test_table_and_type_have_the_same_kinds() -> None:
    assert KINDS == tuple(block_kinds()) == tuple(entry["name"] for entry in ENTRIES)
    assert set(nearest_first()) == set(KINDS)
    assert [about_kind(kind).rank for kind in nearest_first()] == list(range(1, len(KINDS) + 1))


@pytest.mark.parametrize("entry", ENTRIES, ids=KINDS)
def test_every_kind_answers_every_question(entry: dict[str, object]) -> None:
    assert set(entry) == set(BlockKind._fields)
    kind = about_kind(entry["name"])  # type: ignore[arg-type]
    assert kind.id and kind.en and kind.dari and not (kind.agency and kind.duties)
    # a title of the vocabulary says the kind
    titles = [label for label in labels_of("judul") if label.pattern.match(kind.contoh)]
    assert titles and titles[0].kind == kind.name
    assert not kind.heading or any(kind.heading in letters for letters in known_headings())


def test_a_block_without_a_kind_has_answers_and_a_name() -> None:
    assert about_kind(None).name is None and about_kind(None).rank > max(kind.rank for kind in block_kinds().values())
    assert [block_named(kind, 2) for kind in (*KINDS, None)] == ["IKU/2", "IKI/2", "PK/2", "Blok/2"]


def test_kinds_are_spelled_in_the_table_only() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for folder in ("schemas", "bahasa", "extract", "normalize", "katalog", "training")
        for path in (ROOT / folder).rglob("*.py")
        if path.relative_to(ROOT).as_posix() not in ALLOWED
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in KINDS
    }
    assert not found
