"""Typed values of the rows of a block: every target read, every satuan canonical.

Input: a block whose texts have values. Output: the block with a reading for each target (`Row.target`, or that of each
of `Row.targets`), merged targets included, the edits of these cells (`Dok.` -> `dokumen`), and the findings about them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from bahasa.block_kinds import block_named
from bahasa.roles import INDIKATOR, SATUAN, TARGET
from bahasa.satuan import measures_by_form, read_unit
from bahasa.temuan import finding, shorten
from normalize.fill import fill_down
from normalize.koreksi.overrule import HUMAN
from normalize.place import Field, target_path
from normalize.values.targets import TargetReader, carried_down, is_refused
from normalize.values.typed import Typed, value_in
from normalize.values.units import unit_meant
from schemas.base import Edit, Finding
from schemas.decree import Block, Cell, Row, TargetScope

if TYPE_CHECKING:
    from normalize.koreksi.kinds import SalahKetik


def canon_satuan(row: Row, field: Field, koreksi: SalahKetik | None = None, canonical: bool = True) -> Typed:
    """The row with the text of its satuan cell canonical (`Dok.` -> `dokumen`). `field` is the row's satuan cell.

    A unit that the vocabulary doesn't have stays as printed, with a finding; a person's word goes before both."""
    cell = row.cells.get(SATUAN)
    printed = value_in(row, SATUAN)
    if cell is None or not printed or is_refused(koreksi, printed):
        return Typed(row)
    if koreksi and koreksi.menjadi and koreksi.tercetak == printed:
        return _with_satuan(row, cell, koreksi.menjadi, HUMAN, koreksi.evidence, field)
    unit = read_unit(printed)
    if canonical and (unit is None or not unit.known) and (meant := unit_meant(printed)):
        form, evidence = meant
        return _with_satuan(row, cell, measures_by_form()[form].name, "satuan", evidence, field)
    if unit is None or not unit.known:
        return Typed(row, findings=(finding("satuan-tak-dikenal", field.about(cell.text), satuan=shorten(printed)),))
    if unit.name == printed or not canonical:
        return Typed(row)
    return _with_satuan(row, cell, unit.name, "satuan", "satuan baku", field)


def _with_satuan(row: Row, cell: Cell, value: str, rule: str, evidence: str, field: Field) -> Typed:
    edit = Edit(rule=rule, before=cell.text.value or "", after=value, evidence=evidence, place=field.path)
    decided = cell.model_copy(update={"text": cell.text.model_copy(update={"value": value})})
    return Typed(row.model_copy(update={"cells": {**row.cells, SATUAN: decided}}), (edit,))


def type_rows(
    block: Block, koreksi: Mapping[str, SalahKetik], canonical: bool = True
) -> tuple[Block, list[Edit], list[Finding]]:
    """The block with a reading for each target and a canonical satuan in every row; `koreksi` are the decisions about
    them by path. Where not `canonical` the cells stay as printed but for these decisions."""
    edits: list[Edit] = []
    findings: list[Finding] = []
    # the units first: they say what a bare number in the target is
    united = [_united(block, i, row, koreksi, canonical) for i, row in enumerate(block.rows, 1)]
    whole = fill_down([one.row for one in united], (INDIKATOR, SATUAN))
    scopes, headings = _scopes(block), _headings(block)
    rows: list[Row] = []
    for i, one in enumerate(united, 1):
        reader = TargetReader(partial(_field_of, block, i), lambda field: koreksi.get(field.path), canonical, headings)
        typed = reader.row(one.row, whole[i - 1], scopes)
        rows.append(typed.row)
        edits += [*typed.edits, *one.edits]
        findings += [*typed.findings, *one.findings]
    filled = fill_down(rows, (INDIKATOR, SATUAN, TARGET))
    made = tuple(carried_down(row, said, headings) for row, said in zip(rows, filled, strict=True))
    return block.model_copy(update={"rows": made}), edits, findings


def _headings(block: Block) -> list[str]:
    """The headings of the columns of targets, where they are as many as the targets of a row."""
    said = [heading.text.value or heading.text.as_printed for heading in block.headings if heading.role == TARGET]
    count = max((len(row.targets) for row in block.rows), default=0)
    return said if len(said) == max(count, 1) else []


def _scopes(block: Block) -> list[TargetScope]:
    """What the columns of several targets are for; of a table whose headings are not known nothing is said."""
    said = [heading.scope or TargetScope() for heading in block.headings if heading.role == TARGET]
    count = max((len(row.targets) for row in block.rows), default=0)
    return said if len(said) == count else [TargetScope()] * count


def _united(block: Block, i: int, row: Row, koreksi: Mapping[str, SalahKetik], canonical: bool) -> Typed:
    satuan = Field(f"{_row_path(block, i)}/{SATUAN}", SATUAN, block.kind, block.order)
    return canon_satuan(row, satuan, koreksi.get(satuan.path), canonical)


def _field_of(block: Block, i: int, position: int) -> Field:
    """The field of a row's target, or of the one at this position among several."""
    row = _row_path(block, i)
    return Field(target_path(row, position) if position else f"{row}/{TARGET}", TARGET, block.kind, block.order)


def _row_path(block: Block, i: int) -> str:
    return f"{block_named(block.kind, block.order)}/rows/{i}"
