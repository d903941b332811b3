"""Which block a part of a head belongs to."""

from __future__ import annotations

import pytest

from bahasa.parts import PartName
from extract.decree.blocks import read_blocks
from extract.decree.section import Section
from extract.read.piece import Piece
from schemas.layout import Line


def blocks(*parts: PartName) -> list[list[str]]:
    """The parts of each block's head, its table as the word that it is."""
    sections = [Section(part, n, pieces=[Piece(part, Line(part, n + 1), n)]) for n, part in enumerate(parts)]
    drafts = read_blocks(sections).drafts
    return [[*(section.part for section in draft.head), *(["tabel"] if draft.table else [])] for draft in drafts]


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        # below its table, above the next holder and at the end
        (
            ["pemangku", "fungsi", "tabel", "tugas", "pemangku", "fungsi", "tabel", "tugas"],
            [["pemangku", "fungsi", "tugas", "tabel"]] * 2,
        ),
        # a block without holder: its table follows
        (["pemangku", "tabel", "tugas", "tabel"], [["pemangku", "tabel"], ["tugas", "tabel"]]),
        # the block above has its tugas
        (
            ["pemangku", "tugas", "tabel", "tugas", "judul", "tabel"],
            [["pemangku", "tugas", "tabel"], ["tugas"], ["judul", "tabel"]],
        ),
    ],
)
def test_a_tugas_below_a_table(parts: list[PartName], wanted: list[list[str]]) -> None:
    assert blocks(*parts) == wanted
