"""The catalogue as tidy tables, format aside. Columns and their order are part of the data contract.

Cells hold a text, a number or None. A column ending in `_as_printed` is verbatim, empty where nothing is printed in
that row; the others are normalized, merged cells filled down.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from bahasa.block_kinds import about_kind
from bahasa.roles import OTHERS, SUMBER_DATA, about_role
from katalog.text import page_of, value_of
from schemas.base import ROLES, Finding, Place, ProgramRole
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Target

TableValue = str | int | None
ColumnType = Literal["text", "integer", "number"]

_INTEGERS = frozenset({"jabatan_order", "row", "page", "count"})
_NUMBERS = frozenset({"target_value", "certainty", "anggaran"})

INDIKATOR = (
    "kind", "jabatan_order", "jabatan_id", "jabatan", "unit", "row", "indikator_id",
    *(column for role in ROLES for column in about_role(role).exported), "page",
    *(f"{role}_as_printed" for role in ROLES), *about_role(OTHERS).exported,
)  # fmt: skip
JABATAN = (
    "kind", "jabatan_order", "jabatan_id", "jabatan", "jabatan_as_printed", "unit", "tugas", "tugas_as_printed", "page",
)  # fmt: skip
FUNGSI = ("kind", "jabatan_order", "jabatan_id", "no", "fungsi", "fungsi_as_printed", "page")
TEMUAN = ("code", "severity", "jabatan_order", "field", "message", "as_printed", "page", "kind", "lines")
UNIT = ("unit_id", "unit", "as_printed", "count")
SOURCES = (
    "kind", "jabatan_order", "jabatan_id", "row", "indikator_id", "unit_id", "unit", "sumber_data",
    "sumber_data_as_printed",
)  # fmt: skip
_PROGRAM = get_args(ProgramRole)
PROGRAM = (
    "kind", "jabatan_order", "jabatan_id", "row", *_PROGRAM, *(f"{role}_as_printed" for role in _PROGRAM), "page",
    OTHERS,
)  # fmt: skip
SECOND_TABLE = ("kind", "jabatan_order", "jabatan_id", "row", "heading", "text", "as_printed", "page")
EDITS = ("rule", "before", "after", "evidence", "certainty", "place")


@dataclass(frozen=True, slots=True)
class TidyTable:
    """A table with its name, its columns and its rows in the order of the decree."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[TableValue, ...], ...]

    def types(self) -> tuple[ColumnType, ...]:
        """What each column holds. `target_value` is a decimal number as text."""
        return tuple(
            "integer" if name in _INTEGERS else "number" if name in _NUMBERS else "text" for name in self.columns
        )

    def typed_rows(self) -> Iterator[tuple[str | int | float | None, ...]]:
        """The rows with numbers as numbers, for formats that know types."""
        types = self.types()
        for row in self.rows:
            yield tuple(
                float(value) if kind == "number" and value not in (None, "") else value
                for value, kind in zip(row, types, strict=True)
            )


def tables_of(catalogue: Catalogue) -> tuple[TidyTable, ...]:
    """indikator, jabatan, fungsi, temuan, edits, unit, sumber_data, program, others."""
    blocks = catalogue.blocks
    indikator = (_indikator(block, row) for block in blocks for row in block.rows)
    edits = ((e.rule, e.before, e.after, e.evidence, f"{e.certainty:g}", e.place) for e in catalogue.edits)
    return (
        TidyTable("indikator", INDIKATOR, tuple(indikator)),
        TidyTable("jabatan", JABATAN, tuple(_jabatan(block) for block in _jabatan_first(blocks))),
        TidyTable("fungsi", FUNGSI, tuple(row for block in blocks for row in _fungsi(block))),
        TidyTable("temuan", TEMUAN, tuple(_temuan(finding) for finding in catalogue.findings)),
        TidyTable("edits", EDITS, tuple(edits)),
        TidyTable("unit", UNIT, tuple(_units(catalogue))),
        TidyTable("sumber_data", SOURCES, tuple(_sumber_data(catalogue))),
        TidyTable("program", PROGRAM, tuple(row for block in blocks for row in _program(block))),
        TidyTable("others", SECOND_TABLE, tuple(row for block in blocks for row in _second_table(block))),
    )


def _jabatan_first(blocks: Iterable[IndicatorBlock]) -> list[IndicatorBlock]:
    """The jabatan (IKI), then the holders of PK and IKU, each in the order of the decree: readers that look for
    `jabatan_order` 1 without regard to `kind` mean the first jabatan and not the agency."""
    return sorted(blocks, key=lambda block: about_kind(block.kind).rank)


def _indikator(block: IndicatorBlock, row: IndicatorRow) -> tuple[TableValue, ...]:
    normalized: dict[str, TableValue] = {role: _value(row, role) for role in ROLES}
    printed: dict[str, TableValue] = {f"{role}_as_printed": _printed(row, role) for role in ROLES}
    cells: dict[str, TableValue] = {
        "kind": block.kind,
        "jabatan_order": block.order,
        "jabatan_id": block.id,
        "jabatan": value_of(block.jabatan),
        "unit": block.unit.nama,
        "row": row.row,
        "indikator_id": row.id,
        "page": row.page,
        OTHERS: _others(row),
        **normalized,
        **_target(row.target),
        **printed,
    }
    return tuple(cells[column] for column in INDIKATOR)


def _value(row: IndicatorRow, role: str) -> str:
    return next((value_of(cell.text) for name, cell in row.cells.items() if name == role), "")


def _printed(row: IndicatorRow, role: str) -> str:
    return next((cell.text.as_printed for name, cell in row.cells.items() if name == role), "")


def _target(target: Target | None) -> dict[str, TableValue]:
    if target is None:
        return {"target_kind": "missing", "target_value": None, "target_unit": None, "target_grade": None}
    return {
        "target_kind": target.kind,
        "target_value": target.value,
        "target_unit": target.unit,
        "target_grade": target.grade,
    }


def _others(row: IndicatorRow) -> str:
    return _as_json({heading: cell.text.as_printed for heading, cell in row.others.items()})


def _as_json(printed: dict[str, str]) -> str:
    return json.dumps(printed, ensure_ascii=False) if printed else "{}"


def _jabatan(block: IndicatorBlock) -> tuple[TableValue, ...]:
    return (
        block.kind,
        block.order,
        block.id,
        value_of(block.jabatan),
        block.jabatan.as_printed,
        block.unit.nama,
        value_of(block.tugas),
        block.tugas.as_printed if block.tugas else "",
        page_of(block.jabatan),
    )


def _fungsi(block: IndicatorBlock) -> Iterator[tuple[TableValue, ...]]:
    for item in block.fungsi:
        printed = item.text.as_printed
        yield block.kind, block.order, block.id, item.no, value_of(item.text), printed, page_of(item.text)


def _program(block: IndicatorBlock) -> Iterator[tuple[TableValue, ...]]:
    """A row for each program of a second table; `anggaran` is a number, the sums of the table are in `others`."""
    for row in block.program:
        cells = block.others[row.row - 1]
        texts = {role: cells[heading].text for role, heading in row.columns.items()}
        values = {role: value_of(text) for role, text in texts.items()} | {"anggaran": row.anggaran}
        rest = {heading: cell.text.as_printed for heading, cell in cells.items() if heading not in row.columns.values()}
        yield (
            block.kind,
            block.order,
            block.id,
            row.row,
            *(values.get(role) for role in _PROGRAM),
            *(texts[role].as_printed if role in texts else "" for role in _PROGRAM),
            page_of(texts["program"]),
            _as_json(rest),
        )


def _second_table(block: IndicatorBlock) -> Iterator[tuple[TableValue, ...]]:
    """A row for each cell of a second table (programs with their budget), since its headings are of any kind."""
    for number, cells in enumerate(block.others, 1):
        for heading, cell in cells.items():
            text = cell.text
            head = block.kind, block.order, block.id, number, heading
            yield *head, value_of(text), text.as_printed, page_of(text)


def _units(catalogue: Catalogue) -> Iterator[tuple[TableValue, ...]]:
    """A row for each printed form of a unit; a unit that is only led and never printed has one without a form."""
    for unit in catalogue.units:
        for form in unit.bentuk:
            yield unit.id or "", unit.nama, form.as_printed, form.count
        if not unit.bentuk:
            yield unit.id or "", unit.nama, "", 0


def _sumber_data(catalogue: Catalogue) -> Iterator[tuple[TableValue, ...]]:
    """A row for each unit that the sumber data of an indicator row names."""
    names = {unit.id: unit.nama for unit in catalogue.units}
    for block in catalogue.blocks:
        for row in block.rows:
            texts = _value(row, SUMBER_DATA), _printed(row, SUMBER_DATA)
            for unit in row.sumber_data_units:
                yield block.kind, block.order, block.id, row.row, row.id, unit, names.get(unit, ""), *texts


def _temuan(finding: Finding) -> tuple[TableValue, ...]:
    page = next((place.page for place in finding.places if place.page is not None), None)
    return (
        finding.code,
        finding.severity,
        finding.order,
        finding.field,
        finding.message,
        finding.as_printed,
        page,
        finding.kind,
        _lines(finding.places),
    )


def _lines(places: tuple[Place, ...]) -> str:
    """`1009-1010, 1033`."""
    runs = (place.lines for place in places if place.lines is not None)
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
