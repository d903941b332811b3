"""Heads drawn at random, each choice of their form by itself: how many documents are read as they are printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from banding_kepala import Beda, differences, silent
from kepala_acak import Naskah, naskah

import katalog
from schemas.catalogue import Catalogue

SEEDS = range(5000, 5040)
#: So many of the documents are wholly right at least, and so many at most are wrong without a finding.
RIGHT, SILENT = 35, 1


@cache
def read(seed: int) -> tuple[Naskah, Catalogue, list[Beda]]:
    drawn = naskah(seed)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "naskah.docx"
        path.write_bytes(drawn.data)
        built = katalog.build(path)
    return drawn, built, differences(drawn.blocks, built)


def test_most_heads_are_read_as_they_are_printed() -> None:
    right = [seed for seed in SEEDS if not read(seed)[2]]
    assert len(right) >= RIGHT


def test_few_are_wrong_in_silence() -> None:
    wrong = [seed for seed in SEEDS if silent(read(seed)[2], read(seed)[1])]
    assert len(wrong) <= SILENT, wrong


def test_a_seed_is_one_document() -> None:
    assert naskah(SEEDS[0]).blocks == naskah(SEEDS[0]).blocks
    assert len({naskah(seed).rupa for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("part", ["kind", "jabatan", "tugas", "fungsi", "rows"])
def test_a_head_that_was_misread_is_told(part: str) -> None:
    drawn, built, _ = next(read(seed) for seed in SEEDS if read(seed)[0].blocks[0].fungsi and not read(seed)[2])
    block = built.blocks[0]
    other = {"kind": None, "jabatan": block.jabatan.model_copy(update={"as_printed": "lain"}), "tugas": block.jabatan}
    changed = block.model_copy(update={part: other.get(part, ())})
    misread = built.model_copy(update={"blocks": (changed, *built.blocks[1:])})
    assert [found for _, found, _, _ in differences(drawn.blocks, misread)] == [part]
