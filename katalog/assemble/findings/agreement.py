"""The agency's IKU against the IKI of its head: the same indicator must have the same target."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.block_kinds import about_kind
from bahasa.fold import fold_words
from bahasa.roles import INDIKATOR, TARGET
from bahasa.temuan import finding
from katalog.assemble.findings.place import about_block, quoted
from katalog.text import value_of
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Text


def check_agreement(catalogue: Catalogue) -> list[Finding]:
    """Findings for each block of the agency's IKU against the IKI of the agency's head."""
    agency = [block for block in catalogue.blocks if block.unit.basis == "instansi"]
    found: list[Finding] = []
    for iku in (block for block in agency if about_kind(block.kind).agency):
        for head in (block for block in agency if about_kind(block.kind).duties):
            found += _disagreements(iku, head)
    return found


def _disagreements(iku: IndicatorBlock, head: IndicatorBlock) -> Iterator[Finding]:
    same = {_indikator(row): row for row in reversed(iku.rows) if _indikator(row)}
    for row in head.rows:
        other = same.get(_indikator(row))
        ours, theirs = _target(row), _target(other) if other else None
        if ours is None or theirs is None or fold_words(value_of(ours)) == fold_words(value_of(theirs)):
            continue
        about = about_block(head, f"rows/{row.row}/target", ours)
        indikator = quoted(row.cells[INDIKATOR].text)
        yield finding("target-iku-iki", about, iki=quoted(ours), indikator=indikator, iku=quoted(theirs))


def _indikator(row: IndicatorRow) -> str:
    cell = row.cells.get(INDIKATOR)
    return fold_words(value_of(cell.text)) if cell is not None else ""


def _target(row: IndicatorRow) -> Text | None:
    cell = row.cells.get(TARGET)
    return cell.text if cell is not None and value_of(cell.text) else None
