"""Catalogues as tidy tables, format aside. Columns and their order are part of the data contract.

Every table begins with `keputusan`, the slug of the catalogue that a row is from, so that tables of many decrees stand
under each other. Cells hold a text, a number or None. A column ending in `_as_printed` is verbatim, empty where nothing
is printed in that row; the others are normalized, merged cells filled down.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from bahasa.block_kinds import about_kind
from bahasa.roles import OTHERS, SUMBER_DATA, TARGET, about_role
from katalog.show.export.cells import normalized_in, printed_in
from katalog.show.export.tidy import TableRow, TableValue, TidyTable
from katalog.text import page_of, value_of
from schemas.base import ROLES, Finding, Place, ProgramRole
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow, ProgramRow, RowTarget
from schemas.decree import Target

#: The first column of every table: the catalogue's slug.
KEPUTUSAN: Final = "keputusan"
DECREE = (
    "jenis", "nomor", "tahun", "tentang", "instansi", "periode_awal", "periode_akhir", "tempat", "tanggal",
    "penandatangan", "source", "sha256", "pages", "content_hash",
)  # fmt: skip
INDIKATOR = (
    "kind", "jabatan_order", "jabatan_id", "jabatan", "unit", "row", "indikator_id",
    *(column for role in ROLES for column in about_role(role).exported), "page",
    *(f"{role}_as_printed" for role in ROLES), *about_role(OTHERS).exported,
)  # fmt: skip
TARGETS = (
    "kind", "jabatan_order", "row", "indikator_id", "position", "heading", "year", "period", "period_number", "aspect",
    "version", *about_role(TARGET).exported, "upper", "date", f"{TARGET}_as_printed",
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
class _TableKind:
    """A table by its columns, `keputusan` aside, and the rows that a catalogue has for it."""

    columns: tuple[str, ...]
    rows: Callable[[Catalogue], Iterable[TableRow]]


def tables_of(catalogues: Sequence[Catalogue]) -> tuple[TidyTable, ...]:
    """All tables (`TABLES` of the package names them in this order), with the rows of each catalogue in turn."""
    return tuple(
        TidyTable(
            name,
            (KEPUTUSAN, *kind.columns),
            tuple((one.source.slug, *row) for one in catalogues for row in kind.rows(one)),
        )
        for name, kind in _KINDS.items()
    )


def _decrees(catalogue: Catalogue) -> Iterator[TableRow]:
    decree, source = catalogue.decree, catalogue.source
    periode = decree.periode
    yield (
        decree.jenis,
        decree.nomor,
        decree.tahun,
        decree.tentang,
        decree.instansi,
        periode.awal if periode else None,
        periode.akhir if periode else None,
        decree.ditetapkan.tempat,
        decree.ditetapkan.tanggal,
        decree.penandatangan.nama,
        source.file,
        source.sha256,
        source.pages,
        catalogue.content_hash,
    )


def _edits(catalogue: Catalogue) -> Iterator[TableRow]:
    return ((e.rule, e.before, e.after, e.evidence, f"{e.certainty:g}", e.place) for e in catalogue.edits)


def _jabatan_first(blocks: Iterable[IndicatorBlock]) -> list[IndicatorBlock]:
    """The jabatan (IKI), then the holders of PK and IKU, each in the order of the decree: readers that look for
    `jabatan_order` 1 without regard to `kind` mean the first jabatan and not the agency."""
    return sorted(blocks, key=lambda block: about_kind(block.kind).rank)


def _indicators(catalogue: Catalogue) -> Iterator[TableRow]:
    return (_indikator(block, row) for block in catalogue.blocks for row in block.rows)


def _indikator(block: IndicatorBlock, row: IndicatorRow) -> TableRow:
    normalized: dict[str, TableValue] = {role: normalized_in(row, role) for role in ROLES}
    printed: dict[str, TableValue] = {f"{role}_as_printed": printed_in(block, row, role) for role in ROLES}
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


def _targets(catalogue: Catalogue) -> Iterator[TableRow]:
    """A row for each target of a row, from left to right."""
    for block in catalogue.blocks:
        for row in block.rows:
            for one in row.targets:
                yield _one_target(block, row, one)


def _one_target(block: IndicatorBlock, row: IndicatorRow, one: RowTarget) -> TableRow:
    cells: dict[str, TableValue] = {
        "kind": block.kind,
        "jabatan_order": block.order,
        "row": row.row,
        "indikator_id": row.id,
        "position": one.position,
        "heading": one.heading,
        **one.scope.model_dump(),
        TARGET: value_of(one.cell.text),
        **_target(one.target),
        "upper": one.target.upper,
        "date": one.target.date,
        f"{TARGET}_as_printed": one.cell.text.as_printed,
    }
    return tuple(cells[column] for column in TARGETS)


def _target(target: Target | None) -> dict[str, TableValue]:
    target = target or Target(kind="missing")
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


def _holders(catalogue: Catalogue) -> Iterator[TableRow]:
    return (_jabatan(block) for block in _jabatan_first(catalogue.blocks))


def _jabatan(block: IndicatorBlock) -> TableRow:
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


def _fungsi(catalogue: Catalogue) -> Iterator[TableRow]:
    for block in catalogue.blocks:
        for item in block.fungsi:
            printed = item.text.as_printed
            yield block.kind, block.order, block.id, item.no, value_of(item.text), printed, page_of(item.text)


def _programs(catalogue: Catalogue) -> Iterator[TableRow]:
    """A row for each program of a second table; `anggaran` is a number, the sums of the table are in `others`."""
    return (_program(block, row) for block in catalogue.blocks for row in block.program)


def _program(block: IndicatorBlock, row: ProgramRow) -> TableRow:
    cells = block.others[row.row - 1]
    texts = {role: cells[heading].text for role, heading in row.columns.items()}
    values = {role: value_of(text) for role, text in texts.items()} | {"anggaran": row.anggaran}
    rest = {heading: cell.text.as_printed for heading, cell in cells.items() if heading not in row.columns.values()}
    return (
        block.kind,
        block.order,
        block.id,
        row.row,
        *(values.get(role) for role in _PROGRAM),
        *(texts[role].as_printed if role in texts else "" for role in _PROGRAM),
        page_of(texts["program"]),
        _as_json(rest),
    )


def _second_tables(catalogue: Catalogue) -> Iterator[TableRow]:
    """A row for each cell of a second table (programs with their budget), since its headings are of any kind."""
    for block in catalogue.blocks:
        for number, cells in enumerate(block.others, 1):
            for heading, cell in cells.items():
                text = cell.text
                head = block.kind, block.order, block.id, number, heading
                yield *head, value_of(text), text.as_printed, page_of(text)


def _units(catalogue: Catalogue) -> Iterator[TableRow]:
    """A row for each printed form of a unit; a unit that is only led and never printed has one without a form."""
    for unit in catalogue.units:
        for form in unit.bentuk:
            yield unit.id or "", unit.nama, form.as_printed, form.count
        if not unit.bentuk:
            yield unit.id or "", unit.nama, "", 0


def _sumber_data(catalogue: Catalogue) -> Iterator[TableRow]:
    """A row for each unit that the sumber data of an indicator row names."""
    names = {unit.id: unit.nama for unit in catalogue.units}
    for block in catalogue.blocks:
        for row in block.rows:
            texts = normalized_in(row, SUMBER_DATA), printed_in(block, row, SUMBER_DATA)
            for unit in row.sumber_data_units:
                yield block.kind, block.order, block.id, row.row, row.id, unit, names.get(unit, ""), *texts


def _findings(catalogue: Catalogue) -> Iterator[TableRow]:
    return map(_temuan, catalogue.findings)


def _temuan(finding: Finding) -> TableRow:
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


_KINDS: Final = {
    KEPUTUSAN: _TableKind(DECREE, _decrees),
    "indikator": _TableKind(INDIKATOR, _indicators),
    "target": _TableKind(TARGETS, _targets),
    "jabatan": _TableKind(JABATAN, _holders),
    "fungsi": _TableKind(FUNGSI, _fungsi),
    "temuan": _TableKind(TEMUAN, _findings),
    "edits": _TableKind(EDITS, _edits),
    "unit": _TableKind(UNIT, _units),
    "sumber_data": _TableKind(SOURCES, _sumber_data),
    "program": _TableKind(PROGRAM, _programs),
    "others": _TableKind(SECOND_TABLE, _second_tables),
}
