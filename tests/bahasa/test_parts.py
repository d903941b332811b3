"""The table of parts of a decree: every part answers every question, and nobody else lists parts."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from project import ROOT
from revisi import base

from bahasa.labels import labels
from bahasa.parts import DecreePart, PartName, about_part, decree_parts, head_labels, parts_after, parts_in
from katalog.compare.kinds import LISTS, OBJECTS
from katalog.front import diff
from katalog.store.integrity import all_ids
from normalize.place import PROSE
from normalize.walk import list_texts
from schemas.base import Place
from schemas.catalogue import DecreeData, Entry
from schemas.decree import Block, Decree, Diktum, Item, Preamble, Text

ENTRIES = tomllib.loads((ROOT / "bahasa/parts.toml").read_text(encoding="utf-8"))["part"]
NAMES = [entry["name"] for entry in ENTRIES]
HELD = {"preamble": Preamble, "head": Block}
LISTED = [part for part in decree_parts().values() if part.group == "preamble" and part.content == "items"]


def test_table_and_type_have_the_same_parts() -> None:
    assert tuple(NAMES) == get_args(PartName) == tuple(decree_parts())


@pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)
def test_every_part_answers_every_question(entry: dict[str, object]) -> None:
    assert set(entry) == set(DecreePart._fields)
    part = about_part(str(entry["name"]))
    assert part.id and part.en and part.contoh and part.dari
    assert part.group in ("preamble", "closing", "head", "body")
    assert part.content in ("lines", "text", "items", "clauses", "none")
    assert part.cites in ("always", "maybe", "never")
    assert all(token in (*NAMES, "*", "^") for token in part.after)
    # what has a field has a content, and what is compared or corrected is kept somewhere
    assert bool(part.field) == (part.content != "none")
    if part.field:
        assert part.field in HELD[part.group].model_fields
    if part.prose:
        assert part.field in PROSE


def test_every_label_opens_a_part_that_may_stand_somewhere() -> None:
    assert {label.bagian for label in labels()} <= set(NAMES)
    for label in labels():
        assert any(label.bagian in parts_after(name) for name in get_args(PartName)), label.words


def test_which_part_may_follow_which() -> None:
    assert parts_after("kepala")[:9] == (*parts_in("preamble")[1:], "pemangku")
    assert "judul" not in parts_after("mengingat") and "menimbang" not in parts_after("mengingat")
    assert "memperhatikan" in parts_after("mengingat") and "mengingat" not in parts_after("memperhatikan")
    assert set(head_labels()) <= set(parts_after("fungsi"))
    assert "catatan" in parts_after("tabel") and "catatan" not in parts_after("diktum")


def _item(name: str) -> Item:
    return Item(no="1", text=Text(as_printed=f"Peraturan tentang {name}", places=(Place(lines=(1, 1)),)))


@pytest.mark.parametrize("part", LISTED, ids=lambda part: part.name)
def test_every_list_of_the_preamble_goes_the_whole_way(part: DecreePart) -> None:
    preamble = Preamble(**{part.field: (_item(part.name),)})
    assert [field.path for field, _ in list_texts(Decree(preamble=preamble))] == [f"preamble/{part.field}/1"]
    assert part.field in DecreeData.model_fields and LISTS[part.field].shape == "entries"
    catalogue = base(1).catalogue("uji")
    entry = Entry(id=f"{part.field}/uji", no="1", text=Text(as_printed="uji", value="uji"))
    more = catalogue.model_copy(update={"decree": catalogue.decree.model_copy(update={part.field: (entry,)})})
    assert entry.id in set(all_ids(more))
    without = catalogue.model_copy(update={"decree": catalogue.decree.model_copy(update={part.field: ()})})
    (change,) = diff(without, more).changes
    assert (change.kind, change.object, change.new_id) == ("added", LISTS[part.field].object, entry.id)
    assert OBJECTS[LISTS[part.field].object].said("id") == part.id
    assert OBJECTS[LISTS[part.field].object].said("en") == part.en


def test_clauses_are_walked() -> None:
    preamble = Preamble(diktum=(Diktum(label="KESATU", text=Text(as_printed="x"), butir=(_item("a"),)),))
    paths = [field.path for field, _ in list_texts(Decree(preamble=preamble))]
    assert paths == ["preamble/diktum/1", "preamble/diktum/1/butir/1"]


#: Where names of parts may be listed, and why: in tables of other things that share a name.
ALLOWED = {
    "bahasa/parts.py": "the table's type",
    "bahasa/labels.py": "forms of labels",
    "schemas/diff.py": "objects of the diff",
    "katalog/compare": "lists of a catalogue as the diff names them",
    "katalog/show": "columns of tables and reports",
    "katalog/cli/commands/export.py": "names of tables",
    "katalog/assemble/findings/label.py": "fields of the catalogue, most of them of its own",
    "katalog/assemble/findings/completeness.py": "values that a decree must have",
    "katalog/assemble/decree_data.py": "plain values of the decree",
    "normalize/walk.py": "fields of a signature",
    "extract/decree/blocks.py": "what may stand below the table of its block",
    "extract/decree/duties.py": "what a table of duties says of each holder",
    "extract/decree/formed.py": "the two that name who holds a table: about these",
    "training/heads.py": "labels above random tables: examples, not all there is",
    "extract/decree/held.py": "what the first of several holders of one table has alone",
    "extract/decree/label.py": "labels of several words",
    "extract/decree/recognise.py": "where a line is no label: about what these parts print",
    "extract/decree/sections.py": "what ends a head",
    "training/tabular.py": "names of columns without a role, one of which is called tujuan",
    "extract/table/drawn/indicators.py": "what a form about persons prints of each: no table of indicators",
    "extract/table/cards/stretches.py": "what ends a card at the top of a page",
    "extract/table/drawn/between.py": "what ends a table that goes on over a page break",
    "katalog/serve/shelf.py": "facts of a decree in the list of a folder",
}


def _lists(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        listed = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else ()
        listed = node.keys if isinstance(node, ast.Dict) else listed
        if sum(isinstance(one, ast.Constant) and one.value in NAMES for one in listed) > 1:
            yield node.lineno


def test_no_other_module_lists_parts() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for folder in ("schemas", "bahasa", "extract", "normalize", "katalog", "training")
        for path in (ROOT / folder).rglob("*.py")
        if not any(Path(one) in (own := path.relative_to(ROOT), *own.parents) for one in ALLOWED)
        for line in _lists(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_the_search_for_listed_parts_finds_them() -> None:
    assert list(_lists(ast.parse('a = ("menimbang", "mengingat")\n'))) == [1]
    assert not list(_lists(ast.parse('a = ("menimbang", "x")\n')))
