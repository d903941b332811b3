"""The roles of a table's columns, decided together: each role is given to one column, a target to several.

Input: a table's columns as printed. Output: for each its role in the likeliest reading of the whole table, and its
probability (the share of all readings, by their weight, that give it this role).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bahasa.headings import heading_letters, is_known_heading, role_of_heading, stood_in
from bahasa.labels import is_whole_label
from bahasa.roles import INDIKATOR, NO, OTHERS, RUMUS, SASARAN, SUMBER_DATA, TARGET, about_role
from bahasa.signs import shows
from extract.table.meaning.cascade import own_of_cascade
from extract.table.meaning.evidence import SeenColumn, evidence_of
from extract.table.meaning.fields import names_office
from extract.table.meaning.joint import decided_jointly
from extract.table.meaning.measured import column_of_targets
from schemas.base import Role

#: Weights are hundredths of natural logarithms.
_UNIT = 100.0
#: A reading of a table that finds no indikator loses so much, in natural logarithms, and so does one with an indikator
#: that finds no sasaran: few tables of these papers have none.
_WITHOUT = 2.0
#: No reading without one is as likely as this.
_NEVER = 50.0
#: Where so large a share of readings finds an indikator, a table with sasaran and target has one, in doubt; a smaller
#: one is enough where both are surely what they are (`IKU / IKI` between `OUTCOME` and `TARGET SETAHUN`).
_LIKELY, _SOMEHOW = 0.2, 0.05
#: So sure is it at most that a column of further indikator has no role.
_FURTHER = 0.5
#: A role this sure is one.
_SURE = 0.95
#: Odds of the role that the vocabulary gives to one heading of a table alone grow by so much, in natural logarithms:
#: where it knows the whole heading, and where a telling word of it.
_CALLED, _TOLD = 3.0, 2.0
#: A word has so many letters at least, a roman number fewer.
_WORD, _DIGIT = 6, re.compile(r"\d")
#: Less likely roles are inferred from what is missing, and stay as unsure.
_EVEN = 0.5


class RoleModel(NamedTuple):
    """`weights` maps a name of evidence to its weight for each of `roles`."""

    roles: tuple[Role, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    def scores(self, names: Iterable[str]) -> list[float]:
        """The sum of the weights of this evidence for each role, in natural logarithms."""
        rows = [row for name in names if (row := self.weights.get(name))]
        return [sum(weights) / _UNIT for weights in zip(self.bias, *rows, strict=True)]


class Decided(NamedTuple):
    """A column's role with its probability."""

    role: Role
    sure: float


@cache
def role_model() -> RoleModel:
    """The weights that `make train` learned."""
    import json

    data = json.loads(files("extract.table.meaning").joinpath("roles.json").read_text(encoding="utf-8"))
    return RoleModel(tuple(data["roles"]), tuple(data["bias"]), {k: tuple(v) for k, v in data["weights"].items()})


def decide(columns: Sequence[SeenColumn], model: RoleModel | None = None) -> list[Decided]:
    """The role of each column, left to right."""
    own, lent = own_of_cascade(columns)
    if own:
        roles = dict(zip(own, decide([*own.values()], model), strict=True))
        roles |= {at: Decided(roles[at].role, min(_EVEN, roles[at].sure)) for at in lent}
        return [roles.get(at, Decided(OTHERS, _SURE)) for at in range(len(columns))]
    decided = _decided(columns, model or role_model())
    for role in (NO, INDIKATOR, SUMBER_DATA):
        decided = _called(columns, decided, role)
    decided = _numbering_nothing(columns, decided)
    decided = _duties_aside(columns, _without_source(columns, _called_alone(columns, decided)))
    if (at := column_of_targets(columns, [one.role for one in decided])) is not None:
        decided[at] = Decided(TARGET, min(_EVEN, 1 - decided[at].sure))
    return [
        Decided(OTHERS, min(one.sure, _FURTHER)) if _is_further(columns, decided, at) else one
        for at, one in enumerate(decided)
    ]


def _numbering_nothing(columns: Sequence[SeenColumn], decided: Sequence[Decided]) -> list[Decided]:
    """A column of words numbers no rows (`Perspektif` over `Proses Internal`); what it is stays in doubt."""
    return [
        Decided(OTHERS, _EVEN) if one.role == NO and _is_worded(column) else one
        for column, one in zip(columns, decided, strict=True)
    ]


def _is_worded(column: SeenColumn) -> bool:
    printed = [cell for cell in column.cells if cell]
    return bool(printed) and all(sum(map(str.isalpha, cell)) >= _WORD and not _DIGIT.search(cell) for cell in printed)


def _duties_aside(columns: Sequence[SeenColumn], decided: Sequence[Decided]) -> list[Decided]:
    """What somebody does (`RINCIAN TUGAS` over `Melaksanakan ...`) is no sasaran beside the only column that the
    vocabulary knows as one, read as none or as one of several targets. Which is which stays in doubt."""
    own = next((at for at, one in enumerate(decided) if one.role == SASARAN), None)
    known = [at for at, column in enumerate(columns) if _is_known_as(column, SASARAN)]
    if own is None or len(known) != 1 or known[0] == own or not _says_duties(columns[own]):
        return [*decided]
    roles = [one.role for one in decided]
    if roles[known[0]] != OTHERS and not (roles[known[0]] == TARGET and roles.count(TARGET) > 1):
        return [*decided]
    swapped = {own: Decided(OTHERS, _EVEN), known[0]: Decided(SASARAN, _EVEN)}
    return [swapped.get(at, one) for at, one in enumerate(decided)]


def _says_duties(column: SeenColumn) -> bool:
    printed = [cell for cell in column.cells if cell]
    return bool(printed) and all(shows("kerja", cell) for cell in printed)


def _is_known_as(column: SeenColumn, role: Role) -> bool:
    name = " ".join(column.headings)
    return bool(name) and is_known_heading(name) and role_of_heading(name) == role


def _without_source(columns: Sequence[SeenColumn], decided: Sequence[Decided]) -> list[Decided]:
    """No unsure sumber data is a column whose whole heading the vocabulary knows as one without a role: `SUMBER DANA`,
    with the funds below it, `LOKASI`, with units."""
    return [
        Decided(OTHERS, _raised(1 - one.sure, _CALLED))
        if one.role == SUMBER_DATA and one.sure < _SURE and _known_as_none(column)
        else one
        for column, one in zip(columns, decided, strict=True)
    ]


def _called_alone(columns: Sequence[SeenColumn], decided: Sequence[Decided]) -> list[Decided]:
    """Surer of a column whose heading the vocabulary, too, gives its role, where it gives it to no other one: `SASARAN`
    over `Perencanaan dinas selaras` was as likely one without a role, as what a superior plans is beside one's own."""
    named = [role_of_heading(" ".join(column.headings)) for column in columns]
    return [
        one._replace(sure=_raised(one.sure, _CALLED if is_known_heading(" ".join(column.headings)) else _TOLD))
        if one.role == role and _may_be_raised(one, named) and any(column.cells)
        else one
        for column, one, role in zip(columns, decided, named, strict=True)
    ]


def _may_be_raised(one: Decided, named: Sequence[Role | None]) -> bool:
    """Is a role one column's alone, and likely by itself? Of targets there are several, and what a heading says of them
    is told elsewhere."""
    return named.count(one.role) == 1 and one.sure >= _EVEN and one.role not in (OTHERS, TARGET)


def _raised(sure: float, by: float) -> float:
    odds = sure * math.exp(by)
    return odds / (odds + 1 - sure)


def _is_further(columns: Sequence[SeenColumn], decided: Sequence[Decided], at: int) -> bool:
    """Is a column one of further indikator (`INDIKATOR PROGRAM` beside `INDIKATOR SASARAN`), read as something that no
    table calls so (a rumus, a satuan)?"""
    if decided[at].role in (INDIKATOR, OTHERS, SASARAN, TARGET) or not _begins_indikator(columns[at]):
        return False
    return any(one.role == INDIKATOR and _begins_indikator(columns[k]) for k, one in enumerate(decided) if k != at)


def _begins_indikator(column: SeenColumn) -> bool:
    name = column.headings[-1] if column.headings else ""
    return heading_letters("".join(name.split())).startswith("INDIKATOR") and role_of_heading(name) == INDIKATOR


def _decided(columns: Sequence[SeenColumn], model: RoleModel) -> list[Decided]:
    scores = [model.scores(names) for names in evidence_of(columns)]
    for at in _fields_of_heads(columns):
        scores[at] = [
            score if role == OTHERS else score - _NEVER for role, score in zip(model.roles, scores[at], strict=True)
        ]
    decided, found = _together(model, scores, {INDIKATOR: _WITHOUT})
    if _measures_nothing(decided) or _misses_indikator(decided, found):
        # what has a rumus and a target is measured by them: an indikator, though as unsure as before
        anew, _ = _together(model, scores, {INDIKATOR: _NEVER})
        return [
            new._replace(sure=min(new.sure, 1 - old.sure)) if new.role != old.role else old
            for new, old in zip(anew, decided, strict=True)
        ]
    roles = {one.role for one in decided}
    if INDIKATOR in roles and SASARAN not in roles:
        # another column may be one, not the indikator
        anew, _ = _together(model, scores, {INDIKATOR: _NEVER, SASARAN: _WITHOUT})
        decided = [
            new if new.role != old.role and not (new.role == SASARAN and _known_as_none(column)) else old
            for column, new, old in zip(columns, anew, decided, strict=True)
        ]
        return _stood_in(columns, _called(columns, decided, SASARAN))
    return decided


def _fields_of_heads(columns: Sequence[SeenColumn]) -> list[int]:
    """The columns that print fields of a head (`Nama Jabatan`, `Uraian` over `Tugas` and `Fungsi`; offices) beside one
    that is called a sasaran and one that is called an indikator: they are none of the roles, though a tugas reads like
    a sasaran, and a list of fungsi like a rumus."""
    called = [role_of_heading(" ".join(column.headings)) if column.headings else None for column in columns]
    if not {SASARAN, INDIKATOR} <= {*called}:
        return []
    lowest = [(at, column.headings[-1]) for at, column in enumerate(columns) if column.headings]
    left = [(at, name) for at, name in lowest if at < called.index(SASARAN)]
    return [
        at
        for at, name in left
        if is_whole_label(name, "pemangku", "tugas", "fungsi") or (called[at] is None and _names_offices(columns[at]))
    ]


def _names_offices(column: SeenColumn) -> bool:
    """Does a column print offices and nothing else, several of them (`PEJABAT` over `Kepala Bidang Mutasi`)? Left of
    the sasaran it names who holds the rows, and not who answers for them (`PIC`)."""
    printed = [cell for cell in column.cells if cell]
    return len({*printed}) > 1 and all(map(names_office, printed))


def _known_as_none(column: SeenColumn) -> bool:
    """Does the vocabulary know the whole heading of a column as one without a role (`PROGRAM / KEGIATAN`)? It is no
    sasaran for want of another one."""
    return _is_known_as(column, OTHERS)


def _says_results(column: SeenColumn) -> bool:
    """Does each cell begin with what is to come about (`Menurunnya kerugian`)?"""
    printed = [cell for cell in column.cells if cell]
    return bool(printed) and all(shows("hasil", cell) for cell in printed)


def _called(columns: Sequence[SeenColumn], decided: Sequence[Decided], role: Role) -> list[Decided]:
    """Where no column has a role, the only one whose whole heading the vocabulary knows as having it (`RENCANA
    KINERJA`, a sasaran, right of what the superior plans; `Kode`, a number, over `F1`; `IKI`, an indikator, between
    sasaran and rumus), or whose words say so over what begins as a sasaran does (`Sasaran yang Didukung`, right of the
    target), does, as unsure as the evidence is."""
    called = [
        at
        for at, (column, one) in enumerate(zip(columns, decided, strict=True))
        if one.role == OTHERS and (name := " ".join(column.headings)) and role_of_heading(name) == role
        if is_known_heading(name) or (role == SASARAN and _says_results(column))
    ]
    if role in {one.role for one in decided} or len(called) != 1:
        return [*decided]
    return [Decided(role, 1 - one.sure) if at == called[0] else one for at, one in enumerate(decided)]


def _stood_in(columns: Sequence[SeenColumn], decided: Sequence[Decided]) -> list[Decided]:
    """Where no column has a role, the only one whose heading stands in for it does (`TUJUAN STRATEGIS` for a sasaran),
    unsure. Right of the indikator, unless it says results, it tells what that is for (`Tujuan Pengukuran`)."""
    printed = [(" ".join(column.headings), one.role) for column, one in zip(columns, decided, strict=True)]
    standing = stood_in(printed, [at for at, column in enumerate(columns) if _says_results(column)])
    return [
        Decided(standing[at], 1 - one.sure) if at in standing and any(columns[at].cells) else one
        for at, one in enumerate(decided)
    ]


def _together(
    model: RoleModel, scores: Sequence[Sequence[float]], without: Mapping[Role, float]
) -> tuple[list[Decided], float]:
    """The roles in the likeliest reading, where one that finds none of some roles loses so much, and the share of
    readings that have an indikator."""
    once = [role != OTHERS and not about_role(role).repeats for role in model.roles]
    lost = {k: without[role] for k, role in enumerate(model.roles) if role in without}
    best, sure = decided_jointly(scores, once, lost)
    decided = [Decided(model.roles[k], shares[k]) for k, shares in zip(best, sure, strict=True)]
    found = [k for k, role in enumerate(model.roles) if role == INDIKATOR]
    return decided, sum(shares.get(k, 0.0) for shares in sure for k in found)


def _misses_indikator(decided: Sequence[Decided], found: float) -> bool:
    """Has a table what is to come about and how much of it, but no indikator, though so many readings find one?"""
    sure = {role: max(one.sure for one in decided if one.role == role) for role in {one.role for one in decided}}
    surely = min(sure.get(SASARAN, 0.0), sure.get(TARGET, 0.0)) >= _SURE
    return INDIKATOR not in sure and {SASARAN, TARGET} <= sure.keys() and found >= (_SOMEHOW if surely else _LIKELY)


def _measures_nothing(decided: Sequence[Decided]) -> bool:
    """Has a table how and how much is measured, but no indikator, nor what is surely a sasaran (`HASIL KERJA` beside
    `RUMUS` and `TARGET`)?"""
    sure = {one.role: one.sure for one in decided}
    return INDIKATOR not in sure and {RUMUS, TARGET} <= sure.keys() and sure.get(SASARAN, 0.0) < _SURE
