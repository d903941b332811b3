"""Every entry of the vocabulary files matches the example that it gives."""

from __future__ import annotations

import pytest

from bahasa import vocabulary
from extract.decree.units import unit_of
from extract.table.heading import is_part

LABELS = vocabulary.labels()
TABLES = ("labels.toml", "headings.toml", "furniture.toml")


@pytest.mark.parametrize("label", LABELS, ids=lambda label: " ".join(label.words))
def test_label_matches_its_example(label: vocabulary.Label) -> None:
    assert label.pattern.match(label.contoh)
    assert vocabulary.opening(label.bagian).match(label.contoh)


@pytest.mark.parametrize("column", vocabulary.columns().values(), ids=lambda column: column.letters)
def test_heading_matches_its_example(column: vocabulary.Column) -> None:
    words = column.contoh.replace("/", " ").split()
    assert "".join(vocabulary.letters(word) for word in words) == column.letters
    assert is_part(column.contoh)


@pytest.mark.parametrize("key", vocabulary.column_keys(), ids=lambda key: key.letters)
def test_key_is_a_word_of_its_example(key: vocabulary.Column) -> None:
    assert key.letters in map(vocabulary.letters, key.contoh.split())


@pytest.mark.parametrize("pattern", vocabulary.furniture(), ids=lambda pattern: pattern.name)
def test_furniture_matches_its_example(pattern: vocabulary.Pattern) -> None:
    assert pattern.pattern.fullmatch(pattern.contoh)


@pytest.mark.parametrize(
    ("table", "pattern"),
    [("pejabat", vocabulary.offices()), ("pangkat", vocabulary.ranks()), ("pembuka", vocabulary.tugas_openers())],
)
def test_openers_match_their_examples(table: str, pattern: object) -> None:
    for entry in vocabulary.load("labels.toml")[table]:
        assert pattern.match(entry["contoh"]), entry  # type: ignore[attr-defined]


def test_letter_phrases_stand_in_their_examples() -> None:
    for entry in vocabulary.load("labels.toml")["surat"]:
        found = vocabulary.letter_phrases().search(entry["contoh"])
        assert found and found[0] == entry["kata"], entry


def test_unit_patterns_give_the_unit_of_their_example() -> None:
    for pattern in vocabulary.unit_patterns():
        assert unit_of(pattern.contoh) == pattern.name


@pytest.mark.parametrize("name", TABLES)
def test_every_entry_names_its_source(name: str) -> None:
    for entries in vocabulary.load(name).values():
        for entry in entries:
            assert entry["contoh"].strip() and entry["dari"].strip(), entry
