"""Texts that once crashed a reader, lost letters or differed from themselves: whole, and the same as themselves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from project import ROOT

import katalog
from extract.door import decree_of
from extract.read.text import layout_of_text
from normalize.walk import list_texts

TEXTS = sorted((ROOT / "tests" / "fixtures" / "ganjil").glob("*.txt"))


@pytest.mark.parametrize("source", TEXTS, ids=lambda path: path.stem)
def test_built_and_the_same_as_itself(source: Path) -> None:
    made = katalog.build(source)
    assert katalog.diff(made, made).changes == ()


@pytest.mark.parametrize("source", TEXTS, ids=lambda path: path.stem)
def test_no_letter_is_lost(source: Path) -> None:
    """Each is in a text, a label or the furniture."""
    read = decree_of(layout_of_text(source.read_bytes()))
    texts = [text.as_printed for _, text in list_texts(read.decree)] + [mark.piece.text for mark in read.marks]
    texts += [text.as_printed for text in read.decree.unparsed]
    printed = Counter(filter(str.isalnum, source.read_text(encoding="utf-8")))
    assert not printed - Counter(filter(str.isalnum, "".join(texts)))
