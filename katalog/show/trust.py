"""How far the texts of a catalogue can be trusted, by the numbers that they carry: who looks at the least of them first
has seen the worst when he stops."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.block_kinds import block_named
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Text


def trust_in(catalogue: Catalogue) -> dict[str, float]:
    """How sure the texts and headings of all blocks are (0 to 1), by their paths (`iki/1/rows/2/target`)."""
    return {path: sure for block in catalogue.blocks for path, sure in _of_block(block)}


def _of_block(block: IndicatorBlock) -> Iterator[tuple[str, float]]:
    path = block_named(block.kind, block.order)
    yield f"{path}/jabatan", _sure(block.jabatan)
    if block.tugas:
        yield f"{path}/tugas", _sure(block.tugas)
    for at, entry in enumerate(block.fungsi, 1):
        yield f"{path}/fungsi/{at}", _sure(entry.text)
    for at, heading in enumerate(block.headings, 1):
        yield f"{path}/headings/{at}", heading.role_confidence * _sure(heading.text)
    for row in block.rows:
        for role, cell in row.cells.items():
            yield f"{path}/rows/{row.row}/{role}", _sure(cell.text)
        for one in row.targets:
            yield f"{path}/rows/{row.row}/targets/{one.position}", _sure(one.cell.text)


def _sure(text: Text) -> float:
    return text.character_confidence * text.border_confidence
