"""Odd inputs of every kind that the program takes, drawn by number: the same number is the same input everywhere.

Most are nearly right, so that they go far into the program; `good_files` makes the right ones that some rest on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from drawn_pdfs import a_pdf
from drawn_texts import a_text
from drawn_values import a_catalogue, a_koreksi
from drawn_words import a_word_file
from kasus import PLAIN, decree

import katalog

#: Kind of input to what draws it (from a good catalogue, where it rests on one) and the suffix of its file.
KINDS: dict[str, tuple[Callable[[Random, bytes], bytes], str]] = {
    "text": (lambda draw, _: a_text(draw), ".txt"),
    "pdf": (lambda draw, _: a_pdf(draw), ".pdf"),
    "docx": (lambda draw, _: a_word_file(draw), ".docx"),
    "catalogue": (a_catalogue, ".json"),
    "koreksi": (a_koreksi, ".toml"),
}


def good_files(folder: Path) -> bytes:
    """A good PDF and its catalogue; the catalogue's bytes."""
    (folder / "baik.pdf").write_bytes(decree(PLAIN))
    katalog.save(katalog.build(folder / "baik.pdf"), folder / "baik.json")
    return (folder / "baik.json").read_bytes()


def drawn(kind: str, number: int, good: bytes) -> bytes:
    """The bytes of an input."""
    return KINDS[kind][0](Random(f"{kind} {number}"), good)
