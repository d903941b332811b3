"""The targets of a row: a reading for each cell, and its text with the unit canonical.

Input: a row whose texts have values, and what its merged cells say. Output: the row with `target`, or with that of each
of its `targets`; the edits of the cells (`3dokumen` -> `3 dokumen`) and the findings about them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bahasa.ditto import is_ditto
from bahasa.named_numbers import counts_something
from bahasa.number import NUMBER
from bahasa.roles import INDIKATOR, SATUAN, TARGET
from bahasa.satuan import read_unit
from bahasa.target import is_rounded, parse_target
from bahasa.target_print import shows_nothing
from bahasa.temuan import finding, shorten
from normalize.koreksi.overrule import HUMAN
from normalize.place import Field
from normalize.values.typed import Typed, value_in
from normalize.values.units import unit_meant
from normalize.words.document import Document
from normalize.words.encoded import correct_encoded
from normalize.words.pipeline import apply, edit_of
from normalize.words.rules import Context
from schemas.base import Edit, Finding, Severity
from schemas.decree import Cell, PrintedTarget, Row, Target, TargetScope, Text

if TYPE_CHECKING:
    from normalize.koreksi.kinds import SalahKetik

_AMOUNT = re.compile(rf"(?P<number>{NUMBER})(?P<words>\s*\([a-z ]+\))?\s*(?P<unit>%|[^\W\d_][^()\d]*?)\s*[.;,]?", re.I)
_NUMBERED: frozenset[str] = frozenset({"count", "percent", "duration", "index"})
_CANONICAL = "satuan baku, terpisah dari bilangan"
#: Kinds that have a unit which a part of them shares.
_PARTED: frozenset[str] = frozenset({"count", "percent", "duration", "money"})
#: Periods that are a part of a year.
_PARTS: frozenset[str | None] = frozenset({"semester", "triwulan", "bulan"})


class TargetCell(NamedTuple):
    """A target cell with its reading, and what was changed and found."""

    cell: Cell
    target: Target
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


#: The field of a target by its place among several of the row, 0 for the only one; and the decision about a field.
FieldOf = Callable[[int], Field]
DecisionOf = Callable[[Field], "SalahKetik | None"]


def render(text: str, target: Target) -> str:
    """The text of a target cell with its unit canonical and apart (`3dokumen` -> `3 dokumen`, `100 %` -> `100%`)."""
    match = _AMOUNT.fullmatch(text)
    if match is None or target.kind not in _NUMBERED:
        return text
    if target.unit == "%":
        return f"{match['number']}%" if re.fullmatch(r"%|persen|prosen", match["unit"], re.I) else text
    read = None if match["unit"] == "%" else read_unit(match["unit"])
    return text if read is None else f"{match['number']}{match['words'] or ''} {read.name}"


def mended(text: str) -> tuple[str, str]:
    """A target whose unit has a slip in it (`12 dokuemn`) with the unit that was meant, and the evidence; the text as
    it is where none is, or several may be."""
    match = _AMOUNT.fullmatch(text)
    if match is None or ((unit := read_unit(match["unit"])) and unit.known):
        return text, ""
    if (meant := unit_meant(match["unit"])) is None:
        return text, ""
    form, evidence = meant
    return f"{text[: match.start('unit')]}{form}", evidence


class TargetReader(NamedTuple):
    """Reads the targets of rows: `field_of` a row's target cell, `decided` what a person says of it. Where not
    `canonical` the text of a cell stays as printed, unless a person decided. `headings` are those of the columns of
    targets."""

    field_of: FieldOf
    decided: DecisionOf
    canonical: bool = True
    headings: Sequence[str] = ()

    def row(self, row: Row, whole: Row, scopes: Sequence[TargetScope]) -> Typed:
        """The row with its targets. `whole` is the row with what its merged cells say: `%` over five rows is the satuan
        of each. `scopes` are those of the columns of `row.targets`."""
        if row.targets:
            return self._several(row, whole, scopes)
        if (cell := row.cells.get(TARGET)) is None:
            return Typed(row.model_copy(update={"target": Target(kind="missing", note="tanpa kolom target")}))
        says = value_in(whole, INDIKATOR), value_in(whole, SATUAN), heading_at(self.headings, 0)
        read = self._read(cell, self.field_of(0), says)
        cells = {**row.cells, TARGET: read.cell}
        made = row.model_copy(update={"cells": cells, "target": read.target})
        return Typed(made, read.edits, read.findings or _absent(read, self.field_of(0)))

    def _several(self, row: Row, whole: Row, scopes: Sequence[TargetScope]) -> Typed:
        indikator, satuan = value_in(whole, INDIKATOR), value_in(whole, SATUAN)
        read = [
            self._read(one.cell, self.field_of(at), (indikator, satuan, heading_at(self.headings, at - 1)))
            for at, one in enumerate(row.targets, start=1)
        ]
        if unit := "" if satuan else _unit_of_the_year(read, scopes):
            for at, scope in enumerate(scopes):
                if scope.period in _PARTS:
                    read[at] = self._part(row.targets[at].cell, self.field_of(at + 1), indikator, unit)
        targets = tuple(PrintedTarget(cell=one.cell, target=one.target) for one in read)
        findings = tuple(found for one in read for found in one.findings)
        return Typed(
            row.model_copy(update={"targets": targets}),
            tuple(edit for one in read for edit in one.edits),
            (*findings, *self._missing(read, scopes)),
        )

    def _part(self, cell: Cell, field: Field, indikator: str, unit: str) -> TargetCell:
        """A part of the year whose bare number is in the unit of the year's target; that is no doubt to be told."""
        read = self._read(cell, field, (indikator, unit, ""))
        target = read.target.model_copy(update={"note": _YEARS_UNIT if read.target.note else None})
        findings = tuple(found for found in read.findings if found.code != "target-tersirat")
        return TargetCell(read.cell, target, read.edits, findings)

    def _missing(self, read: Sequence[TargetCell], scopes: Sequence[TargetScope]) -> tuple[Finding, ...]:
        """Blank targets: one finding where the row has none at all, else one for each but parts of a year, which may
        well have none of their own."""
        blank = [at for at, one in enumerate(read) if _is_blank(one)]
        if len(blank) == len(read):
            return _absent(read[0], self.field_of(0))
        whole = [at for at, scope in enumerate(scopes) if scope.period not in _PARTS] or range(len(read))
        return tuple(found for at in blank if at in whole for found in _absent(read[at], self.field_of(at + 1)))

    def _read(self, cell: Cell, field: Field, says: tuple[str, str, str]) -> TargetCell:
        """`says` has the indikator, the satuan and the heading."""
        text = cell.text
        printed = text.value or ""
        if cell.span == "covered":
            return TargetCell(cell, Target(kind="missing"))
        koreksi = self.decided(field)
        decided = koreksi if koreksi and koreksi.terima and koreksi.tercetak == printed and koreksi.menjadi else None
        folded = decided.menjadi if decided else printed
        slip, signs = "", tuple[Edit, ...]()
        if self.canonical and decided is None and not is_refused(koreksi, printed):
            folded, signs = _signs_meant(folded, field)
            printed = folded
            folded, slip = mended(folded)
        target = parse_target(folded, *says)
        findings = findings_about(folded, target, field, text)
        value = render(folded, target) if self.canonical else folded
        if is_refused(koreksi, printed) or (value == printed and not signs):
            return TargetCell(cell, target, findings=findings)
        edits = signs
        if value != printed:
            rule, evidence = (HUMAN, decided.evidence) if decided else ("satuan", slip or _CANONICAL)
            edits += (Edit(rule=rule, before=printed, after=value, evidence=evidence, place=field.path),)
        changed = cell.model_copy(update={"text": text.model_copy(update={"value": value})})
        return TargetCell(changed, target, edits, findings)


def _signs_meant(text: str, field: Field) -> tuple[str, tuple[Edit, ...]]:
    """A target with the signs that a computer made other letters of (`&ge; 85 %`, `â‰¥ 85 %`), and the edits."""
    meant, made = apply(text, correct_encoded(text, Context(field, Document())))
    return meant, tuple(edit_of(correction, text, field.path) for correction in made)


_YEARS_UNIT = "satuan dari target setahun pada baris ini"


def _unit_of_the_year(read: Sequence[TargetCell], scopes: Sequence[TargetScope]) -> str:
    """The unit that a row's targets of whole years print (`5 dokumen`): that of the bare numbers of its quarters."""
    whole = [one.target for one, scope in zip(read, scopes, strict=True) if scope.period not in _PARTS]
    units = {target.unit for target in whole if target.unit and target.kind in _PARTED}
    return units.pop() if len(units) == 1 else ""


def _is_blank(one: TargetCell) -> bool:
    return one.cell.span != "covered" and one.target.kind == "missing"


def _absent(one: TargetCell, field: Field) -> tuple[Finding, ...]:
    return (finding("target-kosong", field.about(one.cell.text)),) if _is_blank(one) else ()


def heading_at(headings: Sequence[str], at: int) -> str:
    """The heading of a column of targets, empty where it is not known."""
    return headings[at] if at < len(headings) else ""


def carried_down(row: Row, whole: Row, headings: Sequence[str] = ()) -> Row:
    """The row with the readings of targets that a merged cell above says, or the one that `sda` refers to; `whole` has
    the values of such cells."""
    says = value_in(whole, INDIKATOR), value_in(whole, SATUAN)
    update: dict[str, object] = {}
    if TARGET in row.cells and _is_carried(row.cells[TARGET], whole.cells[TARGET]):
        update["target"] = _carried(whole.cells[TARGET], *says, heading_at(headings, 0))
    if row.targets:
        update["targets"] = tuple(
            one.model_copy(update={"target": _carried(said.cell, *says, heading_at(headings, at))})
            if _is_carried(one.cell, said.cell)
            else one
            for at, (one, said) in enumerate(zip(row.targets, whole.targets, strict=True))
        )
    return row.model_copy(update=update) if update else row


def _is_carried(own: Cell, said: Cell) -> bool:
    return own.span == "covered" or (is_ditto(own.text.as_printed) and own.text.value != said.text.value)


def _carried(cell: Cell, indikator: str, satuan: str, heading: str) -> Target:
    target = parse_target(cell.text.value or "", indikator, satuan, heading)
    why = "sel gabungan dengan baris di atasnya" if cell.span == "covered" else "sama dengan baris di atasnya"
    return target.model_copy(update={"note": "; ".join(part for part in (why, target.note) if part)})


def is_refused(koreksi: SalahKetik | None, printed: str) -> bool:
    """Does a person refuse what would be made of this print?"""
    return koreksi is not None and not koreksi.terima and koreksi.tercetak == printed


def findings_about(folded: str, target: Target, field: Field, text: Text) -> tuple[Finding, ...]:
    """What a person should look at in a printed target; a blank one is a matter of its row."""
    quoted = shorten(folded)
    if target.kind == "ambiguous":
        unit = f" {target.unit}" if target.unit else ""
        readings = " atau ".join(f"{candidate}{unit}" for candidate in target.candidates)
        return (finding("target-ambigu", field.about(text), teks=quoted, calon=readings, catatan=target.note or ""),)
    if is_rounded(target):
        return (finding("target-bulat", field.about(text), teks=quoted, baca=target.value or ""),)
    if target.kind == "text" and not is_ditto(folded):
        # a number that is in no value is more than words that have none (`8 Jenis dan 5 Dokumen`, `tepat waktu`)
        severity: Severity = "warning" if counts_something(folded) or shows_nothing(folded) else "info"
        return (finding("target-teks", field.about(text), severity, teks=quoted),)
    if target.kind in ("percent", "index") and re.fullmatch(NUMBER, folded) and target.note:
        reading = f"{target.value}%" if target.kind == "percent" else "nilai/indeks"
        return (finding("target-tersirat", field.about(text), teks=quoted, baca=reading, catatan=target.note),)
    if target.kind == "count" and target.unit and not ((read := read_unit(target.unit)) and read.known):
        return (finding("satuan-tak-dikenal", field.about(text), satuan=shorten(target.unit)),)
    return ()
