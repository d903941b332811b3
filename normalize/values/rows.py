"""Targets of the rows: typed values and the text of the target cell.

Input: a block whose texts have values. Output: the block with `Row.target` set, the edits of target cells (`3dokumen`
-> `3 dokumen`), and the findings about targets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bahasa.block_kinds import block_named
from bahasa.number import NUMBER
from bahasa.roles import INDIKATOR, SATUAN, TARGET
from bahasa.satuan import read_unit
from bahasa.target import parse_target
from bahasa.temuan import finding, shorten
from normalize.fill import fill_down
from normalize.koreksi.file import Koreksi
from normalize.koreksi.overrule import HUMAN
from normalize.place import Field
from schemas.base import Edit, Finding, Role
from schemas.decree import Block, Cell, Row, Target, Text

_AMOUNT = re.compile(rf"(?P<number>{NUMBER})(?P<words>\s*\([a-z ]+\))?\s*(?P<unit>%|[^\W\d_][^()\d]*?)\s*[.;,]?", re.I)
_NUMBERED: frozenset[str] = frozenset({"count", "percent", "duration", "index"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A row with its target, and what was changed and found."""

    row: Row
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def _value(row: Row, role: Role) -> str:
    cell = row.cells.get(role)
    return (cell.text.value or "") if cell else ""


def _percent(match: re.Match[str], text: str) -> str:
    return f"{match['number']}%" if re.fullmatch(r"%|persen|prosen", match["unit"], re.I) else text


def render(text: str, target: Target) -> str:
    """The text of a target cell with its unit canonical and apart (`3dokumen` -> `3 dokumen`, `100 %` -> `100%`)."""
    match = _AMOUNT.fullmatch(text)
    if match is None or target.kind not in _NUMBERED:
        return text
    if target.unit == "%":
        return _percent(match, text)
    read = None if match["unit"] == "%" else read_unit(match["unit"])
    return text if read is None else f"{match['number']}{match['words'] or ''} {read.name}"


def type_row(
    row: Row, field: Field, koreksi: Koreksi | None = None, canonical: bool = True, whole: Row | None = None
) -> Typed:
    """The row with its target. `field` is the row's target cell, `koreksi` what a person says that it means. Where not
    `canonical` the text of the cell stays as printed, unless a person decided. `whole` is the row with what its merged
    cells say: `%` over five rows is the satuan of each."""
    cell = row.cells.get(TARGET)
    text = cell.text if cell else None
    printed = _value(row, TARGET)
    decided = koreksi if koreksi and koreksi.terima and koreksi.tercetak == printed and koreksi.menjadi else None
    folded = decided.menjadi or printed if decided else printed
    whole = whole or row
    target = parse_target(folded, _value(whole, INDIKATOR), _value(whole, SATUAN))
    if cell is None or text is None or cell.span == "covered":
        note = "sel gabungan dengan baris di atasnya" if cell and cell.span == "covered" else "tanpa kolom target"
        return Typed(row.model_copy(update={"target": target.model_copy(update={"note": note})}))
    findings = _findings(folded, target, field, text)
    value = render(folded, target) if canonical else folded
    if value == printed or _is_refused(koreksi, printed):
        return Typed(row.model_copy(update={"target": target}), findings=findings)
    rule, evidence = (HUMAN, decided.evidence()) if decided else ("satuan", "satuan baku, terpisah dari bilangan")
    edit = Edit(rule=rule, before=printed, after=value, evidence=evidence, place=field.path)
    cells = {**row.cells, TARGET: cell.model_copy(update={"text": text.model_copy(update={"value": value})})}
    return Typed(row.model_copy(update={"cells": cells, "target": target}), (edit,), findings)


def _is_refused(koreksi: Koreksi | None, printed: str) -> bool:
    return koreksi is not None and not koreksi.terima and koreksi.tercetak == printed


def _findings(folded: str, target: Target, field: Field, text: Text) -> tuple[Finding, ...]:
    quoted = shorten(folded)
    if target.kind == "missing":
        return (finding("target-kosong", field.about(text)),)
    if target.kind == "ambiguous":
        unit = f" {target.unit}" if target.unit else ""
        readings = " atau ".join(f"{candidate}{unit}" for candidate in target.candidates)
        return (finding("target-ambigu", field.about(text), teks=quoted, calon=readings, catatan=target.note or ""),)
    if target.kind == "text":
        return (finding("target-teks", field.about(text), teks=quoted),)
    if target.kind in ("percent", "index") and re.fullmatch(NUMBER, folded) and target.note:
        reading = f"{target.value}%" if target.kind == "percent" else "nilai/indeks"
        return (finding("target-tersirat", field.about(text), teks=quoted, baca=reading, catatan=target.note),)
    if target.kind == "count" and target.unit:
        read = read_unit(target.unit)
        return (
            ()
            if read and read.known
            else (finding("satuan-tak-dikenal", field.about(text), satuan=shorten(target.unit)),)
        )
    return ()


def canon_satuan(row: Row, field: Field, koreksi: Koreksi | None = None, canonical: bool = True) -> Typed:
    """The row with the text of its satuan cell canonical (`Dok.` -> `dokumen`). `field` is the row's satuan cell.

    A unit that the vocabulary doesn't have stays as printed, with a finding; a person's word goes before both."""
    cell = row.cells.get(SATUAN)
    printed = _value(row, SATUAN)
    if cell is None or not printed or _is_refused(koreksi, printed):
        return Typed(row)
    if koreksi and koreksi.menjadi and koreksi.tercetak == printed:
        return _with_satuan(row, cell, koreksi.menjadi, HUMAN, koreksi.evidence(), field)
    unit = read_unit(printed)
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
    block: Block, koreksi: Mapping[str, Koreksi], canonical: bool = True
) -> tuple[Block, list[Edit], list[Finding]]:
    """The block with a target and a canonical satuan in every row; `koreksi` are the decisions about them by path.
    Where not `canonical` the cells stay as printed but for these decisions."""
    rows: list[Row] = []
    edits: list[Edit] = []
    findings: list[Finding] = []
    # the units first: they say what a bare number in the target is
    united = [_united(block, i, row, koreksi, canonical) for i, row in enumerate(block.rows, 1)]
    whole = fill_down([one.row for one in united], (INDIKATOR, SATUAN))
    for i, one in enumerate(united, 1):
        target = _cell_field(block, i, TARGET)
        typed = type_row(one.row, target, koreksi.get(target.path), canonical, whole[i - 1])
        rows.append(typed.row)
        edits += [*typed.edits, *one.edits]
        findings += [*typed.findings, *one.findings]
    return block.model_copy(update={"rows": tuple(rows)}), edits, findings


def _united(block: Block, i: int, row: Row, koreksi: Mapping[str, Koreksi], canonical: bool) -> Typed:
    satuan = _cell_field(block, i, SATUAN)
    return canon_satuan(row, satuan, koreksi.get(satuan.path), canonical)


def _cell_field(block: Block, i: int, role: Role) -> Field:
    return Field(f"{block_named(block.kind, block.order)}/rows/{i}/{role}", role, block.kind, block.order)
