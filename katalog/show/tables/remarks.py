"""Rows of the tables of what was made of the decree: findings, corrections, proposals, the forms of units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from katalog.show.tables.indicators import as_json
from katalog.show.tables.registry import TableRow
from schemas.base import Edit, Place
from schemas.catalogue import Catalogue


def finding_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`temuan`: a row for each finding."""
    for at, finding in enumerate(catalogue.findings):
        yield {
            "code": finding.code,
            "severity": finding.severity,
            "jabatan_order": finding.order,
            "field": finding.field,
            "message": finding.message,
            "as_printed": finding.as_printed,
            "page": next((place.page for place in finding.places if place.page is not None), None),
            "kind": finding.kind,
            "lines": _lines(finding.places),
            "values": as_json(finding.values),
            "path": f"/findings/{at}",
            "answered": finding.answered,
        }


def _lines(places: tuple[Place, ...]) -> str:
    """`1009-1010, 1033`."""
    runs = (place.lines for place in places if place.lines is not None)
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def edit_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`edits`: the corrections that were made."""
    return _corrections(catalogue.edits)


def proposal_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`proposals`: those that a person should decide."""
    return _corrections(catalogue.proposals)


def _corrections(edits: Sequence[Edit]) -> Iterator[TableRow]:
    for position, edit in enumerate(edits, 1):
        yield {**edit.model_dump(), "certainty": f"{edit.certainty:g}", "position": position}


def decision_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`koreksi`: what became of a person's decisions."""
    for position, record in enumerate(catalogue.koreksi, 1):
        yield {**record.model_dump(), "decision": as_json(record.decision), "position": position}


def unit_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`unit`: a row for each printed form of a unit; a unit that is only led and never printed has one without a
    form."""
    listed = [
        (unit, printed, count)
        for unit in catalogue.units
        for printed, count in [(form.as_printed, form.count) for form in unit.bentuk] or [("", 0)]
    ]
    for position, (unit, printed, count) in enumerate(listed, 1):
        yield {
            "unit_id": unit.id or "", "unit": unit.nama, "as_printed": printed, "count": count, "position": position
        }  # fmt: skip
