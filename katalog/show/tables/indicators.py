"""Rows of the tables of indicators: the holders, their rows, targets and columns.

A column ending in `_as_printed` is verbatim, empty where nothing is printed in that row; the others are normalized,
merged cells filled down.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from bahasa.block_kinds import about_kind
from bahasa.roles import OTHERS, SUMBER_DATA, TARGET
from katalog.show.tables.registry import TableRow
from katalog.text import page_of, value_of
from schemas.base import ROLES
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow, Periode, RowTarget
from schemas.decree import Target


def indicator_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`indikator`: a row for each row as printed."""
    for block in catalogue.blocks:
        for row in block.rows:
            yield {
                **holder(block),
                "jabatan": value_of(block.jabatan),
                "unit": block.unit.nama,
                "row": row.row,
                "indikator_id": row.id,
                **{role: normalized_in(row, role) for role in ROLES},
                **_read(row.target),
                "page": row.page,
                **{f"{role}_as_printed": printed_in(catalogue, block, row, role) for role in ROLES},
                OTHERS: as_json({heading: cell.text.as_printed for heading, cell in row.others.items()}),
            }


def target_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`target`: a row for each target of a row, from left to right."""
    for head, one in _targets(catalogue):
        yield {
            **head,
            "heading": one.heading,
            **one.scope.model_dump(),
            TARGET: value_of(one.cell.text),
            **_read(one.target),
            "upper": one.target.upper,
            "date": one.target.date,
            f"{TARGET}_as_printed": one.cell.text.as_printed,
        }


def reading_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`bacaan_target`: which target is its row's, and what was in doubt about each."""
    for head, one in _targets(catalogue):
        candidates = as_json(one.target.candidates)
        yield {**head, "chosen": one.chosen, "candidates": candidates, "note": one.target.note}


def _targets(catalogue: Catalogue) -> Iterator[tuple[TableRow, RowTarget]]:
    for block in catalogue.blocks:
        for row in block.rows:
            for one in row.targets:
                yield {**_numbered(block, row), "position": one.position}, one


def _read(target: Target | None) -> TableRow:
    target = target or Target(kind="missing")
    return {
        "target_kind": target.kind,
        "target_value": target.value,
        "target_unit": target.unit,
        "target_grade": target.grade,
    }


def row_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`baris`: what is said of a row as a whole."""
    for block in catalogue.blocks:
        for row in block.rows:
            yield {
                **_numbered(block, row),
                "sasaran_id": row.sasaran_id,
                "group": row.group,
                "stacked": row.stacked,
                "note": row.target.note if row.target else None,
            }


def holder_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`jabatan`: the jabatan (IKI), then the holders of PK and IKU, each in the order of the decree. Readers that look
    for `jabatan_order` 1 without regard to `kind` mean the first jabatan and not the agency."""
    for block in sorted(catalogue.blocks, key=lambda block: about_kind(block.kind).rank):
        yield {
            **holder(block),
            "jabatan": value_of(block.jabatan),
            "jabatan_as_printed": block.jabatan.as_printed,
            "unit": block.unit.nama,
            "tugas": value_of(block.tugas),
            "tugas_as_printed": block.tugas.as_printed if block.tugas else "",
            "page": page_of(block.jabatan),
        }


def unit_basis_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`pemangku`: the unit of each holder, and how it is known."""
    for block in catalogue.blocks:
        unit = block.unit
        yield {
            **holder(block),
            "label": block.label,
            "unit_id": unit.id,
            "unit": unit.nama,
            "unit_basis": unit.basis,
            "evidence": unit.evidence,
            "agreeing": unit.agreeing,
            "naming": unit.naming,
        }


def fungsi_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`fungsi`: a row for each item."""
    for block in catalogue.blocks:
        for item in block.fungsi:
            yield {
                **holder(block),
                "no": item.no,
                "fungsi": value_of(item.text),
                "fungsi_as_printed": item.text.as_printed,
                "page": page_of(item.text),
            }


def source_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`sumber_data`: a row for each unit that the sumber data of an indicator row names."""
    names = {unit.id: unit.nama for unit in catalogue.units}
    for block in catalogue.blocks:
        for row in block.rows:
            for unit in row.sumber_data_units:
                yield {
                    **holder(block),
                    "row": row.row,
                    "indikator_id": row.id,
                    "unit_id": unit,
                    "unit": names.get(unit, ""),
                    SUMBER_DATA: normalized_in(row, SUMBER_DATA),
                    f"{SUMBER_DATA}_as_printed": printed_in(catalogue, block, row, SUMBER_DATA),
                }


def holder(block: IndicatorBlock) -> TableRow:
    """What names a block in a row: its kind, its place among those of its kind, its id."""
    return {"kind": block.kind, "jabatan_order": block.order, "jabatan_id": block.id}


def _numbered(block: IndicatorBlock, row: IndicatorRow) -> TableRow:
    return {"kind": block.kind, "jabatan_order": block.order, "row": row.row, "indikator_id": row.id}


def as_json(printed: dict[str, str] | Iterable[str]) -> str:
    """JSON of an object or a list, as a cell holds it."""
    return json.dumps(printed if isinstance(printed, dict) else list(printed), ensure_ascii=False)


def normalized_in(row: IndicatorRow, role: str) -> str:
    """The normalized text of a row's cell, empty where it has none."""
    return next((value_of(cell.text) for name, cell in row.cells.items() if name == role), "")


def printed_in(catalogue: Catalogue, block: IndicatorBlock, row: IndicatorRow, role: str) -> str:
    """The text of a row's cell as printed; of several targets of which one may be the row's, though nothing tells
    which, all of them, where they stand side by side."""
    several = role == TARGET and row.target is not None and row.target.kind == "several"
    if several and _side_by_side(block) and not _none_of(row.targets, catalogue.decree.periode):
        return " ".join(one.cell.text.as_printed for one in row.targets if one.cell.text.as_printed)
    return next((cell.text.as_printed for name, cell in row.cells.items() if name == role), "")


def _none_of(targets: Sequence[RowTarget], periode: Periode | None) -> bool:
    """Is it known that none of them is the target of the whole period: parts of a year alone (`TW I` to `TW IV`), or
    those of single years in a document that says which ones it is about (`TAHUN 2021-2025`), or beside that of their
    end (`KONDISI AKHIR`)?"""
    scopes = [one.scope for one in targets]
    parts = all(scope.period and scope.period != "tahun" for scope in scopes)
    years = {scope.year for scope in scopes}
    ends = any(scope.period == "tahun" and scope.year is None for scope in scopes)
    return parts or (len(years) > 1 and (ends or (periode is not None and None not in years)))


def _side_by_side(block: IndicatorBlock) -> bool:
    """Are the columns of targets one part of the table, read across (`TARGET` over its years), with none in between
    (`2014 TARGET`, `2014 REALISASI`, `2015 TARGET`)?"""
    places = [at for at, heading in enumerate(block.headings) if heading.role == TARGET]
    return places == list(range(places[0], places[-1] + 1)) if places else False
