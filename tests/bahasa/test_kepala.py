"""Vocabulary of the assembly: every entry matches its example."""

from __future__ import annotations

import re

import pytest

from bahasa.data import entries_of, vocabulary
from bahasa.fold import fold_words
from bahasa.kepala import UnitHead, acting, heads, month_names, ordinals, stop_words, unit_nouns
from katalog.assemble.findings.dates import spelled
from katalog.assemble.identity import short_slug
from katalog.assemble.unit_forms import acronym
from katalog.assemble.units import leads, led_by, unit_phrase


@pytest.mark.parametrize("head", heads(), ids=lambda head: head.contoh)
def test_heads(head: UnitHead) -> None:
    """The example is matched by its own entry and not by one before it."""
    assert next(one for one in heads() if one.pola.fullmatch(head.contoh)) == head
    led = led_by(head.contoh)
    assert led is not None and (led.nama, led.whole) == (head.hasil, head.seluruh_instansi)


def test_acting() -> None:
    for entry in entries_of("kepala", "sementara"):
        assert acting().sub("", entry["contoh"], count=1) == entry["hasil"]
        assert led_by(entry["contoh"]) == led_by(entry["hasil"]) is not None


def test_leaders_whose_unit_is_unknown() -> None:
    for entry in entries_of("kepala", "pemimpin"):
        assert re.match(entry["pola"], entry["contoh"], re.IGNORECASE)
        assert leads(entry["contoh"]) and led_by(entry["contoh"]) is None


def test_unit_nouns() -> None:
    entries = entries_of("unit", "unit")
    for entry in entries:
        assert fold_words(entry["contoh"]).startswith(entry["kata"])
        assert unit_phrase(entry["contoh"]) == fold_words(entry["contoh"])
    assert len(unit_nouns()) == len(entries)


def test_regions_end_the_acronym_of_an_agency() -> None:
    entries = entries_of("wilayah", "wilayah")
    for entry in entries:
        assert entry["kata"] in fold_words(entry["contoh"]).split()
        assert acronym(entry["contoh"]) == entry["hasil"]


def test_stop_words() -> None:
    data = vocabulary("kata_henti")
    assert short_slug(str(data["contoh"])) == data["hasil"]
    assert all(word == fold_words(word) for word in stop_words())


def test_ordinals_and_months() -> None:
    data = vocabulary("bilangan")
    assert ordinals()[fold_words(str(data["contoh"]))] == data["hasil"]
    assert len(month_names()) == 12
    assert spelled("2022-12-29") == "29 Desember 2022"


@pytest.mark.parametrize("name", ["kepala", "unit", "wilayah"])
def test_every_entry_names_its_decree(name: str) -> None:
    for entries in vocabulary(name).values():
        assert isinstance(entries, list)
        assert all(entry["contoh"] and entry["dari"] for entry in entries)
