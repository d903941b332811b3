"""Every entry of the vocabulary files matches the example that it gives."""

from __future__ import annotations

import re
import string
import sys
from typing import Any, get_args

import pytest

from bahasa.data import entries_of, vocabulary
from bahasa.headings import KnownHeading, heading_keys, heading_letters, is_heading_part, known_headings
from bahasa.labels import KnownLabel, labels, labels_at, labels_of, opening_at
from bahasa.openers import article_phrases, article_verbs, letter_phrases, offices, ranks, tugas_openers
from bahasa.page_numbers import page_number_form
from bahasa.parts import PartName
from schemas.base import Kind, Role

FILES = ("labels", "headings", "furniture")


@pytest.mark.parametrize("label", labels(), ids=lambda label: " ".join(label.words))
def test_label_matches_its_example(label: KnownLabel) -> None:
    assert label.pattern.match(label.contoh)
    assert opening_at(label.contoh, label.bagian) is not None
    assert label in labels_at(label.contoh, label.bagian)
    assert label in labels_at(f"REVISI {label.contoh}", label.bagian) or not label.match(f"REVISI {label.contoh}")
    assert label in labels_at(f"C. {label.contoh}", label.bagian) or not label.match(f"C. {label.contoh}")


#: How else a line may be printed: spaced, run together, pointed, in other capitals, with letters like those of ASCII.
DRESSES = (
    str, str.upper, lambda line: line.replace(" ", ""), lambda line: line.replace(" ", ".  "),
    lambda line: f"  IV.   {line}", lambda line: f"RENCANA AKSI {line}",
    *(lambda line, a=a, b=b: line[:1] + line[1:].replace(a, b) for a, b in ("iı", "iİ", "sſ", "k\u212a", "Iİ")),
)  # fmt: skip


@pytest.mark.parametrize("label", labels(), ids=lambda label: " ".join(label.words))
def test_a_look_at_the_letters_hides_no_label(label: KnownLabel) -> None:
    for line in (dress(label.contoh) for dress in DRESSES):
        if label.pattern.match(line):
            assert label.match(line) and label in labels_at(line, label.bagian), line


def test_letters_that_an_expression_takes_for_one_another_are_alike() -> None:
    signs = "".join(map(chr, range(sys.maxunicode + 1)))
    alike_by_letter = {letter: re.findall(letter, signs, re.IGNORECASE) for letter in string.ascii_letters}
    for label in labels_of("pemangku", "menimbang", "memutuskan"):
        rest = label.contoh[label.contoh.index(label.words[0][:1]) + 1 :]
        for letter in sorted({*rest} & {*string.ascii_letters}):
            lines = [label.contoh.replace(letter, sign) for sign in alike_by_letter[letter]]
            assert all(label.match(line) for line in lines if label.pattern.match(line)), letter


#: What a label says besides what all say: a title of which kind its tables are, a holder also how well it names one.
SAYS = {"judul": {"jenis"}, "pemangku": {"jenis", "utama"}}


@pytest.mark.parametrize("entry", entries_of("labels", "label"), ids=lambda entry: entry["kata"])
def test_label_answers_what_its_part_asks(entry: dict[str, Any]) -> None:
    assert entry["bagian"] in get_args(PartName)
    assert set(entry) == {"bagian", "kata", "bentuk", "contoh", "dari"} | SAYS.get(entry["bagian"], set())
    assert entry.get("jenis", "IKI") in get_args(Kind) and entry.get("utama", 1) > 0


@pytest.mark.parametrize("table", ["kepala", "kunci"])
def test_every_heading_has_a_role_that_there_is(table: str) -> None:
    found = entries_of("headings", table)
    assert {entry["peran"] for entry in found} <= set(get_args(Role))
    assert {key for entry in found for key in entry} <= {"peran", "kata", "mengalah", "pengganti", "contoh", "dari"}
    assert {entry.get("pengganti", "no") for entry in found} <= set(get_args(Role))


@pytest.mark.parametrize("column", known_headings().values(), ids=lambda column: column.letters)
def test_heading_matches_its_example(column: KnownHeading) -> None:
    words = column.contoh.replace("/", " ").split()
    assert "".join(heading_letters(word) for word in words) == column.letters
    assert is_heading_part(column.contoh)


@pytest.mark.parametrize("key", heading_keys(), ids=lambda key: key.letters)
def test_key_is_a_word_of_its_example(key: KnownHeading) -> None:
    assert key.letters in map(heading_letters, key.contoh.split())


@pytest.mark.parametrize("entry", entries_of("furniture", "pola"), ids=lambda entry: entry["nama"])
def test_page_number_matches_its_example(entry: dict[str, str]) -> None:
    assert page_number_form(entry["contoh"]) == entry["nama"]


@pytest.mark.parametrize(
    ("table", "pattern"),
    [("pejabat", offices()), ("pangkat", ranks()), ("pembuka", tugas_openers())],
)
def test_openers_match_their_examples(table: str, pattern: object) -> None:
    for entry in entries_of("labels", table):
        assert pattern.match(entry["contoh"]), entry  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", entries_of("labels", "pasal"), ids=lambda entry: entry["kata"])
def test_the_verbs_of_articles_hide_none_of_their_phrases(entry: dict[str, str]) -> None:
    assert any(phrase.search(entry["contoh"]) for _, phrase in article_phrases())
    for line in (entry["contoh"], entry["contoh"].upper(), entry["kata"].replace(" ", "\n"), f"({entry['kata']} :"):
        assert article_verbs().search(line)


def test_letter_phrases_stand_in_their_examples() -> None:
    for entry in entries_of("labels", "surat"):
        found = letter_phrases().search(entry["contoh"])
        assert found and found[0] == entry["kata"], entry


@pytest.mark.parametrize("name", FILES)
def test_every_entry_names_its_source(name: str) -> None:
    for entries in vocabulary(name).values():
        for entry in entries:
            assert entry["contoh"].strip() and entry["dari"].strip(), entry
