"""What a decision is known by in a catalogue: holder, indikator, id and page of what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from bahasa.block_kinds import block_named
from bahasa.fold import fold
from bahasa.roles import INDIKATOR
from katalog.text import value_of
from normalize.koreksi.opened import split_path
from normalize.koreksi.putusan import Putusan
from schemas.catalogue import Catalogue, IndicatorBlock

Made = TypeVar("Made", bound=Putusan)


def known_by(decision: Made, catalogue: Catalogue) -> Made:
    """The decision with what it is known by; one about no block is known by its words alone."""
    return replace(decision, **_said_about(catalogue, decision.tempat))


def _said_about(catalogue: Catalogue, path: str) -> dict[str, Any]:
    named, row, _ = split_path(path)
    block = next((one for one in catalogue.blocks if block_named(one.kind, one.order) == named), None)
    if block is None:
        return {}
    said: dict[str, Any] = {"jabatan": fold(block.jabatan.as_printed), "id": block.id}
    if 0 < row <= len(block.rows):
        there = block.rows[row - 1]
        said |= {"indikator": _indikator(block, row), "id": there.id, "halaman": there.page}
    return said


def _indikator(block: IndicatorBlock, row: int) -> str:
    """What names the row: its indikator as printed, or that of a merged cell above."""
    for one in reversed(block.rows[:row]):
        cell = one.cells.get(INDIKATOR)
        if cell is None or cell.span != "covered":
            return fold(cell.text.as_printed) if cell else ""
    return value_of(block.rows[row - 1].cells[INDIKATOR].text)
