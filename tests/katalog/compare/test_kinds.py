"""The tables of a diff: every entry is asked for every answer, and they name what the schema names."""

from __future__ import annotations

import ast
import re
from typing import Any, get_args

import pytest
from project import ROOT

from katalog.compare.kinds import EVENTS, KINDS, LANGUAGES, LISTS, NATURES, NOTES, OBJECTS, Event, ListEntry
from schemas.catalogue import Attachment, Clause, DecreeData, IndicatorBlock
from schemas.diff import ChangeKind, Nature, NoteCode, Object

#: What holds the lists, as the catalogue has it.
HOLDERS: dict[str, Any] = {
    "decree": DecreeData, "diktum": Clause, "lampiran": Attachment, "jabatan": IndicatorBlock,
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "names"), [(KINDS, ChangeKind), (NATURES, Nature), (NOTES, NoteCode), (OBJECTS, Object)]
)
def test_the_table_has_what_the_schema_has(table: dict[str, Any], names: Any) -> None:
    assert list(table) == list(get_args(names))


def test_events_are_those_of_the_type() -> None:
    kinds, others = get_args(Event)
    assert set(EVENTS) == {*get_args(kinds), *get_args(others)}


@pytest.mark.parametrize("table", [KINDS, NATURES, OBJECTS, EVENTS], ids=["kinds", "natures", "objects", "events"])
def test_every_entry_has_its_words_and_no_two_the_same(table: dict[str, Any]) -> None:
    for lang in LANGUAGES:
        words = [entry.said(lang) for entry in table.values()]
        assert all(words) and len(set(words)) == len(words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_change_says_what_it_does_and_how_it_looks(kind: ChangeKind) -> None:
    entry = KINDS[kind]
    assert entry.leaves or entry.arrives or entry.writes
    assert len(entry.sign) == 1 and entry.colour and re.fullmatch(r"#[0-9a-f]{6}", entry.ink)
    assert [other.sign for other in KINDS.values()].count(entry.sign) == 1
    # a change of a thing that stayed has a weight in its history, and no other change has the same
    if not entry.one_sided:
        assert entry.weight and [other.weight for other in KINDS.values()].count(entry.weight) == 1
    # two texts are judged; what comes or goes is of substance
    assert (entry.nature is None) == entry.writes


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_change_is_seen_by_the_diff(kind: ChangeKind) -> None:
    """A module of the diff spells it, or a list says that a change of its text is one."""
    modules = (ROOT / "katalog/compare/diff").glob("*.py")
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    spelled = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert kind in spelled or kind in {entry.text_kind for entry in LISTS.values()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_change_is_told_to_people(kind: ChangeKind) -> None:
    guide, glossary = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("panduan.md", "glossary.md"))
    assert re.search(rf"^\|[^|]*\b{KINDS[kind].id}\b[^|]*\|", guide, re.MULTILINE)
    assert re.search(rf"^\| kind of change \|.*\b{kind}\b", glossary, re.MULTILINE)


@pytest.mark.parametrize("code", NOTES)
def test_a_note_is_a_sentence_for_each_kind_that_has_it(code: NoteCode) -> None:
    values = {"names": "A, B", "first": "A", "second": "B", "old": 1, "new": 2}
    assert NOTES[code].sentence
    for words in NOTES[code].sentence.values():
        for lang in LANGUAGES:
            sentence = words.said(lang).format(**values)
            assert sentence.endswith(".") and sentence != words.said(lang)


@pytest.mark.parametrize("entry", LISTS.values(), ids=LISTS)
def test_a_list_is_where_the_catalogue_has_it(entry: ListEntry) -> None:
    holder = HOLDERS[entry.holder]
    if entry.shape == "plain":
        assert "origins" in holder.model_fields
    elif entry.shape is not None:
        assert entry.of in holder.model_fields
    assert (entry.words is None) == (entry.text_field is None)
    assert entry.text_kind in KINDS and KINDS[entry.text_kind].writes
    assert entry.counted or entry.repeated or entry.placed
    assert not entry.form or entry.repeated


def test_no_two_lists_are_one_field() -> None:
    named = [(entry.object, entry.field) for entry in LISTS.values()]
    assert len(set(named)) == len(named)


def test_a_misspelled_property_is_refused() -> None:
    with pytest.raises(ValueError, match="leavs"):
        type(KINDS["added"]).model_validate({**KINDS["added"].model_dump(), "leavs": True})
